import { createServer } from "node:http";
import { createServer as createSocketServer } from "node:net";
import { type OpenRouterOptions, type Script, startOpenRouter } from "@k8s-copilot/doubles";
import { afterAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { configure, emptyPlace, runApp } from "../helpers/app.ts";
import { startPodServer } from "../helpers/pod-server.ts";

const bin = inject("installedApp");
const server = await startPodServer();
afterAll(() => server.close());

type Given = {
  readonly service?: OpenRouterOptions;
  readonly environment?: Readonly<Record<string, string>>;
  readonly config?: string;
  /** Of the one short request; default: a word. */
  readonly reply?: Script["reply"] | "never asked";
  readonly language?: "en" | "zh";
};

/** What the doctor says of the model: the lines between the clock and the locale. */
const examined = async ({
  service = {},
  environment = {},
  config,
  reply = { text: "ready" },
  language = "en",
}: Given) => {
  const openRouter = await startOpenRouter(service);
  onTestFinished(() => openRouter.close());
  if (reply !== "never asked") openRouter.enqueue({ reply });
  const place = emptyPlace();
  if (config !== undefined) configure(place, config);
  const { stdout, code } = await runApp(bin, ["doctor", "--lang", language], {
    place,
    environment: {
      ...server.environment,
      OPENROUTER_API_KEY: openRouter.apiKey,
      OPENROUTER_BASE_URL: openRouter.baseUrl,
      OPENROUTER_MODEL: openRouter.model,
      ...environment,
    },
  });
  expect(stdout).not.toContain(openRouter.apiKey);
  const lines = stdout.split("\n").filter((line) => /^(. (Model|Stand-in|模型|备用)| {2}\S)/.test(line));
  return { said: lines.join("\n"), code, openRouter };
};

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe("the doctor on a model that is well", () => {
  it("says that the service answers, what is left of the key, what the model can do, and what an answer took", async () => {
    const { said, code, openRouter } = await examined({ service: { state: { keyLimit: 5, keyLimitRemaining: 4.2 } } });
    const host = new URL(openRouter.baseUrl).host;
    expect(said.split("\n")).toEqual([
      `✓ Model service: ${host} answers`,
      "✓ Model key: accepted, $4.20 of $5.00 left",
      "✓ Model: google/gemini-2.5-flash: can call tools",
      expect.stringMatching(/^✓ Model's answer: came in \d+\.\d s, for \$0\.0000\d\d$/),
    ]);
    expect(code).toBe(0);
    expect(openRouter.violations()).toEqual([]);
  });

  it.each([
    ["en", `will be withdrawn on ${inDays(20)}, in 20 days. After that: google/gemini-3.5-flash-lite`],
    ["zh", `将于 ${inDays(20)} 下线，还有 20 天。之后请用 google/gemini-3.5-flash-lite`],
  ] as const)("says when it will be withdrawn, and what comes after it (%s)", async (language, shown) => {
    const expirationDates = { "google/gemini-2.5-flash": inDays(20) };
    const { said, code } = await examined({ service: { state: { expirationDates } }, language });
    expect(said).toContain(shown);
    expect(code).toBe(0);
  });

  it("needs no key where the endpoint wants none", async () => {
    const { said, code } = await examined({ service: { dialect: "ollama" }, environment: { OPENROUTER_API_KEY: "" } });
    expect(said).toMatch(/✓ Model key: none given; \S+ wants none/);
    expect(said).toMatch(/✓ Model: \S+: listed there/);
    expect(said).toMatch(/✓ Model's answer: came in/);
    expect(code).toBe(0);
  });

  it("needs no server that lets a model choose tools freely: it demands one, as a turn does", async () => {
    const { said, code } = await examined({
      service: { dialect: "vllm" },
      environment: { OPENROUTER_API_KEY: "" },
      reply: { toolCalls: [{ name: "ready", args: {} }] },
    });
    expect(said).toMatch(/✓ Model's answer: came in/);
    expect(code).toBe(0);
  });

  it("looks at the models that take its place, too", async () => {
    const { said, code } = await examined({
      config: "models: [test/no-tools, google/gemini-2.5-flash-preview-05-20, openai/gpt-5-mini]",
    });
    expect(said).toMatch(
      new RegExp(
        [
          "✓ Model: google/gemini-2.5-flash: can call tools",
          "✗ Stand-in model: test/no-tools cannot call tools.*",
          "  What helps: Look in .* and set models to its name.",
          "✗ Stand-in model: google/gemini-2.5-flash-preview-05-20 has been withdrawn",
          "  What helps: .*",
          "✓ Stand-in model: openai/gpt-5-mini: can call tools",
          "✓ Model's answer: came in",
        ].join("\n"),
      ),
    );
    expect(code).toBe(1);
  });
});

/** A page answers every address, as a portal or a mistyped address does. */
const startPage = async (body = "<html></html>") => {
  const page = createServer((_request, response) => response.setHeader("content-type", "text/html").end(body));
  await new Promise<void>((resolve) => page.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void page.close());
  const address = page.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/v1`;
};

describe("the doctor on a model that is not well", () => {
  it("says that a page answers in the place of a model service, and looks no further", async () => {
    const { said, code } = await examined({
      environment: { OPENROUTER_BASE_URL: await startPage() },
      reply: "never asked",
    });
    expect(said).toMatch(/^✗ Model service: A web page answered instead of the model service/);
    expect(said).not.toContain("Model key");
    expect(code).toBe(1);
  });

  it("says that what answers is no model service", async () => {
    const { said, code } = await examined({
      environment: { OPENROUTER_BASE_URL: await startPage('{"status":"up"}') },
      reply: "never asked",
    });
    expect(said).toMatch(/^✗ Model service: What answers there is no model service.*\n.*Check the base URL/);
    expect(said.split("\n")).toHaveLength(2);
    expect(code).toBe(1);
  });

  it("says that the key has ended", async () => {
    const service = { state: { keyExpiresAt: `${inDays(-1)}T00:00:00Z` } };
    const { said } = await examined({ service, reply: "never asked" });
    expect(said).toMatch(new RegExp(`✗ Model key: this key ended on ${inDays(-1)}`));
  });

  it.each([
    ["deepseek", "en", /✗ Model key: No API key is set, and 127\.0\.0\.1:\d+ needs one\n.*OPENROUTER_API_KEY=…/],
    ["qwen", "zh", /✗ 模型密钥：没有设置密钥，127\.0\.0\.1:\d+ 需要密钥\n.*OPENROUTER_API_KEY=…/],
  ] as const)("says that no key is set where %s needs one (%s)", async (dialect, language, shown) => {
    const environment = { OPENROUTER_API_KEY: "" };
    const { said } = await examined({ service: { dialect }, environment, reply: "never asked", language });
    expect(said).toMatch(shown);
    expect(said).not.toMatch(/Incorrect|openrouter\.ai/);
  });

  it("names no model of OpenRouter to who asks another service", async () => {
    const environment = { OPENROUTER_API_KEY: "", OPENROUTER_MODEL: "llama3" };
    const { said } = await examined({ service: { dialect: "ollama" }, environment, reply: "never asked" });
    expect(said).toContain("✗ Model's answer: This model cannot call tools");
    expect(said).not.toMatch(/google\/|gemini/);
  });

  it.each<{ what: string; given: Given; en: RegExp; zh: RegExp }>([
    {
      what: "a wrong address",
      given: { environment: { OPENROUTER_BASE_URL: "http://127.0.0.1:9/api/v1" }, reply: "never asked" },
      en: /✗ Model service: The model service cannot be reached[\s\S]*Check the base URL/,
      zh: /✗ 模型服务：无法连接模型服务[\s\S]*请检查 base URL/,
    },
    {
      what: "a wrong key",
      given: { environment: { OPENROUTER_API_KEY: "sk-or-v1-wrong" }, reply: "never asked" },
      en: /✗ Model key: .*does not accept the API key[\s\S]*openrouter\.ai\/settings\/keys/,
      zh: /✗ 模型密钥：模型服务不接受这个 API 密钥[\s\S]*openrouter\.ai\/settings\/keys/,
    },
    {
      what: "a key at its limit",
      given: { service: { state: { keyLimit: 5, keyLimitRemaining: 0 } }, reply: "never asked" },
      en: /✗ Model key: this key has reached its own spending limit of \$5\.00[\s\S]*adding credits does not help/,
      zh: /✗ 模型密钥：这个密钥已达到自身的消费上限 \$5\.00[\s\S]*充值不起作用/,
    },
    {
      what: "a model that was withdrawn",
      given: { environment: { OPENROUTER_MODEL: "google/gemini-2.5-flash-preview-05-20" }, reply: "never asked" },
      en: /✗ Model: \S+05-20 has been withdrawn\n.*Set OPENROUTER_MODEL to google\/gemini-2\.5-flash\./,
      zh: /✗ 模型：\S+05-20 已经下线\n.*请把 OPENROUTER_MODEL 改为 google\/gemini-2\.5-flash。/,
    },
    {
      what: "a model that nobody knows",
      given: { environment: { OPENROUTER_MODEL: "google/gemini-2.5-flsh" }, reply: "never asked" },
      en: /✗ Model: \S+ has no model google\/gemini-2\.5-flsh\n.*Set OPENROUTER_MODEL to google\/gemini-2\.5-flash/,
      zh: /✗ 模型：\S+ 没有模型 google\/gemini-2\.5-flsh\n.*google\/gemini-2\.5-flash/,
    },
    {
      what: "a model without tools",
      given: { environment: { OPENROUTER_MODEL: "test/no-tools" }, reply: "never asked" },
      en: /✗ Model: test\/no-tools cannot call tools[\s\S]*for a model that can call tools/,
      zh: /✗ 模型：test\/no-tools 不支持工具调用[\s\S]*查找支持工具调用的模型/,
    },
    {
      what: "an empty account",
      given: { service: { state: { balance: 0 } }, reply: "never asked" },
      en: /✗ Model's answer: .*no credit left[\s\S]*openrouter\.ai\/settings\/credits/,
      zh: /✗ 模型回答：账户余额不足[\s\S]*openrouter\.ai\/settings\/credits/,
    },
    {
      what: "a region that the model is not offered in",
      given: { service: { state: { regionBlocked: true } }, reply: "never asked" },
      en: /✗ Model's answer: This model is not offered in your region[\s\S]*another vendor/,
      zh: /✗ 模型回答：这个模型在你所在的地区不可用[\s\S]*其他厂商的模型/,
    },
    {
      what: "a data policy that leaves no provider",
      given: { service: { state: { privacyBlocked: true } }, reply: "never asked" },
      en: /✗ Model's answer: The privacy settings of the account leave no provider for this model[\s\S]*settings\/privacy(?![\s\S]*gemini)/,
      zh: /✗ 模型回答：按照账户的隐私设置，没有服务商可以提供这个模型[\s\S]*settings\/privacy(?![\s\S]*gemini)/,
    },
    {
      what: "an empty answer",
      given: { reply: { text: "" } },
      en: /✗ Model's answer: The model sent an empty answer/,
      zh: /✗ 模型回答：模型返回了空回答/,
    },
    {
      what: "a call that cannot be read",
      given: { reply: { fault: "odd.args_bad_json" } },
      en: /✗ Model's answer: The model's reply cannot be read/,
      zh: /✗ 模型回答：无法读懂模型的回复/,
    },
    {
      what: "too many requests",
      given: { reply: { fault: "fail.429_upstream" } },
      en: /✗ Model's answer: The model is receiving too many requests/,
      zh: /✗ 模型回答：模型服务限流/,
    },
  ])("names cause and remedy of $what, and leaves with 1", async ({ given, en, zh }) => {
    for (const [language, said] of [
      ["en", en],
      ["zh", zh],
    ] as const) {
      const found = await examined({ ...given, language });
      expect(found.said).toMatch(said);
      expect(found.said.match(/^✗/gm)).toHaveLength(1);
      expect(found.code).toBe(1);
    }
  });
});

/** Takes a connection and says nothing, not even what TLS begins with: as good as nobody. Counts how long each waits. */
const startMute = async () => {
  const waits: number[] = [];
  const mute = createSocketServer((socket) => {
    const since = performance.now();
    socket.on("error", () => {}).resume();
    socket.on("close", () => waits.push(performance.now() - since));
  });
  await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void mute.close());
  const address = mute.address();
  return { waits, host: `127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}` };
};

describe("the doctor at an address where nobody is", () => {
  const doctorAt = (environment: Readonly<Record<string, string>>) =>
    runApp(bin, ["doctor", "--lang", "en"], {
      place: emptyPlace(),
      environment: { ...server.environment, ...environment },
    });

  it("waits for a model service no longer than a conversation does", { timeout: 60_000 }, async () => {
    const { waits, host } = await startMute();
    const { stdout } = await doctorAt({
      OPENROUTER_API_KEY: "sk-or-v1-any",
      OPENROUTER_BASE_URL: `https://${host}/api/v1`,
    });
    expect(stdout).toMatch(/✗ Model service: The model service cannot be reached/);
    // Whoever is asked for the time has three seconds.
    expect(Math.max(...waits)).toBeLessThan(6_000);
  });

  it("waits for an MCP server ten seconds", { timeout: 60_000 }, async () => {
    const { waits, host } = await startMute();
    const { stdout } = await doctorAt({ K8S_MCP_URL: `http://${host}/sse` });
    expect(stdout).toMatch(/✗ MCP server: .*did not answer in time/);
    expect(Math.max(...waits)).toBeGreaterThan(9_000);
    expect(Math.max(...waits)).toBeLessThan(14_000);
  });
});
