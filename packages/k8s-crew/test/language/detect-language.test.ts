import { expect, test } from "vitest";
import { detectLanguage } from "../../src/language/text/detect-language.ts";
import type { Language } from "../../src/language/types.ts";

const sentences: readonly (readonly [text: string, language: Language])[] = [
  ["看下 pod 的 logs", "zh"],
  ["帮我 describe 一下 cart-service deployment in dev", "zh"],
  ["k8s状态", "zh"],
  ["ｋ８ｓ状态怎么样", "zh"],
  ["what does 命名空间 mean", "en"],
  ["show me the logs", "en"],
  ["Is everything OK?", "en"],
  ["whats broken", "en"],
  ["everything fine?", "en"],
  ["why does it say “拒绝连接”", "en"],
];

test.each(sentences)("takes %j for %s, whatever was spoken before", (text, language) => {
  expect(detectLanguage(text, "zh")).toBe(language);
  expect(detectLanguage(text, "en")).toBe(language);
});

test.each(["dev", "2", "", "cart-service", "kubectl get pods -n dev", "👍", "/help", "v2", "`the logs`", "yes", "no"])(
  "leaves the language as it was for %j",
  (text) => {
    expect(detectLanguage(text, "zh")).toBe("zh");
    expect(detectLanguage(text, "en")).toBe("en");
  },
);
