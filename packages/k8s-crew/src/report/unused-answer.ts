import type { Language } from "../output/output.ts";
import type { Row } from "../results/types.ts";
import { nounOf } from "../words/nouns.ts";
import { say } from "../words/report-words.ts";
import { sayUnused } from "../words/unused-words.ts";
import { cellsFor, columnsFor } from "./columns.ts";
import { formatTable } from "./table.ts";

type Looked = {
  readonly language: Language;
  readonly resource: string;
  readonly width: number;
  readonly now: number;
  readonly everywhere: boolean;
};

/** The things that nothing uses, of rows that are marked with that; what cannot be told is not called unused. */
export function unusedAnswer(things: readonly Row[], looked: Looked): string {
  const { language, resource } = looked;
  const unused = things.filter(({ fields }) => fields.used === "no");
  if (resource === "namespace") return emptyNamespaces(things, unused, looked);
  const total = things.length;
  const noun = nounOf(resource, total, language);
  if (total === 0) return sayUnused(language, "empty", { noun: nounOf(resource, 2, language) });
  const open = things.filter(({ fields }) => fields.used === undefined).length;
  if (open === 0 && unused.length === 0) return sayUnused(language, "none", { total, noun });
  const count = unused.length;
  return [
    ...(count === 0 ? [] : [sayUnused(language, "some", { total, count, noun }), "", tableOf(unused, looked), ""]),
    ...(open === 0 ? [] : [sayUnused(language, "untold", { count: open, noun: nounOf(resource, open, language) })]),
    ...(count === 0 ? [] : [sayUnused(language, "beyond", {})]),
  ].join("\n");
}

/** The namespaces that no pod stands in. */
function emptyNamespaces(own: readonly Row[], empty: readonly Row[], looked: Looked): string {
  const { language } = looked;
  const open = own.filter(({ fields }) => fields.used === undefined).length;
  if (empty.length === 0) return sayUnused(language, open > 0 ? "emptyUntold" : "noEmpty", { total: own.length });
  const head = sayUnused(language, "emptyNamespaces", { total: own.length, count: empty.length });
  return [head, "", tableOf(empty, looked), "", sayUnused(language, "onlyPods", {})].join("\n");
}

function tableOf(things: readonly Row[], { resource, now, width, language, everywhere }: Looked): string {
  const columns = columnsFor(resource, things, {
    now,
    everywhere: everywhere && resource !== "namespace",
    fields: [],
  }).filter(({ key }) => key !== "used");
  const rows = things.map((row) => cellsFor(row, columns, now));
  return formatTable({ columns, rows, width, more: (count) => say(language, "more", { count }) });
}
