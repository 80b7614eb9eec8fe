import { pluralOf } from "../catalog/resource-words.ts";
import { resourceByKey } from "../catalog/resources.ts";
import type { Verb } from "../catalog/types.ts";
import type { Request } from "../language/types.ts";
import { commandLine } from "./shell-words.ts";

/** A call as a person would put it: what is done to what, and where. */
export type KubectlCall = {
  readonly verb: Verb;
  /** Key of the resource table, or a kind that the table does not know. */
  readonly resource: string;
  readonly name?: string | undefined;
  /** Further things that are done the same to, where the command takes several. */
  readonly others?: readonly string[] | undefined;
  /** What a name names, where that is not the resource: the events (`resource`) of a pod. */
  readonly of?: string | undefined;
  readonly namespace?: string | undefined;
  readonly allNamespaces?: boolean | undefined;
  /** A context of the kubeconfig. */
  readonly cluster?: string | undefined;
  readonly container?: string | undefined;
  readonly tail?: number | undefined;
  readonly sinceSeconds?: number | undefined;
  readonly previous?: boolean | undefined;
  readonly selector?: string | undefined;
  readonly fieldSelector?: string | undefined;
  /** A number, or what stands for it in a command that is to be completed. */
  readonly replicas?: number | string | undefined;
  readonly image?: string | undefined;
  readonly setting?: Request["setting"] | undefined;
  /** Of a Secret only the value of this key, decoded. */
  readonly key?: string | undefined;
};

/** Words behind `kubectl`; undefined where kubectl cannot do it, or where what it needs was not said. */
type Words = (call: KubectlCall) => readonly string[] | undefined;

/** Kinds whose rollouts kubectl manages. */
const rolledOut = ["deployment", "statefulset", "daemonset"];
const scaled = ["deployment", "statefulset", "replicaset", "replicationcontroller"];
/** Kinds that stand for their pods where logs or a shell are wanted. */
const ofPods = ["pod", "job", "service", "replicaset", "replicationcontroller", ...rolledOut];

const singular = (key: string): string => (resourceByKey.get(key)?.kind || key).toLowerCase();
const plural = (key: string): string => {
  const resource = resourceByKey.get(key);
  return resource === undefined || resource.kind === "" ? key.toLowerCase() : pluralOf(resource);
};

const target = ({ resource, name = "" }: KubectlCall): string => `${singular(resource)}/${name}`;

/** A command on one named thing of certain kinds. */
const onNamed =
  (kinds: readonly string[], words: Words): Words =>
  (call) =>
    call.name !== undefined && kinds.includes(call.resource) ? words(call) : undefined;

const flag = (name: string, value: string | number | undefined): readonly string[] =>
  value === undefined || value === "" ? [] : [`${name}=${value}`];

const fieldsOf = (call: KubectlCall): string | undefined => {
  const fields = [...(call.fieldSelector === undefined ? [] : [call.fieldSelector])];
  if (call.resource === "event" && call.name !== undefined) fields.push(`involvedObject.name=${call.name}`);
  else if (call.allNamespaces === true && call.name !== undefined) fields.push(`metadata.name=${call.name}`);
  return fields.length === 0 ? undefined : fields.join(",");
};

const filters = (call: KubectlCall): readonly string[] => [
  ...(call.selector === undefined ? [] : ["-l", call.selector]),
  ...flag("--field-selector", fieldsOf(call)),
];

/** A name in all namespaces is a filter: kubectl reads one thing from one namespace only. */
const get: Words = (call) => {
  if (call.resource === "event") return ["get", "events", ...filters(call), "--sort-by=.lastTimestamp"];
  const byName = call.name !== undefined && call.allNamespaces !== true;
  if (byName && call.key !== undefined)
    return ["get", singular(call.resource), call.name ?? "", "-o", valueAt(call.key)];
  if (byName) return ["get", singular(call.resource), call.name ?? "", ...(call.verb === "get" ? ["-o", "yaml"] : [])];
  return ["get", [call.resource, ...(call.others ?? [])].map(plural).join(","), ...filters(call)];
};

/** In a path of JSONPath a dot that belongs to a key is escaped, as in `tls\.crt`. */
const valueAt = (key: string): string => `jsonpath={.data.${key.replaceAll(".", "\\.")}}`;

const describe: Words = (call) =>
  call.name === undefined
    ? ["describe", plural(call.resource), ...filters(call)]
    : ["describe", singular(call.resource), call.name];

const logs: Words = (call) => {
  if (!ofPods.includes(call.resource)) return undefined;
  const whose = call.resource === "pod" ? call.name : call.name && target(call);
  if (whose === undefined && call.selector === undefined) return undefined;
  return [
    "logs",
    ...(whose === undefined ? ["-l", call.selector ?? ""] : [whose]),
    ...(call.container === undefined ? [] : ["-c", call.container]),
    ...(call.previous === true ? ["--previous"] : []),
    ...flag("--tail", call.tail),
    ...flag("--since", call.sinceSeconds === undefined ? undefined : `${call.sinceSeconds}s`),
  ];
};

