// By hand, with a stream asked of the model, as a crew does: what of the difference is the stream's.
import { build as byHand } from "./hand.mjs";

async function askForStream(model, messages) {
  let reply;
  for await (const chunk of await model.stream(messages, { signal: new AbortController().signal }))
    reply = reply?.concat(chunk) ?? chunk;
  return reply;
}

export const build = (calls) => byHand(calls, askForStream);
