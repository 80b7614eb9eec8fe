import { argumentsFor, parameterOf } from "../../catalog/arguments.ts";
import type { Parameter, Role } from "../../catalog/types.ts";
import type { Read } from "../../overview/types.ts";
import { replicasOf } from "../../plan/relative-value.ts";
import { callKey } from "../../plan/source.ts";
import type { Step } from "../../plan/types.ts";
import { parseResult } from "../../results/parse-result.ts";
import { rowOf } from "../../results/rows.ts";
import type { Row } from "../../results/types.ts";
import { listAt, textAt, type UnknownRecord } from "../../results/values.ts";
import { sayAmount } from "../../words/amount-words.ts";
import { namedThing } from "../../words/nouns.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import type { State } from "../state.ts";

/** What a write changes, as far as it can be told: `replicas=2` to `replicas=5`. `from` is null where no read tells. */
export type Change = { readonly from: string | null; readonly to: string };

/** Roles of parameters whose present value stands in the object that is written to. */
const readable = ["replicas", "image"] as const;
type Readable = (typeof readable)[number];

/** The read that tells what a write is about to replace or take away; undefined when there is none. */
export const readBefore = (parts: Parts, step: Step): Read | undefined =>
  changed(parts, step) === undefined && step.verb !== "delete" ? undefined : readOfTarget(parts, step);

export const changeOf = (parts: Parts, step: Step): Change | undefined => {
  const found = changed(parts, step);
  if (!found) return undefined;
  const { role, parameter } = found;
  const now = valueNow(parts, step, role);
  return { from: now === undefined ? null : `${role}=${now}`, to: `${role}=${String(step.args[parameter.name])}` };
};

/** That what a write sets stands there already, where it sets nothing else. */
export const changesNothing = (parts: Parts, { language }: State, step: Step): string | undefined => {
  const { role, parameter } = changed(parts, step) ?? {};
  const entry = parts.catalog.get(step.tool);
  if (role === undefined || parameter === undefined) return undefined;
  const sets = entry?.parameters.filter(({ name, role: of }) => name in step.args && !placing.has(of)) ?? [];
  const value = String(step.args[parameter.name]);
  if (sets.some((each) => each !== parameter) || valueNow(parts, step, role) !== value) return undefined;
  const thing = namedThing(language, step.resource, placeOf(parts, step).name);
  return sayAmount(language, role === "image" ? "alreadyImage" : "alreadyReplicas", { thing, value });
};

/** Parameters that say which thing is meant, and what is to be done with it. */
const placing: ReadonlySet<Role> = new Set([
  "cluster",
  "namespace",
  "name",
  "kind",
  "apiVersion",
  "container",
  "operation",
]);

const changed = (parts: Parts, step: Step): { role: Readable; parameter: Parameter } | undefined => {
  const entry = parts.catalog.get(step.tool);
  for (const role of readable) {
    const parameter = entry && parameterOf(entry, role);
    if (parameter && step.args[parameter.name] !== undefined) return { role, parameter };
  }
  return undefined;
};

const readOfTarget = (parts: Parts, step: Step): Read | undefined => {
  const { catalog } = parts;
  const template =
    catalog.find({ verb: "get", resource: step.resource })[0] ??
    catalog.find({ verb: "describe", resource: step.resource })[0];
  const place = placeOf(parts, step);
  if (!template || place.name === undefined) return undefined;
  const { cluster, namespace, name } = place;
  const args = { ...argumentsFor(template.entry, step.resource, { cluster, namespace, name }), ...template.args };
  return { tool: template.entry.tool, args };
};

/** What a write is about to change, as it was read for its card. */
export const targetBefore = (parts: Parts, step: Step): Row | undefined => {
  const read = readOfTarget(parts, step);
  const result = read && parts.turn().shelf.results.get(callKey(read));
  if (result?.outcome !== "ok") return undefined;
  const parsed = parseResult({ ...result, verb: "get", resource: step.resource });
  if (parsed.form === "object") return rowOf(parsed.object, step.resource);
  const { name } = placeOf(parts, step);
  return parsed.form === "rows" ? parsed.rows.find((each) => each.name === name) : undefined;
};

const valueNow = (parts: Parts, step: Step, role: Readable): string | undefined => {
  const row = targetBefore(parts, step);
  const { container } = placeOf(parts, step);
  if (!row) return undefined;
  if (role === "image") return imageOf(row.object ?? {}, container);
  const wanted = replicasOf(row);
  return wanted === undefined ? undefined : String(wanted);
};

/** The image of the container that is meant, or of the only one. */
const imageOf = (object: UnknownRecord, container: string | undefined): string | undefined => {
  const containers = listAt(object, "spec", "template", "spec", "containers");
  const meant = container === undefined ? containers : containers.filter((each) => textAt(each, "name") === container);
  const image = textAt(meant[0], "image");
  return meant.length === 1 && image !== "" ? image : undefined;
};
