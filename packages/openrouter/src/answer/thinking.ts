const opening = /^<(think|thinking|thought|reasoning)>/;

/** What may still become an opening tag. */
const undecided = /^(<[a-z]{0,9})?$/;

/**
 * Parts the thoughts that some models write before their answer (`<think>…</think>`) from the answer. Works piece by
 * piece, wherever a piece ends. Tags further on in an answer are left alone: they may be what was asked about.
 * `isOpen`: the endpoint is known to begin in the middle of a thought; what never closes was none.
 */
export function createThinkingFilter(isOpen: boolean) {
  let isAnswer = false;
  let tag = isOpen ? "think" : undefined;
  let hasOpened = false;
  let hasText = false;
  /** What is passed and not yet told: blanks before a tag, thoughts before their end. */
  let passed: string[] = [];
  let held = "";
  let thoughts: readonly string[] = [];

  /** At a place where a tag may open. */
  function open(): string {
    const begin = held.trimStart();
    passed.push(held.slice(0, held.length - begin.length));
    held = begin;
    const found = opening.exec(held);
    if (found !== null) {
      tag = found[1];
      hasOpened = true;
      passed = [];
      held = held.slice(found[0].length);
      return close();
    }
    if (undecided.test(held)) return "";
    isAnswer = tag === undefined;
    return isAnswer ? rest() : close();
  }

  /** Looks for the end of a thought in what is new: of the rest only what may be the begin of the tag is held. */
  function close(): string {
    const closing = `</${tag}>`;
    const end = held.indexOf(closing);
    const kept = end < 0 ? Math.max(0, held.length - closing.length + 1) : end;
    passed.push(held.slice(0, kept));
    held = held.slice(end < 0 ? kept : end + closing.length);
    if (end < 0) return "";
    thoughts = thoughts.concat(passed);
    passed = [];
    tag = undefined;
    return open();
  }

  function rest(): string {
    const all = [...passed, held].join("");
    const text = thoughts.length === 0 || hasText ? all : all.trimStart();
    hasText ||= text !== "";
    passed = [];
    held = "";
    return text;
  }

  return {
    /** What of the piece belongs to the answer, as far as that is certain. */
    add(piece: string): string {
      held += piece;
      if (isAnswer) return rest();
      const mayOpen = tag === undefined || (isOpen && !hasOpened && passed.every((part) => part.trim() === ""));
      return mayOpen ? open() : close();
    },
    /** What is left of the answer when nothing more comes. Thoughts that began and never ended are no answer. */
    end(): string {
      if (tag === undefined || !hasOpened) return rest();
      thoughts = thoughts.concat(passed, held);
      return "";
    },
    thoughts: () => thoughts.join("").trim(),
  };
}

const closing = "</think>";

/**
 * Whether an answer begins with thoughts that nobody saw begin, as where a template put the opening tag into the prompt.
 * A tag at the begin of a line ends them for sure; one within a line or in a code block may be what was asked about.
 */
export function strayThoughts(text: string): "none" | "maybe" | "sure" {
  const end = text.indexOf(closing);
  const before = text.slice(0, Math.max(0, end));
  if (end < 0 || before.includes("<think>")) return "none";
  const isAtLineBegin = before.slice(before.lastIndexOf("\n") + 1).trim() === "";
  const isInCode = before.split("```").length % 2 === 0;
  return isAtLineBegin && !isInCode ? "sure" : "maybe";
}
