import { type OpenRouterDouble, startOpenRouter } from "@k8s-copilot/doubles";
import { type BaseMessage, HumanMessage, SystemMessage } from "@langchain/core/messages";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createOpenRouterModel } from "../src/index.ts";
import { requestSchema, type WireRequest } from "../src/request/wire.ts";
import { ask, resultsOf, type Way } from "./conversation.ts";

/** What a turn of a conversation may be like. */
const turns = ["words", "one call", "two calls", "a call that was cancelled", "a call with an empty result"] as const;
type Turn = (typeof turns)[number];

type Call = { readonly name: string; readonly args: { readonly [parameter: string]: string } };

const calls: { readonly [turn in Turn]: readonly Call[] } = {
  words: [],
  "one call": [{ name: "list_pods", args: { namespace: "prod" } }],
  "two calls": [
    { name: "list_pods", args: { namespace: "prod" } },
    { name: "list_nodes", args: {} },
  ],
  "a call that was cancelled": [{ name: "list_pods", args: { namespace: "dev" } }],
  "a call with an empty result": [{ name: "list_nodes", args: {} }],
};

describe.each(["gemini25", "gemini3"] as const)("a conversation with %s that grows", (family) => {
  let double: OpenRouterDouble;
  beforeAll(async () => {
    double = await startOpenRouter({ family });
  });
  afterAll(() => double.close());

  /** Plays the turns; returns the bodies of all requests. */
  async function play(sequence: readonly Turn[], way: Way): Promise<readonly WireRequest[]> {
    const model = createOpenRouterModel({ ...double, limits: { maxRetries: 0 } });
    const before = double.log().length;
    const history: BaseMessage[] = [new SystemMessage("You look after clusters.")];
    for (const [index, turn] of sequence.entries()) {
      history.push(new HumanMessage({ content: `request ${index}`, name: "planner" }));
      const toolCalls = calls[turn];
      double.enqueue({ reply: toolCalls.length > 0 ? { toolCalls } : { text: `answer ${index}` } });
      const answer = await ask(model, history, way);
      history.push(answer);
      if (toolCalls.length === 0 || turn === "a call that was cancelled") continue;
      const isEmpty = turn === "a call with an empty result";
      history.push(...resultsOf(answer).map((result) => Object.assign(result, isEmpty && { content: "" })));
      double.enqueue({ reply: { text: `answer ${index}` } });
      history.push(await ask(model, history, way));
    }
    return double
      .log()
      .slice(before)
      .map(({ body }) => requestSchema.parse(body));
  }

  it("is sent with what went before unchanged to the byte", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...turns), { minLength: 2, maxLength: 5 }),
        fc.constantFrom<Way>("invoke", "stream"),
        async (sequence, way) => {
          const bodies = await play(sequence, way);
          for (const [index, body] of bodies.entries()) {
            const previous = bodies[index - 1];
            if (previous === undefined) continue;
            expect(JSON.stringify(body.tools)).toBe(JSON.stringify(previous.tools));
            const said = previous.messages.length;
            expect(JSON.stringify(body.messages.slice(0, said))).toBe(JSON.stringify(previous.messages));
          }
          expect(double.violations()).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });
});
