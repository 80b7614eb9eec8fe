import { Command } from "@langchain/langgraph";
import { maxAgeFor } from "../max-age.ts";
import type { Parts } from "../parts.ts";
import { readAll } from "../read-all.ts";
import type { State } from "../state.ts";
import { runSurvey } from "../survey.ts";

/**
 * The caching tool node: every call of the conversation goes through it, side by side where they do not need each
 * other. A survey's clusters are chains of their own, so that a slow one delays nobody.
 */
export const runTools = (parts: Parts) => async (state: State) => {
  const { work } = state;
  if (!work) return new Command({ goto: "executor" });
  if (work.survey) await runSurvey(parts, state);
  else await readAll(parts, work.reads, { signal: parts.turn().signal, maxAgeMs: maxAgeFor(state, parts.settings) });
  return new Command({ goto: work.for, update: { work: null } });
};
