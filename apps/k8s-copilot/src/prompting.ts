import type { Choice, NextStep, Question } from "@k8s-copilot/k8s-crew";
import type { LineEnd } from "./input/line-editor.ts";
import type { Menu } from "./input/menu-below.ts";
import type { Console } from "./output/console.ts";
import { inOneLine } from "./output/question.ts";
import type { Session } from "./session.ts";
import type { Move } from "./turns.ts";
import type { Say } from "./words.ts";

/** What a person may take up: a question, or what was offered to do next and what can always be done. */
export type Offered = {
  readonly question: Question | null;
  readonly steps: readonly NextStep[];
  readonly always: readonly NextStep[];
};

export type Prompting = {
  readonly readLine: (prompt: string, menu?: Menu) => Promise<LineEnd>;
  /** Lists are pickers; else they were printed with numbers. */
  readonly picks: boolean;
  readonly console: Console;
  readonly say: Say;
  readonly saysItself: Session["saysItself"];
};

export type Said =
  | { readonly kind: "end" }
  | { readonly kind: "interrupt" }
  | { readonly kind: "message"; readonly text: string }
  /** A choice of the question, taken from its list. */
  | { readonly kind: "choice"; readonly id: string; readonly value: string };

/** Waits until the person says something: types it, or picks it from what is offered. */
export const readSaid = async (prompting: Prompting, offered: Offered): Promise<Said> => {
  const { readLine, console, say } = prompting;
  const { question, steps } = offered;
  const menu = menuOf(prompting, offered);
  for (;;) {
    console.status.clear();
    const line = await readLine(say("prompt"), menu);
    if (line.kind === "picked") {
      const said = pickedFrom(offered, line.index);
      if (said !== undefined) return said;
      continue;
    }
    if (line.kind !== "line") return line;
    const text = line.text.trim();
    // Enter agrees to a plan; no other question has an answer that nobody gave.
    if (text !== "" || question?.parameter === "plan") return { kind: "message", text: numbered(steps, text) };
    if (question !== null) console.note(say("emptyReply"));
  }
};

export const moveOf = (said: Extract<Said, { readonly kind: "message" | "choice" }>): Move =>
  said.kind === "message"
    ? (conversation, options) => conversation.send(said.text, options)
    : (conversation, options) => conversation.answer({ id: said.id, value: said.value }, options);

/** A number alone picks what was offered last; a question's own choices are the conversation's matter. */
const numbered = (steps: readonly NextStep[], text: string): string =>
  /^\d{1,2}$/.test(text) ? (steps[Number(text) - 1]?.message ?? text) : text;

const pickedFrom = ({ question, steps, always }: Offered, index: number): Said | undefined => {
  if (question !== null) {
    const value = question.choices[index]?.value;
    return value === undefined ? undefined : { kind: "choice", id: question.id, value };
  }
  const text = [...steps, ...always][index]?.message;
  return text === undefined ? undefined : { kind: "message", text };
};

const menuOf = ({ picks, console, say, saysItself }: Prompting, offered: Offered): Menu | undefined => {
  const { question, steps, always } = offered;
  const choices: readonly Choice[] =
    question?.choices ?? [...steps, ...always].map(({ label, message }) => ({ value: message, label, reason: "" }));
  if (!picks || choices.length === 0) return undefined;
  return {
    items: choices.map(({ label, reason }) => ({ label: inOneLine(label), reason: inOneLine(reason) })),
    asks: question !== null,
    saysItself: (text) => saysItself(text, { choices, parameter: question?.parameter ?? "" }),
    words: {
      said: (text) => say("pickSaid", { text }),
      count: (shown, total) => say("pickCount", { shown, total }),
      choosing: [say("pickMove"), say("pickType"), say("pickClose")],
      beside: [say("pickBack")],
    },
    marked: console.err.bold,
    quiet: console.err.dim,
  };
};
