import { describe, expect, it } from "vitest";
import { chooseLanguage } from "../src/language.ts";

describe("the language to speak", () => {
  it.each<{
    wanted: "zh" | "en" | "auto" | undefined;
    message: string;
    environment: Record<string, string>;
    expected: string;
  }>([
    { wanted: "zh", message: "hello", environment: { LANG: "en_US.UTF-8" }, expected: "zh" },
    { wanted: "en", message: "你好", environment: {}, expected: "en" },
    { wanted: "auto", message: "看 pod 的日志", environment: { LANG: "en_US.UTF-8" }, expected: "zh" },
    { wanted: undefined, message: "show pods", environment: { LANG: "zh_CN.UTF-8" }, expected: "en" },
    { wanted: undefined, message: "", environment: { LANG: "zh_CN.UTF-8" }, expected: "zh" },
    { wanted: undefined, message: "2", environment: { LC_ALL: "zh_TW", LANG: "en_US" }, expected: "zh" },
    { wanted: undefined, message: "", environment: { LC_ALL: "C", LANG: "zh_CN" }, expected: "en" },
    { wanted: undefined, message: "", environment: {}, expected: "en" },
  ])("is $expected for $wanted, $message, $environment", ({ wanted, message, environment, expected }) => {
    expect(chooseLanguage(wanted, message, environment)).toBe(expected);
  });
});
