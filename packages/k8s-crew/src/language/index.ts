export { type TroubleQuestion, troubleQuestionIn } from "./after-trouble.ts";
export { type Afterthought, afterthoughtIn, returnsToQuestion } from "./afterthoughts.ts";
export { choicesInState, choicesWith } from "./choice-qualities.ts";
export { type ChoiceQuestion, choiceQuestionIn } from "./choice-question.ts";
export { commandIn } from "./command.ts";
export { compares } from "./comparing.ts";
export type { Comparison, Condition, Fact, Field, State } from "./condition.ts";
export { asksWhy, assentsTo, courtesyIn } from "./courtesy.ts";
export { type Day, dayIn, wantsAllOfIt } from "./days.ts";
export { deniesChange } from "./denied-change.ts";
export { detectLanguage } from "./detect-language.ts";
export { asksNow, editIn } from "./edit.ts";
export { amountsIn, followUpIn, goesOn } from "./follow-up.ts";
export { joinedNames } from "./joined-names.ts";
export { kindOfFact } from "./lexicon/facts.ts";
export { mayNamePlace } from "./place-words.ts";
export { clusterOf } from "./places.ts";
export { readDuration } from "./quantities.ts";
export { qualityOfOne, readReply } from "./reply.ts";
export { readRequest, unknownWords } from "./request.ts";
export { readRequests, type SaidRequest } from "./requests.ts";
export { saysItself } from "./says-itself.ts";
export { asksForWorst, shownMention } from "./shown-mentions.ts";
export { kindsIn, pointsAtMany } from "./spoken.ts";
export { readStorage } from "./storage.ts";
export { type Switching, switchingIn } from "./switching.ts";
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
