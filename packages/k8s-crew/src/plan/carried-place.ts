import { parameterOf } from "../catalog/arguments.ts";
import type { CallTemplate } from "../catalog/types.ts";
import { sameStage } from "../language/index.ts";
import { listOf } from "../words/fill.ts";
import { sayWhere } from "../words/where-words.ts";
import type { Gap, Resolution } from "./fill-types.ts";
import { sourceOf } from "./source.ts";
import type { Step } from "./types.ts";
import { clusterOfStep } from "./where.ts";

/** Clusters that are looked into for a namespace. */
const mostClusters = 8;

/**
 * Where a look is meant whose namespace its cluster does not have. What of the two was only carried over from before gives
 * way. What is changed, a person places.
 */
export const elsewhereThan = (gap: Gap, names: readonly string[]): Resolution | undefined => {
  const said = gap.step.mentions.namespace;
  const cluster = clusterOfStep(gap);
  if (gap.step.effect !== "read" || said === undefined || cluster === undefined) return undefined;
  const missing = { said, cluster };
  return gap.step.carriedPlace === "namespace" ? withoutNamespace(gap, missing, names) : inOtherCluster(gap, missing);
};

type Missing = { readonly said: string; readonly cluster: string };

/** The one namespace of the same stage as the cluster; else the thing is looked for in all of them. */
const withoutNamespace = ({ step, knowledge }: Gap, missing: Missing, names: readonly string[]): Resolution => {
  const { namespace: _, ...mentions } = step.mentions;
  const [only, ...others] = names.filter((name) => sameStage(missing.cluster, name));
  if (only !== undefined && others.length === 0) {
    const told = sayWhere(knowledge.language, "sameStage", { ...missing, namespace: only });
    return { kind: "instead", step: { ...withNote(step, told), mentions: { ...mentions, namespace: only } } };
  }
  const told = sayWhere(knowledge.language, "anywhere", missing);
  const wide = mentions.name === undefined ? { wide: true } : {};
  return { kind: "instead", step: { ...withNote(step, told), mentions, ...wide } };
};

/** The cluster that has the namespace, where the one that it was looked for in was not said with it. */
const inOtherCluster = (gap: Gap, { said, cluster }: Missing): Resolution | undefined => {
  const { step, entry, plan, knowledge } = gap;
  const parameter = parameterOf(entry, "cluster");
  const given = plan.steps.find(({ id }) => id === step.id)?.args ?? {};
  const isSaid = step.mentions.cluster !== undefined && step.carriedPlace !== "cluster";
  const isBegun = knowledge.entities.cluster?.origin === "configured";
  if (parameter === undefined || isSaid || isBegun || parameter.name in given) return undefined;
  const others = (knowledge.clusters ?? []).filter((other) => other !== cluster).slice(0, mostClusters);
  const sources = others.map((other) =>
    sourceOf({ ...gap, step: { ...step, args: { ...step.args, [parameter.name]: other } } }),
  );
  const templates = sources.flatMap((source): readonly CallTemplate[] =>
    source.kind === "unread" ? source.templates : [],
  );
  if (templates.length > 0) return { kind: "read", templates, missed: "namespace" };
  const having = others.filter((_, index) => {
    const source = sources[index];
    return source?.kind === "rows" && source.rows.some(({ name }) => name === said);
  });
  const [only, ...more] = having;
  if (only === undefined) return undefined;
  const slots = { said, cluster, there: listOf(knowledge.language, having) };
  if (more.length > 0) return asked(having, sayWhere(knowledge.language, "otherClusters", slots));
  const { [parameter.name]: _, ...args } = step.args;
  const told = withNote(step, sayWhere(knowledge.language, "otherCluster", slots));
  return { kind: "instead", step: { ...told, args, mentions: { ...step.mentions, cluster: only } } };
};

const asked = (clusters: readonly string[], text: string): Resolution => ({
  kind: "ask",
  ask: {
    parameter: "cluster",
    text,
    choices: clusters.map((cluster) => ({ value: cluster, label: cluster, reason: "" })),
    fields: {},
    open: true,
  },
});

/** What is told beside the result, once. */
const withNote = ({ note, ...step }: Step, told: string): Step => ({
  ...step,
  note: note === undefined ? told : `${told}\n${note}`,
});
