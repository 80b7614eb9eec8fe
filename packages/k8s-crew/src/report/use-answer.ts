import { formatBytes, formatCpu } from "../catalog/quantity.ts";
import type { Language } from "../output/output.ts";
import { workloadOf } from "../results/replicas.ts";
import { boundOf, type Measured } from "../results/requested.ts";
import type { Row } from "../results/types.ts";
import { usageFacts } from "../results/usage-facts.ts";
import { type BesideSentence, sayBeside } from "../words/beside-words.ts";
import { formatTable } from "./table.ts";

export type UseAsked = {
  readonly language: Language;
  readonly width: number;
  /** What was named, as it was said. */
  readonly name: string | undefined;
  readonly measured: Measured;
  readonly against: "limits" | "requests";
};

type Used = {
  readonly row: Row;
  readonly used: number | undefined;
  readonly limit: number | "unset" | undefined;
  readonly request: number | "unset" | undefined;
};

/** What pods use, held against what they may use or request: `usage` of each container, `pods` with their objects. */
export function useAnswer(usage: readonly Row[], pods: readonly Row[], asked: UseAsked): string {
  const { language, measured, name, width } = asked;
  const all = pods.map((row) => usedBy(row, usage, measured));
  const found = all.some(({ used }) => used !== undefined) ? all.filter(({ used }) => used !== undefined) : all;
  const ordered = found.toSorted((one, other) => (shareOf(other, asked) ?? -1) - (shareOf(one, asked) ?? -1));
  const [first] = ordered;
  if (first === undefined) return sayBeside(language, "noUse", { name: name ?? "" });
  const format = measured === "cpu" ? formatCpu : formatBytes;
  const text = (amount: number | "unset" | undefined) =>
    amount === undefined ? "?" : amount === "unset" ? "-" : format(amount);
  const rows = ordered.map((each) => ({
    namespace: each.row.namespace ?? "",
    pod: each.row.name,
    used: text(each.used),
    request: text(each.request),
    limit: text(each.limit),
    share: shareText(shareOf(each, asked)),
  }));
  const columns = [
    ...(new Set(rows.map(({ namespace }) => namespace)).size > 1 ? [{ key: "namespace", title: "NAMESPACE" }] : []),
    { key: "pod", title: "POD", shrink: "middle" as const },
    { key: "used", title: `${measured.toUpperCase()} USED`, align: "right" as const },
    { key: "request", title: "REQUEST", align: "right" as const },
    { key: "limit", title: "LIMIT", align: "right" as const },
    { key: "share", title: asked.against === "limits" ? "OF LIMIT" : "OF REQUEST", align: "right" as const },
  ];
  return [headOf(ordered, first, { ...asked, format }), "", formatTable({ columns, rows, width })].join("\n");
}

const usedBy = (row: Row, usage: readonly Row[], measured: Measured): Used => {
  const own = usage.filter(
    ({ name, namespace }) => name === row.name && (namespace ?? row.namespace) === row.namespace,
  );
  const amounts = own.flatMap((each) => usageFacts(each)[measured] ?? []);
  return {
    row,
    used: amounts.length === 0 ? undefined : amounts.reduce((sum, amount) => sum + amount, 0),
    limit: boundOf(row.object, "limits", measured),
    request: boundOf(row.object, "requests", measured),
  };
};

const boundIn = ({ limit, request }: Used, { against }: UseAsked) => (against === "limits" ? limit : request);

const shareOf = (each: Used, asked: UseAsked): number | undefined => {
  const bound = boundIn(each, asked);
  return each.used === undefined || typeof bound !== "number" || bound === 0 ? undefined : each.used / bound;
};

const shareText = (share: number | undefined): string => (share === undefined ? "" : `${Math.round(share * 100)}%`);

type Head = UseAsked & { readonly format: (amount: number) => string };

function headOf(all: readonly Used[], first: Used, asked: Head): string {
  const { language, measured, against, format } = asked;
  const { used, row } = first;
  const [owner] = new Set(all.map((each) => workloadOf(each.row)));
  const isOne = all.every((each) => workloadOf(each.row) === owner);
  const isSame = isOne && all.every((each) => each.used === used && boundIn(each, asked) === boundIn(first, asked));
  const label = all.length > 1 && isSame ? (owner?.split("/")[1] ?? row.name) : row.name;
  const measure = sayBeside(language, measured);
  if (used === undefined) return sayBeside(language, "noUse", { name: label });
  const bound = boundIn(first, asked);
  const slots = { name: label, measure, used: format(used), count: all.length };
  if (bound === undefined) return sayBeside(language, "untold", slots);
  if (bound === "unset") return sayBeside(language, against === "limits" ? "noLimit" : "noRequest", slots);
  const sentence = sentenceFor({ several: all.length > 1, isSame, against, isOver: used >= bound });
  return sayBeside(language, sentence, {
    ...slots,
    bound: format(bound),
    percent: Math.round((used / bound) * 100),
    difference: format(Math.abs(used - bound)),
  });
}

type Case = {
  readonly several: boolean;
  readonly isSame: boolean;
  readonly against: UseAsked["against"];
  readonly isOver: boolean;
};

const sentenceFor = ({ several, isSame, against, isOver }: Case): BesideSentence => {
  if (several && !isSame) return against === "limits" ? "nearest" : "most";
  if (against === "limits") return several ? "ofLimitEach" : "ofLimit";
  if (several) return isOver ? "overRequestEach" : "underRequestEach";
  return isOver ? "overRequest" : "underRequest";
};
