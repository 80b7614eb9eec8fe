import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stdioDouble } from "@k8s-copilot/doubles";
import { describe, expect, it, onTestFinished } from "vitest";
import { connect, eventually, textOf, toolNamed } from "./support.ts";

const folder = async (): Promise<string> => {
  const path = await mkdtemp(join(tmpdir(), "mcp-"));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
};

const received = async (log: string): Promise<readonly string[]> =>
  (await readFile(log, "utf8"))
    .trim()
    .split("\n")
    .map((line) => line.match(/"method":"tools\/call","params":\{"name":"(\w+)"/)?.[1] ?? "")
    .filter((name) => name !== "");

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe("a server in a child process", () => {
  it("M03 gets the given variables and the six that the SDK passes on, nothing else", async () => {
    process.env.MCP_TEST_SECRET = "never";
    const server = { ...stdioDouble(), env: { KUBECONFIG: "/given" } };
    const connection = await connect({ child: server });
    const environment: unknown = JSON.parse(textOf(await toolNamed(connection, "environment").invoke({})));
    expect(environment).toMatchObject({ KUBECONFIG: "/given", PATH: process.env.PATH });
    const allowed = ["HOME", "KUBECONFIG", "LOGNAME", "PATH", "SHELL", "TERM", "USER"];
    expect(Object.keys(Object(environment)).filter((name) => !allowed.includes(name))).toEqual([]);
  });

  it("may write what is no JSON to its stdout", async () => {
    const connection = await connect({ child: stdioDouble("--noise") });
    expect(await toolNamed(connection, "echo").invoke({ a: 1 })).toMatchObject({ text: '{"a":1}' });
  });

  it("ends with the connection", async () => {
    const connection = await connect({ child: stdioDouble() });
    const pid = Number(textOf(await toolNamed(connection, "pid").invoke({})));
    expect(isRunning(pid)).toBe(true);
    await connection.close();
    expect(await eventually(() => !isRunning(pid))).toBe(true);
  });

  it("is started again when it was killed between two calls, for a read and for a write", async () => {
    const connection = await connect({ child: stdioDouble() });
    for (const name of ["echo", "write"]) {
      const pid = Number(textOf(await toolNamed(connection, "pid").invoke({})));
      process.kill(pid, "SIGKILL");
      await eventually(() => !isRunning(pid));
      expect(await toolNamed(connection, name).invoke({})).toMatchObject({ kind: "result", isError: false });
    }
  });

  it("gets a read once more when it died of it", async () => {
    const path = await folder();
    const log = join(path, "log");
    const connection = await connect({ child: stdioDouble("--log", log, "--once-dies", join(path, "dead")) });
    expect(await toolNamed(connection, "echo").invoke({ a: 1 })).toMatchObject({ text: '{"a":1}' });
    expect(await received(log)).toEqual(["echo", "echo"]);
  });

  it("does not get a write again when it died of it", async () => {
    const path = await folder();
    const log = join(path, "log");
    const connection = await connect({ child: stdioDouble("--log", log, "--once-dies", join(path, "dead")) });
    const output = await toolNamed(connection, "write").invoke({});
    expect(output).toMatchObject({ kind: "failure", reason: "unavailable" });
    expect(textOf(output)).toContain("not known whether");
    expect(await received(log)).toEqual(["write"]);
    expect(await toolNamed(connection, "write").invoke({})).toMatchObject({ text: "written" });
  });

  it("that floods is cut off, and works again", async () => {
    const connection = await connect({ child: stdioDouble() });
    const flood = toolNamed(connection, "flood");
    expect(textOf(await flood.invoke({ bytes: 5_000_000 }))).toHaveLength(5_000_000);
    expect(await flood.invoke({ bytes: 17_000_000 })).toMatchObject({ kind: "failure", reason: "too_big" });
    expect(textOf(await flood.invoke({ bytes: 3 }))).toBe("xxx");
  });

  it("that hangs in a call ends that call only", async () => {
    const connection = await connect({ child: stdioDouble() });
    const output = await toolNamed(connection, "hang").invoke({}, { timeoutMs: 200 });
    expect(output).toMatchObject({ kind: "failure", reason: "timeout" });
    expect(await toolNamed(connection, "echo").invoke({ a: 1 })).toMatchObject({ text: '{"a":1}' });
  });
});
