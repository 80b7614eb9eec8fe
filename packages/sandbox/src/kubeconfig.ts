import { stringify } from "yaml";

export interface ContextEntry {
  readonly name: string;
  /** The cluster's URL, with the identity in it. */
  readonly server: string;
  readonly user: string;
}

/** A kubeconfig with one cluster per context, the first of them current. It holds no credentials. */
export function renderKubeconfig(contexts: readonly ContextEntry[]): string {
  return stringify({
    apiVersion: "v1",
    kind: "Config",
    "current-context": contexts[0]?.name ?? "",
    clusters: contexts.map(({ name, server }) => ({ name, cluster: { server } })),
    contexts: contexts.map(({ name, user }) => ({ name, context: { cluster: name, user: `${name}-${user}` } })),
    users: contexts.map(({ name, user }) => ({ name: `${name}-${user}`, user: {} })),
    preferences: {},
  });
}
