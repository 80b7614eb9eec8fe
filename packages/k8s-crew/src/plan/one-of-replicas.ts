import type { CallTemplate } from "../catalog/types.ts";
import type { Candidate } from "../choices/choices.ts";
import { formatAge } from "../results/age.ts";
import { podFacts } from "../results/pod-facts.ts";
import { isNumbered, workloadOf } from "../results/replicas.ts";
import { ageOf } from "../results/row-age.ts";
import { severityOf } from "../results/severity.ts";
import type { Row } from "../results/types.ts";
import { listOf } from "../words/fill.ts";
import { sayFurther } from "../words/further-words.ts";
import { sayLog } from "../words/log-words.ts";
import type { Gap } from "./fill-types.ts";
import { lookCloser } from "./look-closer.ts";

/** The replica that stands for all, or the looks that tell which one; undefined where a person has to choose. */
export type Representative =
  | { readonly kind: "one"; readonly candidate: Candidate; readonly note: string | undefined }
  | { readonly kind: "read"; readonly templates: readonly CallTemplate[] };

/** Replicas that are looked at to find the one that is worth reading. */
const lookLimit = 5;

/** What tells of one what it would tell of another. */
const lookingAtOne: readonly string[] = ["logs", "get", "describe"];

/** Of the others, those that are named. */
const namedLimit = 4;

/**
 * Pods that differ in nothing but what a controller adds to their names are no choice that a person could make: the one
 * that tells most is read, and which one it is is said. Who is led step by step chooses.
 */
export const oneOfReplicas = (gap: Gap, found: readonly Candidate[]): Representative | undefined => {
  const called = calledJustSo(gap, found);
  const others = found.filter((each) => !called.includes(each));
  const one = amongReplicas(gap, called);
  return one?.kind === "one" && others.length > 0 ? { ...one, note: withVersions(gap, one.note, others) } : one;
};

/**
 * Of “web” and “web-canary” beside it those that are called just so, where a person need not choose. Versions side by
 * side, “web” and “web-v2”, are the same thing to who says “web”.
 */
const calledJustSo = ({ step, knowledge }: Gap, found: readonly Candidate[]): readonly Candidate[] => {
  const own = found.filter(({ workload }) => workload === step.mentions.name?.toLowerCase());
  if (found.some(({ workload = "" }) => /-v\d+$/u.test(workload))) return found;
  const mayTake = step.diagnose === true || knowledge.guidance !== "guided";
  const isOnePlace = new Set(found.map(({ row }) => row.namespace)).size === 1;
  return mayTake && isOnePlace && own.length > 0 ? own : found;
};

/** What else goes by the name, and was not looked at. */
const withVersions = (
  { knowledge: { language } }: Gap,
  note: string | undefined,
  others: readonly Candidate[],
): string => {
  const names = listOf(language, [...new Set(others.map(({ row, workload = row.name }) => workload))]);
  return [note, sayLog(language, "otherVersions", { names })].filter((part) => part !== undefined).join("\n");
};

const amongReplicas = (gap: Gap, found: readonly Candidate[]): Representative | undefined => {
  const { step, knowledge } = gap;
  const isAny = step.diagnose === true || step.anyPod === true;
  const [first] = found;
  const mayTake = isAny || lookingAtOne.includes(step.verb);
  if (first === undefined || !mayTake || knowledge.doubted.includes("pod") || !areReplicas(found)) return undefined;
  if (step.diagnose === true) return { kind: "one", candidate: first, note: undefined };
  // A list of names only tells of none how it is.
  const closer = found.length > lookLimit ? undefined : lookCloser(gap, "pod", found);
  if (closer?.kind === "read") return closer;
  const seen = closer?.candidates ?? found;
  if (!isAny && isChoice(seen, knowledge)) return undefined;
  const ranked = seen.toSorted((one, other) => worth(one.row, other.row, knowledge.now));
  const [best] = ranked;
  const rows = ranked.map(({ row }) => row);
  return best && { kind: "one", candidate: best, note: noteOf(gap, rows) };
};

const areReplicas = (found: readonly Candidate[]): boolean =>
  new Set(found.map(({ row }) => workloadOf(row))).size === 1;

/** Whether a person could have a reason to take one rather than another, unless one alone is in trouble. */
const isChoice = (found: readonly Candidate[], { guidance, now }: Gap["knowledge"]): boolean => {
  const troubled = found.filter(({ row }) => severityOf(row, now) > 0).length;
  return guidance === "guided" || (troubled !== 1 && found.some(({ row }) => isNumbered(row.name)));
};

/** The one in trouble, else the one that was restarted most, else the newest. */
const worth = (one: Row, other: Row, now: number): number =>
  severityOf(other, now) - severityOf(one, now) ||
  (podFacts(other, now).restarts ?? 0) - (podFacts(one, now).restarts ?? 0) ||
  (isAsOld(one, other, now) ? 0 : (ageOf(one, now) ?? 0) - (ageOf(other, now) ?? 0));

/** As far as a person would see. */
const isAsOld = (one: Row, other: Row, now: number): boolean =>
  formatAge(ageOf(one, now) ?? 0) === formatAge(ageOf(other, now) ?? 0);

/** Which one is read, and why; the best comes first. */
const noteOf = ({ knowledge: { language, now } }: Gap, [best, ...others]: readonly Row[]): string | undefined => {
  const [next] = others;
  if (best === undefined || next === undefined) return undefined;
  const { status, restarts = 0 } = podFacts(best, now);
  const isEqual = worth(best, next, now) === 0;
  const why = isEqual ? "alike" : severityOf(best, now) > 0 ? "inTrouble" : restarts > 0 ? "restarted" : "newest";
  const names = listOf(
    language,
    others.slice(0, namedLimit).map(({ name }) => name),
  );
  return sayLog(language, "oneOf", {
    name: best.name,
    why: sayLog(language, why, { status, restarts }),
    count: others.length,
    others:
      others.length > namedLimit
        ? sayFurther(language, "andMore", { names, count: others.length - namedLimit })
        : names,
  });
};
