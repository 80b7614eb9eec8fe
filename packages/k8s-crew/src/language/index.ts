export type { Comparison, Condition, Fact, Field, State } from "./condition.ts";
export { type LikelyReading, readByExamples } from "./examples/read-examples.ts";
export { kindOfFact } from "./lexicon/facts.ts";
export { asks, bearsOnHere, courtesies, limits } from "./lexicon/plain-replies.ts";
export { isUsualNamespace } from "./lexicon/usual-names.ts";
export { numbersIn } from "./numbers.ts";
export { isSuperlative } from "./quality.ts";
export { callsOffIn } from "./replies/calls-off.ts";
export { exactChoice } from "./replies/choice-mentions.ts";
export { allOfSo, readChoiceNumbers } from "./replies/choice-numbers.ts";
export { choicesInState, choicesWith } from "./replies/choice-qualities.ts";
export { type ChoiceQuestion, choiceQuestionIn } from "./replies/choice-question.ts";
export { consentsPlainly, consentToo, consentWord, refusesPlainly } from "./replies/plain-consent.ts";
export {
  heldByPlace,
  meansAnywhere,
  meansEverywhere,
  meansOther,
  meansPrevious,
  pointsAtTold,
  stepsBack,
} from "./replies/pointing.ts";
export { qualitiesIn, qualityOfOne } from "./replies/quality-of-one.ts";
export { readReply } from "./replies/reply.ts";
export { isReplyWord } from "./replies/reply-words.ts";
export { saysItself } from "./replies/says-itself.ts";
export { asksForWorst, shownMention } from "./replies/shown-mentions.ts";
export { type AskedBeyond, takeBeyond } from "./requests/beyond.ts";
export { type ChangeWished, changeWished } from "./requests/change-wished.ts";
export { commandIn } from "./requests/command.ts";
export type { SaidRequest } from "./requests/continued.ts";
export { asksMeaning, dataApart } from "./requests/data-apart.ts";
export { asksFactOnly } from "./requests/facts.ts";
export { type FreshWish, readFreshWish, refreshesCache } from "./requests/fresh.ts";
export { meansEverythingKept } from "./requests/place-named.ts";
export { readRefresh } from "./requests/refresh.ts";
export { type RefreshScope, readRefreshScope } from "./requests/refresh-scope.ts";
export { readRequest, respelled, unknownCharacters, unknownWords, wordsThatMayName } from "./requests/request.ts";
export { readRequests } from "./requests/requests.ts";
export { silentWords } from "./requests/silent-words.ts";
export { readStorage } from "./requests/storage.ts";
export { compares } from "./sentence/comparing.ts";
export { deniesChange } from "./sentence/denied-change.ts";
export { joinedNames } from "./sentence/joined-names.ts";
export { isFormed, type NamingWords, namingWords } from "./sentence/naming-words.ts";
export { mayNamePlace } from "./sentence/place-words.ts";
export { clusterOf } from "./sentence/places.ts";
export { kindsIn, pointsAtMany } from "./sentence/spoken.ts";
export { sameStage, speaksOfStage } from "./sentence/stages.ts";
export { type TypedPlace, typedPlaces } from "./sentence/typed-places.ts";
export { type SaidTime, type TimeWord, timeIn, wantsAllOfIt } from "./text/days.ts";
export { detectLanguage } from "./text/detect-language.ts";
export { readDuration } from "./text/quantities.ts";
export { mendedThingIn, type TroubleQuestion, troubleQuestionIn } from "./turns/after-trouble.ts";
export { type Afterthought, afterthoughtIn, asksAfter, returnsTo, returnsToQuestion } from "./turns/afterthoughts.ts";
export { type CardQuestion, cardQuestionIn } from "./turns/card-question.ts";
export { type Correction, correctionIn } from "./turns/correction.ts";
export { asksWhy, assentsTo, courtesyIn } from "./turns/courtesy.ts";
export { asksNow, editIn, numberIn } from "./turns/edit.ts";
export { amountsIn, followUpIn, goesOn, withoutAmounts } from "./turns/follow-up.ts";
export { inFullWords, type SpokenBefore } from "./turns/in-full-words.ts";
export { leftOutIn } from "./turns/leaving-out.ts";
export { otherPlaceIn } from "./turns/other-place.ts";
export { asksIfChanged, asksOwnChanges } from "./turns/own-changes.ts";
export { type PointedPlace, pointedPlace } from "./turns/pointed-place.ts";
export { isPutAsQuestion, type PlaceAsked, placeAskedIn, wantsAssurance } from "./turns/put-as-question.ts";
export { type Switching, switchingIn } from "./turns/switching.ts";
export { saysOnlyToLook, turnedIn } from "./turns/turned.ts";
export { type Wider, widerIn } from "./turns/wider.ts";
export type {
  Beside,
  Language,
  Quality,
  ReadAs,
  Reply,
  ReplyChoice,
  ReplyQuestion,
  Request,
  RequestContext,
  Rights,
  View,
} from "./types.ts";
