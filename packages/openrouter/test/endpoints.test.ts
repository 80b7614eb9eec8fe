import { useOpenRouter } from "@k8s-copilot/doubles";
import { AIMessage, type AIMessageChunk, type BaseMessage, HumanMessage } from "@langchain/core/messages";
import { afterEach, describe, expect, it } from "vitest";
import { checkKey, checkModel, createOpenRouterModel } from "../src/index.ts";
import { resultsOf, type Way } from "./conversation.ts";

const start = useOpenRouter(afterEach);

const names = ["deepseek", "qwen", "ollama", "vllm", "bare"] as const;
const local = ["ollama", "vllm", "bare"] as const;
const rows = names.flatMap((name) => (["invoke", "stream"] as const).map((way) => ({ name, way })));

const listPods = {
  type: "function",
  function: {
    name: "list_pods",
    description: "Lists pods",
    parameters: { type: "object", properties: { namespace: { type: "string" } }, required: ["namespace"] },
  },
};

/** Demands the tool by name, as an agent does for its answer. */
async function demand(
  model: ReturnType<typeof createOpenRouterModel>,
  messages: readonly BaseMessage[],
  way: Way,
): Promise<AIMessage> {
  const bound = model.bindTools?.([listPods], { tool_choice: "list_pods" });
  if (bound === undefined) throw new Error("The model cannot bind tools");
  if (way === "invoke") return bound.invoke([...messages]);
  let whole: AIMessageChunk | undefined;
  for await (const chunk of await bound.stream([...messages]))
    whole = whole === undefined ? chunk : whole.concat(chunk);
  if (!AIMessage.isInstance(whole)) throw new Error("The stream was empty");
  return whole;
}

describe.each(rows)("$name by $way", ({ name, way }) => {
  it("calls a tool, takes its result and answers in words", async () => {
    const call = { name: "list_pods", args: { namespace: "prod" } };
    const double = await start({
      dialect: name,
      scripts: [{ reply: { toolCalls: [call] } }, { reply: { text: "Two pods." } }],
    });
    const model = createOpenRouterModel({ ...double, limits: { maxRetries: 0 } });
    const beginning = [new HumanMessage("what runs in prod?")];
    const first = await demand(model, beginning, way);
    expect(first.tool_calls?.map(({ name, args }) => ({ name, args }))).toEqual([call]);
    expect(first.text).toBe("");
    const last = await demand(model, [...beginning, first, ...resultsOf(first)], way);
    expect(last.text.trim()).toBe("Two pods.");
    expect(last.tool_calls).toEqual([]);
  });
});

describe("an endpoint of one's own", () => {
  it.each(local)("%s needs no key, and is not taken for a service without the model", async (name) => {
    const double = await start({ dialect: name });
    const account = { ...double, apiKey: "" };
    expect(await checkKey(account)).toMatchObject({ kind: "failure", failure: { because: "not_offered" } });
    expect(await checkModel(account)).toMatchObject({ kind: "ok", model: { id: double.model }, daysLeft: null });
  });

  it("that was started without tools says so", async () => {
    const double = await start({ dialect: "vllm" });
    const bound = createOpenRouterModel(double).bindTools?.([listPods]);
    await expect(bound?.invoke("hi")).rejects.toMatchObject({ code: "model_no_tools" });
  });

  it("whose model calls no tools says so", async () => {
    const double = await start({ dialect: "ollama" });
    const bound = createOpenRouterModel({ ...double, model: "llama3" }).bindTools?.([listPods]);
    await expect(bound?.invoke("hi")).rejects.toMatchObject({ code: "model_no_tools" });
  });
});

describe("a vendor that wants thoughts back", () => {
  it("gets them through LangChain's typed events too", async () => {
    const call = { name: "list_pods", args: { namespace: "prod" } };
    const double = await start({
      dialect: "deepseek",
      scripts: [{ reply: { toolCalls: [call] } }, { reply: { text: "Done." } }],
    });
    const model = createOpenRouterModel(double);
    const beginning = [new HumanMessage("what runs in prod?")];
    const first = await model.streamV2(beginning);
    await demand(model, [...beginning, first, ...resultsOf(first)], "invoke");
    const told = JSON.stringify(double.log().at(-1)?.body);
    expect(told).toContain('"reasoning_content":"The user wants something of the cluster."');
  });
});
