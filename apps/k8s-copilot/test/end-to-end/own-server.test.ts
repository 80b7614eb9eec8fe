// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how a config file names a variable.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ChatRequest, startFaultyMcpServer, useOpenRouter } from "@k8s-copilot/doubles";
import { startSampleServer, startSandbox } from "@k8s-copilot/sandbox";
import { afterAll, describe, expect, inject, it } from "vitest";
import { emptyPlace, runApp } from "../helpers/app.ts";
import { podTools } from "../helpers/pod-server.ts";

const bin = inject("installedApp");
const sandbox = await startSandbox();
const server = await startSampleServer({ contexts: sandbox.contexts });
const openRouter = await useOpenRouter(afterAll)();
afterAll(async () => {
  await server.close();
  await sandbox.close();
});

const example = readFileSync(new URL("../../../../.env.example", import.meta.url), "utf8");

/** A folder with `.env` as the README says to make it; only the addresses of what is asked are those of this test. */
const placeWithEnv = (key: string) => {
  const place = emptyPlace();
  const env = example
    .replace("OPENROUTER_API_KEY=", `OPENROUTER_API_KEY=${key}`)
    .replace("https://openrouter.ai/api/v1", (address) => (key === "" ? address : openRouter.baseUrl))
    .replace("http://localhost:8001/sse", server.url);
  writeFileSync(join(place.folder, ".env"), env);
  return place;
};

const asked = () => openRouter.log().filter(({ path }) => path.endsWith("/chat/completions")).length;
const isFrom = (role: string) => (request: ChatRequest) => JSON.stringify(request.messages[0]).includes(role);
const answer = (args: Record<string, unknown>) => ({ toolCalls: [{ name: "final_answer", args }] });

describe("a filled .env.example", () => {
  it("is enough for the doctor, who finds the server and the model", async () => {
    openRouter.enqueue({ reply: { text: "ready" } });
    const { stdout, code } = await runApp(bin, ["doctor"], { place: placeWithEnv(openRouter.apiKey) });
    expect(stdout).toMatch(/^✓ .*47 tools/m);
    expect(stdout).toMatch(new RegExp(`^✓ .*${openRouter.model}`, "m"));
    expect(stdout).not.toContain(openRouter.apiKey);
    expect(code).toBe(0);
  });

  it("says which model answers in the place of the one that is set", async () => {
    openRouter.state({ modelStates: { [openRouter.model]: "no_endpoints" } });
    const log = { tool: "LIST_CLUSTERS", arguments: [], reason: "list" };
    openRouter.enqueue({ match: isFrom("Kubernetes planner"), reply: answer({ view: "call", calls: [log] }) });
    const place = placeWithEnv(openRouter.apiKey);
    mkdirSync(join(place.home, ".config", "k8s-copilot"), { recursive: true });
    writeFileSync(join(place.home, ".config", "k8s-copilot", "config.yaml"), "models: [openai/gpt-5-mini]\n");
    const { stderr, stdout } = await runApp(bin, ["ask", "which clusters have we got"], { place });
    openRouter.state({ modelStates: {} });
    expect(stdout).toContain("prod-cluster");
    expect(stderr.match(/openai\/gpt-5-mini answers in the place of google\/gemini-2\.5-flash, and/g)).toHaveLength(1);
  });

  it("is enough to talk: a model plans, the server is read, and where the four settings come from is said once", async () => {
    const plan = {
      view: "status",
      calls: [{ tool: "LIST_CLUSTERS", arguments: [], reason: "列出集群" }],
    };
    openRouter.enqueue(
      { match: isFrom("Kubernetes planner"), reply: answer(plan) },
      { match: isFrom("Kubernetes analyst"), reply: answer({ hypothesis: "" }) },
    );
    const place = placeWithEnv(openRouter.apiKey);
    const { stdout, stderr, code } = await runApp(bin, ["chat"], { place, stdin: "帮我查看一下k8s状态\n/exit\n" });
    expect(stderr.match(/\.env/g)).toHaveLength(1);
    for (const name of ["OPENROUTER_API_KEY", "OPENROUTER_BASE_URL", "OPENROUTER_MODEL", "K8S_MCP_URL"])
      expect(stderr).toContain(name);
    expect(stderr).toMatch(new RegExp(`47 .* ${openRouter.model}`));
    expect(stdout).toMatch(/^dev-cluster .*\n^prod-cluster /m);
    expect(stdout + stderr).not.toContain(openRouter.apiKey);
    expect(openRouter.leftovers()).toEqual([]);
    expect(code).toBe(0);
  });

  it.each([
    ["with its key left empty", "", []],
    ["with --offline", openRouter.apiKey, ["--offline"]],
  ])("%s sends nothing to a model", async (_, key, flags) => {
    const before = asked();
    const { stdout, stderr, code } = await runApp(bin, ["ask", ...flags, "list my clusters please"], {
      place: placeWithEnv(key),
    });
    expect(stdout).toContain("prod-cluster");
    expect(stderr).not.toContain("Note:");
    expect(asked()).toBe(before);
    expect(code).toBe(0);
  });
});

