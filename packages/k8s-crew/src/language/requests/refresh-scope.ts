import type { RequestContext } from "../types.ts";
import { placeNamed } from "./place-named.ts";
import { readRequest } from "./request.ts";

/** What is to be read anew: a cluster, a namespace, a kind, or what several of them have in common. */
export type RefreshScope = { readonly cluster?: string; readonly namespace?: string; readonly resource?: string };

/** “namespace dev”, “dev”, “pods in dev”; undefined where nothing of it is known. A name after its kind is taken as it is. */
export const readRefreshScope = (text: string, names: RequestContext): RefreshScope | undefined => {
  const named = placeNamed(text);
  if (named !== undefined) return { [named.kind]: named.name };
  const request = readRequest(text, names);
  const scope = {
    ...(request.cluster === undefined ? {} : { cluster: request.cluster }),
    ...(request.namespace === undefined ? {} : { namespace: request.namespace }),
    ...(request.verb === "list" && request.resource !== undefined ? { resource: request.resource } : {}),
  };
  return Object.keys(scope).length === 0 ? undefined : scope;
};
