export { choicesWith } from "./choice-qualities.ts";
export { commandIn } from "./command.ts";
export type { Comparison, Condition, Fact, Field, State } from "./condition.ts";
export { courtesyIn } from "./courtesy.ts";
export { detectLanguage } from "./detect-language.ts";
export { kindOfFact } from "./lexicon/facts.ts";
export { readReply } from "./reply.ts";
export { readRequest } from "./request.ts";
export { readRequests, type SaidRequest } from "./requests.ts";
export { shownMention } from "./shown-mentions.ts";
export type {
  Language,
  Quality,
  Reply,
  ReplyChoice,
  ReplyQuestion,
  Request,
  RequestContext,
  View,
} from "./types.ts";
