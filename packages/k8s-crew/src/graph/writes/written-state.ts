import { parameterOf } from "../../catalog/arguments.ts";
import { callKey } from "../../plan/source.ts";
import type { Step } from "../../plan/types.ts";
import { parseResult } from "../../results/parse-result.ts";
import { ageOf } from "../../results/row-age.ts";
import type { Row } from "../../results/types.ts";
import { workloadFacts } from "../../results/workload-facts.ts";
import { namedThing } from "../../words/nouns.ts";
import { sayWrite } from "../../words/write-words.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import { rowsOf } from "../reads/rows-of.ts";
import type { State } from "../state.ts";
import { isCheckOf } from "./check-after-write.ts";

/** A thing that is younger than this was made after the one that was deleted. Seconds. */
const justMade = 60;

/** What the list that was read after a change tells of the one thing that was changed; undefined where it tells nothing. */
export const writtenState = (parts: Parts, { plan, language }: State, check: Step): string | undefined => {
  const written = plan?.steps.find((step) => isCheckOf(check, step));
  const result = parts.turn().shelf.results.get(callKey(check));
  const { name, namespace } = written ? placeOf(parts, written) : {};
  if (!written || name === undefined || result?.outcome !== "ok") return undefined;
  if (parseResult({ ...result, verb: check.verb, resource: check.resource }).form !== "rows") return undefined;
  const thing = namedThing(language, written.resource, name);
  const row = rowsOf(parts, check).find(
    (each) => each.name === name && (namespace === undefined || (each.namespace ?? namespace) === namespace),
  );
  if (written.verb === "delete") return afterDelete(parts, { row, thing, language });
  return row && afterChange(parts, { row, thing, language }, written);
};

/** Lines of a tool's own words about a change; more is the object itself, of which the check tells. */
const wordsOfTool = 3;

/** A change's result without the object that was sent back, where a check tells how that is. */
export const withoutObject = (parts: Parts, state: State, step: Step): string | undefined => {
  const text = parts.turn().shelf.results.get(callKey(step))?.text ?? "";
  const check = state.plan?.steps.find((other) => isCheckOf(other, step));
  const told = step.effect !== "read" && check !== undefined && text.trim().split("\n").length > wordsOfTool;
  return told && writtenState(parts, state, check) !== undefined ? "" : undefined;
};

type Told<Of> = { readonly row: Of; readonly thing: string; readonly language: State["language"] };

const afterDelete = (parts: Parts, { row, thing, language }: Told<Row | undefined>): string => {
  if (row === undefined) return sayWrite(language, "gone", { thing });
  const { status = "" } = row.fields;
  const age = ageOf(row, parts.settings.now());
  if (status === "") return sayWrite(language, "stillThere", { thing });
  const isNew = age !== undefined && age < justMade && status !== "Terminating";
  return sayWrite(language, isNew ? "anew" : "going", { thing, status });
};

const afterChange = (parts: Parts, { row, thing, language }: Told<Row>, written: Step): string | undefined => {
  const { ready, desired } = workloadFacts(row, parts.settings.now());
  const { status = "" } = row.fields;
  if (written.resource === "pod" || ready === undefined || desired === undefined)
    return status === "" ? undefined : sayWrite(language, "is", { thing, status });
  const wanted = replicasOf(parts, written);
  if (wanted !== undefined && wanted !== desired)
    return sayWrite(language, "notYetWanted", { thing, wanted, ready, desired });
  return sayWrite(language, ready < desired ? "notYetReady" : "allReady", { thing, ready, desired });
};

const replicasOf = (parts: Parts, { tool, args }: Step): number | undefined => {
  const entry = parts.catalog.get(tool);
  const parameter = entry && parameterOf(entry, "replicas");
  const value = parameter ? Number(args[parameter.name]) : Number.NaN;
  return Number.isNaN(value) ? undefined : value;
};
