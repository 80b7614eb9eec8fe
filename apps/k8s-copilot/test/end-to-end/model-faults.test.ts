import { type CutName, guardrailWhile, type Reply, type Script, type State } from "@k8s-copilot/doubles";
import { afterAll, describe, expect, inject, it } from "vitest";
import { startHttpsFront } from "../helpers/https-front.ts";
import {
  finalAnswer,
  isPlanner,
  type ModelStory,
  othersAreSilent,
  planOf,
  step,
  tellModelStory,
} from "../helpers/model-story.ts";
import { startPodServer } from "../helpers/pod-server.ts";

const bin = inject("installedApp");

/** Several processes run at once, which is slow where a machine has little to spare. */
const timeout = 120_000;

/** What only a model can make a plan of. */
const vague = { en: "web-1 of dev, tell me its story", zh: "说说 dev 里 web-1 的来龙去脉" };
/** What the rules read as well. */
const plain = "list pods in dev";

/** A change that is asked for, in words that no rule takes for it. */
const wish = "web of dev feels a bit thin, three would suit it, do your thing";

/** The plans of the two turns, and the one that a fault takes away: nothing of it may be done, or shown for consent. */
const planned = [
  planOf(step("list_deployments", { namespace: "dev" })),
  planOf(step("list_pods", { namespace: "dev" })),
] as const;
const takenAway = planOf(step("scale_deployment", { namespace: "dev", name: "web", replicas: "3" }));
/** The same in words, most of which are a second thought. */
const written = `\`\`\`json\n${JSON.stringify(takenAway.toolCalls[0]?.args)}\n\`\`\`\n`;
const secondThought = { text: `${written}${"No, wait, ".repeat(written.length)}` };
const card = /scale_deployment|Approval needed/;
/** What the app reads by itself to know the cluster, and what the plans and the rules may read. */
const allowed = ["list_namespaces", "list_pods", "list_deployments"];

const always = Number.POSITIVE_INFINITY;
const plansWell: readonly Script[] = [
  { match: isPlanner, reply: planned[0] },
  { match: isPlanner, reply: planned[1], times: always },
];
const fails = (reply: Reply, more: Partial<Script> = {}): Script => ({ match: isPlanner, reply, ...more });

/** A fault that passes: the turn is answered, and nobody notices. */
type Passing = {
  readonly what: string;
  /** Default: what only a model can make a plan of. */
  readonly says?: string;
  readonly reply?: Reply;
  readonly skips?: number;
  readonly state?: Partial<State>;
  /** Requests for plans in the whole story of two turns. */
  readonly plans: number;
};

const cuts = (names: readonly CutName[]): readonly Passing[] =>
  names.map((cut) => ({ what: `cut: ${cut}`, says: wish, reply: { ...takenAway, cut }, plans: 3 }));

const passing: readonly Passing[] = [
  { what: "429 with Retry-After 1", reply: { fault: "fail.429_retry_after" }, plans: 3 },
  { what: "429 with Retry-After as a date", reply: { fault: "fail.429_retry_after_date" }, plans: 3 },
  { what: "429 without Retry-After", reply: { fault: "fail.429_upstream" }, plans: 3 },
  { what: "429 on the second call", reply: { fault: "fail.429_upstream" }, skips: 1, plans: 3 },
  { what: "500 once", reply: { fault: "fail.500_masked" }, plans: 3 },
  { what: "502 once", reply: { fault: "fail.502" }, plans: 3 },
  { what: "503 once", reply: { fault: "fail.503_retry_after" }, plans: 3 },
  { what: "408 once", reply: { fault: "fail.408" }, plans: 3 },
  ...cuts(["reset", "clean_end", "error_chunk", "length"]),
  {
    what: "a plan in words, cut in a second thought",
    says: wish,
    reply: { ...secondThought, cut: "length" },
    plans: 3,
  },
  ...cuts(["in_string", "in_key", "after_arguments", "length_in_arguments"]),
  { what: "an error with status 200", reply: { fault: "odd.200_error" }, plans: 3 },
  { what: "no choices", reply: { fault: "odd.choices_empty" }, plans: 3 },
  { what: "a chunk that is not JSON", reply: { fault: "str.bad_json" }, plans: 3 },
  { what: "chunks without a role", state: { chunks: "no_role" }, plans: 2 },
  { what: "characters in two pieces", state: { chunks: "split_bytes" }, plans: 2 },
];

