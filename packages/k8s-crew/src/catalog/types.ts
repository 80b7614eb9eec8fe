import type { Arguments, JsonSchema } from "@k8s-copilot/crew";

/** What a call does to the cluster. Unknown is `write`. */
export type Effect = "read" | "write" | "destructive";

/** What a tool does, in one word. `multi` is decided by its operation parameter; `generic` runs any command. */
export type Verb =
  | "list"
  | "get"
  | "describe"
  | "logs"
  | "top"
  | "explain"
  | "search"
  | "diagnose"
  | "health"
  | "validate"
  | "diff"
  | "generate"
  | "wait"
  | "create"
  | "update"
  | "apply"
  | "patch"
  | "set"
  | "label"
  | "annotate"
  | "scale"
  | "restart"
  | "rollback"
  | "pause"
  | "resume"
  | "run"
  | "start"
  | "stop"
  | "copy"
  | "cordon"
  | "uncordon"
  | "taint"
  | "untaint"
  | "install"
  | "upgrade"
  | "portforward"
  | "delete"
  | "drain"
  | "uninstall"
  | "exec"
  | "multi"
  | "generic"
  | "other";

/** What a parameter means. `name` carries in `of` the resource that is named. */
export type Role =
  | "cluster"
  | "namespace"
  | "allNamespaces"
  | "name"
  | "container"
  | "kind"
  | "apiVersion"
  | "labelSelector"
  | "fieldSelector"
  | "tail"
  | "limit"
  | "since"
  | "previous"
  | "timestamps"
  | "manifest"
  | "replicas"
  | "image"
  | "command"
  | "operation"
  | "other";

export type Parameter = {
  readonly name: string;
  readonly role: Role;
  /** For `name`: the resource (`pod`, …); `*` when another parameter (kind) decides; `other` when unknown. */
  readonly of?: string;
  readonly required: boolean;
  readonly type: string;
  readonly values?: readonly string[];
  readonly default?: unknown;
  readonly description: string;
};

/** One tool, understood. `resource` is a key of the resource table, `*` (a parameter decides), or `other`. */
export type CatalogEntry = {
  readonly tool: string;
  readonly server: string;
  readonly description: string;
  readonly verb: Verb;
  readonly resource: string;
  readonly effect: Effect;
  readonly parameters: readonly Parameter[];
  readonly inputSchema: JsonSchema;
};

/** A tool and the arguments that make it do what was asked, before names and places are filled in. */
export type CallTemplate = { readonly entry: CatalogEntry; readonly args: Arguments };

/** What is wanted from the catalog: a verb on a resource (a key of the resource table). */
export type Wanted = {
  readonly verb: Verb;
  readonly resource: string;
  /** `all`: over all namespaces. Templates that cannot do that are left out. Default `one`. */
  readonly scope?: "one" | "all";
  /** What a list belongs to: `{ verb: "list", resource: "event", of: "pod" }` for the events of one pod. */
  readonly of?: string;
  /** Only tools of this server. */
  readonly server?: string;
};

export type Catalog = {
  readonly entries: readonly CatalogEntry[];
  get(tool: string): CatalogEntry | undefined;
  /** Templates that do what is wanted, best first; empty when no tool can. */
  find(wanted: Wanted): readonly CallTemplate[];
  /** Effect of one call: for a multiplexer, that of the operation chosen; unknown operation counts as the worst. */
  effectOf(tool: string, args: Arguments): Effect;
  /**
   * The call that lists the possible values of a parameter, with the cluster and namespace of the pending call
   * carried over. Undefined when no tool lists them, or when the value is new (the name of something to create).
   */
  sourceOf(tool: string, parameter: string, args: Arguments): CallTemplate | undefined;
};
