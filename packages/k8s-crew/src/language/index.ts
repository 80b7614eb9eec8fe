export { type Afterthought, afterthoughtIn } from "./afterthoughts.ts";
export { choicesWith } from "./choice-qualities.ts";
export { commandIn } from "./command.ts";
export { compares } from "./comparing.ts";
export type { Comparison, Condition, Fact, Field, State } from "./condition.ts";
export { asksWhy, assentsTo, courtesyIn } from "./courtesy.ts";
export { deniesChange } from "./denied-change.ts";
export { detectLanguage } from "./detect-language.ts";
export { editIn } from "./edit.ts";
export { amountsIn, followUpIn, goesOn } from "./follow-up.ts";
export { joinedNames } from "./joined-names.ts";
export { kindOfFact } from "./lexicon/facts.ts";
export { readReply } from "./reply.ts";
export { readRequest, unknownWords } from "./request.ts";
export { readRequests, type SaidRequest } from "./requests.ts";
export { saysItself } from "./says-itself.ts";
export { shownMention } from "./shown-mentions.ts";
export { kindsIn, pointsAtMany } from "./spoken.ts";
export type {
  Language,
  Quality,
  Reply,
  ReplyChoice,
  ReplyQuestion,
  Request,
  RequestContext,
  Rights,
  View,
} from "./types.ts";
export { type Wider, widerIn } from "./wider.ts";