describe("a fault of the model service that passes", () => {
  it.concurrent.each(passing)("$what: is not noticed", { timeout }, async (row) => {
    const { says = vague.en, reply, skips = 0, state = {}, plans } = row;
    const scripts = [...(reply === undefined ? [] : [fails(reply, { skips })]), ...plansWell, othersAreSilent];
    const told = await tellModelStory(bin, { lines: [says, plain], scripts, service: { state } });
    expect(told.calls).toContain("list_deployments");
    expect(told.calls.filter((call) => !allowed.includes(call))).toEqual([]);
    expect(told.shown).not.toMatch(card);
    expect(told.shown).not.toMatch(/Note: |\n\s+at |undefined|NaN|<html/i);
    expect(told.plans.filter(({ verdict }) => verdict !== "answered")).toHaveLength(reply === undefined ? 0 : 1);
    expect({ code: told.code, violations: told.violations, plans: told.plans.length }).toEqual({
      code: 0,
      violations: [],
      plans,
    });
  });
});

/** A fault that stays: no turn is the model's, each says why and what helps, and the rules take what they read. */
type Lasting = {
  readonly what: string;
  readonly reply?: Reply;
  readonly at?: ModelStory["at"];
  readonly state?: Partial<State>;
  readonly config?: string;
  /** Requests for plans in the whole story of three turns; of a silent service none is asked for long. */
  readonly plans: number | "few";
  readonly zh: readonly (string | RegExp)[];
  readonly en: readonly (string | RegExp)[];
};

const fronts: { readonly close: () => void }[] = [];
afterAll(() => {
  for (const front of fronts) front.close();
});

const gone = await startPodServer();
await gone.close();
const impatient = "modelTimeoutSeconds: 1\n";

const lasting: readonly Lasting[] = [
  {
    what: "429 for ever",
    reply: { fault: "fail.429_retry_after" },
    plans: 9,
    zh: ["模型服务限流"],
    en: ["The model is receiving too many requests"],
  },
  {
    what: "429 with Retry-After 60",
    reply: { fault: "fail.429_retry_after_60" },
    plans: 3,
    zh: ["请在 1 分钟后再试"],
    en: ["Ask again in 1 minute"],
  },
  {
    what: "401",
    reply: { fault: "fail.401" },
    // Once in each language of the conversation.
    plans: 2,
    zh: ["模型服务不接受这个 API 密钥", "请检查 API 密钥，或换一个新的。"],
    en: ["The model service does not accept the API key", "Check the API key, or get a new one."],
  },
  {
    what: "402",
    state: { balance: 0 },
    plans: 3,
    zh: ["模型账户余额不足", "请充值，或换一个账户。"],
    en: ["The account with the model service has no credit left", "Add credit, or use another account."],
  },
  {
    what: "403 of a key that is used up",
    state: { keyLimitRemaining: 0 },
    plans: 3,
    zh: ["这个 API 密钥已达到自己的消费上限"],
    en: ["The API key has reached its own spending limit"],
  },
  {
    what: "403 of the guardrail, whatever is said",
    reply: { fault: "fail.403_guardrail" },
    // Where something was said before, it is left out and the model is asked once more.
    plans: 5,
    zh: ["服务商的防护规则把对话里的一段文字当成了对模型的攻击"],
    en: ["The vendor's guardrail took a text in the conversation for an attack"],
  },
  {
    what: "a service that refuses connections",
    at: () => `${new URL(gone.url).origin}/api/v1`,
    plans: 0,
    zh: ["无法连接模型服务"],
    en: ["The model service cannot be reached"],
  },
  {
    what: "a name that nobody knows",
    at: () => "http://model-service.invalid/api/v1",
    plans: 0,
    zh: ["无法连接模型服务"],
    en: ["The model service cannot be reached"],
  },
  {
    what: "a certificate that has expired",
    at: async (baseUrl) => {
      const front = await startHttpsFront(baseUrl, "expired");
      fronts.push(front);
      return front.server;
    },
    plans: 0,
    zh: ["无法连接模型服务"],
    en: ["The model service cannot be reached"],
  },
  {
    what: "silence before the headers",
    reply: { fault: "fail.hang" },
    config: impatient,
    plans: "few",
    zh: [/模型没有(按时回答|了回应)/],
    en: [/The model (did not answer in time|fell silent)/],
  },
  {
    what: "silence after the first word",
    reply: { fault: "str.stall" },
    config: impatient,
    plans: "few",
    zh: [/模型没有(按时回答|了回应)/],
    en: [/The model (did not answer in time|fell silent)/],
  },
  {
    what: "comments that keep the connection open, and nothing else",
    reply: { fault: "str.comments_only" },
    config: impatient,
    plans: "few",
    zh: [/模型没有(按时回答|了回应)/],
    en: [/The model (did not answer in time|fell silent)/],
  },
  {
    what: "a plan that is cut every time",
    reply: { ...takenAway, cut: "in_string" },
    plans: 6,
    zh: ["模型的回答被截断"],
    en: ["The model's answer was cut off"],
  },
  {
    what: "a web page with status 200",
    reply: { fault: "odd.html_200" },
    plans: 3,
    zh: ["回答的是一个网页，不是模型服务", "请检查服务地址、网络和代理。"],
    en: ["A web page answered, and no model service"],
  },
];

