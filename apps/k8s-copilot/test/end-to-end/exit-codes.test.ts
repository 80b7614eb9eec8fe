// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how a config file names a variable.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { useOpenRouter } from "@k8s-copilot/doubles";
import { afterAll, describe, expect, inject, it } from "vitest";
import { emptyPlace, runApp } from "../helpers/app.ts";
import { startPodServer } from "../helpers/pod-server.ts";

const bin = inject("installedApp");
const server = await startPodServer();
const flooding = await startPodServer({
  call: ({ tool }) => (tool === "list_pods" ? { flood: 17e6 } : undefined),
});
const startOpenRouter = useOpenRouter(afterAll);
const openRouter = await startOpenRouter();
const spent = await startOpenRouter({ state: { keyLimitRemaining: 0 } });
const broke = await startOpenRouter({ state: { balance: 0 } });
const busy = await startOpenRouter({
  scripts: [{ reply: { fault: "fail.429_retry_after_long" }, times: Number.POSITIVE_INFINITY }],
});
afterAll(() => Promise.all([server, flooding].map((each) => each.close())));

/** An address where nothing listens any more. */
const gone = await startPodServer();
await gone.close();
const nobody = new URL(gone.url).origin;
const wrongKey = { OPENROUTER_API_KEY: "sk-or-v1-wrong", OPENROUTER_BASE_URL: openRouter.baseUrl };
const spentKey = { OPENROUTER_API_KEY: spent.apiKey, OPENROUTER_BASE_URL: spent.baseUrl };
const noCredit = { OPENROUTER_API_KEY: broke.apiKey, OPENROUTER_BASE_URL: broke.baseUrl };
const tooMany = { OPENROUTER_API_KEY: busy.apiKey, OPENROUTER_BASE_URL: busy.baseUrl };
const oldModel = {
  OPENROUTER_API_KEY: openRouter.apiKey,
  OPENROUTER_BASE_URL: openRouter.baseUrl,
  OPENROUTER_MODEL: "google/gemini-2.5-flash-preview-05-20",
};
const noModel = { OPENROUTER_API_KEY: openRouter.apiKey, OPENROUTER_BASE_URL: `${nobody}/api/v1` };

type Row = {
  readonly code: number;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** On stderr. */
  readonly said?: string;
};

const rows: readonly Row[] = [
  { code: 0, args: ["ask", "list pods in dev"] },
  { code: 0, args: ["--version"] },
  { code: 1, args: ["ask", "show the logs of pod nothing-like-it in dev"], said: "nothing-like-it" },
  { code: 1, args: ["ask", "qwertz asdf"], said: "I did not understand that." },
  { code: 1, args: ["ask", "呜啦啦"], said: "我没听懂这句话。" },
  { code: 2, args: ["ask"], said: "Nothing was asked." },
  { code: 2, args: ["--nonsense"], said: "Unknown option --nonsense." },
  { code: 2, args: ["ask", "hi"], environment: { K8S_MCP_URL: "nonsense" }, said: "K8S_MCP_URL" },
  { code: 3, args: ["ask", "list pods in prod"], said: "Say it with --namespace" },
  { code: 3, args: ["ask", "列出 prod 的 pod", "--no-input"], said: "请用 --namespace" },
  { code: 4, args: ["ask", "delete pod web-1 in dev"], said: "Approval needed. Nothing was sent." },
  { code: 4, args: ["ask", "删除 dev 的 pod web-1", "--read-only"], said: "只读模式下不会执行修改" },
  {
    code: 5,
    args: ["ask", "qwertz asdf"],
    environment: wrongKey,
    said: "The model service does not accept the API key (User not found). Nor did the built-in rules understand this: say it in other words, or “help” for what can be done.\nWhat helps: Check the API key, or get a new one.",
  },
  {
    code: 5,
    args: ["ask", "呜啦啦"],
    environment: wrongKey,
    said: "模型服务不接受这个 API 密钥（User not found）。内置规则也没看懂这句话，可以换一种说法，或说“帮助”看看能做什么。\n解决办法：请检查 API 密钥，或换一个新的。",
  },
  { code: 5, args: ["ask", "qwertz asdf"], environment: spentKey, said: "Raise the limit of the key" },
  { code: 5, args: ["ask", "呜啦啦"], environment: spentKey, said: "这个 API 密钥已达到自己的消费上限" },
  { code: 6, args: ["ask", "qwertz asdf"], environment: noCredit, said: "Add credit, or use another account." },
  { code: 6, args: ["ask", "qwertz asdf"], environment: tooMany, said: "Ask again in 1 hour" },
  { code: 6, args: ["ask", "呜啦啦"], environment: tooMany, said: "请在 1 小时后再试" },
  { code: 6, args: ["ask", "呜啦啦"], environment: oldModel, said: "请把模型改为 google/gemini-" },
  {
    code: 6,
    args: ["ask", "qwertz asdf"],
    environment: noModel,
    said: "The model service cannot be reached",
  },
  { code: 6, args: ["ask", "呜啦啦"], environment: noModel, said: "无法连接模型服务" },
  {
    code: 7,
    args: ["ask", "list pods"],
    environment: { K8S_MCP_URL: `${nobody}/sse` },
    said: "nothing listens there.",
  },
  { code: 7, args: ["ask", "列出 pod"], environment: { K8S_MCP_URL: `${nobody}/sse` }, said: "没有程序在监听。" },
  {
    code: 8,
    args: ["ask", "list pods in dev"],
    environment: flooding.environment,
    said: "the result is too large and was not read (16 MB).",
  },
  { code: 8, args: ["ask", "列出 dev 的 pod"], environment: flooding.environment, said: "结果过大，没有读取" },
];

