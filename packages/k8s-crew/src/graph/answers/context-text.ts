import { type Origin, windowKey } from "../../memory/entities.ts";
import { windowText } from "../../memory/time-window.ts";
import { say, type Word } from "../../words/conversation-words.ts";
import { sayGuided } from "../../words/guided-words.ts";
import { nounOf } from "../../words/nouns.ts";
import { reasonFor } from "../../words/reasons.ts";
import type { Parts } from "../parts.ts";
import { guidanceOf, type State } from "../state.ts";

const originWords = {
  typed: "originTyped",
  picked: "originPicked",
  single: "originSingle",
  result: "originResult",
  configured: "originConfigured",
} as const satisfies Record<Origin, Word>;

/** What the conversation is about, each thing with where it came from; what was listed and done last; how it leads. */
export const contextText = ({ settings }: Parts, state: State): string => {
  const { language, entities } = state;
  const line = (key: string, value: string, origin: Origin) =>
    `  ${say(language, "contextLine", { key, value, origin: say(language, originWords[origin]) })}`;
  const known = Object.entries(entities).map(([key, { value, origin }]) =>
    line(nounOf(key, 1, language), key === windowKey ? windowText({ value, origin }) : value, origin),
  );
  const lines = [
    ...known,
    ...(state.shown.length === 0 ? [] : [line(sayGuided(language, "lastList"), listText(state), "result")]),
    ...(state.last === null ? [] : [line(sayGuided(language, "lastResult"), lastText(state), "result")]),
  ];
  const way = sayGuided(language, guidanceOf(state, settings) === "guided" ? "isGuided" : "isDirect");
  return [lines.length === 0 ? say(language, "contextEmpty") : say(language, "context"), ...lines, way].join("\n");
};

const listText = ({ shown, language }: State): string => {
  const [first] = shown;
  const kinds = new Set(shown.map(({ resource }) => resource));
  const resource = kinds.size === 1 ? (first?.resource ?? "") : "";
  return `${shown.length} ${nounOf(resource, shown.length, language)}`;
};

const lastText = ({ last, language }: State): string =>
  last === null || last.view !== "call"
    ? sayGuided(language, "lastSurvey")
    : reasonFor(language, { verb: last.verb, resource: last.resource, name: last.name });
