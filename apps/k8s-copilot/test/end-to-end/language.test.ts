import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { turnResultSchema } from "@k8s-copilot/k8s-crew";
import { afterAll, describe, expect, inject, it } from "vitest";
import { emptyPlace, runApp } from "../helpers/app.ts";
import { startPodServer } from "../helpers/pod-server.ts";

const bin = inject("installedApp");
const server = await startPodServer();
afterAll(() => server.close());

type Row = {
  readonly because: string;
  readonly words: readonly string[];
  readonly locale?: Readonly<Record<string, string>>;
  readonly config?: string;
  readonly expected: "zh" | "en";
};

const chinese = { LC_ALL: "zh_CN.UTF-8" };
const rows: readonly Row[] = [
  { because: "of the flag", words: ["list pods in dev", "--lang", "zh"], expected: "zh" },
  { because: "of the flag", words: ["列出 dev 的 pod", "--lang", "en"], config: "language: zh", expected: "en" },
  { because: "of the config file", words: ["list pods in dev"], config: "language: zh", expected: "zh" },
  { because: "of the message", words: ["list the pods in dev"], locale: chinese, expected: "en" },
  { because: "of the message", words: ["列出 dev 的 pod"], expected: "zh" },
  { because: "of the locale, where the message tells none", words: ["2"], locale: chinese, expected: "zh" },
  {
    because: "of the locale, where the message tells none",
    words: ["kubectl get pods -n dev"],
    locale: { LC_ALL: "", LANG: "zh_CN.UTF-8" },
    expected: "zh",
  },
  { because: "of nothing", words: ["kubectl get pods -n dev"], expected: "en" },
];

describe("a talk", () => {
  it("goes on in the language of its last sentence: a number or a command has none", async () => {
    const stdin = "看一下 dev 的 pod\nkubectl get pods -n dev\n";
    const { stderr } = await runApp(bin, ["chat", "-v"], { environment: server.environment, stdin });
    expect(stderr.match(/^计划：$/gm)).toHaveLength(2);
    expect(stderr).not.toContain("Plan:");
  });

  it("tells who writes no Chinese so far that it may be written, unless a language was set", async () => {
    const opening = async (...args: readonly string[]) =>
      (await runApp(bin, ["chat", ...args], { environment: server.environment, stdin: "" })).stderr;
    expect(await opening()).toContain("/exit or Ctrl-D leaves. 也可以直接用中文说。\n");
    expect(await opening("--lang", "en")).toMatch(/leaves\.\n$/);
  });
});

describe("the language of an answer", () => {
  it.each(rows)("is $expected because $because: $words $locale", async ({ words, locale, config, expected }) => {
    const place = emptyPlace();
    if (config !== undefined) {
      mkdirSync(join(place.home, ".config", "k8s-copilot"), { recursive: true });
      writeFileSync(join(place.home, ".config", "k8s-copilot", "config.yaml"), config);
    }
    const environment = { ...server.environment, ...locale };
    const { stdout } = await runApp(bin, ["ask", ...words, "-o", "json"], { place, environment });
    const { language, answer } = turnResultSchema.parse(JSON.parse(stdout));
    expect(language).toBe(expected);
    expect(/\p{Script=Han}/u.test(answer)).toBe(expected === "zh");
  });
});