describe("the exit code", () => {
  it.each(rows)("is $code after $args $environment", async ({ code, args, environment, said = "" }) => {
    const ended = await runApp(bin, args, { environment: { ...server.environment, ...environment } });
    expect(ended.stderr).toContain(said);
    expect(ended.stderr).not.toMatch(/\n\s+at /);
    expect(ended.code).toBe(code);
  });

  it.each([
    ["list pods", '{one: {url: "http://h/mcp", headers: {Authorization: "${NOT_SET}"}}}', "uses NOT_SET, which"],
    ["列出 pod", '{one: {url: "http://h/mcp", headers: {Authorization: "${NOT_SET}"}}}', "用到了环境变量 NOT_SET，"],
    ["列出 pod", "{one: {}}", "配置文件中的服务器写得不对：mcpServers.one。"],
    ["列出 pod", '{one: {url: "file:///x"}}', "服务器 one 的 url 不是 http"],
    ["列出 pod", '{one: {url: "http://user:secret@h/mcp"}}', "服务器 one 的 url 里带有登录信息。"],
  ])("is 2 when the servers of the config file are not right: %s %s", async (words, servers, said) => {
    const place = emptyPlace();
    mkdirSync(join(place.home, ".config", "k8s-copilot"), { recursive: true });
    writeFileSync(join(place.home, ".config", "k8s-copilot", "config.yaml"), `mcpServers: ${servers}`);
    const { code, stderr } = await runApp(bin, ["ask", words], { place });
    expect(stderr).toContain(said);
    expect(stderr).not.toContain("secret");
    expect(code).toBe(2);
  });

  it.each([
    {
      words: "list pods in dev",
      environment: wrongKey,
      note: "Note: The model service does not accept the API key (User not found). Built-in rules take this turn. Check the API key, or get a new one.\n",
    },
    {
      words: "列出 dev 的 pod",
      environment: wrongKey,
      note: "注意：模型服务不接受这个 API 密钥（User not found）。本次由内置规则回答。请检查 API 密钥，或换一个新的。\n",
    },
    { words: "列出 dev 的 pod", environment: noModel, note: "本次由内置规则回答。请检查服务地址、网络和代理。\n" },
  ])("is 0 when the rules take the turn of a model that cannot be had, which is said: $words", async (row) => {
    const { code, stderr, stdout } = await runApp(bin, ["ask", row.words], {
      environment: { ...server.environment, ...row.environment },
    });
    expect(stdout).toContain("web-1");
    expect(stderr).toContain(row.note);
    expect(code).toBe(0);
  });

  it("of such a turn comes with one note, also where the model would have explained", async () => {
    const environment = { ...server.environment, ...wrongKey };
    const { code, stderr } = await runApp(bin, ["ask", "show the logs of pod web-1 in dev"], { environment });
    expect(stderr.match(/Note: /g)).toHaveLength(1);
    expect(code).toBe(0);
  });
});
