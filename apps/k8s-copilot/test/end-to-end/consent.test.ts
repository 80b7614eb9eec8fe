import { startSampleServer, startSandbox } from "@k8s-copilot/sandbox";
import { afterAll, describe, expect, inject, it } from "vitest";
import { emptyPlace, pause, runApp } from "../helpers/app.ts";
import { startPodServer } from "../helpers/pod-server.ts";
import { openTerminal } from "../helpers/terminal.ts";

const bin = inject("installedApp");
const sandbox = await startSandbox();
const onCluster = ["--kubeconfig", sandbox.kubeconfig, "--context", "dev-cluster"];
afterAll(() => sandbox.close());

/** What clients asked of the clusters besides reading; that the bundled server asks what it may do changes nothing. */
const changes = () =>
  sandbox
    .requests()
    .filter(({ method, path }) => method !== "GET" && !path.includes("selfsubjectaccessreviews"))
    .map(({ method, path }) => `${method} ${path}`);

const pod = "    context: dev-cluster\n    namespace: dev\n    name: redis-0\n";

describe("a change that is asked for in a pipe", () => {
  it.each([
    ["delete pod redis-0 in dev", [], `  pods_delete (kubernetes)\n${pod}Effect: destructive.`],
    ["删除 dev 命名空间的 pod redis-0", [], `  pods_delete (kubernetes)\n${pod}影响：破坏性操作。`],
    ["delete pod redis-0 in dev", ["--no-input"], `  pods_delete (kubernetes)\n${pod}`],
    ["scale deployment web-frontend in dev to 5", [], "  resources_scale (kubernetes)\n    scale: 5\n"],
    ["把 dev 的 web-frontend 扩容到 5 个副本", ["--no-input"], "  resources_scale (kubernetes)\n    scale: 5\n"],
  ])("is shown and not sent: %s %j", async (words, flags, shown) => {
    const { code, stdout, stderr } = await runApp(bin, ["ask", words, ...onCluster, ...flags], {
      stdin: "yes\nredis-0\n",
    });
    expect(stdout).toContain(shown);
    expect((stdout + stderr).match(/pods_delete|resources_scale/g)).toHaveLength(1);
    expect(stderr).toMatch(/Approval needed\. Nothing was sent\.|需要批准。尚未发送任何内容。/);
    expect(code).toBe(4);
    expect(changes()).toEqual([]);
  });

  it.each([
    ["delete pod redis-0 in dev", "Read-only mode: this change is not run: pods_delete"],
    ["删除 dev 的 pod redis-0", "只读模式下不会执行修改：pods_delete"],
  ])("is refused with --read-only: %s", async (words, shown) => {
    const { code, stderr } = await runApp(bin, ["ask", words, ...onCluster, "--read-only"]);
    expect(stderr).toContain(shown);
    expect(code).toBe(4);
    expect(changes()).toEqual([]);
  });

  it.each([
    ["delete pod web-1 in dev", [], "  delete_pod ("],
    ["把 dev 的 web 扩容到 5 个副本", [], "  scale_deployment ("],
    ["delete pod web-1 in dev", ["--read-only"], "Read-only mode: this change is not run: delete_pod"],
  ])("is not sent to any other server either: %s %j", async (words, flags, shown) => {
    const server = await startPodServer();
    const { code, stdout, stderr } = await runApp(bin, ["ask", words, ...flags], { environment: server.environment });
    expect(stdout + stderr).toContain(shown);
    expect(code).toBe(4);
    expect(server.calls().filter(({ tool }) => !tool.startsWith("list_"))).toEqual([]);
    await server.close();
  });

  it.each([
    ["scale deployment web in dev to 5", "(to replicas=5)"],
    ["把 dev 的 web 扩容到 5 个副本", "（改为 replicas=5）"],
  ])("leaves out what it replaces where no tool can read that: %s", async (words, shown) => {
    const server = await startPodServer();
    const { stdout, stderr } = await runApp(bin, ["ask", words], { environment: server.environment });
    expect(stdout).toContain(shown);
    expect(stdout + stderr).not.toMatch(/\?|？/);
    await server.close();
  });

  it("is asked about once in a pipe, and refused", async () => {
    const stdin = "scale deployment web-frontend in dev to 5\n";
    const { stdout, stderr } = await runApp(bin, ["chat", ...onCluster], { stdin });
    expect((stdout + stderr).match(/resources_scale/g)).toHaveLength(1);
    expect(stdout).toContain("(from replicas=2 to replicas=5)");
    expect(stderr).toContain("Refused: an approval needs a person at a terminal.");
    expect(changes()).toEqual([]);
  });

  it("is refused in the language of the request when the last reply was a number", async () => {
    const stdin = "删除 dev 的 pod redis\n1\n";
    const { stdout, stderr } = await runApp(bin, ["chat", ...onCluster], { stdin });
    expect(stdout).toContain("输入名称“redis-0”确认后才会执行");
    expect(stderr).toContain("已拒绝：批准需要有人在终端前操作。");
    expect(stderr).not.toContain("Refused");
    expect(changes()).toEqual([]);
  });

  it.each([
    ["delete pod redis-0 in dev", "The connected server has no tool that can do this (Delete pod redis-0)."],
    [
      "把 dev 的 web-frontend 扩容到 5 个副本",
      "当前连接的服务器没有可以做到这件事的工具（调整 Deployment web-frontend 的副本数）",
    ],
  ])("is not made up where a server can only read: %s", async (words, shown) => {
    const server = await startSampleServer({ contexts: sandbox.contexts });
    const environment = { K8S_MCP_URL: server.url };
    const { stdout, stderr } = await runApp(bin, ["ask", words, "--context", "dev-cluster"], { environment });
    expect(stdout + stderr).toContain(shown);
    // Where the thing is may be looked up, to name it in the command; nothing more.
    expect(server.calls().filter((call) => !call.tool.startsWith("LIST_"))).toEqual([]);
    await server.close();
  });
});

