import { pluralOf } from "../catalog/resource-words.ts";
import { resourceByKey } from "../catalog/resources.ts";
import type { Verb } from "../catalog/types.ts";
import type { Rights } from "../language/index.ts";
import { commandLine } from "./shell-words.ts";

/** What the API server is asked for by each verb (kubernetes.io, “Authorization”, request verbs and subresources). */
const rights: { readonly [verb in Verb]?: readonly [verb: string, subresource?: string] } = {
  list: ["list"],
  get: ["get"],
  describe: ["get"],
  logs: ["get", "log"],
  exec: ["create", "exec"],
  portforward: ["create", "portforward"],
  create: ["create"],
  run: ["create"],
  apply: ["patch"],
  update: ["update"],
  set: ["patch"],
  patch: ["patch"],
  label: ["patch"],
  annotate: ["patch"],
  restart: ["patch"],
  rollback: ["patch"],
  pause: ["patch"],
  resume: ["patch"],
  cordon: ["patch"],
  uncordon: ["patch"],
  taint: ["patch"],
  scale: ["patch", "scale"],
  drain: ["create", "eviction"],
  delete: ["delete"],
};

export type Right = {
  readonly verb: Verb;
  readonly resource: string | undefined;
  readonly name?: string | undefined;
  readonly namespace?: string | undefined;
  readonly cluster?: string | undefined;
};

/** `kubectl auth can-i delete pods -n dev`: asks the API server, and changes nothing. */
export const canICommand = (
  { verb, resource = "pod", name, namespace, cluster }: Right,
  subject?: string,
): string | undefined => {
  const [word, subresource] = rights[verb] ?? ["get"];
  // Draining a node evicts its pods: that right is one on pods.
  const kind = verb === "drain" ? "pod" : resource;
  const known = resourceByKey.get(kind);
  const things = known === undefined || known.kind === "" ? kind : pluralOf(known);
  const what = name === undefined || verb === "drain" ? things : `${things}/${name}`;
  const sub = subresource === undefined ? [] : [`--subresource=${subresource}`];
  const who = subject === undefined ? [] : [`--as=${subject}`];
  return commandLine(["kubectl", "auth", "can-i", word, what, ...sub, ...who, ...placeOf(kind, namespace, cluster)]);
};

/** `kubectl auth can-i --list`: all that the person, or a service account, may do in a namespace. */
export const rightsCommand = ({ name, namespace, cluster }: Omit<Right, "verb" | "resource">): string | undefined => {
  const account = name === undefined ? [] : [`--as=system:serviceaccount:${namespace ?? "<namespace>"}:${name}`];
  // A list of rights is one of a namespace.
  return commandLine([
    "kubectl",
    "auth",
    "can-i",
    "--list",
    ...account,
    ...placeOf("pod", namespace ?? "<namespace>", cluster),
  ]);
};

type Rightful = {
  readonly rights: Rights;
  readonly things: string;
  readonly namespace: string | undefined;
  readonly cluster: string | undefined;
};

/** The question that the API server answers for itself. */
export const mayCommand = ({ rights, things, namespace, cluster }: Rightful): string => {
  const { ask, subject = "<account>", verbs = ["get"], subresource } = rights;
  const [verb = "get"] = verbs;
  const who = `--as=${subject}`;
  const context = contextOf(cluster);
  if (ask === "list") {
    const own = ["-n", namespace ?? "<namespace>"];
    return commandLine(["kubectl", "auth", "can-i", "--list", who, ...own, ...context]) ?? "";
  }
  const placed = [...(namespace === undefined ? ["-A"] : ["-n", namespace]), ...context];
  const sub = subresource === undefined ? [] : [`--subresource=${subresource}`];
  return commandLine(["kubectl", "auth", "can-i", verb, things, ...sub, who, ...placed]) ?? "";
};

export const whoCommand = (cluster: string | undefined): string =>
  commandLine(["kubectl", "auth", "whoami", ...contextOf(cluster)]) ?? "";

export const bindingsCommand = (cluster: string | undefined): string | undefined =>
  commandLine(["kubectl", "get", "rolebindings,clusterrolebindings", "-A", "-o", "wide", ...contextOf(cluster)]);

const contextOf = (cluster: string | undefined): readonly string[] =>
  cluster === undefined || cluster === "" ? [] : ["--context", cluster];

const placeOf = (kind: string, namespace: string | undefined, cluster: string | undefined): readonly string[] => {
  const isPlaced = resourceByKey.get(kind)?.namespaced !== false;
  const place = namespace === undefined ? ["-A"] : ["-n", namespace];
  return [...(isPlaced ? place : []), ...contextOf(cluster)];
};
