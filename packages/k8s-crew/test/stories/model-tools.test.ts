import { type ChatRequest, type OpenRouterDouble, startOpenRouter } from "@k8s-copilot/doubles";
import { createOpenRouterModel } from "@k8s-copilot/openrouter";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

const isFrom = (role: string) => (request: ChatRequest) => JSON.stringify(request.messages[0]).includes(role);
const planner = isFrom("Kubernetes planner");
const executor = isFrom("Kubernetes analyst");
const answer = (args: Record<string, unknown>) => ({ toolCalls: [{ name: "final_answer", args }] });
const call = (tool: string, args: Readonly<Record<string, string>> = {}) => ({
  tool,
  arguments: Object.entries(args).map(([name, value]) => ({ name, value })),
  reason: "asked for",
});
const planOf = (...calls: readonly ReturnType<typeof call>[]) => answer({ view: "call", calls });
const more = (about: string) => answer({ view: "more_tools", calls: [], about });

let stage: Stage;
let openRouter: OpenRouterDouble;
beforeAll(async () => {
  stage = await openStage("clusters");
});
beforeEach(async () => {
  openRouter = await startOpenRouter();
});
afterEach(async () => {
  await openRouter.close();
  expect(openRouter.violations()).toEqual([]);
  expect(openRouter.leftovers()).toEqual([]);
});
afterAll(() => stage.close());

const talk = () =>
  stage.conversation({
    model: createOpenRouterModel({ ...openRouter, model: openRouter.model }),
    cluster: "dev-cluster",
  });

/** What the models were sent, request by request. */
const sent = () =>
  openRouter
    .log()
    .filter(({ path }) => path.endsWith("/chat/completions"))
    .map(({ body }) => JSON.stringify(body));

const quotas = call("LIST_CORE_RESOURCES", { kind: "ResourceQuota", apiVersion: "v1", namespace: "dev" });

describe("a model that is not shown the tool that it needs", () => {
  test("is shown more tools about it, which costs one call", async () => {
    const seen: string[] = [];
    openRouter.enqueue(
      { match: planner, reply: more("manifest diff") },
      {
        match: planner,
        reply: ({ lastUser }) => {
          seen.push(lastUser);
          return planOf(quotas);
        },
      },
    );
    const result = await talk().send("qzx the usual blorp for dev please");
    expect(seen.join()).toContain("More tools about “manifest diff”:");
    expect(seen.join()).toMatch(/\n(?:VALIDATE|DIFF)_MANIFEST: /);
    expect(result.plan[0]).toMatchObject({ tool: "LIST_CORE_RESOURCES" });
    expect(sent().filter((body) => body.includes("Kubernetes planner"))).toHaveLength(2);
  });

  test("gets no second look: its plan counts as wrong, once, and then the person is asked", async () => {
    openRouter.enqueue({ match: planner, reply: more("something else"), times: 3 });
    const result = await talk().send("qzx the usual blorp please");
    expect(result).toMatchObject({ status: "needs_input", usage: { modelCalls: 3 } });
    expect(result.question?.choices.length).toBeGreaterThan(2);
    expect(result.warnings).toHaveLength(1);
  });

  test("may ask for more reads in an investigation, which costs one call too", async () => {
    const seen: string[] = [];
    openRouter.enqueue(
      { match: planner, reply: planOf(call("GET_POD_LOGS", { name: "redis-0", namespace: "dev" })) },
      { match: executor, reply: answer({ hypothesis: "", more_tools_about: "helm releases" }) },
      {
        match: executor,
        reply: ({ lastUser }) => {
          seen.push(lastUser);
          return answer({ hypothesis: "EXPLAINED." });
        },
      },
    );
    const result = await talk().send("show the logs of redis-0 in dev");
    expect(result.answer).toContain("EXPLAINED.");
    expect(seen.join()).toContain("about “helm releases”");
  });
});

describe("a plan of the model that is too long", () => {
  const kinds = ["Pod", "Service", "ConfigMap", "Secret", "Event", "Endpoints", "ServiceAccount", "LimitRange"];
  const many = ["dev", "production"].flatMap((namespace) =>
    kinds.map((kind) => call("LIST_CORE_RESOURCES", { kind, apiVersion: "v1", namespace })),
  );

  test("is sent back once, then cut to twelve steps, which is told", async () => {
    openRouter.enqueue({ match: planner, reply: planOf(...many), times: 2 });
    const result = await talk().send("qzx everything there is in dev and production please");
    expect(result.plan).toHaveLength(12);
    expect(result.warnings).toEqual(["The model planned 16 steps; only the first 12 are made."]);
    expect(sent().join()).toContain("The plan has 16 calls; 12 are the limit.");
  });

  test("because it says the same again and again has each call once, and nothing to be repaired", async () => {
    openRouter.enqueue({ match: planner, reply: planOf(...Array.from({ length: 60 }, () => quotas)) });
    const result = await talk().send("qzx the usual blorp for dev please");
    expect(result.plan).toHaveLength(1);
    expect(result.warnings).toEqual([]);
  });
});

describe("a model that makes no plan", () => {
  const empty = answer({ view: "call", calls: [] });

  test.each([
    ["qzx blorp the frobs", /^I could not make a plan of that\. What do you want to see\?/],
    ["把那个玩意儿弄一下呗", /你想看什么/],
  ])("is asked again, then the person is: %s", async (message, question) => {
    openRouter.enqueue({ match: planner, reply: empty, times: 2 });
    const conversation = talk();
    const asked = await conversation.send(message);
    expect(asked).toMatchObject({ status: "needs_input", error: null });
    expect(asked.question?.text).toMatch(question);
    const done = await conversation.answer({
      id: asked.question?.id ?? "",
      value: asked.question?.choices[0]?.value ?? "",
    });
    expect(done.status).toBe("ok");
    expect(done.calls.length).toBeGreaterThan(0);
  });

  test("leaves a request that the rules understand to them, which is said", async () => {
    openRouter.enqueue({ match: planner, reply: empty, times: 2 });
    const result = await talk().send("list pods in dev");
    expect(result.status).toBe("ok");
    expect(result.answer).toContain("redis-0");
    expect(result.warnings).toHaveLength(1);
  });
});

test("what a planner is told begins the same in every turn, then come the tools of the request", async () => {
  const told: string[] = [];
  openRouter.enqueue({
    match: planner,
    times: 3,
    reply: ({ messages, lastUser }) => {
      told.push(`${JSON.stringify(messages[0])}\n${lastUser}`);
      return answer({ view: "none", calls: [], reply: "OK." });
    },
  });
  const conversation = talk();
  for (const message of ["qzx blorp", "qzx blorp", "qzx frob metrics"]) await conversation.send(message);
  const [first = "", second = "", third = ""] = told;
  const [system = "", tools = ""] = first.split("Tools that this request may need:");
  const [own = ""] = tools.split(/Earlier:|Names that exist:|Memory:|<<message/);
  expect(system).toContain("Tools that are always at hand");
  expect(own).toMatch(/\w+: \w+ /);
  const [earlier = ""] = second.split("Tools that this request may need:");
  expect(second.startsWith(`${system}Earlier:`)).toBe(true);
  expect(second).toContain(`Tools that this request may need:${own}`);
  expect(third.startsWith(earlier.trimEnd())).toBe(true);
  expect(third).toMatch(/\nGET_NODE_METRICS: /);
});
