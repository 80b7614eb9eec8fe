import { parameterOf } from "../../catalog/arguments.ts";
import { correctionIn, meansOther, otherPlaceIn, pointsAtTold, readReply } from "../../language/index.ts";
import type { ShownRow } from "../../memory/shown.ts";
import type { Mentions, Step } from "../../plan/types.ts";
import { sayPlaced } from "../../words/card-place-words.ts";
import { placeOf } from "../place-of.ts";
import { clusterOfChange } from "../writes/cluster-of-change.ts";
import { planWith } from "./correct-plan.ts";
import { knownPlaces } from "./other-place.ts";
import { again, answered, inWordsOfReply, type Replying, type Understood } from "./understood.ts";

/**
 * “In production instead”, “wait no, web, not preview”, “no, redis-1”: the same change of something else. What stood for
 * consent is void, and how the other stands is read anew. Where only another is shut out, the card stays. Undefined
 * where nothing else is named.
 */
export const correctedTarget = (replying: Replying, said: string): Understood | undefined => {
  const { parts, state, ask } = replying;
  const { plan } = state;
  const step = plan?.steps.find(({ id }) => id === ask.stepId);
  if (!plan || !step) return undefined;
  if (deniesAnother(replying, step, said)) return again(state, ask, { cost: 0 });
  const mentions = otherChosen(replying, step, said) ?? otherPlace(replying, step, said) ?? otherName(said);
  if (mentions === undefined) return undefined;
  const { name } = placeOf(parts, step);
  const opened = { ...plan, steps: plan.steps.map((each) => (each === step ? { ...each, ready: false } : each)) };
  const meant = { ...(name === undefined ? {} : { name }), ...mentions };
  parts.turn().record.notes.push(...movedNotes(replying, step, mentions));
  return answered({ plan: planWith(opened, meant, { parts, stepId: step.id }), checked: "", settled: [] });
};

/** From where to where a change went: its new card is easily taken for the old one. */
const movedNotes = ({ parts, state }: Replying, step: Step, meant: Mentions): readonly string[] => {
  const { namespace } = placeOf(parts, step);
  const cluster = clusterOfChange(parts, step);
  const { language } = inWordsOfReply(state);
  const isMoved = (now: string | undefined, before: string | undefined) => now !== undefined && now !== before;
  return [
    ...(isMoved(meant.cluster, cluster)
      ? [sayPlaced(language, "movedCluster", { now: meant.cluster ?? "", before: cluster ?? "?" })]
      : []),
    ...(isMoved(meant.namespace, namespace)
      ? [sayPlaced(language, "movedNamespace", { now: meant.namespace ?? "", before: namespace ?? "?" })]
      : []),
  ];
};

/** Another of the things that were to choose from, none that is shut out. */
const otherChosen = (replying: Replying, step: Step, said: string): Mentions | undefined => {
  const rows = rowsOf(replying, step);
  const onCard = rows.find(isOnCard(replying, step));
  const correction = correctionIn(said);
  const { meant = "", denied = [] } = correction ?? {};
  const isOther = meansOther(said) || meansOther(meant) || (meant === "" && denied.length > 0);
  if (onCard === undefined || (correction === undefined && !isOther)) return undefined;
  const named = isOther ? rows : namedOf(rows, meant);
  const shutOut = denied.flatMap((word) => namedOf(rows, word));
  const [only, ...more] = named.filter((row) => row !== onCard && !shutOut.includes(row));
  if (only === undefined || more.length > 0) return undefined;
  return { name: only.name, ...placed(only) };
};

/** “Wait, not preview” where the card is of web: what is shut out is known, and is not what stands there. */
const deniesAnother = (replying: Replying, step: Step, said: string): boolean => {
  const { parts, state } = replying;
  const { meant, denied } = correctionIn(said) ?? { meant: "", denied: [] };
  if (meant !== "" || denied.length === 0) return false;
  const { name, namespace, cluster } = placeOf(parts, step);
  const present = [name, namespace, cluster].flatMap((value) => value ?? []);
  const { clusters, namespaces } = knownPlaces(parts, state, step);
  const rows = rowsOf(replying, step);
  const others = [...clusters, ...namespaces, ...rows.map((row) => row.name)].filter((each) => !present.includes(each));
  return denied.every((word) => {
    const named = namedOf(rows, word);
    const isPresent = pointsAtTold(word) || present.includes(word) || named.some(isOnCard(replying, step));
    return !isPresent && (named.length > 0 || others.includes(word));
  });
};

const rowsOf = ({ state }: Replying, { resource }: Step): readonly ShownRow[] =>
  state.shown.filter((row) => row.resource === resource);

const isOnCard = ({ parts }: Replying, step: Step) => {
  const { name, namespace } = placeOf(parts, step);
  return (row: ShownRow): boolean => row.name === name && (row.namespace ?? namespace) === namespace;
};

const placed = ({ namespace, cluster }: Pick<ShownRow, "namespace" | "cluster">): Mentions => ({
  ...(namespace === undefined ? {} : { namespace }),
  ...(cluster === undefined ? {} : { cluster }),
});

const namedOf = (rows: readonly ShownRow[], meant: string): readonly ShownRow[] => {
  const choices = rows.map(({ name, namespace, fields }) => {
    const value = namespace === undefined ? name : `${namespace}/${name}`;
    return { value, label: value, fields };
  });
  const reply = readReply(meant, { choices, parameter: rows[0]?.resource ?? "pod", multiple: true });
  return reply.kind === "picked" ? rows.filter((_, at) => reply.values.includes(choices[at]?.value ?? "")) : [];
};

const otherPlace = ({ parts, state }: Replying, step: Step, said: string): Mentions | undefined => {
  const known = knownPlaces(parts, state, step);
  const { meant } = correctionIn(said) ?? {};
  const place = otherPlaceIn(said, known) ?? (meant === undefined ? undefined : otherPlaceIn(meant, known));
  const entry = parts.catalog.get(step.tool);
  const isServed = (["cluster", "namespace"] as const).some(
    (role) => place?.[role] !== undefined && entry && parameterOf(entry, role),
  );
  if (place === undefined || !isServed) return undefined;
  // In another cluster it may stand in another namespace, unless that was said.
  const namespace = place.cluster === undefined ? placeOf(parts, step).namespace : step.mentions.namespace;
  return { ...(namespace === undefined ? {} : { namespace }), ...place };
};

/** Written as names are: no word of the language is taken for what is to be changed. */
const otherName = (said: string): Mentions | undefined => {
  const { meant = "" } = correctionIn(said) ?? {};
  return /^[a-z\d]+(?:[-.][a-z\d]+)+$/u.test(meant) ? { name: meant } : undefined;
};
