import { describe, expect, test } from "vitest";
import { readRequest, troubleQuestionIn } from "../../src/language/index.ts";

describe("a question for what to do about what was just told", () => {
  test.each([
    "how do I fix it",
    "how do i fix it?",
    "How can we solve this problem?",
    "so how do I fix that",
    "what should I do",
    "what should I do now?",
    "ok, now what",
    "what's the fix",
    "is there a fix for it",
    "fix it",
    "how to fix",
    "怎么修",
    "怎么办",
    "那怎么办呢？",
    "怎么解决",
    "这个怎么解决",
    "该怎么处理",
    "如何修复",
    "有什么解决办法吗",
    "我该做什么",
    "接下来怎么办",
    "帮我修一下",
  ])("%s", (message) => {
    expect(troubleQuestionIn(message)).toBe("remedy");
  });

  test.each([
    "how do I scale it",
    "怎么看日志",
    "what should I look at",
    "how is it",
    "怎么了",
    "fix the replicas at 3",
  ])("is not: %s", (message) => {
    expect(troubleQuestionIn(message)).toBeUndefined();
  });

  test.each([
    "how do I fix ledger-api",
    "how to fix ledger-api?",
    "fix ledger-api please",
    "ledger-api 怎么修",
    "ledger-api 该怎么处理",
    "ledger-api 挂了怎么办",
  ])("of something that is named it is a diagnosis: %s", (message) => {
    expect(readRequest(message)).toMatchObject({ verb: "diagnose", name: "ledger-api" });
  });
});

describe("a question for what else is wrong there", () => {
  test.each([
    "anything else wrong?",
    "are there any other problems",
    "and the others?",
    "what about the rest",
    "还有别的问题吗",
    "还有其他问题没有？",
    "其他的呢",
    "别的都正常吗",
  ])("%s", (message) => {
    expect(troubleQuestionIn(message)).toBe("others");
  });

  test.each(["what is wrong", "还有问题吗", "list the other pods", "其他集群呢"])("is not: %s", (message) => {
    expect(troubleQuestionIn(message)).toBeUndefined();
  });
});
