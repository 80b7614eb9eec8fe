import { playConversations } from "./play-conversations.ts";

await playConversations("bundled");
