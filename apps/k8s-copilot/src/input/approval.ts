import type { Segment } from "./segments.ts";

/** What became of a piece of input at an approval: what to echo, and the word typed once Enter was pressed. */
type ApprovalStep =
  | { readonly kind: "typing"; readonly echo: string }
  /** It was pasted or came too early; nothing of it counts, and what was typed before is void. */
  | { readonly kind: "ignored" }
  | { readonly kind: "done"; readonly word: string }
  | { readonly kind: "cancelled" };

export type ApprovalReader = { take(segment: Segment): ApprovalStep };

/** A person needs longer than this to read what is asked; what comes sooner was meant for something else. */
export const quietMs = 300;

/**
 * Reads the word that approves. What was on its way when the question appeared does not count, nor does a paste; each
 * of them starts the quiet time anew, so that the tail of a long paste cannot approve.
 */
export const createApprovalReader = (now: () => number): ApprovalReader => {
  let quietUntil = now() + quietMs;
  let word = "";
  const ignore = (): ApprovalStep => {
    quietUntil = now() + quietMs;
    word = "";
    return { kind: "ignored" };
  };
  return {
    take: (segment) => {
      if (segment.kind === "typed" && /[\x03\x04]|^\x1b$/.test(segment.text)) return { kind: "cancelled" };
      if (segment.kind === "paste" || now() < quietUntil) return ignore();
      if (segment.text.startsWith("\x1b")) return { kind: "typing", echo: "" };
      const [typed = "", ...more] = segment.text.split(/\r\n?|\n/);
      const edited = edit(word, typed);
      word = edited.word;
      if (more.length === 0) return { kind: "typing", echo: edited.echo };
      return more.some((rest) => rest !== "") ? ignore() : { kind: "done", word: word.trim() };
    },
  };
};

const edit = (word: string, typed: string): { word: string; echo: string } => {
  let text = word;
  let echo = "";
  for (const character of typed) {
    if (character === "\x7f" || character === "\b") {
      const last = [...text].at(-1);
      if (last === undefined) continue;
      text = text.slice(0, -last.length);
      echo += "\b \b".repeat((last.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1);
    } else if (character >= " ") {
      text += character;
      echo += character;
    }
  }
  return { word: text, echo };
};