describe("a server that is dead, where there is a kubeconfig", () => {
  it.each([
    [
      "list pods",
      "Start the server, or correct its address. To use the bundled server on your own kubeconfig instead: ",
    ],
    ["列出 pod", "请启动服务器，或改正它的地址。也可以改用内置服务器和你自己的 kubeconfig："],
  ])("comes with the exact command for the bundled one, which is not taken by itself: %s", async (words, offer) => {
    const gone = await startFaultyMcpServer({ transport: "sse" });
    await gone.close();
    const place = emptyPlace();
    const kubeconfig = join(place.home, ".kube", "config");
    mkdirSync(join(place.home, ".kube"));
    writeFileSync(kubeconfig, readFileSync(sandbox.kubeconfig));
    const environment = { K8S_MCP_URL: gone.url };
    const dead = await runApp(bin, ["ask", words], { place, environment });
    expect(dead).toMatchObject({ stdout: "", code: 7 });
    expect(dead.stderr).toContain(`${offer}k8s-copilot --kubeconfig ${kubeconfig}\n`);
    const alive = await runApp(bin, ["--kubeconfig", kubeconfig, "ask", words], { place, environment });
    expect(alive.stdout).toContain("cart-service-v2-ghijk");
    expect(alive.code).toBe(0);
  });
});

describe("a server of the config file that wants a login", () => {
  it.each([
    ["t-1", 0, "web-1"],
    ["t-2", 7, "login"],
  ])("gets it from the environment: %s", async (token, expected, shown) => {
    const far = await startFaultyMcpServer({ transport: "http", tools: podTools, login: "Bearer t-1" });
    const place = emptyPlace();
    const folder = join(place.home, ".config", "k8s-copilot");
    mkdirSync(folder, { recursive: true });
    const entry = `{url: "${far.url}", headers: {Authorization: "Bearer \${TOKEN}"}}`;
    writeFileSync(join(folder, "config.yaml"), `mcpServers: {far: ${entry}}\n`);
    const ended = await runApp(bin, ["ask", "list pods in dev"], { place, environment: { TOKEN: token } });
    expect(ended.stdout + ended.stderr).toContain(shown);
    expect(ended.stderr).not.toContain(token);
    expect(ended.code).toBe(expected);
    await far.close();
  });
});

describe("a second server of the config file", () => {
  it.each([
    ["[metrics]", 1, "Its latency rose."],
    ["[]", 0, "it may change something"],
  ])("joins a diagnosis unasked only where it is trusted: %s", async (trusted, reads, shown) => {
    const metrics = await startFaultyMcpServer({
      transport: "http",
      tools: [
        { name: "promql", annotations: { readOnlyHint: true }, answer: () => "redis latency: 20 ms, then 940 ms" },
      ],
    });
    const analyst = isFrom("Kubernetes analyst");
    const log = {
      tool: "GET_POD_LOGS",
      arguments: Object.entries({ cluster: "dev-cluster", namespace: "dev", name: "redis-0" }).map(([name, value]) => ({
        name,
        value,
      })),
    };
    const further = { tool: "promql", arguments: [], reason: "decides" };
    openRouter.enqueue(
      { match: isFrom("Kubernetes planner"), reply: answer({ view: "call", calls: [{ ...log, reason: "logs" }] }) },
      { match: analyst, reply: answer({ hypothesis: "It may be slow.", reads: [further] }) },
      ...(reads === 0 ? [] : [{ match: analyst, reply: answer({ hypothesis: "Its latency rose." }) }]),
    );
    const place = placeWithEnv(openRouter.apiKey);
    const folder = join(place.home, ".config", "k8s-copilot");
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, "config.yaml"),
      `mcpServers: {cluster: {url: "${server.url}"}, metrics: {url: "${metrics.url}"}}\ntrustedServers: ${trusted}\n`,
    );
    const message = "why is redis-0 in dev of dev-cluster slow? look at its logs";
    const env = readFileSync(join(place.folder, ".env"), "utf8").replace(/^K8S_MCP_URL=.*$/m, "");
    writeFileSync(join(place.folder, ".env"), env);
    const { stdout, code } = await runApp(bin, ["ask", message], { place });
    expect(stdout).toContain(shown);
    expect(metrics.calls()).toHaveLength(reads);
    expect(openRouter.leftovers()).toEqual([]);
    expect(code).toBe(0);
    await metrics.close();
  });
});

describe("the sandbox", () => {
  it("is named in every answer of a talk, also where nothing was understood, asked or done", async () => {
    const messages = ["list pods in dev", "qwertz asdf", "logs of cart-service", "help", "列出 dev 的 pod", "你好"];
    const { stdout } = await runApp(bin, ["chat", "--sandbox", "-o", "json"], { stdin: `${messages.join("\n")}\n` });
    const answers = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).answer);
    expect(answers).toHaveLength(messages.length);
    for (const each of answers) expect(each).toMatch(/^(\(sandbox, |（沙盒，)/);
  });
});
