/**
 * What arrives from a terminal, told apart: keys as they are typed, and text that was pasted. A paste is known by the
 * marks of bracketed paste, or, where a terminal does not send them, by a line break in the middle of one burst.
 */
export type Segment =
  | { readonly kind: "typed"; readonly text: string }
  /** `submitted`: without marks, a line break at its end is the person's Enter. */
  | { readonly kind: "paste"; readonly text: string; readonly submitted: boolean };

export type Segmenter = {
  /** True while more may belong to what is held back: call `flush` when nothing follows for `burstMs`. */
  readonly isHolding: () => boolean;
  push(chunk: string): readonly Segment[];
  flush(): readonly Segment[];
};

/** Chunks closer to each other than this are one burst: nobody types that fast. */
export const burstMs = 30;

const opening = "\x1b[200~";
const closing = "\x1b[201~";

type State =
  | { readonly kind: "typing"; readonly held: string }
  | { readonly kind: "bracketed"; readonly held: string }
  | { readonly kind: "burst"; readonly held: string };

export const createSegmenter = (): Segmenter => {
  let state: State = { kind: "typing", held: "" };
  return {
    isHolding: () => state.held !== "" && state.kind !== "bracketed",
    push: (chunk) => {
      const segments: Segment[] = [];
      let rest = state.held + chunk;
      let kind = state.kind;
      while (rest !== "") {
        const step = kind === "bracketed" ? inBrackets(rest) : outside(rest, kind);
        segments.push(...step.segments);
        kind = step.kind;
        if (step.rest === rest) break;
        rest = step.rest;
        if (step.isWaiting) break;
      }
      state = { kind, held: rest };
      return segments;
    },
    flush: () => {
      const { kind, held } = state;
      if (kind === "bracketed" || held === "") return [];
      state = { kind: "typing", held: "" };
      return [kind === "burst" ? pasted(held) : { kind: "typed", text: held }];
    },
  };
};

type Step = {
  readonly segments: readonly Segment[];
  readonly kind: State["kind"];
  readonly rest: string;
  readonly isWaiting: boolean;
};

const inBrackets = (text: string): Step => {
  const end = text.indexOf(closing);
  if (end < 0) return { segments: [], kind: "bracketed", rest: text, isWaiting: true };
  const segment: Segment = { kind: "paste", text: newlines(text.slice(0, end)), submitted: false };
  return { segments: [segment], kind: "typing", rest: text.slice(end + closing.length), isWaiting: false };
};

const outside = (text: string, kind: "typing" | "burst"): Step => {
  const start = text.indexOf(opening);
  const before = start < 0 ? text : text.slice(0, start);
  if (start >= 0) {
    const segments =
      before === "" ? [] : [kind === "burst" ? pasted(before) : ({ kind: "typed", text: before } as const)];
    return { segments, kind: "bracketed", rest: text.slice(start + opening.length), isWaiting: false };
  }
  if (kind === "burst" || /[\r\n][^\r\n]|[\r\n]{3}/.test(text))
    return { segments: [], kind: "burst", rest: text, isWaiting: true };
  const held = beginningOfMark(text);
  const typed = text.slice(0, text.length - held);
  const segments = typed === "" ? [] : [{ kind: "typed", text: typed } as const];
  return { segments, kind: "typing", rest: text.slice(text.length - held), isWaiting: true };
};

/** How many characters at the end may be the beginning of a mark that was cut in two. */
const beginningOfMark = (text: string): number => {
  for (let length = Math.min(opening.length - 1, text.length); length > 0; length--)
    if (opening.startsWith(text.slice(-length))) return length;
  return 0;
};

const pasted = (text: string): Segment => ({ kind: "paste", text: newlines(text), submitted: /[\r\n]$/.test(text) });

const newlines = (text: string): string => text.replace(/\r\n?/g, "\n");
