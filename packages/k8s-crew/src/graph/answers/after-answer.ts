import { Command } from "@langchain/langgraph";
import type { Afterthought } from "../../language/index.ts";
import { forget } from "../../memory/entities.ts";
import { listOf } from "../../words/fill.ts";
import { type GuidedWord, sayGuided } from "../../words/guided-words.ts";
import { nounOf } from "../../words/nouns.ts";
import { sayReply } from "../../words/reply-words.ts";
import { sayTurn } from "../../words/turn-words.ts";
import { type Answered, freshRequest, type State } from "../state.ts";

/** “undo” asks for what was assumed; “more” goes on with a list that was cut. Undefined: it is about nothing. */
export const afterAnswer = (thought: Afterthought, state: State): Command | undefined => {
  const { answered } = state;
  if (answered === null) return undefined;
  if (thought === "undo") return undone(state);
  if (thought === "more") return further(state);
  if (thought === "others") return others(state);
  return thought === "wrong_cluster" ? anotherCluster(state) : anotherNamespace(state);
};

/** The clusters are told, and the same is asked in the one that is taken. */
const anotherCluster = ({ language }: State): Command =>
  new Command({
    goto: "planner",
    update: { ...freshRequest, message: sayTurn(language, "anotherCluster"), byRules: true },
  });

/** Namespaces that are offered in place of a wrong one. */
const offeredLimit = 3;

/** Which it should have been is asked; its name alone asks the same there. */
const anotherNamespace = ({ language, entities, known, nextSteps }: State): Command => {
  const others = (known.namespace ?? []).filter((namespace) => namespace !== entities.namespace?.value);
  const offers = others.slice(0, offeredLimit).map((namespace) => {
    const message = sayTurn(language, "andThere", { namespace });
    return { label: message, message };
  });
  const answer =
    others.length === 0
      ? sayTurn(language, "whichNamespace")
      : sayTurn(language, "whichNamespaceOf", { names: listOf(language, others.slice(0, namedLimit)) });
  const update = { ...freshRequest, answer, nextSteps: offers.length > 0 ? offers : nextSteps };
  return new Command({ goto: "report", update: { ...update, entities: forget(entities, ["namespace"]) } });
};

/** Namespaces that are named. */
const namedLimit = 10;

/** After a list of all, “the others” are what of it was not shown; after what is in trouble they are other troubles. */
const others = (state: State): Command | undefined => {
  const { answered, last } = state;
  const isOfAll = last?.view === "call" && last.verb === "list" && last.asked?.quality === undefined;
  return isOfAll || answered?.next !== null ? further(state) : undefined;
};

const undone = (state: State): Command => {
  const { answered } = state;
  const { message = "", assumed = [], changed = null, back } = answered ?? {};
  if (changed !== null) return told(state, "cannotUndo", { changed, back });
  const before = state.changes.at(-1);
  if (assumed.length === 0 && before !== undefined) return told(state, "cannotUndoEarlier", { changed: before });
  if (assumed.length === 0) return told(state, "nothingAssumed");
  return withoutAssumed(state, { message, assumed });
};

/** The request once more, with what was assumed for it asked instead. */
export const withoutAssumed = (
  { language, entities }: State,
  { message, assumed }: Pick<Answered, "message" | "assumed">,
): Command => {
  const kinds = [...new Set(assumed)].map((key) => nounOf(key, 1, language));
  const lead = sayGuided(language, "undone", { what: listOf(language, kinds) });
  const update = {
    ...freshRequest,
    message,
    byRules: true,
    doubted: assumed,
    listed: assumed,
    lead,
    entities: forget(entities, assumed),
  };
  return new Command({ goto: "planner", update });
};

/** Nothing but a list goes on; after anything else “go on” is a polite word. */
const further = (state: State): Command | undefined => {
  const { answered, last } = state;
  if (answered === null || (answered.next === null && last?.verb !== "list")) return undefined;
  if (answered.next === null) return told(state, "noMore");
  const update = { ...freshRequest, message: answered.message, byRules: true, skip: answered.next };
  return new Command({ goto: "planner", update });
};

type Slots = { readonly changed?: string; readonly back?: string | undefined };

const told = (state: State, word: GuidedWord | "cannotUndoEarlier", { back, ...slots }: Slots = {}): Command => {
  const { language, nextSteps } = state;
  const said = word === "cannotUndoEarlier" ? sayReply(language, word, slots) : sayGuided(language, word, slots);
  const answer = back === undefined ? said : `${said}\n${sayReply(language, "scaleBack", { request: back })}`;
  return new Command({ goto: "report", update: { ...freshRequest, nextSteps, answer } });
};
