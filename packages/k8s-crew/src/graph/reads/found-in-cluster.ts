import { Command } from "@langchain/langgraph";
import { parameterOf } from "../../catalog/arguments.ts";
import type { CallTemplate, CatalogEntry, Parameter } from "../../catalog/types.ts";
import type { Ask } from "../../choices/types.ts";
import { namedResource } from "../../plan/decisive.ts";
import { fill } from "../../plan/fill.ts";
import type { Knowledge } from "../../plan/fill-types.ts";
import { sourceInEach } from "../../plan/source-everywhere.ts";
import type { Plan, Step } from "../../plan/types.ts";
import { listOf } from "../../words/fill.ts";
import { sayName } from "../../words/name-words.ts";
import { withReadAt } from "../answers/age-note.ts";
import type { Parts } from "../parts.ts";
import { kindListed, unproven, watched } from "../repair/evidence.ts";
import type { State, Update } from "../state.ts";

/** Other clusters that a thing is looked for in. */
const mostClusters = 4;

export type Elsewhere =
  | { readonly kind: "found"; readonly command: Command }
  | { readonly kind: "nowhere"; readonly note: string };

type Missing = { readonly step: Step; readonly knowledge: Knowledge; readonly update: Update };

/**
 * What was named and is not in the cluster of the conversation may be in another: where no cluster was said, the others
 * are looked into, and it is read where it is, which is said. Of several clusters that have it the person picks one.
 */
export const foundInCluster = (parts: Parts, state: State, missing: Missing): Elsewhere | undefined => {
  const { step, update } = missing;
  const { known, entities, language, plan } = state;
  const entry = parts.catalog.get(step.tool);
  const parameter = entry && parameterOf(entry, "cluster");
  const here = entities.cluster?.value ?? known.currentCluster?.[0];
  const said = step.mentions.name ?? step.only;
  const others = (known.cluster ?? []).filter((cluster) => cluster !== here).slice(0, mostClusters);
  const isOpen = step.effect === "read" && step.mentions.cluster === undefined && step.part === undefined;
  if (!isOpen || !plan || said === undefined || here === undefined || others.length === 0) return undefined;
  if (!entry || !parameter)
    return { kind: "nowhere", note: sayName(language, "otherClustersUnseen", { clusters: listOf(language, others) }) };
  const { knowledge, seen } = watched(missing.knowledge);
  const looks = others.map((cluster) => lookIn({ ...missing, knowledge, plan, entry, parameter, cluster }));
  const having = looks.flatMap(({ cluster, has }) => (has ? [cluster] : []));
  // All clusters are looked into kind by kind at the same time: what one has is not looked for among rarer kinds of others.
  const reads = (having.length > 0 ? [] : looks)
    .flatMap(({ templates = [] }) => templates)
    .map(({ entry: { tool }, args }) => ({ tool, args }));
  if (reads.length > 0) {
    const work = { kind: "reads" as const, for: "clarifier" as const, reads };
    return { kind: "found", command: new Command({ goto: "tools", update: { ...update, work } }) };
  }
  const [only] = having;
  if (only === undefined) {
    const doubted = unproven(
      parts,
      seen.filter((call) => kindListed(parts, call) !== undefined),
    );
    if (doubted.length > 0) {
      // What was kept is no proof that it is nowhere: the servers are asked themselves, once.
      const work = { kind: "reads" as const, for: "clarifier" as const, reads: doubted, fresh: true as const };
      return { kind: "found", command: new Command({ goto: "tools", update: { ...update, work } }) };
    }
    const clusters = looks.flatMap(({ cluster, has }) => (has === false ? [cluster] : []));
    const note = clusters.length === 0 ? "" : sayName(language, "norThere", { clusters: listOf(language, clusters) });
    return { kind: "nowhere", note };
  }
  const slots = { said, here, clusters: listOf(language, having) };
  if (having.length > 1) {
    const asking = askFor(step, { text: sayName(language, "inClusters", slots), clusters: having });
    const ask = withReadAt(parts, asking, seen);
    return { kind: "found", command: new Command({ goto: "pause", update: { ...update, plan, ask } }) };
  }
  parts.turn().record.notes.push(sayName(language, "inCluster", slots));
  return {
    kind: "found",
    command: new Command({ goto: "clarifier", update: { ...update, plan: placed(plan, only) } }),
  };
};

type Looking = Missing & {
  readonly plan: Plan;
  readonly entry: CatalogEntry;
  readonly parameter: Parameter;
  readonly cluster: string;
};

type Look = { readonly cluster: string; readonly templates?: readonly CallTemplate[]; readonly has?: boolean };

/** Whether a cluster has it; neither where its lists could not be read. */
const lookIn = ({ step, knowledge, plan, entry, parameter, cluster }: Looking): Look => {
  const { namespace: _, cluster: __, ...entities } = knowledge.entities;
  const there = { ...step, args: { ...step.args, [parameter.name]: cluster } };
  const open: Knowledge = { ...knowledge, guidance: "direct", entities };
  const gap = { step: there, entry, knowledge: open };
  const source = sourceInEach(gap, namedResource(there, open.catalog));
  if (source.kind === "unread") return { cluster, templates: source.templates };
  if (source.kind !== "rows") return { cluster };
  const filling = fill(there, plan, open);
  if (filling.kind === "read") return { cluster, templates: filling.templates };
  const isMissed = filling.kind === "impossible" || (filling.kind === "ask" && filling.ask.missed === true);
  return { cluster, has: !isMissed };
};

const askFor = (
  step: Step,
  { text, clusters }: { readonly text: string; readonly clusters: readonly string[] },
): Ask => ({
  kind: "gap",
  stepId: step.id,
  parameter: "cluster",
  text,
  choices: clusters.map((cluster) => ({ value: cluster, label: cluster, reason: "" })),
  fields: {},
  open: true,
  attempts: 0,
});

/** The plan with the cluster said of each step that is still to be filled; in which namespace it is was just read. */
const placed = (plan: Plan, cluster: string): Plan => ({
  ...plan,
  steps: plan.steps.map((step) => {
    if (step.ready) return step;
    const { namespace } = step.mentions;
    return {
      ...step,
      mentions: { ...step.mentions, cluster },
      ...(namespace === undefined ? { carriedPlace: "namespace" as const } : {}),
    };
  }),
});
