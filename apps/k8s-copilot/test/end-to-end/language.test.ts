import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { turnResultSchema } from "@k8s-copilot/k8s-crew";
import { afterAll, describe, expect, it } from "vitest";
import { emptyPlace, runApp } from "../helpers/app.ts";
import { startPodServer } from "../helpers/pod-server.ts";
import { installApp } from "../helpers/real-app.ts";

const bin = await installApp();
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
