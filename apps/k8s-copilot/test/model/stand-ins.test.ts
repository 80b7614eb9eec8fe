import { useOpenRouter } from "@k8s-copilot/doubles";
import { afterEach, describe, expect, it } from "vitest";
import { whyPassedOver } from "../../src/model/passed-over.ts";
import { createStandIns } from "../../src/model/stand-ins.ts";
import type { WhyPassedOver } from "../../src/needed-parts.ts";
import { scriptedConversation } from "../fixtures/scripted-conversation.ts";

const startOpenRouter = useOpenRouter(afterEach);

/** A talk in which the other model answers, and the turn goes on with what `goesOn` does. */
const talkWith = ({ model = "asked/model", why, goesOn = async () => {} }: Given) => {
  const stand = createStandIns({ model, why });
  const conversation = scriptedConversation(undefined);
  return stand.toldIn({
    ...conversation,
    send: async (text, options) => {
      stand.served({ id: "gen-1", served: "other/model", standsIn: true });
      await goesOn();
      return conversation.send(text, options);
    },
  });
};

type Given = { readonly model?: string; readonly why: WhyPassedOver; readonly goesOn?: () => Promise<void> };

describe("that another model answers", () => {
  it("is told with its cause, which is asked for while the turn goes on", async () => {
    const order: string[] = [];
    const talk = talkWith({
      why: async (id) => {
        order.push(`why ${id}`);
        return () => "It is busy.";
      },
      goesOn: async () => void order.push("went on"),
    });
    const { answer, warnings, switches } = await talk.send("list pods");
    expect(order).toEqual(["why gen-1", "went on"]);
    expect(answer).toBe("answer to: list pods");
    expect(warnings).toEqual([expect.stringMatching(/^asked\/model did not answer \(it is busy\): other\/model /)]);
    expect(switches).toEqual(warnings);
    expect((await talk.send("list pods")).warnings).toEqual([]);
  });

  it("is told without its cause by a finished answer that is stopped while the service is still asked", async () => {
    const { apiKey, baseUrl } = await startOpenRouter({ state: { generationDelayMs: 60_000 } });
    const model = "google/gemini-2.5-flash";
    const why = whyPassedOver({ apiKey, baseUrl, model, models: [], timeoutMs: 1_000 });
    // Loading it takes longer than to ask.
    await import("@k8s-copilot/openrouter");
    const since = performance.now();
    const talk = talkWith({ model, why });
    const { answer, warnings } = await talk.send("list pods", { signal: AbortSignal.timeout(100) });
    expect(performance.now() - since).toBeLessThan(1_200);
    expect(answer).toBe("answer to: list pods");
    expect(warnings).toEqual([expect.stringContaining("other/model")]);
  });
});
