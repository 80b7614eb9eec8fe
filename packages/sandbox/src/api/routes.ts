/** What a path below `/api` or `/apis` names: a group and version, and within it perhaps a resource. */
export interface Target {
  readonly group: string;
  readonly version: string;
  readonly resource?: string | undefined;
  readonly namespace?: string | undefined;
  readonly name?: string | undefined;
  readonly subresource?: string | undefined;
}

/** Splits `/clusters/NAME/as/IDENTITY/REST`; undefined for another path. Clients send the slash of a name as a slash. */
export function parseServerPath(path: string): { cluster: string; identity: string; rest: string } | undefined {
  const [, cluster, identity, rest] = /^\/clusters\/(.+?)\/as\/([^/]+)(\/.*)?$/.exec(path) ?? [];
  if (cluster === undefined || identity === undefined) return undefined;
  return { cluster: decodeURIComponent(cluster), identity: decodeURIComponent(identity), rest: rest ?? "/" };
}

export function serverPath(cluster: string, identity: string): string {
  return `/clusters/${encodeURIComponent(cluster)}/as/${encodeURIComponent(identity)}`;
}

/** Reads `/api/v1/namespaces/dev/pods/web/log` and its like; undefined for a path that names no version. */
export function parseTarget(path: string): Target | undefined {
  const parts = path.split("/").filter(Boolean).map(decodeURIComponent);
  const [root, ...rest] = parts;
  if (root === "api") {
    const [version, ...inner] = rest;
    return version === undefined ? undefined : { group: "", version, ...parseResource(inner) };
  }
  const [group, version, ...inner] = rest;
  if (root !== "apis" || group === undefined || version === undefined) return undefined;
  return { group, version, ...parseResource(inner) };
}

/** `namespaces/NS/RESOURCE` is a resource in a namespace, but `namespaces/NS/status` is about the namespace itself. */
function parseResource(parts: readonly string[]): Omit<Target, "group" | "version"> {
  const [first, second, third, ...rest] = parts;
  const isNamespaced = first === "namespaces" && third !== undefined && !["status", "finalize"].includes(third);
  if (isNamespaced) return { namespace: second, resource: third, name: rest[0], subresource: rest[1] };
  return { resource: first, name: second, subresource: third };
}
