import { parameterOf } from "../../catalog/arguments.ts";
import type { Catalog } from "../../catalog/types.ts";
import { kubectlFor } from "../../guidance/kubectl.ts";
import type { Request } from "../../language/index.ts";
import { sayAccess } from "../../words/access-words.ts";
import { sayServed } from "../../words/served-words.ts";
import type { PlannerInput, PlannerReply } from "../types.ts";
import { defaultResource } from "./default-resource.ts";
import { noTool } from "./no-tool.ts";
import { saidIn } from "./said.ts";
import { scopeOf } from "./scope-of.ts";

type Asking = { readonly catalog: Catalog; readonly turn: PlannerInput };

/** The cluster that was named where the server cannot be asked about it: another is not shown in its place. */
export const unreachable = ({ cluster, resource }: Request, { catalog, turn }: Asking): string | undefined => {
  if (cluster === undefined || resource === "cluster" || choosesCluster(catalog)) return undefined;
  const { known, entities } = turn;
  const isOnly = known.cluster?.length === 1 && known.cluster[0] === cluster;
  const isHere = isOnly || (known.currentCluster ?? []).includes(cluster) || entities.cluster?.value === cluster;
  return isHere ? undefined : cluster;
};

const cannotReach = (cluster: string, { turn: { language, known } }: Asking): string =>
  (known.cluster ?? [cluster]).includes(cluster)
    ? sayServed(language, "cannotReach", { cluster })
    : sayServed(language, "noSuchCluster", { cluster, clusters: (known.cluster ?? []).join(", ") });

/** The answer to a request about such a cluster: that, and the command that can. */
export const inOtherCluster = (request: Request, context: Asking): PlannerReply | undefined => {
  const cluster = unreachable(request, context);
  if (cluster === undefined) return undefined;
  const { turn } = context;
  const { verb = "list", name } = request;
  const supposed = request.resource ?? defaultResource(verb, request);
  const said = saidIn(request, { entities: turn.entities, resource: supposed, last: turn.last });
  const { scope } = scopeOf(request, { verb, said, resource: supposed, began: false });
  const lacks = cannotReach(cluster, context);
  const resource = request.resource ?? (name === undefined ? supposed : undefined);
  return noTool({ verb, resource, name, said, supposed, lacks, allNamespaces: scope === "all" }, context);
};

/** What is said beside a look at all clusters where the server cannot choose one; `{}` where it can. */
export const onlyConnected = (
  { allClusters, resource, verb = "list" }: Request,
  { catalog, turn: { known, language } }: Asking,
): { readonly note?: string } => {
  const isOnly = (known.cluster ?? []).length === 1;
  if (allClusters !== true || resource === "cluster" || isOnly || choosesCluster(catalog)) return {};
  const call = { verb, resource: resource ?? "pod", allNamespaces: true, cluster: "<cluster>" };
  const command = kubectlFor(call);
  const lines = [
    sayServed(language, "onlyConnected"),
    ...(command === undefined ? [] : [sayAccess(language, "withKubectl", { command })]),
  ];
  return { note: lines.join("\n") };
};

const choosesCluster = ({ entries }: Catalog): boolean =>
  entries.some((entry) => parameterOf(entry, "cluster") !== undefined);
