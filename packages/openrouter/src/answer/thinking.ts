const opening = /^\s*<(think|thinking|thought|reasoning)>/;

/** What may still become an opening tag. */
const undecided = /^\s*(<[a-z]{0,9})?$/;

/** How thoughts end that began in the prompt, where a template put the opening tag. */
const strayClosing = /^((?!<think>)[\s\S])*<\/think>/;

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
  let held = "";
  let thoughts = "";

  function open(): string {
    const found = opening.exec(held);
    if (found !== null) {
      tag = found[1];
      hasOpened = true;
      held = held.slice(found[0].length);
      return close();
    }
    if (undecided.test(held)) return "";
    isAnswer = true;
    return rest();
  }

  function close(): string {
    const closing = `</${tag}>`;
    const end = held.indexOf(closing);
    if (end < 0) {
      if (isOpen && !hasOpened && opening.test(held)) return open();
      return "";
    }
    thoughts += held.slice(0, end);
    held = held.slice(end + closing.length);
    tag = undefined;
    return open();
  }

  function rest(): string {
    const text = thoughts === "" || hasText ? held : held.trimStart();
    hasText ||= text !== "";
    held = "";
    return text;
  }

  return {
    /** What of the piece belongs to the answer, as far as that is certain. */
    add(piece: string): string {
      held += piece;
      return isAnswer ? rest() : tag === undefined ? open() : close();
    },
    /** What is left of the answer when nothing more comes. Thoughts that began and never ended are no answer. */
    end(): string {
      if (tag === undefined || !hasOpened) return rest();
      thoughts += held;
      return "";
    },
    thoughts: () => thoughts.trim(),
  };
}

/** Whether an answer begins with thoughts that nobody saw begin. */
export function hasStrayThoughts(text: string): boolean {
  return strayClosing.test(text);
}
