import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, inject, it } from "vitest";
import { emptyPlace, runApp } from "../helpers/app.ts";
import { obeyed, startPodServer } from "../helpers/pod-server.ts";

const bin = inject("installedApp");
const server = await startPodServer();
afterAll(() => server.close());
const { environment } = server;

describe("a message", () => {
  it.each([
    [[""], {}, "Nothing was asked."],
    [["  ", "\t"], {}, "Nothing was asked."],
    [[""], { LC_ALL: "zh_CN.UTF-8" }, "没有提出问题。"],
  ])("that says nothing is a mistake of use: %j %j", async (words, variables, shown) => {
    const { stderr, stdout, code } = await runApp(bin, ["ask", ...words], {
      environment: { ...environment, ...variables },
    });
    expect(stderr).toContain(shown);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  it("that is an empty line of a talk is passed over", async () => {
    const { stdout } = await runApp(bin, ["chat"], { environment, stdin: "\n   \n\t\nlist pods in dev\n" });
    expect(stdout.match(/pods? in namespace dev/g)).toHaveLength(1);
    expect(stdout).not.toContain("did not understand");
  });

  it.each([
    ["list \x1b[31mpods\x1b[0m in d\x07ev\u{202e}", "2 pods in namespace dev"],
    ["列出 \x1b]0;title\x07dev\x9b1m 的\u200b pod", "共 2 个 Pod"],
  ])("is read without what a terminal would obey: %j", async (words, shown) => {
    for (const [args, stdin] of [
      [["ask", words], ""],
      [["chat"], `${words}\n`],
    ] as const) {
      const { stdout, stderr } = await runApp(bin, args, { environment, stdin });
      expect(stdout).toContain(shown);
      expect(stdout + stderr).not.toMatch(obeyed);
    }
  });

  it.each([
    ["list pods in dev", "only the first 20000 characters were read"],
    ["列出 dev 的 pod", "只读取了前 20000 个字符"],
  ])(
    "of a megabyte is read at its beginning, which is said, and the talk goes on: %s",
    async (words, shown) => {
      const long = `${words} ${"x".repeat(1_000_000)}`;
      const { stdout, stderr, code } = await runApp(bin, ["chat"], { environment, stdin: `${long}\n${words}\n` });
      expect(stdout + stderr).toContain(shown);
      expect(stdout).toMatch(/2 pods in namespace dev|共 2 个 Pod/);
      expect(code).toBe(0);
    },
    30_000,
  );

  it("may hold bytes that are no UTF-8", async () => {
    const stdin = Buffer.concat([Buffer.from([0xff, 0xfe, 0x80]), Buffer.from("\nlist pods in dev\n")]);
    const { stdout, code } = await runApp(bin, ["chat"], { environment, stdin });
    expect(stdout).toContain("2 pods in namespace dev");
    expect(code).toBe(0);
  });
});

describe("an .env", () => {
  const ask = (content: string | Buffer | undefined) => {
    const place = emptyPlace();
    const file = join(place.folder, ".env");
    if (content === undefined) mkdirSync(file);
    else writeFileSync(file, content);
    return runApp(bin, ["ask", "list pods in dev"], { place, environment });
  };

  it.each([
    ["is not text", Buffer.from([0xff, 0xfe, 0]), ".env is not UTF-8 text."],
    ["has a line that says nothing", "A=1\nOPENROUTER_API_KEY\n", ".env, line 2: OPENROUTER_API_KEY is not written as"],
    ["leaves a quote open", 'OPENROUTER_API_KEY="abc\n', "line 1: the quote after OPENROUTER_API_KEY= is not closed"],
  ])("that %s is said, and nothing else is tried", async (_, content, shown) => {
    const { stderr, stdout, code } = await ask(content);
    expect(stderr).toContain(shown);
    expect(stderr).toContain("What helps: ");
    expect(stdout).toBe("");
    expect(code).not.toBe(0);
  });

  it.each([
    ["list pods in dev", ".env cannot be read (ELOOP).\nWhat helps: "],
    ["列出 dev 的 pod", ".env（ELOOP）。\n解决办法："],
  ])("that cannot be read is said, with the cause: %s", async (words, shown) => {
    const place = emptyPlace();
    // A permission would not keep root from reading.
    symlinkSync(".env", join(place.folder, ".env"));
    const { stderr, stdout, code } = await runApp(bin, ["ask", words], { place, environment });
    expect(stderr).toContain(shown);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  it("that is a folder, as Python makes them, is no .env", async () => {
    const { stdout, code } = await ask(undefined);
    expect(stdout).toContain("2 pods in namespace dev");
    expect(code).toBe(0);
  });
});
