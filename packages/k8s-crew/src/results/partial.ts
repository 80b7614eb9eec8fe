import { at, isRecord, numberAt, tryJson, type UnknownRecord } from "./values.ts";

/** What a list says of itself when it is not all there is. `left`: how many more there are, where it tells. */
export type Partial = { readonly left?: number };

/** Of a whole result undefined. Only what says so itself counts: that a list has a round number of rows proves nothing. */
export const partialOf = (text: string, structured?: unknown): Partial | undefined => {
  if (structured !== undefined) {
    const said = saidByValue(structured, 0);
    if (said !== undefined) return said;
  }
  const value = /^\s*[[{"]/.test(text) && marks.test(text) ? tryJson(text) : undefined;
  return value === undefined ? (saidByYaml(text) ?? saidByText(text)) : saidByValue(value, 0);
};

/** JSON without one of these is not worth parsing. */
const marks = /continu|remaining|truncat|more|next|partial|incomplete/i;

/** Where lists speak about themselves; what stands elsewhere is about the things in them. */
const envelopes = [
  "metadata",
  "meta",
  "pagination",
  "paging",
  "page",
  "pageInfo",
  "page_info",
  "result",
  "data",
  "list",
];

const saidByValue = (value: unknown, depth: number): Partial | undefined => {
  if (typeof value === "string") return /^\s*[[{]/.test(value) ? saidByValue(tryJson(value), depth) : undefined;
  if (!isRecord(value) || depth > 2 || isObject(value)) return undefined;
  const left = leftIn(value);
  if (left !== undefined) return left;
  return envelopes.map((key) => saidByValue(at(value, key), depth + 1)).find((said) => said !== undefined);
};

/** A single thing of the cluster: its fields mean what they mean to it. */
const isObject = (value: UnknownRecord): boolean => at(value, "metadata", "name") !== undefined;

const leftIn = (value: UnknownRecord): Partial | undefined => {
  const left = numberAt(value, "remainingItemCount");
  if (left !== undefined && left > 0) return { left };
  const goesOn = Object.entries(value).some(([key, member]) => {
    const name = key.toLowerCase().replace(/[_-]/g, "");
    if (flags.has(name)) return member === true || member === "true";
    return cursors.has(name) && (typeof member === "number" || (typeof member === "string" && member !== ""));
  });
  return goesOn ? {} : undefined;
};

const flags: ReadonlySet<string> = new Set([
  "truncated",
  "istruncated",
  "hasmore",
  "hasnextpage",
  "incomplete",
  "partial",
]);
const cursors: ReadonlySet<string> = new Set([
  "continue",
  "continuetoken",
  "continuationtoken",
  "nextcursor",
  "nextpagetoken",
  "nexttoken",
]);

/** The list's own metadata stand at the margin of its document, those of its items further in. */
const saidByYaml = (text: string): Partial | undefined => {
  if (!/^kind: \w*List$/m.test(text)) return undefined;
  const left = /^ {2}remainingItemCount: (\d+)$/m.exec(text)?.[1];
  if (left !== undefined) return { left: Number(left) };
  return /^ {2}continue: (?!""|''|null$)\S/m.test(text) ? {} : undefined;
};

/** Servers that write for people say it in the first or the last lines. */
const saidByText = (text: string): Partial | undefined => {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const ends = [...lines.slice(0, 3), ...lines.slice(-3)];
  for (const line of ends) {
    const [, shown, all] = portion.exec(line) ?? [];
    if (shown !== undefined && Number(shown) < Number(all)) return { left: Number(all) - Number(shown) };
    const more = rest.exec(line);
    if (more !== null) return { left: Number(more[1] ?? more[2]) };
    if (cut.test(line)) return {};
  }
  return undefined;
};

const portion =
  /(?:show(?:ing|n|s|ed)?|display(?:ing|ed)|return(?:ing|ed)|list(?:ing|ed)|first|仅显示|只显示|显示|返回)\D{0,20}(\d+)\s*(?:\w+\s+)?(?:of|out of|\/|条?，?\s*共)\s*(\d+)/i;
const rest = /(?:\.\.\.|…|\band)\s*\+?(\d+) (?:more|others?)\b|还有\s*(\d+)\s*(?:个|条|项)[^\n]{0,4}(?:未|没有)/i;
const cut =
  /\b(?:output|list|results?|response) (?:was |is |has been |have been |were )?truncated\b|^\W*truncated\W*$|[[(]truncated[\])]|已截断|已被截断|(?:结果|列表|输出)被截断/i;
