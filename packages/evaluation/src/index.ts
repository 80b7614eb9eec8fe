export { folders, loadConversations, sets } from "./format/load.ts";
export { parseConversations } from "./format/parse.ts";
export type { Conversation } from "./format/schema.ts";
export {
  modelWays,
  type ScriptedMind,
  type ScriptedModel,
  type ScriptedOptions,
  startScriptedModel,
} from "./model/scripted.ts";
export { graveAspects } from "./run/faults.ts";
export { runAll } from "./run/run-all.ts";
export type { Mind, Report, TurnReport } from "./run/run-conversation.ts";
export { failureList } from "./score/failures.ts";
export { type Outcome, outcomeOf, outcomeTable, slipTable } from "./score/outcomes.ts";
export { differing, goals, type Scored, scoredOf, shareOf, wrongIn } from "./score/score.ts";
export { scoreTable } from "./score/table.ts";
