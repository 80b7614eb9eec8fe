import type { Stage } from "./servers.ts";

/** What a conversation about the first cluster, which looks before it asks, answers to the last of some messages. */
export const lastAnswer = async (stage: Stage, messages: readonly string[]) => {
  const conversation = stage.conversation({ cluster: "dev-cluster", guidance: "direct" });
  const [first = "", ...others] = messages;
  let result = await conversation.send(first);
  for (const message of others) result = await conversation.send(message);
  return result;
};
