import type { Language } from "../output/output.ts";
import { fieldReaders } from "../results/fields.ts";
import { referencesIn } from "../results/references.ts";
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

/** What every namespace has and the cluster itself uses: nobody means these. */
const ownOfCluster = /^kube-root-ca\.crt$|^default$/;

/** The things that no pod refers to. Where a pod of its namespace does not tell what it refers to, nothing is called unused. */
export function unusedAnswer(things: readonly Row[], pods: readonly Row[], looked: Looked): string {
  const { language, resource, width, now, everywhere } = looked;
  if (resource === "namespace") return emptyNamespaces(things, pods, looked);
  const own = things.filter(({ name }) => !ownOfCluster.test(name));
  const noun = nounOf(resource, own.length, language);
  if (own.length === 0) return sayUnused(language, "empty", { noun: nounOf(resource, 2, language) });
  const silent = pods.filter((pod) => fieldReaders.references.text(pod, now) === undefined);
  const used = new Set(
    pods.flatMap(({ namespace, object }) => referencesIn(object).map((each) => `${namespace ?? ""}/${each}`)),
  );
  const unseen = own.filter(({ namespace, name }) => !used.has(`${namespace ?? ""}/${resource}/${name}`));
  // Only a pod of the same namespace can refer to a thing.
  const isOpen = (row: Row) => silent.some(({ namespace }) => namespace === row.namespace);
  const unused = unseen.filter((row) => !isOpen(row));
  const open = unseen.filter(isOpen);
  if (unseen.length === 0) return sayUnused(language, "none", { total: own.length, noun });
  const columns = columnsFor(resource, unused, { now, everywhere, fields: [] });
  const rows = unused.map((row) => cellsFor(row, columns, now));
  const table = formatTable({ columns, rows, width, more: (count) => say(language, "more", { count }) });
  const pending = { count: open.length, noun: nounOf(resource, open.length, language), pods: silent.length };
  return [
    ...(unused.length === 0
      ? []
      : [sayUnused(language, "some", { total: own.length, count: unused.length, noun }), "", table, ""]),
    ...(open.length === 0 ? [] : [sayUnused(language, "untold", pending)]),
    ...(unused.length === 0 ? [] : [sayUnused(language, "beyond", {})]),
  ].join("\n");
}

/** Namespaces of the cluster itself are there whether anything runs in them or not. */
const ownNamespace = /^(?:default|kube-.*)$/;

/** The namespaces that no pod stands in. */
function emptyNamespaces(namespaces: readonly Row[], pods: readonly Row[], looked: Looked): string {
  const { language, resource, width, now } = looked;
  const inUse = new Set(pods.map(({ namespace }) => namespace));
  const own = namespaces.filter(({ name }) => !ownNamespace.test(name));
  const empty = own.filter(({ name }) => !inUse.has(name));
  if (empty.length === 0) return sayUnused(language, "noEmpty", { total: own.length });
  const columns = columnsFor(resource, empty, { now, everywhere: false, fields: [] });
  const rows = empty.map((row) => cellsFor(row, columns, now));
  const table = formatTable({ columns, rows, width, more: (count) => say(language, "more", { count }) });
  const head = sayUnused(language, "emptyNamespaces", { total: own.length, count: empty.length });
  return [head, "", table, "", sayUnused(language, "onlyPods", {})].join("\n");
}
