import { argumentsFor, parameterOf } from "../catalog/arguments.ts";
import type { CallTemplate } from "../catalog/types.ts";
import type { Candidate } from "../choices/choices.ts";
import { formatAge } from "../results/age.ts";
import { parseResult } from "../results/parse-result.ts";
import { podFacts } from "../results/pod-facts.ts";
import { workloadOf } from "../results/replicas.ts";
import { ageOf } from "../results/row-age.ts";
import { rowOf } from "../results/rows.ts";
import { severityOf } from "../results/severity.ts";
import type { Row } from "../results/types.ts";
import { listOf } from "../words/fill.ts";
import { sayLog } from "../words/log-words.ts";
import type { Gap } from "./fill-types.ts";

/** The replica that stands for all, or the looks that tell which one; undefined where a person has to choose. */
export type Representative =
  | { readonly kind: "one"; readonly candidate: Candidate; readonly note: string | undefined }
  | { readonly kind: "read"; readonly templates: readonly CallTemplate[] };

/** Replicas that are looked at to find the one that is worth reading. */
const lookLimit = 5;

/**
 * Pods that differ in nothing but what a controller adds to their names are no choice that a person could make. A
 * diagnosis takes the worst; so does a log where nobody is led step by step, and which one it is is said.
 */
export const oneOfReplicas = (gap: Gap, found: readonly Candidate[]): Representative | undefined => {
  const { step, knowledge } = gap;
  const isAny = step.diagnose === true || step.anyPod === true;
  const mayTake = isAny || (step.verb === "logs" && knowledge.guidance === "direct" && !found.some(isNumbered));
  const [first] = found;
  if (first === undefined || !mayTake || knowledge.doubted.includes("pod") || !areReplicas(found)) return undefined;
  if (step.diagnose === true) return { kind: "one", candidate: first, note: undefined };
  const looks = found.length > lookLimit ? [] : unread(gap, found);
  if (looks.length > 0) return { kind: "read", templates: looks };
  const ranked = found
    .map((candidate) => ({ candidate, row: told(candidate.row) ? candidate.row : rowOfLook(gap, candidate.row) }))
    .toSorted((one, other) => worth(one.row, other.row, knowledge.now));
  const [best] = ranked;
  return (
    best && {
      kind: "one",
      candidate: best.candidate,
      note: noteOf(
        gap,
        ranked.map(({ row }) => row),
      ),
    }
  );
};

const areReplicas = (found: readonly Candidate[]): boolean =>
  new Set(found.map(({ row }) => workloadOf(row))).size === 1;

/** The pods of a StatefulSet keep their names, and are not always the same: the first may be the one that writes. */
const isNumbered = ({ row }: Candidate): boolean => /-\d{1,4}$/.test(row.name);

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
  return sayLog(language, "oneOf", {
    name: best.name,
    why: sayLog(language, why, { status, restarts }),
    others: listOf(
      language,
      others.map(({ name }) => name),
    ),
  });
};

/** A list of names only tells of none how it is. */
const unread = (gap: Gap, found: readonly Candidate[]): readonly CallTemplate[] =>
  found.flatMap(({ row }) => {
    const look = told(row) ? undefined : lookAt(gap, row);
    return look && gap.knowledge.lookup({ tool: look.entry.tool, args: look.args }) === undefined ? [look] : [];
  });

const lookAt = ({ step, entry, knowledge: { catalog } }: Gap, row: Row): CallTemplate | undefined => {
  const template = catalog.find({ verb: "get", resource: "pod" })[0];
  if (!template || !parameterOf(template.entry, "name", "pod")) return undefined;
  const said = (role: "cluster" | "namespace"): string | undefined => {
    const parameter = parameterOf(entry, role);
    const value = parameter && step.args[parameter.name];
    return typeof value === "string" ? value : undefined;
  };
  const place = { cluster: said("cluster"), namespace: row.namespace ?? said("namespace"), name: row.name };
  return { ...template, args: { ...template.args, ...argumentsFor(template.entry, "pod", place) } };
};

const rowOfLook = (gap: Gap, row: Row): Row => {
  const look = lookAt(gap, row);
  const result = look && gap.knowledge.lookup({ tool: look.entry.tool, args: look.args });
  if (result?.outcome !== "ok") return row;
  const parsed = parseResult({ ...result, verb: "get", resource: "pod" });
  return (parsed.form === "object" ? rowOf(parsed.object, "pod") : undefined) ?? row;
};

/** Whether the list says how it is. */
const told = ({ fields }: Row): boolean => "status" in fields || "phase" in fields;