const top: Words = ({ resource, name, selector, container }) =>
  resource === "pod" || resource === "node"
    ? [
        "top",
        resource,
        ...(name === undefined ? [] : [name]),
        ...(selector === undefined || name !== undefined ? [] : ["-l", selector]),
        ...(resource === "pod" && container !== undefined ? ["--containers"] : []),
      ]
    : undefined;

const create: Words = ({ resource, name, image }) => {
  if (name === undefined) return undefined;
  if (resource === "deployment")
    return image === undefined ? undefined : ["create", resource, name, `--image=${image}`];
  return resource === "namespace" || resource === "serviceaccount" ? ["create", resource, name] : undefined;
};

/** Without its container the image of a workload with several would be set for all of them. */
const setImage: Words = (call) =>
  call.image === undefined || call.container === undefined
    ? undefined
    : ["set", "image", target(call), `${call.container}=${call.image}`];

const exec: Words = (call) => [
  "exec",
  "-it",
  call.resource === "pod" ? (call.name ?? "") : target(call),
  ...(call.container === undefined ? [] : ["-c", call.container]),
];

const rollout = (word: string): Words => onNamed(rolledOut, (call) => ["rollout", word, target(call)]);

/** What kubectl is told, by verb (kubernetes.io, kubectl reference). A verb without a row has no command of its own. */
const table: { readonly [verb in Verb]?: Words } = {
  list: get,
  get,
  describe,
  diagnose: describe,
  logs,
  top,
  explain: ({ resource }) => ["explain", plural(resource)],
  wait: rollout("status"),
  create,
  set: onNamed(rolledOut, setImage),
  update: onNamed(rolledOut, (call) => (call.setting === undefined ? setImage(call) : setSetting(call))),
  scale: onNamed(scaled, (call) =>
    call.replicas === undefined ? undefined : ["scale", target(call), `--replicas=${call.replicas}`],
  ),
  restart: rollout("restart"),
  rollback: rollout("undo"),
  pause: onNamed(["deployment"], (call) => ["rollout", "pause", target(call)]),
  resume: onNamed(["deployment"], (call) => ["rollout", "resume", target(call)]),
  run: ({ name, image }) => (name === undefined || image === undefined ? undefined : ["run", name, `--image=${image}`]),
  cordon: onNamed(["node"], ({ name = "" }) => ["cordon", name]),
  uncordon: onNamed(["node"], ({ name = "" }) => ["uncordon", name]),
  // Without this flag it refuses every node that runs a DaemonSet, which is nearly every node.
  drain: onNamed(["node"], ({ name = "" }) => ["drain", name, "--ignore-daemonsets"]),
  delete: ({ resource, name, others = [] }) =>
    name === undefined ? undefined : ["delete", singular(resource), name, ...others.filter(isNameable)],
  exec: onNamed(ofPods, exec),
};

/** A value that nobody said stands open. */
const setSetting: Words = (call) => {
  const { setting, container } = call;
  if (setting === undefined) return undefined;
  const { of, name, value = "<value>" } = setting;
  const whose = container === undefined ? [] : ["-c", container];
  return of === "environment"
    ? ["set", "env", target(call), ...whose, `${name}=${value}`]
    : ["set", "resources", target(call), ...whose, `--${of}=${name}=${value}`];
};

/** Things that are no API objects and that kubectl can list nevertheless. */
const lists: { readonly [resource: string]: readonly string[] } = {
  cluster: ["config", "get-contexts"],
  apiresource: ["api-resources"],
};

/** The kubectl command that does the same as a call, ready to be pasted into a shell; undefined where there is none. */
export const kubectlFor = (call: KubectlCall): string | undefined => {
  const listed = call.verb === "list" || call.verb === "get" ? lists[call.resource] : undefined;
  const words = listed ?? (isObject(call) && isNameable(call.name) ? table[call.verb]?.(call) : undefined);
  if (words === undefined) return undefined;
  const shell = call.verb === "exec" ? ["--", "sh"] : [];
  const line = commandLine(["kubectl", ...words, ...(listed ? [] : placeOf(call)), ...shell]);
  return line !== undefined && call.key !== undefined ? `${line} | base64 -d` : line;
};

/** A kind of the API: one of the table, or a kind's name that the table does not know. */
const isObject = ({ resource }: KubectlCall): boolean => {
  const known = resourceByKey.get(resource);
  return known === undefined ? resource !== "other" && /^[A-Za-z][A-Za-z0-9.-]*$/.test(resource) : known.kind !== "";
};

/** kubectl takes `a/b` for a kind and a name, and `-a` for a flag; nothing in a cluster has such a name. */
const isNameable = (name: string | undefined): boolean => name === undefined || /^(?!-|\.{1,2}$)[^/%\s]+$/.test(name);

const placeOf = (call: KubectlCall): readonly string[] => {
  const { namespace, cluster, verb } = call;
  const context = cluster === undefined || cluster === "" ? [] : ["--context", cluster];
  if (verb === "explain" || resourceByKey.get(call.resource)?.namespaced === false) return context;
  if (call.allNamespaces === true) return ["-A", ...context];
  return namespace === undefined || namespace === "" ? context : ["-n", namespace, ...context];
};
