/**
 * Where the sandbox and a real API server are known to answer differently, by the request's line, with the reason.
 * A difference that is not here fails the parity test. Reasons that name 1.20 hold for a server of that version only.
 */
export const parityDifferences: Readonly<Record<string, string>> = {
  "GET /api": "the real server also names the addresses of its endpoints",
  "DELETE /api/v1/namespaces/NS":
    "the real server answers with the Namespace while it empties it; the sandbox has emptied it",
  "TABLE /api/v1/namespaces/NS/events": "how many events there are, and in which order, depends on time",
  "TABLE /api/v1/nodes": "the nodes are others",
  "TABLE /apis/batch/v1/jobs?labelSelector=app%3Dparity": "1.20 has no column Status",
  "TABLE /api/v1/persistentvolumeclaims?labelSelector=app%3Dparity": "1.20 has no column VolumeAttributesClass",
};