describe("a change in a talk at a terminal", () => {
  const talk = async () => {
    const terminal = openTerminal(process.execPath, [bin, "chat", ...onCluster], { place: emptyPlace(), columns: 120 });
    await terminal.waitFor("/exit");
    await terminal.waitFor("> ");
    return terminal;
  };

  it("is not sent for a wrong name, and sent once for the right one, which is then looked at", async () => {
    const before = changes().length;
    const terminal = await talk();
    terminal.type("delete pod redis-0 in dev\r");
    await terminal.waitFor("pods_delete (kubernetes)");
    await terminal.waitFor("approve> ");
    await pause(500);
    terminal.type("redis\r");
    await terminal.waitFor("Cancelled. Nothing was run.");
    await terminal.waitFor("> ");
    expect(changes().length).toBe(before);
    terminal.type("delete pod redis-0 in dev\r");
    await terminal.waitFor("approve> ");
    await pause(500);
    terminal.type("redis-0\r");
    await terminal.waitFor("Done.");
    await terminal.waitFor("Checked: pod redis-0 was made anew: ");
    await terminal.waitFor("> ");
    expect(changes().slice(before)).toEqual(["DELETE /api/v1/namespaces/dev/pods/redis-0"]);
    terminal.type("\x04");
    expect(await terminal.ended).toBe(0);
  }, 60_000);

  it("is the same in Chinese", async () => {
    const before = changes().length;
    const terminal = await talk();
    terminal.type("把 dev 的 web-frontend 扩容到 5 个副本\r");
    await terminal.waitFor("resources_scale (kubernetes)");
    await terminal.waitFor("批准> ");
    await pause(500);
    terminal.type("好\r");
    await terminal.waitFor("还没有执行：同意就输入“确认”（或“");
    await terminal.waitFor("批准> ");
    await pause(500);
    terminal.type("取消\r");
    await terminal.waitFor("已取消，什么都没有执行。");
    await terminal.waitFor("> ");
    expect(changes().length).toBe(before);
    terminal.type("把 dev 的 web-frontend 扩容到 5 个副本\r");
    await terminal.waitFor("批准> ");
    await pause(500);
    terminal.type("同意\r");
    await terminal.waitFor("已完成。");
    await terminal.waitFor("检查结果：Deployment web-frontend：5 个副本中 2 个就绪");
    await terminal.waitFor("> ");
    expect(changes().slice(before)).toEqual(["PUT /apis/apps/v1/namespaces/dev/deployments/web-frontend/scale"]);
    terminal.type("\x04");
    expect(await terminal.ended).toBe(0);
  }, 60_000);

  it.each([
    ["scale deployment web-frontend in dev to 6", "approve> ", "make it 4", "to replicas=4"],
    ["把 dev 的 web-frontend 扩容到 6 个副本", "批准> ", "改成 4 个", "改为 replicas=4"],
    ["scale deployment web-frontend in dev to 6", "approve> ", "show me the nodes first", "dev-worker-3"],
  ])(
    "what is said instead of consent is heard: %s, %s%s",
    async (words, prompt, instead, shown) => {
      const before = changes().length;
      const terminal = await talk();
      terminal.type(`${words}\r`);
      await terminal.waitFor(prompt);
      await pause(500);
      terminal.type(`${instead}\r`);
      await terminal.waitFor(shown);
      expect(changes().length).toBe(before);
      terminal.type("\x03");
      await pause(300);
      terminal.type("\x04");
      await terminal.ended;
      expect(changes().length).toBe(before);
    },
    60_000,
  );
});
