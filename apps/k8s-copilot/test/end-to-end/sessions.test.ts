import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { emptyPlace, type Place, pause, runApp } from "../helpers/app.ts";
import { type ShopServer, startShopServer } from "../helpers/shop-server.ts";
import { openTerminal } from "../helpers/terminal.ts";

const bin = inject("installedApp");
let server: ShopServer;
beforeAll(async () => {
  server = await startShopServer();
});
afterAll(() => server.close());

const app = (place: Place, ...args: readonly string[]) => runApp(bin, args, { place, environment: server.environment });

/** A talk in a process of its own, its input open: what was said so far, and a way to kill it as nothing can resist. */
const talkIn = async (place: Place, message: string, shown: string): Promise<ChildProcess> => {
  const child = spawn(process.execPath, [bin, "chat"], {
    cwd: place.folder,
    env: { ...place.environment, ...server.environment },
  });
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  child.stdin.write(`${message}\n`);
  while (!said.includes(shown)) await pause(20);
  return child;
};

const kill = async (child: ChildProcess) => {
  child.kill("SIGKILL");
  await once(child, "exit");
};

describe("a question", () => {
  it.each([
    ["logs in shop", "2"],
    ["看一下 shop 里的日志", "第二个"],
    ["logs in shop", "web-2"],
  ])("is answered by a new process: %s, %s", async (words, reply) => {
    const place = emptyPlace();
    const asked = await app(place, "ask", words);
    expect(asked.code).toBe(3);
    expect(asked.stderr).toContain("k8s-copilot ask --continue 1\n");
    const answered = await app(place, "ask", "--continue", reply);
    expect(answered.stdout).toContain("started web-2");
    expect(answered.code).toBe(0);
  });

  it("is answered after its process was killed in the middle of the talk", async () => {
    const place = emptyPlace();
    await kill(await talkIn(place, "logs in shop", "web-2"));
    expect((await app(place, "ask", "--continue", "2")).stdout).toContain("started web-2");
  });

  it("still waits where the process that was answering it was killed", async () => {
    const place = emptyPlace();
    await app(place, "ask", "logs in shop");
    server.setFaults({ call: "hang" });
    const calls = server.calls().length;
    const terminal = openTerminal(process.execPath, [bin, "ask", "--continue", "2"], {
      place,
      environment: server.environment,
    });
    while (server.calls().length === calls) await pause(5);
    terminal.pty.kill("SIGKILL");
    await terminal.ended;
    server.setFaults({});
    expect((await app(place, "ask", "--continue", "2")).stdout).toContain("started web-2");
  }, 30_000);

  it("is shown again to who says nothing more", async () => {
    const place = emptyPlace();
    await app(place, "ask", "logs in shop");
    const again = await app(place, "ask", "--continue");
    expect(again.stderr).toMatch(/1\. web-1\n +2\. web-2\n/);
    expect(again.code).toBe(3);
    const { question, session } = JSON.parse((await app(place, "ask", "--continue", "-o", "json")).stdout);
    expect(question.choices.map(({ value }: { value: string }) => value)).toEqual(["web-1", "web-2"]);
    expect((await app(place, "ask", "--resume", session, "web-1")).stdout).toContain("started web-1");
    const none = await app(place, "ask", "--continue");
    expect(none.stdout).toContain("No question waits in this conversation.");
    expect(none.code).toBe(0);
  });

  it("waits in a talk that goes on, where a number answers it and nothing else", async () => {
    const place = emptyPlace();
    await app(place, "ask", "logs in shop");
    const terminal = openTerminal(process.execPath, [bin, "chat", "--resume"], {
      place,
      environment: server.environment,
    });
    await terminal.waitFor("Going on with conversation");
    await terminal.waitFor("web-2");
    await terminal.waitFor("Esc: reply in words");
    terminal.type("2\r");
    await terminal.waitFor("started web-2");
    await terminal.waitFor("> ");
    terminal.type("\x04");
    expect(await terminal.ended).toBe(0);
  }, 30_000);
});

