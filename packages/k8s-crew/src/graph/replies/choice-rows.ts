import { argumentsFor, parameterOf } from "../../catalog/arguments.ts";
import { allChoices } from "../../choices/offer.ts";
import type { Ask } from "../../choices/types.ts";
import type { Read } from "../../overview/types.ts";
import { callKey } from "../../plan/source.ts";
import { parseResult } from "../../results/parse-result.ts";
import { rowOf } from "../../results/rows.ts";
import type { Row } from "../../results/types.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import { readAnew } from "../reads/read-all.ts";
import { splitValue } from "./settle.ts";
import type { Replying } from "./understood.ts";

/** Choices that are looked at more closely to answer a question about them. */
export const closerLimit = 5;

/** The choices as rows, as far as their list told of them; `values`: only these. */
export const choiceRows = (ask: Ask, values: readonly string[]): readonly Row[] =>
  allChoices(ask)
    .filter(({ value }) => values.length === 0 || values.includes(value))
    .map(({ value }) => {
      const { namespace, name } = splitValue(ask, value);
      return { name, ...(namespace === undefined ? {} : { namespace }), fields: ask.fields[value] ?? {} };
    });

/** The rows with what a closer look tells of those that do not say what is asked. */
export const withCloserLook = async (
  { parts, state, ask }: Replying,
  rows: readonly Row[],
  isTold: (row: Row) => boolean,
): Promise<readonly Row[]> => {
  const step = state.plan?.steps.find(({ id }) => id === ask.stepId);
  const untold = rows.filter((row) => !isTold(row));
  if (!step || untold.length === 0 || untold.length > closerLimit) return rows;
  const { cluster = state.entities.cluster?.value, namespace = state.entities.namespace?.value } = placeOf(parts, step);
  const place = cluster === undefined ? { namespace } : { cluster, namespace };
  const looks = untold.flatMap((row) => {
    const read = readOf(parts, ask.parameter, { ...place, namespace: row.namespace ?? namespace, name: row.name });
    return read ? [{ row, read }] : [];
  });
  const { signal } = parts.turn();
  await readAnew(
    parts,
    looks.map(({ read }) => read),
    { signal, maxAgeMs: parts.settings.maxAgeMs },
  );
  const found = new Map(looks.map(({ row, read }) => [row, rowRead(parts, { resource: ask.parameter, read, row })]));
  return rows.map((row) => found.get(row) ?? row);
};

type Place = { readonly cluster?: string; readonly namespace?: string | undefined; readonly name: string };

const readOf = ({ catalog }: Parts, resource: string, { cluster, namespace, name }: Place): Read | undefined => {
  const template = catalog.find({ verb: "get", resource })[0] ?? catalog.find({ verb: "describe", resource })[0];
  // A tool that cannot be told which one tells of none of them.
  if (!template || !parameterOf(template.entry, "name", resource)) return undefined;
  const args = { ...argumentsFor(template.entry, resource, { cluster, namespace, name }), ...template.args };
  return { tool: template.entry.tool, args };
};

type Looked = { readonly resource: string; readonly read: Read; readonly row: Row };

const rowRead = (parts: Parts, { resource, read, row }: Looked): Row | undefined => {
  const result = parts.turn().shelf.results.get(callKey(read));
  if (result?.outcome !== "ok") return undefined;
  const parsed = parseResult({ ...result, verb: "get", resource });
  const found =
    parsed.form === "object"
      ? rowOf(parsed.object, resource)
      : parsed.form === "rows"
        ? parsed.rows.find(({ name }) => name === row.name)
        : undefined;
  if (!found) return undefined;
  const { namespace: _, ...told } = found;
  return { ...told, ...row, fields: { ...found.fields, ...row.fields } };
};
