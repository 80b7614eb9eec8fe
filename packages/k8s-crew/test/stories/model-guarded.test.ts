import { useOpenRouter } from "@k8s-copilot/doubles";
import { createOpenRouterModel } from "@k8s-copilot/openrouter";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { causes, type Given } from "./model-causes.ts";
import { answer, clarifier, executor, planner } from "./model-replies.ts";
import { openStage, type Stage } from "./servers.ts";

/** The guard under the agents, as the terminal puts them together: over real HTTP, on a strict service. */
let stage: Stage;
const startOpenRouter = useOpenRouter(afterEach);
beforeAll(async () => {
  stage = await openStage("plain");
});
afterAll(() => stage.close());

const always = Number.POSITIVE_INFINITY;

const logsOf = (pod: string) => ({
  tool: "get_pod_logs",
  arguments: [
    { name: "pod_name", value: pod },
    { name: "namespace", value: "dev" },
  ],
  reason: "PLANNED-BY-MODEL",
});
const planFor = (pod: string) => ({ match: planner, reply: answer({ view: "call", calls: [logsOf(pod)] }) });
const explanation = { match: executor, reply: answer({ hypothesis: "EXPLAINED-BY-MODEL" }) };

const begin = async ({ state = {}, model = {}, modelTimeoutMs = 60_000 }: Given = {}) => {
  const service = await startOpenRouter({ state });
  const { baseUrl, apiKey, model: name } = service;
  const limits = { maxRetries: 0, ...model.limits };
  const conversation = stage.conversation({
    model: createOpenRouterModel({ baseUrl, apiKey, model: name, ...model, limits }),
    modelTimeoutMs,
    cluster: "dev-cluster",
  });
  const requests = (isMeant: typeof planner) =>
    service.log().filter(({ body }) => body !== undefined && isMeant({ body })).length;
  return { service, conversation, requests };
};

/** Nothing that the rules understand, but a name that a plan may use. */
const vague = "redis-0 of dev, tell me its story";

const useless = [
  "str.cut",
  "str.cut_in_args",
  "str.cut_in_key",
  "str.cut_after_args",
  "str.length_in_args",
  "str.bad_json",
  "str.empty",
  "odd.empty_stop",
  "odd.malformed_call",
  "odd.args_bad_json",
  "odd.choices_null",
  "odd.choices_empty",
  "odd.blank_body",
];

describe("a reply that is no use is asked for once more", () => {
  test.each(useless)("%s: then the answer comes, and nobody notices", async (fault) => {
    const { service, conversation, requests } = await begin();
    service.enqueue({ match: planner, reply: { fault } }, planFor("redis-0"), explanation);
    const result = await conversation.send(vague);
    expect(result).toMatchObject({ status: "ok", warnings: [], error: null });
    expect(result.plan).toMatchObject([{ tool: "get_pod_logs", reason: "PLANNED-BY-MODEL" }]);
    expect(result.answer).toContain("EXPLAINED-BY-MODEL");
    expect(requests(planner)).toBe(2);
  });

  test.each(useless)("%s: not a third time; the rules take the turn", async (fault) => {
    const { service, conversation, requests } = await begin();
    service.enqueue({ match: planner, reply: { fault }, times: 2 });
    const result = await conversation.send("list the namespaces");
    expect(result).toMatchObject({
      status: "ok",
      warnings: [expect.stringContaining("Built-in rules take this turn.")],
    });
    expect(result.calls.at(-1)).toMatchObject({ tool: "list_namespaces", effect: "read" });
    expect(requests(planner)).toBe(2);
  });

  test("also where the model explains, and where it maps a reply", async () => {
    const { service, conversation, requests } = await begin();
    const cut = { fault: "str.cut_in_args" };
    service.enqueue(
      planFor("cart-service"),
      { match: clarifier, reply: cut },
      { match: clarifier, reply: answer({ choice: "2" }) },
      { match: executor, reply: cut },
      explanation,
    );
    const asked = await conversation.send("logs of cart-service in dev");
    const result = await conversation.send("hmm the rollout candidate, you know");
    expect(result).toMatchObject({ status: "ok", warnings: [] });
    expect(result.calls.at(-1)?.args).toMatchObject({ pod_name: asked.question?.choices[1]?.value });
    expect(result.answer).toContain("EXPLAINED-BY-MODEL");
    expect([requests(planner), requests(clarifier), requests(executor)]).toEqual([1, 2, 2]);
  });
});

