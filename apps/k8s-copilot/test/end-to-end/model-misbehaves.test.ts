import type { ChatRequest, Reply, Script } from "@k8s-copilot/doubles";
import { describe, expect, inject, it } from "vitest";
import {
  finalAnswer,
  isPlanner,
  type ModelStory,
  othersAreSilent,
  planOf,
  step,
  tellModelStory,
} from "../helpers/model-story.ts";

const bin = inject("installedApp");

/** Several processes run at once, which is slow where a machine has little to spare. */
const timeout = 120_000;

/** What only a model can make a plan of. */
const vague = { en: "web-1 of dev, tell me its story", zh: "说说 dev 里 web-1 的来龙去脉" };
/** What leaves a change to the model. */
const wish = { en: "dev feels a bit thin, do your thing", zh: "dev 有点紧张，你看着办" };
/** Who misbehaved before plans this well: the session is usable. */
const plain = "list pods in dev";
const last: Script = {
  match: (request) => isPlanner(request) && request.lastUser.includes(plain),
  reply: planOf(step("list_pods", { namespace: "dev" })),
};

const always = Number.POSITIVE_INFINITY;
const web = { namespace: "dev", name: "web-1" };
const logs = step("get_pod_logs", web);
/** What was said before is told with the message. */
const inChinese = ({ lastUser }: ChatRequest): boolean => !lastUser.includes(vague.en);
const said = (words: { readonly en: string; readonly zh: string }) => (request: ChatRequest) =>
  finalAnswer({ view: "none", calls: [], reply: inChinese(request) ? words.zh : words.en });

type Misbehaviour = {
  readonly what: string;
  readonly reply: Script["reply"];
  /** What the other agents say; default: nothing. */
  readonly others?: Script["reply"];
  /** Default: the same wish in both languages, then a plain one. */
  readonly lines?: readonly string[];
  readonly faults?: ModelStory["faults"];
  /** What the person sees. */
  readonly zh: readonly (string | RegExp)[];
  readonly en: readonly (string | RegExp)[];
  readonly never?: RegExp;
  /** What reaches the server besides lists: nothing, where no call is named. */
  readonly calls?: readonly string[];
  /** Requests for plans, by the message that they were for; each plan is put back at most once. */
  readonly plans: { readonly zh: number; readonly en: number };
};

/** A plan that could be followed. */
const once = { zh: 1, en: 1 };
/** Put back with what is wrong with it, and no better then. */
const putBack = { zh: 2, en: 2 };

const onceEach = ["get_pod_logs", "get_pod_logs"] as const;

