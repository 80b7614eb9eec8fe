import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { type DialectName, type OpenRouterOptions, type Script, startOpenRouter } from "@k8s-copilot/doubles";
import { afterAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { z } from "zod";
import { configure, emptyPlace, type Place, runApp } from "../helpers/app.ts";
import { isPlanner, othersAreSilent, planOf, step } from "../helpers/model-story.ts";
import { startPodServer } from "../helpers/pod-server.ts";

const bin = inject("installedApp");
const server = await startPodServer();
afterAll(() => server.close());

const timeout = 60_000;
const always = Number.POSITIVE_INFINITY;
const plan = planOf(step("list_deployments", { namespace: "dev" }));
const plansWell: readonly Script[] = [{ match: isPlanner, reply: plan, times: always }, othersAreSilent];
const vague = "web-1 of dev, tell me its story";

type Given = {
  readonly service?: OpenRouterOptions;
  readonly scripts?: readonly Script[];
  readonly config?: string;
  readonly environment?: Readonly<Record<string, string>>;
};

const openService = async ({ service = {}, scripts = plansWell, config, environment = {} }: Given) => {
  const openRouter = await startOpenRouter({ ...service, scripts });
  onTestFinished(() => openRouter.close());
  const place = emptyPlace();
  if (config !== undefined) configure(place, config);
  const talk = (lines: readonly string[], ...args: readonly string[]) => say({ lines, args, place });
  const say = async (said: { lines: readonly string[]; args: readonly string[]; place: Place }) => {
    const { stdout, stderr, ms } = await runApp(bin, ["chat", ...said.args], {
      place: said.place,
      stdin: `${said.lines.join("\n")}\n/exit\n`,
      environment: {
        ...server.environment,
        OPENROUTER_API_KEY: openRouter.apiKey,
        OPENROUTER_BASE_URL: openRouter.baseUrl,
        OPENROUTER_MODEL: openRouter.model,
        ...environment,
      },
    });
    return { shown: `${stdout}${stderr}`, stdout, stderr, ms };
  };
  return { openRouter, talk };
};

const lineOf = (shown: string, begin: string): string => shown.split("\n").find((line) => line.includes(begin)) ?? "";

describe("the cost of a conversation", () => {
  it("is told, and goes on in another process with its limits", { timeout }, async () => {
    const config = "budget:\n  session: {calls: 2}\n";
    const { openRouter, talk } = await openService({ config });
    const first = await talk([vague, "how much did this cost?"], "-v");
    expect(first.stderr).toMatch(/model calls 1, tokens \d+ in \d+ out \$0\.\d{4} google\/gemini-2\.5-flash/);
    expect(lineOf(first.stdout, "This conversation:")).toMatch(/: 1 model call, tokens \d+ in, \d+ out, \$0\.\d{4}$/);
    expect(first.stdout).toContain("Left in this conversation: 1 of 2 model calls");
    const second = await talk([vague, "花了多少钱", "list pods in dev"], "--continue");
    expect(lineOf(second.stdout, "本次对话：")).toMatch(/模型调用 2 次，词元 \d+ 入.*、\d+ 出，费用 \$0\.\d{4}/);
    expect(second.stdout).toContain("本次对话还可以用：0（上限 2 次模型调用）");
    expect(second.shown).toMatch(/limit for this conversation \(2 model calls\) is used up|本次对话的模型上限/);
    expect(openRouter.log().filter(({ body }) => body !== undefined)).toHaveLength(2);
    expect(openRouter.violations()).toEqual([]);
  });

  it("is unknown where the endpoint has neither a charge nor prices", { timeout }, async () => {
    const dialect: DialectName = "ollama";
    const { talk } = await openService({ service: { dialect }, environment: { OPENROUTER_API_KEY: "" } });
    const { shown } = await talk([vague, "/cost", "/models"]);
    expect(lineOf(shown, "This conversation:")).toMatch(/cost unknown$/);
    expect(shown).toMatch(
      /Models of 127\.0\.0\.1:\d+, in the order in which they are asked:\n {2}1\. \S+: listed there/,
    );
  });
});

describe("the models that are set", () => {
  it("are told with what the service's list knows of them, in the order of the asking", { timeout }, async () => {
    const config = "models: [google/gemini-3.5-flash-lite, google/gemini-9]\n";
    const expirationDates = { "google/gemini-2.5-flash": "2099-06-01" };
    const { talk } = await openService({ config, service: { state: { expirationDates } } });
    const { stdout } = await talk(["/models", "你用的什么模型"]);
    expect(stdout).toMatch(
      /1\. google\/gemini-2\.5-flash: can call tools; will be withdrawn on 2099-06-01, in \d+ days\. After that: google\/gemini-3\.5-flash-lite\n {5}context of 1,048,576 tokens; \$0\.30 in, \$2\.50 out for a million tokens\n/,
    );
    expect(stdout).toContain("2. google/gemini-3.5-flash-lite: can call tools");
    expect(stdout).toMatch(/3\. google\/gemini-9: 127\.0\.0\.1:\d+ has no model google\/gemini-9/);
    expect(stdout).toContain("When none of them answers, the built-in language rules do.");
    expect(stdout).toContain("每百万词元 $0.30 入、$2.50 出");
    expect(stdout).toMatch(/ {2}3\. google\/gemini-9：127\.0\.0\.1:\d+ 没有模型 google\/gemini-9。请\S/);
  });

  it("take over one after the other, then the rules, and each switch is a line", { timeout }, async () => {
    const config = "models: [google/gemini-3.5-flash-lite]\n";
    const scripts: readonly Script[] = [
      { match: isPlanner, reply: plan },
      // The second request: the model that is set fails, and the next of the list answers.
      { match: isPlanner, reply: { fault: "fail.502" } },
      { match: isPlanner, reply: plan },
      { match: isPlanner, reply: { fault: "fail.502" }, times: always },
      othersAreSilent,
    ];
    const { talk } = await openService({ config, scripts });
    const { shown } = await talk([vague, "web-2 of dev, tell me its story", "list pods in dev"]);
    const switches = shown.split("\n").filter((line) => line.startsWith("Note: "));
    expect(switches).toEqual([
      expect.stringContaining(
        "(the model service has a fault of its own): google/gemini-3.5-flash-lite answers in its place.",
      ),
      expect.stringMatching(/rules/),
    ]);
    expect(shown).toContain("web-1");
  });
});

/** Who answers, turn by turn: the model that is set, the next of the list in its place, or none, so that the rules do. */
const turns = ["next", "next", "set", "next", "none", "none", "set"] as const;
const fault: Script = { match: isPlanner, reply: { fault: "fail.502" } };
const scriptsOf = {
  set: [{ match: isPlanner, reply: plan }],
  next: [fault, { match: isPlanner, reply: plan }],
  // Each of three tries goes through the list.
  none: Array.from({ length: 6 }, () => fault),
} satisfies Record<(typeof turns)[number], readonly Script[]>;

describe("who answers, where that changes again and again", () => {
  const switches = {
    en: [
      "google/gemini-2.5-flash did not answer (the model service has a fault of its own): google/gemini-3.5-flash-lite answers in its place.",
      "google/gemini-2.5-flash answers again.",
      "google/gemini-2.5-flash did not answer (the model service has a fault of its own): google/gemini-3.5-flash-lite answers in its place.",
      "Built-in rules take this turn.",
      "google/gemini-2.5-flash answers again.",
      "The model is back and answers from here on.",
    ],
    zh: [
      "google/gemini-2.5-flash 没有作答（模型服务自身出现故障），由 google/gemini-3.5-flash-lite 代为回答。",
      "google/gemini-2.5-flash 恢复作答。",
      "google/gemini-2.5-flash 没有作答（模型服务自身出现故障），由 google/gemini-3.5-flash-lite 代为回答。",
      "本次由内置规则回答。",
      "google/gemini-2.5-flash 恢复作答。",
      "模型恢复了，从这次起由它回答。",
    ],
  };
  const told = async (line: string, ...args: readonly string[]) => {
    const config = "models: [google/gemini-3.5-flash-lite]\n";
    const scripts = [...turns.flatMap((turn) => scriptsOf[turn]), othersAreSilent];
    const { talk } = await openService({ config, scripts });
    return talk(
      turns.map(() => line),
      ...args,
    );
  };

  it("is a line for each change, and none for what goes on as it was", { timeout }, async () => {
    const { stderr } = await told("列出 dev 的 deployment", "--lang", "zh");
    const notes = stderr.split("\n").filter((line) => line.startsWith("注意："));
    expect(notes).toEqual(switches.zh.map((words) => expect.stringContaining(words)));
  });

  it("stands in the objects of a talk: who answered, and the switch to the rules and back", { timeout }, async () => {
    const { stdout, stderr } = await told("list deployments in dev", "-o", "jsonl", "--lang", "en");
    const results = stdout.split("\n").filter((line) => line.startsWith('{"type":"result"'));
    const models = results.map((line) => /"model":"?([^",}]*)/.exec(line)?.[1]);
    const [set, next] = ["google/gemini-2.5-flash", "google/gemini-3.5-flash-lite"];
    expect(models.slice(0, 4)).toEqual([next, next, set, next]);
    const said = results.map((line) => z.object({ switches: z.array(z.string()) }).parse(JSON.parse(line)).switches);
    expect(said).toEqual([
      [switches.en[0]],
      [],
      [switches.en[1]],
      [switches.en[2]],
      [expect.stringContaining("Built-in rules take this turn.")],
      [],
      [switches.en[4], switches.en[5]].map((words) => expect.stringContaining(words ?? "")),
    ]);
    expect(stderr).not.toContain("Note: ");
  });
});

describe("a service that takes no connection", () => {
  it("costs three seconds at most, and then the rules answer", { timeout }, async () => {
    // The handshake of TLS belongs to connecting: here nobody ever gives it.
    const waits: Promise<number>[] = [];
    const mute = createServer((socket: Socket) => {
      const since = performance.now();
      socket.on("error", () => {});
      waits.push(once(socket, "close").then(() => performance.now() - since));
      socket.resume();
    });
    await once(mute.listen(0, "127.0.0.1"), "listening");
    onTestFinished(() => void mute.close());
    const address = mute.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const { talk } = await openService({ environment: { OPENROUTER_BASE_URL: `https://127.0.0.1:${port}/v1` } });
    const { shown } = await talk(["list pods in dev"]);
    expect(shown).toMatch(/Note: .*The model service cannot be reached.*rules/);
    const waited = await Promise.all(waits);
    expect(waited).toHaveLength(1);
    // Half a second more for a machine that has little to spare.
    expect(waited[0]).toBeLessThan(3_500);
  });
});
