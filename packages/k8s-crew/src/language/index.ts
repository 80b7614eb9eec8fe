export { commandIn } from "./command.ts";
export { courtesyIn } from "./courtesy.ts";
export { detectLanguage } from "./detect-language.ts";
export { quickCommands } from "./quick-commands.ts";
export { readReply } from "./reply.ts";
export { readRequest } from "./request.ts";
export { readRequests, type SaidRequest } from "./requests.ts";
export { saysItself } from "./says-itself.ts";
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
