import type { Role } from "./types.ts";

/**
 * What parameters mean, by name. Rows are tried from the top; the first that fits counts. Names are compared without
 * case, `_` and `-`. A parameter of another type than `types` is not meant.
 *
 * - `endings`: the name may also end so (`sourceNamespace`).
 * - `only`: the description has to match, where there is one; `needs`: it has to match, and has to be there.
 * - `unless`: the description must not match.
 * - `beside`: another parameter of the tool has one of these names.
 */
export type RoleRow = {
  readonly role: Role;
  readonly names: readonly string[];
  readonly types: readonly string[];
  readonly endings?: readonly string[];
  readonly only?: RegExp;
  readonly needs?: RegExp;
  readonly unless?: RegExp;
  readonly beside?: readonly string[];
};

const split = (words: string): readonly string[] => words.split(" ");

const text = split("string array any");
const number = split("number string any");
const flag = split("boolean any");

const kindNames = split(
  "kind kinds resourcekind resourcetype resourcetypes objectkind objecttype involvedkind ownerkind 资源类型",
);

export const roles: readonly RoleRow[] = [
  { role: "allNamespaces", names: split("allnamespaces allnamespace allns acrossnamespaces"), types: flag },
  { role: "allNamespaces", names: split("all"), types: flag, needs: /namespace|命名空间/i },
  {
    role: "cluster",
    names: split("cluster clusters clustername clusterid kubecontext kubeconfigcontext contextname 集群 集群名称"),
    endings: split("cluster clustername clusterid"),
    types: text,
  },
  {
    role: "cluster",
    names: split("context ctx"),
    types: text,
    only: /kube|cluster|context|集群|上下文/i,
    unless:
      /补充|背景|background|additional|extra|supplementa|free[- ]?(?:form|text)|conversation|history|question|任务/i,
  },
  {
    role: "namespace",
    names: split("namespace namespaces ns namespacename 命名空间"),
    endings: split("namespace namespaces namespacename"),
    types: text,
  },
  {
    role: "container",
    names: split("container containers containername 容器 容器名 容器名称"),
    endings: split("containername"),
    types: text,
  },
  { role: "kind", names: kindNames, endings: split("objectkind"), types: text, unless: /\bcpu\b/i },
  {
    role: "kind",
    names: split("resource resources type"),
    types: text,
    needs:
      /(?:resource|object) (?:type|kind|name or)|types? of (?:the )?(?:kubernetes )?(?:resource|object)|\bkind\b|资源类型|\b(?:pods?|deployments?)\b/i,
    unless: /ya?ml|json|manifest|\bcpu\b/i,
  },
  { role: "apiVersion", names: split("apiversion apigroup groupversion"), types: split("string any") },
  { role: "apiVersion", names: split("group version"), types: split("string any"), beside: kindNames },
  { role: "apiVersion", names: split("group"), types: split("string any"), only: /api|组|^group$/i },
  {
    role: "labelSelector",
    names: split("labelselector labelselectors selector labelfilter"),
    types: split("string array object any"),
  },
  { role: "labelSelector", names: split("labels label"), types: text, needs: /selector|filter|match|过滤|选择/i },
  { role: "fieldSelector", names: split("fieldselector fieldselectors"), types: text },
  {
    role: "tail",
    names: split(
      "tail taillines taillog lines numlines numberoflines maxlines linecount loglines lastlines lastnlines nlines 行数",
    ),
    types: number,
  },
  { role: "tail", names: split("limit"), types: number, needs: /\blines?\b|行/i },
  {
    role: "limit",
    names: split("limit maxresults maxitems maxcount pagesize topn 数量上限"),
    types: number,
  },
  {
    role: "since",
    names: split("since sinceseconds sinceminutes sincehours sinceduration lookback lookbackseconds"),
    types: number,
  },
  { role: "previous", names: split("previous prev previouslogs previouscontainer"), types: flag },
  { role: "timestamps", names: split("timestamps timestamp showtimestamps withtimestamps"), types: flag },
  {
    role: "manifest",
    names: split(
      "manifest manifests yaml yamlcontent yamlmanifest manifestyaml resourceyaml resourcemanifest resourcedefinition 清单",
    ),
    types: split("string object array any"),
  },
  {
    role: "manifest",
    names: split("resource content definition body"),
    types: split("string object any"),
    needs: /ya?ml|json|manifest|清单/i,
  },
  {
    role: "replicas",
    names: split("replicas replica replicacount desiredreplicas numreplicas targetreplicas 副本数"),
    types: number,
  },
  { role: "replicas", names: split("scale count size"), types: number, needs: /replica|scale|副本/i },
  {
    role: "image",
    names: split("image imagename containerimage newimage imageurl imageref 镜像"),
    types: split("string any"),
  },
  {
    role: "command",
    names: split("command commands cmd commandline shellcommand execcommand 命令"),
    types: split("string array any"),
  },
];

/** Names of a parameter that chooses what a multiplexer does. */
export const operationNames: ReadonlySet<string> = new Set(
  split("operation action subcommand op operationtype actiontype verb command cmd method 操作 动作"),
);

/** Names that say “name” and nothing of what: the tool or its kind parameter tells. */
export const plainNames: ReadonlySet<string> = new Set(
  split("name resourcename objectname involvedobject involvedobjectname involvedname 名称 资源名称"),
);

/** The same, when their description speaks of a name. */
export const perhapsPlainNames: ReadonlySet<string> = new Set(split("object resource"));
