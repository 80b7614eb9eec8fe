export { type Afterthought, afterthoughtIn } from "./afterthoughts.ts";
export { choicesWith } from "./choice-qualities.ts";
export { commandIn } from "./command.ts";
export { courtesyIn } from "./courtesy.ts";
export { deniesChange } from "./denied-change.ts";
export { detectLanguage } from "./detect-language.ts";
export { editIn } from "./edit.ts";
export { amountsIn, followUpIn } from "./follow-up.ts";
export { quickCommands } from "./quick-commands.ts";
export { readReply } from "./reply.ts";
export { readRequest } from "./request.ts";
export { readRequests, type SaidRequest } from "./requests.ts";
export { shownMention } from "./shown-mentions.ts";
export type {
  Language,
  Quality,
  QuickCommand,
  Reply,
  ReplyChoice,
  ReplyQuestion,
  Request,
  RequestContext,
  View,
} from "./types.ts";
