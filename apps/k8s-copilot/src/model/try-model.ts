import type { ModelUsage } from "@k8s-copilot/openrouter";
import { type Attempt, ok } from "../problem.ts";
import { type Asked, problemOf } from "./asked.ts";

const answerMs = 20_000;
/** Enough for a call; what a thinking model does not get to say is no fault of the set-up. */
const answerTokens = 64;

/**
 * One short request that demands a tool by name and takes the answer as a stream, as a turn does: credit, region, data
 * policy and tools are told by nothing else.
 */
export const tryModel = async (asked: Asked): Promise<Attempt<string>> => {
  const { createOpenRouterModel, describeModelError } = await import("@k8s-copilot/openrouter");
  const used: ModelUsage[] = [];
  const served: string[] = [];
  const since = performance.now();
  const model = createOpenRouterModel({
    ...asked,
    limits: { maxTokens: answerTokens, timeoutMs: answerMs, idleMs: answerMs, maxRetries: 0 },
    onUsage: (usage) => used.push(usage),
    onServed: (answer) => {
      if (answer.standsIn) served.push(answer.served);
    },
  });
  try {
    const bound = model.bindTools?.([tool], { tool_choice: tool.function.name });
    const answer = await bound?.stream("Say that you are ready.");
    await answer?.pipeTo(new WritableStream());
  } catch (thrown) {
    const failure = describeModelError(thrown, asked.language);
    if (failure.because !== "too_long") return problemOf(failure, asked);
  }
  return ok(
    replyTold({ ms: performance.now() - since, cost: used.at(-1)?.costUsd ?? null, served: served.at(-1) }, asked),
  );
};

const tool = {
  type: "function",
  function: { name: "ready", description: "Says that it is ready.", parameters: { type: "object", properties: {} } },
};

type Reply = { readonly ms: number; readonly cost: number | null; readonly served: string | undefined };

const replyTold = ({ ms, cost, served }: Reply, { say }: Pick<Asked, "say">): string => {
  let text = say("replyFine", { seconds: (ms / 1000).toFixed(1) });
  if (served !== undefined) text = say("replyFrom", { text, model: served });
  return cost === null ? text : say("replyCost", { text, cost: `$${cost.toFixed(6)}` });
};
