import { describe, expect, test } from "vitest";
import { glossary } from "../../src/guidance/glossary/glossary.ts";
import { tips } from "../../src/guidance/tips/tips.ts";
import { causes } from "../../src/words/causes/causes.ts";
import { addressOf } from "../../src/words/documentation.ts";

const named = [
  ...tips.map(({ key, page }) => [`the tip “${key}”`, page] as const),
  ...glossary.map(({ words, page }) => [`the term ${words[0]}`, page] as const),
  ...Object.entries(causes).map(([key, { source }]) => [`the cause ${key}`, source] as const),
];

describe("the page that a fact is read on", () => {
  test.each(named)("%s has one, and it is well-formed", (_, page) => {
    expect(page).toMatch(/^(?:concepts|tasks|tutorials|reference|setup|\.\.\/releases)(?:\/[a-z0-9_.-]+)+\/$/);
  });

  test.each([
    ["concepts/workloads/pods/", "https://kubernetes.io/docs/concepts/workloads/pods/"],
    ["../releases/version-skew-policy/", "https://kubernetes.io/releases/version-skew-policy/"],
  ])("%s is %s in English, and its translation in Chinese", (page, address) => {
    expect(addressOf("en", page)).toBe(address);
    expect(addressOf("zh", page)).toBe(address.replace("kubernetes.io/", "kubernetes.io/zh-cn/"));
  });
});