describe("a fault of the model service that stays", () => {
  it.concurrent.each(lasting)("$what: is told with what helps", { timeout }, async (row) => {
    const { reply, at, state = {}, config, plans, zh, en } = row;
    const told = await tellModelStory(bin, {
      lines: [vague.zh, vague.en, plain],
      scripts: [...(reply === undefined ? [] : [fails(reply, { times: always })]), ...plansWell, othersAreSilent],
      service: { state },
      ...(at && { at }),
      ...(config && { config }),
    });
    for (const words of [...zh, ...en]) expect(told.shown).toMatch(words);
    expect(told.shown).not.toMatch(/\n\s+at |undefined|NaN|<html/i);
    expect(told.calls.filter((call) => !allowed.includes(call))).toEqual([]);
    expect(told.calls).toContain("list_pods");
    expect(told.stdout).toContain("web-1");
    expect({ code: told.code, violations: told.violations }).toEqual({ code: 0, violations: [] });
    if (plans === "few") expect(told.plans.length).toBeLessThanOrEqual(3);
    else expect(told.plans).toHaveLength(plans);
  });
});

it("the plan that the faults take away is shown for consent where nothing takes it away", { timeout }, async () => {
  const scripts = [fails(takenAway), ...plansWell, othersAreSilent];
  const told = await tellModelStory(bin, { lines: [wish], scripts });
  expect(told.shown).toMatch(card);
  expect(told.calls).not.toContain("scale_deployment");
});

it("a line of a log that the guardrail takes for an attack is left out, which is told, and the session goes on", {
  timeout,
}, async () => {
  const logs = planOf(step("get_pod_logs", { namespace: "dev", name: "web-1" }));
  const told = await tellModelStory(bin, {
    lines: [vague.zh, vague.en, plain],
    scripts: [
      guardrailWhile(String.raw`first \x1b`),
      { match: (request) => isPlanner(request) && request.lastUser.includes(plain), reply: planned[1], times: always },
      { match: isPlanner, reply: logs, times: always },
      { reply: finalAnswer({ hypothesis: "EXPLAINED." }), times: always },
    ],
  });
  expect(told.shown).toContain("模型服务拒绝处理 get_pod_logs 返回的内容；已去掉这部分再问了一次。");
  expect(told.shown).toContain(
    "The model service refused what get_pod_logs returned; it was asked once more without that.",
  );
  expect(told.stdout.match(/EXPLAINED\./g)).toHaveLength(2);
  // What was answered before holds the line as well: it is not told again.
  expect(told.plans.map(({ verdict }) => verdict)).toEqual([
    "answered",
    ...["fail.403_guardrail", "answered", "fail.403_guardrail", "answered"],
  ]);
  expect(told.calls.filter((call) => !allowed.includes(call))).toEqual(["get_pod_logs", "get_pod_logs"]);
  expect(told.stdout).toContain("2 pods in namespace dev");
  expect({ code: told.code, violations: told.violations }).toEqual({ code: 0, violations: [] });
});
