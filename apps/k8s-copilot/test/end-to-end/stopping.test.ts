import { type CallFault, startOpenRouter } from "@k8s-copilot/doubles";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { emptyPlace, pause, runApp } from "../helpers/app.ts";
import { type PodServer, startPodServer } from "../helpers/pod-server.ts";
import { openTerminal } from "../helpers/terminal.ts";

const bin = inject("installedApp");

/** A server whose answer to one tool never comes; the others answer at once. */
const startHanging = async (hanging = "list_pods"): Promise<PodServer> => {
  const call = ({ tool }: { readonly tool: string }): CallFault | undefined => (tool === hanging ? "hang" : undefined);
  const server = await startPodServer({ call });
  onTestFinished(() => server.close());
  return server;
};

const talkWith = async ({ environment }: PodServer) => {
  const terminal = openTerminal(process.execPath, [bin, "chat"], { place: emptyPlace(), columns: 120, environment });
  await terminal.waitFor("/exit");
  await terminal.waitFor("> ");
  return terminal;
};

const waitingCall = async (server: PodServer, tool = "list_pods"): Promise<void> => {
  while (!server.calls().some((call) => call.tool === tool)) await pause(20);
};

const cancelled = (server: PodServer): number =>
  server.messages().filter(({ method }) => method === "notifications/cancelled").length;

describe("Ctrl-C in a talk", () => {
  it("stops the turn at once, of which nothing more reaches the server, and the talk goes on", async () => {
    const server = await startHanging();
    const terminal = await talkWith(server);
    terminal.type("list pods in dev\r");
    await terminal.waitFor("calling list_pods(namespace=dev)");
    await waitingCall(server);
    const calls = server.calls().length;
    const since = performance.now();
    terminal.type("\x03");
    await terminal.waitFor("Stopped.");
    await terminal.waitFor("> ");
    expect(performance.now() - since).toBeLessThan(1000);
    await pause(1500);
    expect(server.calls()).toHaveLength(calls);
    expect(cancelled(server)).toBe(1);
    terminal.type("列出命名空间\r");
    await terminal.waitFor("共 1 个命名空间");
    terminal.type("\x04");
    expect(await terminal.ended).toBe(0);
  }, 30_000);

  it.each([
    ["while a call is on its way", "列出 dev 的 pod\r"],
    ["at the prompt", ""],
  ])(
    "twice leaves: %s",
    async (_, message) => {
      const server = await startHanging();
      const terminal = await talkWith(server);
      terminal.type(message);
      if (message !== "") await waitingCall(server);
      terminal.type("\x03");
      await terminal.waitFor(message === "" ? "Press Ctrl-C again to leave." : "已停止。");
      await terminal.waitFor("> ");
      terminal.type("\x03");
      expect(await terminal.ended).toBe(130);
    },
    30_000,
  );
});

describe("ask, while a call is on its way", () => {
  it("ends with 130 after Ctrl-C at a terminal", async () => {
    const server = await startHanging();
    const terminal = openTerminal(process.execPath, [bin, "ask", "list pods in dev"], {
      place: emptyPlace(),
      environment: server.environment,
    });
    await waitingCall(server);
    const calls = server.calls().length;
    terminal.type("\x03");
    expect(await terminal.ended).toBe(130);
    expect(terminal.shown().split("Stopped. Nothing was changed.")).toHaveLength(2);
    expect(server.calls()).toHaveLength(calls);
    expect(cancelled(server)).toBe(1);
  }, 30_000);

  it("and after Ctrl-C while a change is on its way says which, for it may have happened", async () => {
    const server = await startHanging("scale_deployment");
    const terminal = openTerminal(process.execPath, [bin, "ask", "把 dev 的 web 扩到 3 个副本"], {
      place: emptyPlace(),
      columns: 160,
      environment: server.environment,
    });
    await terminal.waitFor("scale_deployment");
    await terminal.waitFor("> ");
    await pause(400);
    terminal.type("yes\r");
    await waitingCall(server, "scale_deployment");
    terminal.type("\x03");
    expect(await terminal.ended).toBe(130);
    expect(terminal.shown()).toMatch(/已停止。已经发出、结果未知：scale_deployment\([^)]*replicas=3[^)]*\)/);
  }, 30_000);

  it.each<[NodeJS.Signals, number]>([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ])(
    "ends after %s with %i",
    async (signal, expected) => {
      const server = await startHanging();
      const { code, stderr } = await runApp(bin, ["ask", "列出 dev 的 pod"], {
        environment: server.environment,
        onStart: async (child) => {
          await waitingCall(server);
          child.kill(signal);
        },
      });
      expect(stderr).not.toContain("错误");
      expect(stderr.trimEnd()).toMatch(/已停止。没有做任何改动。$/);
      expect(code).toBe(expected);
    },
    30_000,
  );
});

describe("a model that does not answer", () => {
  it("is told of while it is waited for, with how long, and Ctrl-C ends that at once", async () => {
    const model = await startOpenRouter({ scripts: [{ reply: { fault: "fail.hang" } }] });
    onTestFinished(() => model.close());
    const server = await startHanging();
    const terminal = openTerminal(process.execPath, [bin, "ask", "说说 dev 里 web-1 的来龙去脉"], {
      place: emptyPlace(),
      environment: {
        ...server.environment,
        OPENROUTER_API_KEY: model.apiKey,
        OPENROUTER_BASE_URL: model.baseUrl,
        OPENROUTER_MODEL: model.model,
      },
    });
    await terminal.waitFor("模型正在规划");
    await terminal.waitFor("仍在等待模型，已 4 秒（按 Ctrl-C 停止）");
    await terminal.waitFor("仍在等待模型，已 5 秒（按 Ctrl-C 停止）");
    const since = performance.now();
    terminal.type("\x03");
    expect(await terminal.ended).toBe(130);
    expect(performance.now() - since).toBeLessThan(1500);
    expect(terminal.shown()).toContain("已停止。没有做任何改动。");
  }, 30_000);
});

describe("a server that lets every call wait", () => {
  it("is waited for once, not once for each list, and named with what helps", async () => {
    const server = await startPodServer({ call: "hang" });
    onTestFinished(() => server.close());
    const { code, stderr, ms } = await runApp(bin, ["ask", "列出 dev 的 pod"], { environment: server.environment });
    expect(stderr).toMatch(/MCP 服务器“127[^”]*”：没有及时应答（30 s）。\n请确认它运行正常，然后重试。/);
    expect(server.calls()).toHaveLength(1);
    expect(code).toBe(7);
    expect(ms).toBeLessThan(40_000);
  }, 60_000);
});
