export { folders, loadConversations, sets } from "./format/load.ts";
export { parseConversations } from "./format/parse.ts";
export type { Conversation } from "./format/schema.ts";
export { type ScriptedModel, startScriptedModel } from "./model/scripted.ts";
export { runAll } from "./run/run-all.ts";
export type { Mind, Report, TurnReport } from "./run/run-conversation.ts";
export { failureList } from "./score/failures.ts";
export { goals, type Scored, scoredOf, shareOf, wrongIn } from "./score/score.ts";
export { scoreTable } from "./score/table.ts";