const rows: readonly Misbehaviour[] = [
  {
    what: "a call of a tool that nobody has",
    reply: { toolCalls: [{ name: "frobnicate", args: web }] },
    zh: ["模型的回复无法使用"],
    en: ["The model's reply cannot be used"],
    plans: putBack,
  },
  {
    what: "a call of a tool that is not its own",
    reply: { toolCalls: [{ name: "delete_pod", args: web }] },
    zh: ["模型的回复无法使用"],
    en: ["The model's reply cannot be used"],
    plans: putBack,
  },
  {
    what: "arguments that are not JSON",
    reply: { fault: "odd.args_bad_json" },
    zh: ["无法读懂模型的回复"],
    en: ["The model's reply cannot be read"],
    plans: putBack,
  },
  {
    what: "an argument that the tool does not have",
    reply: planOf(step("get_pod_logs", { ...web, colour: "red" })),
    zh: ["get_pod_logs 没有参数 colour"],
    en: ["get_pod_logs has no parameter colour"],
    plans: putBack,
  },
  {
    what: "an argument of the wrong type",
    reply: planOf(step("scale_deployment", { namespace: "dev", name: "web", replicas: "many" })),
    lines: [wish.zh, "算了", wish.en, "never mind", plain],
    zh: [/Deployment，你想要哪个？/],
    en: [/[Dd]eployments?.*\?/],
    // An amount that nobody said is put back once; after that it is asked of the person, as the name is.
    plans: putBack,
  },
  {
    what: "a required argument left out",
    reply: planOf(step("get_pod_logs", { namespace: "dev" })),
    zh: ["匹配到唯一的 Pod：web-1"],
    en: ["The one pod that matches: web-1"],
    calls: onceEach,
    plans: once,
  },
  {
    what: "forty calls at once",
    reply: {
      toolCalls: Array.from({ length: 40 }, () => ({
        name: "final_answer",
        args: { view: "call", calls: [step("delete_pod", web)] },
      })),
    },
    zh: ["模型建议删除 Pod web-1（dev）；你没有要求这个改动"],
    en: ["The model suggests to delete pod web-1 in dev; you did not ask for that"],
    never: /需要批准|Approval needed/,
    plans: putBack,
  },
  {
    what: "the same call three times",
    reply: planOf(logs, logs, logs),
    zh: ["Pod web-1 的日志"],
    en: ["Log of pod web-1"],
    never: /(Log of pod[\s\S]*){2}/,
    calls: onceEach,
    plans: once,
  },
  {
    what: "words that say “done” without a call",
    reply: { text: "Done! I restarted web-1 and it works now." },
    zh: ["模型的回复无法使用"],
    en: ["The model's reply cannot be used"],
    never: /I restarted/,
    plans: putBack,
  },
  {
    what: "a reply that says that something was done",
    reply: said({ en: "I restarted web-1 for you, it works now.", zh: "我已经帮你重启了 web-1，现在正常了。" }),
    zh: ["什么都没有改变"],
    // What the rules read with certainty is looked at instead.
    en: ["1 of 2 pods match"],
    never: /I restarted|帮你重启/,
    // No rule is certain of either wish: its words are left out, and what the rules read is done.
    plans: once,
  },
  {
    what: "nothing at all",
    reply: { text: "" },
    zh: ["模型的回答是空的"],
    en: ["The model sent an empty answer"],
    plans: putBack,
  },
  {
    what: "an answer in the other language",
    reply: said({ en: "请问你想查看哪一个资源？", zh: "Which of these things do you mean exactly?" }),
    zh: ["它没有用中文回答"],
    en: ["it answered in another language"],
    never: /哪一个资源|do you mean exactly/,
    plans: putBack,
  },
  {
    what: "a plan without steps",
    reply: planOf(),
    zh: ["计划里没有任何调用"],
    en: ["its plan has no calls"],
    plans: putBack,
  },
  {
    what: "a plan of sixty steps",
    reply: planOf(
      ...Array.from({ length: 60 }, (_, index) => step("get_pod_logs", { namespace: "dev", name: `ghost-${index}` })),
    ),
    zh: ["模型规划了 60 个步骤，只执行前 12 个。"],
    en: ["The model planned 60 steps; only the first 12 are made."],
    never: /(Log of pod[\s\S]*){2}|ghost/,
    calls: onceEach,
    plans: putBack,
  },
  {
    what: "a plan with a tool that does not exist",
    reply: planOf(step("pods_timeline", web)),
    zh: ["没有名为“pods_timeline”的工具"],
    en: ["There is no tool “pods_timeline”"],
    plans: putBack,
  },
  {
    what: "prose around the JSON of its plan",
    reply: {
      text: `Sure, this is it:\n\`\`\`json\n${JSON.stringify({ view: "call", calls: [logs] })}\n\`\`\`\nAnything else?`,
    },
    zh: ["Pod web-1 的日志"],
    en: ["Log of pod web-1"],
    never: /Anything else|```/,
    calls: onceEach,
    plans: once,
  },
  {
    what: "success claimed after a call that failed",
    reply: planOf(logs),
    others: finalAnswer({ hypothesis: "I restarted web-1 successfully, all pods are healthy now." }),
    faults: { call: ({ tool }) => (tool === "get_pod_logs" ? { isError: "the log is gone" } : undefined) },
    zh: ["the log is gone"],
    en: ["the log is gone"],
    never: /I restarted|healthy now/,
    calls: onceEach,
    plans: once,
  },
];

const storyOf = ({ reply, others, lines = [vague.zh, vague.en, plain], faults }: Misbehaviour): ModelStory => {
  const other: Script = { ...othersAreSilent, ...(others && { reply: others }) };
  const scripts = [last, { match: isPlanner, reply, times: always }, other];
  return { lines, scripts, ...(faults && { faults }) };
};

describe("a model that misbehaves", () => {
  it.concurrent.each(rows)("$what: costs at most the turn", { timeout }, async (row) => {
    const told = await tellModelStory(bin, storyOf(row));
    for (const words of [...row.zh, ...row.en]) expect(told.shown).toMatch(words);
    expect(told.shown).not.toMatch(row.never ?? /$^/);
    // Never an exception; and the turn after it is answered.
    expect(told.shown).not.toMatch(/\n\s+at |undefined|NaN|Error:/);
    expect(told.stdout).toContain("2 pods in namespace dev");
    expect(told.calls.filter((call) => !call.startsWith("list_"))).toEqual(row.calls ?? []);
    const { code, violations, plans } = told;
    const [zh = "", en = ""] = (row.lines ?? [vague.zh, vague.en]).filter((line) =>
      [vague, wish].some((each) => [each.zh, each.en].includes(line)),
    );
    const asked = (line: string) => plans.filter(({ about }) => about === line).length;
    expect({ code, violations, plans: { zh: asked(zh), en: asked(en) }, all: plans.length }).toEqual({
      ...{ code: 0, violations: [], plans: row.plans },
      all: row.plans.zh + row.plans.en + 1,
    });
  });
});

/** What a clarifier would say that asks for what is known. */
const asksAgain: Reply = { text: "Which namespace do you mean? 你说的是哪个命名空间？" };

describe("a clarifier that would ask for what is known", () => {
  it("is not asked where everything was said", { timeout }, async () => {
    let asked = 0;
    const told = await tellModelStory(bin, {
      lines: [vague.en],
      scripts: [
        { match: isPlanner, reply: planOf(logs), times: always },
        {
          reply: (request) => {
            if (JSON.stringify(request.messages[0]).includes("Kubernetes clarifier")) asked += 1;
            return finalAnswer({ hypothesis: "" });
          },
          times: always,
        },
      ],
    });
    expect(told.calls).toContain("get_pod_logs");
    expect(asked).toBe(0);
  });

  it("has no words of its own: it may only name one of the choices of an open question", { timeout }, async () => {
    const told = await tellModelStory(bin, {
      lines: ["dev feels a bit thin, do your thing", "the one that went through more", "never mind", plain],
      scripts: [
        last,
        { match: isPlanner, reply: planOf(step("scale_deployment", { namespace: "dev" })), times: always },
        { reply: asksAgain, times: always },
      ],
    });
    expect(told.shown).not.toMatch(/Which namespace|哪个命名空间/);
    expect(told.shown).toContain("1. web ");
    expect(told.calls.filter((call) => !call.startsWith("list_"))).toEqual([]);
    expect(told.stdout).toContain("2 pods in namespace dev");
    expect(told.violations).toEqual([]);
  });
});
