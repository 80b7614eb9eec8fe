import { Command } from "@langchain/langgraph";
import { noKind } from "../../agents/rules/kind-of-name.ts";
import type { Filling } from "../../plan/fill-types.ts";
import type { Plan, Step } from "../../plan/types.ts";
import { say } from "../../words/conversation-words.ts";
import { allOf } from "../../words/fill.ts";
import { sayName } from "../../words/name-words.ts";
import { nounOf } from "../../words/nouns.ts";
import { widerSearch } from "../answers/wider-search.ts";
import type { Parts } from "../parts.ts";
import { foundInCluster } from "../reads/found-in-cluster.ts";
import { inOtherClusters } from "../reads/other-clusters.ts";
import { withChoicesNow } from "../replies/choices-now.ts";
import { askedAgain } from "../replies/understood.ts";
import type { State, Update } from "../state.ts";
import type { Turn } from "../turn.ts";
import type { Impossible } from "./filled-plan.ts";
import { knowledgeOf } from "./knowledge.ts";

type Leaving = {
  readonly filling: Extract<Filling, { kind: "read" | "elsewhere" | "impossible" }>;
  readonly update: Update;
};

/** What a step cannot be filled without: lists, another plan, or nothing at all. */
export const unfilled = (parts: Parts, state: State, { filling, update }: Leaving): Command => {
  if (filling.kind === "read") {
    const reads = filling.templates.map(({ entry, args }) => ({ tool: entry.tool, args }));
    const work = { kind: "reads" as const, for: "clarifier" as const, reads };
    return new Command({ goto: "tools", update: { ...update, work } });
  }
  if (filling.kind === "elsewhere") return foundElsewhere(state, { filling, turn: parts.turn() }, update);
  if (state.retry && filling.code === "not_found")
    return askedAgain(state, withChoicesNow(parts, state, state.retry), filling.text);
  const others = filling.code === "not_found" ? inOtherClusters(parts, state, update) : undefined;
  if (others) return others;
  const step = state.plan?.steps.find(({ ready }) => !ready);
  const knowledge = knowledgeOf(parts, state, state);
  const there =
    step && filling.code === "not_found" ? foundInCluster(parts, state, { step, knowledge, update }) : undefined;
  if (there?.kind === "found") return there.command;
  const word = step && filling.code === "not_found" ? vagueWord(step) : undefined;
  if (word !== undefined) {
    const text = [filling.text, there?.note ?? ""].filter((part) => part !== "").join("\n");
    return lookAround(state, { word, text, turn: parts.turn() }, update);
  }
  const nextSteps = step && filling.code === "not_found" ? widerSearch(parts, state, { ...filling, step }) : [];
  // What the server can do less than was asked holds for what it did not find as well.
  const text = [filling.text, there?.note ?? "", step?.note ?? ""].filter((part) => part !== "").join("\n");
  return impossible(state.plan, { ...filling, text }, { ...update, nextSteps });
};

/** What somebody calls a thing that is in trouble, in a word of their own; what was found before has its own name. */
const vagueWord = ({ diagnose, mentions: { name }, carriedPlace }: Step): string | undefined =>
  diagnose === true && carriedPlace === undefined && name !== undefined && /^[a-z]+$/iu.test(name) ? name : undefined;

type Elsewhere = { readonly filling: Extract<Filling, { kind: "elsewhere" }>; readonly turn: Turn };

/** The request is planned again, now that the kind of what it names is known. */
const foundElsewhere = (
  state: State,
  { filling: { said, resource, also = [] }, turn }: Elsewhere,
  update: Update,
): Command => {
  // What is held side by side, and the answer to a question for one fact, say of what kind it is.
  const shows =
    state.plan?.focus.fact !== undefined ||
    state.plan?.steps.every(({ part }) => part?.focus.compare === true) === true;
  const guess = state.plan?.steps.find(({ mentions, only }) => (mentions.name ?? only) === said)?.guessed ?? "pod";
  const kind = { resource: nounOf(resource, 2, state.language), guessed: nounOf(guess, 1, state.language) };
  if (!shows) turn.record.notes.push(say(state.language, "foundAmong", { said, ...kind }));
  if (also.length > 0 && state.plan?.focus.fact === undefined) {
    const names = also.map((kind) => nounOf(kind, 1, state.language));
    turn.record.notes.push(sayName(state.language, "alsoCalled", { kinds: allOf(state.language, names) }));
  }
  const kinds = { ...state.kinds, [said]: resource };
  return new Command({ goto: "planner", update: { ...update, plan: null, kinds, byRules: true } });
};

type Around = { readonly word: string; readonly text: string; readonly turn: Turn };

/** “Shop is down”: what people call it is no name here. That is said, and what is wrong there is looked for. */
const lookAround = (state: State, { word, text, turn }: Around, update: Update): Command => {
  turn.record.notes.push(text);
  const kinds = { ...state.kinds, [word]: noKind };
  return new Command({ goto: "planner", update: { ...update, plan: null, kinds, byRules: true } });
};

const impossible = (plan: Plan | null, { text, code }: Impossible, update: Update): Command => {
  const message = [...(plan?.steps ?? []).flatMap(({ failed }) => (failed ? [failed.text] : [])), text].join("\n");
  const error = { code, message, remedy: "" };
  return new Command({ goto: "report", update: { ...update, answer: message, status: "error" as const, error } });
};