describe("what a conversation was about", () => {
  it.each([
    ["list pods in shop", "logs of the second one"],
    ["列出命名空间 shop 的 pod", "第二个的日志"],
  ])("is known to a new process: %s, %s", async (words, more) => {
    const place = emptyPlace();
    await app(place, "ask", words);
    expect((await app(place, "ask", "--continue", more)).stdout).toContain("started web-2");
  });

  it("is never mixed with another server's", async () => {
    const place = emptyPlace();
    await app(place, "ask", "logs in shop");
    const other = await startShopServer();
    const { code, stderr } = await runApp(bin, ["ask", "--continue", "2"], { place, environment: other.environment });
    expect(stderr).toContain(`was about ${server.url}; now it would be about ${other.url}.`);
    expect(code).toBe(2);
    expect(other.calls()).toEqual([]);
    await other.close();
    expect((await app(place, "ask", "--continue", "2")).stdout).toContain("started web-2");
  });

  it("is nothing where there was no conversation, which is said", async () => {
    const { code, stdout, stderr } = await app(emptyPlace(), "ask", "--continue", "list pods in shop");
    expect(stderr).toContain("There is no earlier conversation; this one is new.");
    expect(stdout).toContain("web-2");
    expect(code).toBe(0);
  });
});

describe("a change", () => {
  const card = "approve> ";
  const atTheCard = async (place: Place) => {
    const terminal = openTerminal(process.execPath, [bin, "chat"], {
      place,
      columns: 120,
      environment: server.environment,
    });
    await terminal.waitFor("> ");
    terminal.type("delete pod web-1 in shop\r");
    await terminal.waitFor(card);
    return terminal;
  };

  it("whose consent was pending when the process was killed is void, and nothing lets it go later", async () => {
    const place = emptyPlace();
    const before = server.deletions().length;
    const terminal = await atTheCard(place);
    terminal.pty.kill("SIGKILL");
    await terminal.ended;
    const { code, stdout, stderr } = await app(place, "ask", "--continue");
    expect(stderr).toContain("The consent that was asked for is void; nothing was sent: delete_pod(");
    expect(stdout).toContain("No question waits");
    expect(code).toBe(0);
    for (const word of ["web-1", "yes", "approve"]) await app(place, "ask", "--continue", word);
    expect(server.deletions()).toHaveLength(before);
  }, 60_000);

  it("that was on its way when the process was killed is not sent a second time, and that is said", async () => {
    const place = emptyPlace();
    const before = server.deletions().length;
    const terminal = await atTheCard(place);
    server.setFaults({ call: "hang" });
    // What comes while nobody can have read the card does not count, so it is typed until it does.
    while (server.deletions().length === before) {
      terminal.type("web-1\r");
      await pause(500);
    }
    terminal.pty.kill("SIGKILL");
    await terminal.ended;
    server.setFaults({});
    const { stderr } = await app(place, "ask", "--continue", "web-1");
    expect(stderr).toContain("This change may have been made; it is not sent again: delete_pod(");
    for (const word of ["yes", "list pods in shop"]) await app(place, "ask", "--continue", word);
    expect(server.deletions()).toHaveLength(before + 1);
  }, 60_000);

  it("that was cut off before its process could ask is told as a request without an answer", async () => {
    const place = emptyPlace();
    server.setFaults({ call: "hang" });
    const calls = server.calls().length;
    const terminal = openTerminal(process.execPath, [bin, "ask", "list pods in shop"], {
      place,
      environment: server.environment,
    });
    while (server.calls().length === calls) await pause(5);
    terminal.pty.kill("SIGKILL");
    await terminal.ended;
    server.setFaults({});
    const { stderr, stdout } = await app(place, "ask", "--continue", "list pods in shop");
    expect(stderr).toContain("The last request got no answer, its process ended: “list pods in shop”.");
    expect(stdout).toContain("web-2");
  }, 30_000);
});

describe("two processes", () => {
  it("cannot be in one conversation; a killed one leaves it free", async () => {
    const place = emptyPlace();
    const child = await talkIn(place, "list pods in shop", "web-2");
    const locked = await app(place, "ask", "--continue", "logs of the second one");
    expect(locked.stderr).toMatch(/Conversation \w{8} is open in another process\./);
    expect(locked.code).toBe(2);
    // A conversation of its own is nobody's business.
    expect((await app(place, "ask", "list pods in shop")).code).toBe(0);
    await kill(child);
    expect((await app(place, "ask", "--continue", "logs of the second one")).stdout).toContain("started web-2");
  }, 30_000);
});
