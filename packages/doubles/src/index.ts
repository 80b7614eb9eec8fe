export { createScriptedModel, type ModelRequest, type ScriptedModel, type ScriptedTurn } from "./scripted-model.ts";
export type { ScriptedCall, ScriptedReply } from "./scripted-reply.ts";
