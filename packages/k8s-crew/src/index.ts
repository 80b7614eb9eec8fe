export type { Catalog, CatalogEntry, Effect } from "./catalog/types.ts";
export type {
  Approval,
  CallRecord,
  Choice,
  Language,
  NextStep,
  PlanStep,
  Question,
  TurnError,
  TurnResult,
} from "./conversation/output.ts";
export { turnResultSchema } from "./conversation/output.ts";
export type { Conversation, ConversationOptions, SendOptions, TurnEvent } from "./conversation/types.ts";
export {
  createTerminalSanitizer,
  isTerminalSafe,
  replaceUnsafe,
  type TerminalSafeOptions,
  type TerminalSanitizer,
  terminalSafe,
} from "./safety/terminal-safe.ts";
