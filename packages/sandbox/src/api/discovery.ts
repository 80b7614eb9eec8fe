import { groupVersion, type Kind, kinds, virtualKinds } from "../kinds.ts";
import type { Fields } from "../objects.ts";
import { type Reply, unknownGroup, unknownResource } from "../status.ts";
import { openApiV2, openApiV3 } from "./openapi.ts";

/** The version that the sandbox says it has: its texts, columns and events are those of this one. */
const version = {
  major: "1",
  minor: "32",
  gitVersion: "v1.32.4",
  gitCommit: "",
  gitTreeState: "clean",
  buildDate: "2025-04-22T16:00:00Z",
  goVersion: "go1.23.6",
  compiler: "gc",
  platform: "linux/amd64",
};

const all = [...kinds, ...virtualKinds];
const readVerbs = ["get", "list", "watch"];
const writeVerbs = ["create", "delete", "deletecollection", "patch", "update"];

/** Answers the paths that tell what the server has; undefined for others. Aggregated discovery is not offered. */
export function discover(path: string, accept: string): Reply | undefined {
  const trimmed = path.replace(/\/$/, "");
  if (trimmed === "/version") return { code: 200, body: version };
  if (["/healthz", "/livez", "/readyz"].includes(trimmed)) return { code: 200, text: "ok" };
  if (trimmed === "") return { code: 200, body: { paths: ["/api", "/apis", "/healthz", "/openapi/v2", "/version"] } };
  if (trimmed === "/api") return { code: 200, body: { kind: "APIVersions", versions: ["v1"] } };
  if (trimmed === "/apis") return { code: 200, body: { kind: "APIGroupList", apiVersion: "v1", groups: groups() } };
  if (trimmed === "/openapi/v2") return openApiV2(accept);
  if (trimmed.startsWith("/openapi/v3")) return openApiV3(trimmed) ?? unknownResource();
  const [, group] = /^\/apis\/([^/]+)$/.exec(trimmed) ?? [];
  if (group === undefined) return undefined;
  const found = groups().find((candidate) => candidate.name === group);
  return found === undefined ? unknownGroup() : { code: 200, body: { kind: "APIGroup", apiVersion: "v1", ...found } };
}

/** Answers `/api/v1` or `/apis/GROUP/VERSION`: the resources of the version. */
export function listResources(group: string, groupVersionName: string): Reply {
  const members = all.filter((kind) => kind.group === group && kind.version === groupVersionName);
  const [first] = members;
  if (first === undefined) return unknownKind(group);
  const resources = members.flatMap(apiResources);
  return {
    code: 200,
    body: { kind: "APIResourceList", apiVersion: "v1", groupVersion: groupVersion(first), resources },
  };
}

/** What a path below `/apis` is told that leads to no kind. */
export function unknownKind(group: string): Reply {
  return all.some((kind) => kind.group === group) || group === "" ? unknownResource() : unknownGroup();
}

function groups(): Fields[] {
  const names = [...new Set(all.map((kind) => kind.group))].filter((name) => name !== "");
  return names.map((name) => {
    const versions = [...new Set(all.filter((kind) => kind.group === name).map(groupVersion))].map((one) => ({
      groupVersion: one,
      version: one.split("/")[1],
    }));
    return { name, versions, preferredVersion: versions[0] };
  });
}

function apiResources(kind: Kind): Fields[] {
  const { resource: name, namespaced, shortNames, inAll } = kind;
  const singularName = virtualKinds.includes(kind) ? "" : kind.kind.toLowerCase();
  const main = {
    name,
    singularName,
    namespaced,
    kind: kind.kind,
    verbs: verbsOf(kind),
    ...(shortNames.length === 0 ? {} : { shortNames }),
    ...(inAll ? { categories: ["all"] } : {}),
  };
  const scale = { group: "autoscaling", version: "v1", kind: "Scale", verbs: ["get", "patch", "update"] };
  const log = { kind: "Pod", verbs: ["get"] };
  const eviction = { group: "policy", version: "v1", kind: "Eviction", verbs: ["create"] };
  const sub = (subresource: string, rest: Fields) => ({
    name: `${name}/${subresource}`,
    singularName: "",
    namespaced,
    ...rest,
  });
  const isPod = name === "pods" && kind.group === "";
  return [
    main,
    ...(kind.scales ? [sub("scale", scale)] : []),
    ...(isPod ? [sub("eviction", eviction), sub("log", log)] : []),
  ];
}

/** Writes are told even where the sandbox answers 501: the words of that are clearer than a client's own guess. */
function verbsOf(kind: Kind): string[] {
  if (kind.group === "authorization.k8s.io") return ["create"];
  return kind.group === "metrics.k8s.io" ? ["get", "list"] : [...readVerbs, ...writeVerbs].sort();
}
