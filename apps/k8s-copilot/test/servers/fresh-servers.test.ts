import { expect, it } from "vitest";
import { withFreshServers } from "../../src/servers/fresh-servers.ts";
import { createSay } from "../../src/words.ts";
import { scriptedConversation } from "../fixtures/scripted-conversation.ts";

const never = () => new Promise<never>(() => {});

it("a turn that is stopped waits for no server that starts", async () => {
  const seen: (boolean | undefined)[] = [];
  const scripted = scriptedConversation(undefined);
  const conversation = withFreshServers(
    {
      ...scripted,
      send: (text, options) => {
        seen.push(options?.signal?.aborted);
        return scripted.send(text, options);
      },
    },
    { reads: undefined, revive: never, restart: never, clustersChanged: () => {}, say: createSay("en") },
  );
  const stop = new AbortController();
  const sent = conversation.send("list pods", { signal: stop.signal });
  expect(seen).toEqual([]);
  stop.abort();
  await sent;
  await conversation.send("list pods", { signal: stop.signal });
  expect(seen).toEqual([true, true]);
});
