export { commandIn } from "./command.ts";
export { courtesyIn } from "./courtesy.ts";
export { detectLanguage } from "./detect-language.ts";
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
