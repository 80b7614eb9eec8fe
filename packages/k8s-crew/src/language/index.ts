export type { Comparison, Condition, Fact, Field, State } from "./condition.ts";
export { type LikelyReading, readByExamples } from "./examples/read-examples.ts";
export { kindOfFact } from "./lexicon/facts.ts";
export { choicesInState, choicesWith } from "./replies/choice-qualities.ts";
export { type ChoiceQuestion, choiceQuestionIn } from "./replies/choice-question.ts";
export { qualityOfOne, readReply } from "./replies/reply.ts";
export { saysItself } from "./replies/says-itself.ts";
export { asksForWorst, shownMention } from "./replies/shown-mentions.ts";
export { commandIn } from "./requests/command.ts";
export { readRequest, unknownCharacters, unknownWords } from "./requests/request.ts";
export { readRequests, type SaidRequest } from "./requests/requests.ts";
export { readStorage } from "./requests/storage.ts";
export { compares } from "./sentence/comparing.ts";
export { deniesChange } from "./sentence/denied-change.ts";
export { joinedNames } from "./sentence/joined-names.ts";
export { mayNamePlace } from "./sentence/place-words.ts";
export { clusterOf } from "./sentence/places.ts";
export { kindsIn, pointsAtMany } from "./sentence/spoken.ts";
export { type Day, dayIn, wantsAllOfIt } from "./text/days.ts";
export { detectLanguage } from "./text/detect-language.ts";
export { readDuration } from "./text/quantities.ts";
export { type TroubleQuestion, troubleQuestionIn } from "./turns/after-trouble.ts";
export { type Afterthought, afterthoughtIn, returnsToQuestion } from "./turns/afterthoughts.ts";
export { asksWhy, assentsTo, courtesyIn } from "./turns/courtesy.ts";
export { asksNow, editIn } from "./turns/edit.ts";
export { amountsIn, followUpIn, goesOn } from "./turns/follow-up.ts";
export { type Switching, switchingIn } from "./turns/switching.ts";
export { type Wider, widerIn } from "./turns/wider.ts";
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
