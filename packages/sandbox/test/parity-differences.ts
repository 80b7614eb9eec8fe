/**
 * Where the sandbox and a real API server are known to answer differently, by the request's line, with the reason.
 * A difference that is not here fails the parity test. Reasons that name 1.20 hold for a server of that version only.
 */
export const parityDifferences: Readonly<Record<string, string>> = {
  "GET /api": "the real server also names the addresses of its endpoints",
  "DELETE /api/v1/namespaces/NS":
    "the real server answers with the Namespace while it empties it; the sandbox has emptied it",
  "TABLE /api/v1/namespaces/NS/events": "how many events there are, and in which order, depends on time",
  "GET /api/v1/services?fieldSelector=a.b%3D1":
    "services of 1.20 know no fields but name and namespace, newer ones also spec.clusterIP and spec.type",
  "TABLE /api/v1/nodes": "the nodes are others",
  "PATCH /apis/apps/v1/namespaces/NS/deployments/web":
    "1.20 writes a selector that must not change as a Go struct, and adds that the template does not match it",
  "TABLE /apis/batch/v1/jobs?labelSelector=app%3Dparity": "1.20 has no column Status",
  "TABLE /api/v1/persistentvolumeclaims?labelSelector=app%3Dparity": "1.20 has no column VolumeAttributesClass",
  "TABLE /api/v1/persistentvolumes?labelSelector=app%3Dparity": "1.20 has no column VolumeAttributesClass",
  "TABLE /api/v1/resourcequotas?labelSelector=app%3Dparity": "in 1.20 the age comes before request and limit",
};
