import { withDetails } from "../../overview/details.ts";
import { listEverywhere } from "../../overview/list-everywhere.ts";
import type { Chain, Listing, ListingNote } from "../../overview/types.ts";
import { nodeFacts } from "../../results/cluster-facts.ts";
import { podFacts } from "../../results/pod-facts.ts";
import { workloadOf } from "../../results/replicas.ts";
import { isApiObject } from "../../results/rows.ts";
import type { Row } from "../../results/types.ts";
import { at, listAt, numberAt, textAt } from "../../results/values.ts";
import type { DiagnosisPlace } from "../diagnose.ts";
import { labelsAt, selects } from "../reach/labels.ts";
import { createScout } from "../scout.ts";
import type { Diagnosis, Thing } from "../types.ts";

/** What a pod means for whoever drains its node. */
export type Hold =
  /** A disruption budget allows no eviction: the drain waits for it. */
  | "budget"
  /** Nothing makes it anew: kubectl refuses without --force, and it is gone then. */
  | "unmanaged"
  /** What it keeps in an emptyDir goes with it. */
  | "emptyDir"
  /** What it keeps on the disk of the node stays there. */
  | "hostPath"
  /** The only pod of what runs it: nothing serves until another one is up. */
  | "single"
  /** Its object could not be read. */
  | "unread";

export type Held = { readonly namespace: string; readonly name: string; readonly why: Hold; readonly by: string };

export type Drain = Pick<Diagnosis, "cluster" | "target" | "seen" | "unseen"> & {
  /** `unseen`: its pods could not be listed. */
  readonly reach: "ok" | "unseen";
  readonly state: string;
  /** Pods that would be evicted, and those that a DaemonSet or the node itself keeps there. */
  readonly evicted: number;
  readonly staying: number;
  readonly held: readonly Held[];
  /** Whether the budgets could be read. */
  readonly budgets: boolean;
  /** Other nodes that take pods; undefined where the nodes could not be listed. */
  readonly others: number | undefined;
  readonly notes: readonly ListingNote[];
};

/** What draining a node would do to what runs there, from reads only. */
export function* drainOf({ catalog, cluster, now }: DiagnosisPlace, thing: Thing): Chain<Drain> {
  const place = { catalog, cluster };
  const scout = createScout({ catalog, cluster, now });
  const nodes = yield* scout.list("node", "");
  const own = nodes?.find(({ name }) => name === thing.name);
  const others = nodes?.filter((row) => row.name !== thing.name && takesPods(row, now)).length;
  const listed = yield* listEverywhere(place, "pod");
  const isUnplaced = (row: Row) => podFacts(row, now).node === undefined && row.fields.node === undefined;
  const pods = yield* withDetails(place, listed, { resource: "pod", isBare: isUnplaced });
  const about = { cluster, target: thing, state: own ? nodeFacts(own, now).status : "", others };
  if (pods.kind === "unlisted") {
    scout.missed("pod", "", pods.cause);
    return { ...about, ...empty, reach: "unseen", ...scout.sight() };
  }
  scout.saw("pod", "");
  const here = pods.items.filter((row) => podFacts(row, now).node === thing.name && !hasEnded(row, now));
  const detailed = rowsOf(yield* withDetails(place, { kind: "listed", items: here }, { resource: "pod", isBare }));
  const staying = detailed.filter(stays);
  const evicted = detailed.filter((row) => !stays(row));
  const budgets = yield* budgetsIn(place);
  if (budgets === undefined) scout.missed("pdb", "", "incomplete");
  else scout.saw("pdb", "");
  const held = evicted.flatMap((row) => holdsOf(row, { budgets: budgets ?? [], all: pods.items }));
  const notes = (pods.notes ?? []).filter(({ kind }) => kind !== "readiness_untold");
  const counts = { evicted: evicted.length, staying: staying.length };
  return { ...about, reach: "ok", ...counts, held, budgets: budgets !== undefined, notes, ...scout.sight() };
}

/** A row that is not the whole object. */
const isBare = ({ object }: Row): boolean => !isApiObject(object);

const empty = { evicted: 0, staying: 0, held: [], budgets: false, notes: [] };

const rowsOf = (listing: Listing<Row>): readonly Row[] => (listing.kind === "listed" ? listing.items : []);

const takesPods = (row: Row, now: number): boolean => {
  const { ready, status } = nodeFacts(row, now);
  return ready && !/SchedulingDisabled/.test(status) && !/control-plane|master/.test(row.fields.roles ?? "");
};

const hasEnded = (row: Row, now: number): boolean =>
  /^(?:Completed|Succeeded|Failed|Error|Evicted)$/.test(podFacts(row, now).status);

/** What a DaemonSet runs is left where it is, and what the node runs by itself cannot be evicted. */
const stays = ({ object }: Row): boolean =>
  ownersOf(object).some((kind) => kind === "DaemonSet" || kind === "Node") ||
  textAt(object, "metadata", "annotations", "kubernetes.io/config.mirror") !== "";

const ownersOf = (object: unknown): readonly string[] =>
  listAt(object, "metadata", "ownerReferences").map((owner) => textAt(owner, "kind"));

/** A budget that allows no eviction now. */
type Budget = { readonly name: string; readonly namespace: string; readonly selector: unknown };

/** Undefined where they could not be read. */
function* budgetsIn(place: Parameters<typeof listEverywhere>[0]): Chain<readonly Budget[] | undefined> {
  const listed = yield* listEverywhere(place, "pdb");
  const isOpen = (row: Row) => isBare(row) && !/^[1-9]/.test(row.fields["allowed disruptions"] ?? "");
  const budgets = yield* withDetails(place, listed, { resource: "pdb", isBare: isOpen });
  if (budgets.kind === "unlisted" || budgets.items.some(isOpen) || (budgets.notes ?? []).length > 0) return undefined;
  return budgets.items
    .filter((row) => !isBare(row))
    .filter(({ object }) => (numberAt(object, "status", "disruptionsAllowed") ?? 0) === 0)
    .map(({ name, namespace = "", object }) => ({ name, namespace, selector: at(object, "spec", "selector") }));
}

type Around = { readonly budgets: readonly Budget[]; readonly all: readonly Row[] };

const holdsOf = (row: Row, { budgets, all }: Around): readonly Held[] => {
  const { name, namespace = "", object } = row;
  const held = (why: Hold, by = ""): Held => ({ namespace, name, why, by });
  if (isBare(row)) return [held("unread")];
  const labels = labelsAt(object, "metadata", "labels");
  const budget = budgets.find((each) => each.namespace === namespace && selects(each.selector, labels));
  const isManaged = ownersOf(object).length > 0;
  const volumes = (kind: string) =>
    listAt(object, "spec", "volumes").filter((volume) => at(volume, kind) !== undefined);
  const isSingle = isManaged && all.filter((other) => workloadOf(other) === workloadOf(row)).length === 1;
  return [
    ...(budget ? [held("budget", budget.name)] : []),
    ...(isManaged ? [] : [held("unmanaged")]),
    ...(volumes("emptyDir").length > 0 ? [held("emptyDir")] : []),
    ...(volumes("hostPath").length > 0 ? [held("hostPath")] : []),
    ...(isSingle ? [held("single")] : []),
  ];
};
