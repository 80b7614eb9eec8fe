import { describe, expect, test } from "vitest";
import { readByExamples } from "../../src/language/index.ts";
import { readRequest } from "../../src/language/requests/request.ts";

const context = { clusters: ["prod-eu", "lab"], namespaces: ["billing", "shop"] };

describe("a state that is named is that state, for a list and for a delete", () => {
  test.each([
    ["删除 shop 里所有 Error 的 pod", "delete"],
    ["列出 shop 里 Error 的 pod", "list"],
    ["删掉 shop 里 error 状态的 pod", "delete"],
    ["delete all failed pods in shop", "delete"],
    ["delete pods in error state in shop", "delete"],
    ["show me error pods in shop", "list"],
  ])("%s", (message, verb) => {
    const request = readRequest(message, context);
    expect(request).toMatchObject({
      verb,
      resource: "pod",
      namespace: "shop",
      conditions: [{ field: "status", comparison: "is", value: "failed" }],
    });
    expect(request).not.toHaveProperty("quality");
  });

  test.each(["shop 里有问题的 pod", "broken pods in shop", "delete unhealthy pods in shop"])(
    "%s is any trouble",
    (said) => {
      expect(readRequest(said, context)).toMatchObject({ resource: "pod", quality: "broken" });
    },
  );
});

test.each([
  "删掉 shop 里没用的 pod",
  "shop 里没用的 pod",
  "delete pods nobody uses in shop",
  "delete unused pods in shop",
])("of pods no list tells what uses them, so that the words are told as left out: %s", (message) => {
  expect(readRequest(message, context).unread).toHaveLength(1);
});

describe("to stop something is to run none of it", () => {
  test.each([
    "停掉 payment-worker",
    "stop payment-worker",
    "停掉 shop 的 payment-worker",
    "stop the payment-worker please",
  ])("%s", (message) => {
    expect(readRequest(message, context)).toMatchObject({ verb: "scale", name: "payment-worker", replicas: 0 });
  });

  test.each(["stop asking", "stop", "stop it", "停"])("%s scales nothing", (message) => {
    expect(readRequest(message, context).verb).not.toBe("scale");
  });
});

test.each(["加 2 个", "停一停 payment-worker", "payment-worker 掉了"])(
  "nothing is guessed to be deleted by %s",
  (message) => {
    const read = readByExamples(message, { ...context, language: "zh", names: ["payment-worker"], spokenOf: true });
    expect(read?.readings.filter(({ text }) => /删/u.test(text)) ?? []).toEqual([]);
  },
);