describe("what a turn used", () => {
  test.each(["odd.malformed_call", "odd.args_bad_json", "str.length_in_args"])(
    "counts a reply that was thrown away, which is billed all the same: %s",
    async (fault) => {
      const { service, conversation } = await begin();
      service.enqueue({ match: planner, reply: { fault } }, planFor("redis-0"), explanation);
      const { usage } = await conversation.send(vague);
      const billed = service.log().flatMap((entry) => (entry.usage ? [entry.usage] : []));
      const sum = (of: (one: (typeof billed)[number]) => number) => billed.reduce((total, one) => total + of(one), 0);
      expect(billed).toHaveLength(3);
      expect(usage).toMatchObject({
        modelCalls: 3,
        promptTokens: sum((one) => one.prompt_tokens),
        completionTokens: sum((one) => one.completion_tokens),
        cachedTokens: sum((one) => one.prompt_tokens_details.cached_tokens),
        priced: "charged",
        model: expect.stringContaining("gemini-2.5-flash"),
      });
      expect(usage.costUsd).toBeCloseTo(
        sum((one) => one.cost),
        9,
      );
    },
  );

  test("is nothing where no model was asked", async () => {
    const { usage } = await stage.conversation({ cluster: "dev-cluster" }).send("list the namespaces");
    expect(usage).toMatchObject({ modelCalls: 0, costUsd: 0, model: "" });
  });
});

describe("why there is no answer is told, with what helps, while the rules take the turn", () => {
  test.each(Object.entries(causes))("%s", async (_what, { fault, zh, en, ...given }) => {
    const { service, conversation } = await begin(given);
    if (fault !== undefined) service.enqueue({ reply: { fault }, times: always });
    for (const [message, said] of [
      ["列出所有命名空间", zh],
      ["list the namespaces", en],
    ] as const) {
      const result = await conversation.send(message);
      expect(result.status).toBe("ok");
      expect(result.answer).toContain("kube-system");
      expect(result.warnings).toHaveLength(1);
      for (const words of said) expect(result.warnings[0]).toContain(words);
      expect(result.warnings[0]).not.toMatch(/[{}<]|undefined/);
    }
  });

  test("a service that is silent is asked once more within its time, and not longer", async () => {
    const limits = { maxRetries: 0, timeoutMs: 500, idleMs: 500 };
    const { service, conversation, requests } = await begin({ model: { limits }, modelTimeoutMs: 1_900 });
    service.enqueue({ reply: { fault: "fail.hang" }, times: always });
    const result = await conversation.send("list the namespaces");
    expect(result).toMatchObject({ status: "ok", usage: { modelCalls: 2 } });
    expect(result.warnings[0]).toContain("did not answer in time");
    expect(requests(planner)).toBe(2);
  });

  test("a service that stays silent is asked once in the next turn, and then left alone for a while", async () => {
    const limits = { maxRetries: 0, timeoutMs: 300, idleMs: 300 };
    const { service, conversation, requests } = await begin({ model: { limits }, modelTimeoutMs: 1_000 });
    service.enqueue({ reply: { fault: "fail.hang" }, times: always });
    const asked: number[] = [];
    const told: string[] = [];
    for (const message of ["list the namespaces", "list the nodes", "list the namespaces"]) {
      const before = requests(planner);
      const result = await conversation.send(message);
      expect(result).toMatchObject({ status: "ok" });
      told.push(...result.warnings);
      asked.push(requests(planner) - before);
    }
    expect(asked.slice(1)).toEqual([1, 0]);
    expect(told).toEqual([expect.stringContaining("did not answer in time")]);
  });

  test("its code is the turn's where the rules do not understand either", async () => {
    const { conversation } = await begin({ state: { keyLimitRemaining: 0 } });
    expect(await conversation.send("qwertz asdf")).toMatchObject({ error: { code: "model_key_limit" } });
  });
});
