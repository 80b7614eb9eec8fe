import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { stringify } from "yaml";

/** A cluster that says at once what the real one never says: that it does not answer. */
export type StandIn = {
  /** As KUBECONFIG writes it: the person's own, with the silent cluster replaced under its own name. */
  readonly kubeconfig: string;
  close(): Promise<void>;
};

/**
 * kubernetes-mcp-server (0.0.67) asks the current cluster before it answers anything itself. Where that hangs, because a
 * credential plugin waits for a login or a network is off, no other cluster could be reached either. The first file of
 * KUBECONFIG that sets a value wins, so a small one in front is enough and the person's own stay as they are.
 */
export const startStandIn = async (path: string, context: string): Promise<StandIn> => {
  const server = createServer((_, response) => {
    response.writeHead(504, { "content-type": "application/json" });
    response.end(JSON.stringify(timedOut));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const folder = await mkdtemp(join(tmpdir(), "k8s-copilot-"));
  const file = join(folder, "kubeconfig");
  await writeFile(file, stringify(kubeconfigOf(context, `http://127.0.0.1:${port}`)), { mode: 0o600 });
  return {
    kubeconfig: [file, path].join(delimiter),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** What an API server says when it gives up waiting (kubernetes.io, API reference, Status). */
const timedOut = {
  kind: "Status",
  apiVersion: "v1",
  status: "Failure",
  reason: "Timeout",
  message: "the cluster did not answer",
  code: 504,
};

const name = "k8s-copilot-no-answer";

const kubeconfigOf = (context: string, server: string) => ({
  apiVersion: "v1",
  kind: "Config",
  "current-context": context,
  contexts: [{ name: context, context: { cluster: name, user: name } }],
  clusters: [{ name, cluster: { server } }],
  users: [{ name, user: {} }],
});
