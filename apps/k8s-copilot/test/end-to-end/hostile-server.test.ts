import type { CallFault } from "@k8s-copilot/doubles";
import { describe, expect, inject, it } from "vitest";
import { runApp } from "../helpers/app.ts";
import { hostile, obeyed, podTools, startPodServer } from "../helpers/pod-server.ts";

const bin = inject("installedApp");
const visible = "\\x1b[31mred\\x1b]0;owned\\x07\\u{202e}";

/** Every call fails so, or those of one tool. */
const askWith = async (words: string, fault: CallFault | undefined, failing?: string) => {
  const server = await startPodServer({
    call: ({ tool }) => (failing === undefined || failing === tool ? fault : undefined),
  });
  const ended = await runApp(bin, ["ask", words], { environment: server.environment });
  await server.close();
  return { ...ended, shown: ended.stdout + ended.stderr };
};

describe("what a server answers", () => {
  it.each([
    ["list pods in dev", `bad${visible}`, "2 pods in namespace dev"],
    ["列出 dev 的 pod", `bad${visible}`, "共 2 个 Pod"],
    ["show the logs of pod web-1 in dev", `first ${visible}`, "last"],
    ["查看 dev 的 pod web-1 的日志", `first ${visible}`, "last"],
  ])("is shown, and nothing in it is obeyed: %s", async (words, ...parts) => {
    const { shown, stdout, code } = await askWith(words, undefined);
    for (const part of parts) expect(stdout).toContain(part);
    expect(shown).not.toMatch(obeyed);
    expect(code).toBe(0);
  });

  it.each<[string, CallFault, string]>([
    ["list pods in dev", { isError: `boom ${hostile}` }, "boom"],
    ["列出 dev 的 pod", { rpcError: { code: -32603, message: `boom ${hostile}` } }, "boom"],
    ["list pods in dev", { says: { error: `boom ${hostile}` } }, "boom"],
  ])("is told as the error that it is, on whichever way it comes: %s %j", async (words, fault, cause) => {
    const { shown, code } = await askWith(words, fault, "list_pods");
    expect(shown).toContain(`${cause} ${visible}`);
    expect(shown).not.toMatch(obeyed);
    expect(code).toBe(1);
  });

  it.each<[string, CallFault, string]>([
    ["list pods in dev", "html", "answered in a way that cannot be read"],
    ["list pods in dev", { status: 500 }, "it has an error of its own"],
    ["列出 dev 的 pod", { status: 500 }, "服务器自身出错。\n请查看它的日志"],
  ])("is told when it is no answer: %s %j", async (words, fault, cause) => {
    const { shown, code } = await askWith(words, fault);
    expect(shown).toContain(cause);
    expect(shown).not.toMatch(/\n\s+at /);
    expect(code).not.toBe(0);
  });

  it.each<[string, CallFault, string]>([
    ["list pods in dev", "die", "nothing listens there.\nStart the server, or correct its address."],
    ["列出 dev 的 pod", "die", "这个地址没有程序在监听。\n请启动服务器，或改正它的地址。"],
    ["list pods in dev", "invalid_json", "the connection broke during the call.\nCheck that it runs"],
    ["列出 dev 的 pod", "invalid_json", "连接在调用期间中断。\n请确认它在运行"],
  ])("is told when the connection breaks, in the language of the question: %s %j", async (words, fault, told) => {
    const { shown, code } = await askWith(words, fault);
    expect(shown).toContain(told);
    expect(code).toBe(7);
  });

  it.each<[string, string, CallFault]>([
    ["list pods in dev", "list_pods", { flood: 5e6 }],
    ["show the logs of pod web-1 in dev", "get_pod_logs", { flood: 5e6 }],
    ["查看 dev 的 pod web-1 的日志", "get_pod_logs", { flood: 5e6, lines: true }],
  ])("may be 5 MB: %s %s %j", async (words, failing, fault) => {
    const { code, stdout } = await askWith(words, fault, failing);
    expect(stdout).toContain("xxxx");
    expect(stdout).not.toContain("1 pod in");
    expect(code).toBe(0);
  });
});

describe("a server", () => {
  it.each([
    ["list pods in dev", "what answers there is no MCP server."],
    ["列出 dev 的 pod", "：那里应答的不是 MCP 服务器。\n解决办法：请改正地址"],
  ])("that answers with a web page is none: %s", async (words, shown) => {
    const server = await startPodServer({ start: "html" });
    const { stderr, code } = await runApp(bin, ["ask", words], { environment: server.environment });
    expect(stderr).toContain(shown);
    expect(code).toBe(7);
    await server.close();
  });

  it("that says nothing is given up, and the person told why", async () => {
    const server = await startPodServer({ start: "silent" });
    const { stderr, code, ms } = await runApp(bin, ["ask", "list pods in dev"], { environment: server.environment });
    expect(stderr).toContain("it did not answer in time");
    expect(code).toBe(7);
    expect(ms).toBeLessThan(40_000);
    await server.close();
  }, 60_000);

  it("may lie about its schemas: what can be used is, and names are never obeyed", async () => {
    const server = await startPodServer();
    await server.setTools([
      ...podTools.filter(({ name }) => name !== "list_namespaces"),
      { name: "list_nodes", description: "List nodes", inputSchema: "nonsense" },
      { name: "list_services", description: "List services", inputSchema: { type: "array", items: 5 } },
      { name: "list_jobs", description: "List jobs", inputSchema: { type: "object", required: ["nothing"] } },
      {
        name: `evil${hostile}`,
        description: hostile,
        inputSchema: { type: "object", properties: { [`a${hostile}`]: { type: "banana" } }, required: "everything" },
      },
    ]);
    const tools = await runApp(bin, ["tools"], { environment: server.environment });
    expect(tools.stdout).toContain("list_pods");
    expect(tools.stdout).toContain("evil");
    expect(tools.stdout).not.toMatch(obeyed);
    const { stdout, code } = await runApp(bin, ["ask", "list pods in dev"], { environment: server.environment });
    expect(stdout).toContain("2 pods in namespace dev");
    expect(code).toBe(0);
    await server.close();
  });
});
