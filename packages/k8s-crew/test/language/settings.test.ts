import { describe, expect, test } from "vitest";
import { kubectlFor } from "../../src/guidance/kubectl.ts";
import { readRequests } from "../../src/language/index.ts";

const context = { clusters: ["east"], namespaces: ["billing"] };
const readingOf = (message: string) => readRequests(message, context).requests[0]?.request;

describe("a limit or a variable that is to be set", () => {
  test.each([
    ["raise the memory limit of web-shop in billing to 2Gi", { of: "limits", name: "memory", value: "2Gi" }],
    ["increase web-shop memory to 1 GB", { of: "limits", name: "memory", value: "1Gi" }],
    ["give web-shop more memory", { of: "limits", name: "memory" }],
    ["how do I increase the memory of web-shop", { of: "limits", name: "memory" }],
    ["change the cpu request of web-shop to 500m", { of: "requests", name: "cpu", value: "500m" }],
    ["把 billing 的 web-shop 的内存上限调大", { of: "limits", name: "memory" }],
    ["web-shop 内存加到 2G", { of: "limits", name: "memory", value: "2Gi" }],
    ["把 web-shop 的 cpu 请求改成 500m", { of: "requests", name: "cpu", value: "500m" }],
    ["给 web-shop 加内存到 2G", { of: "limits", name: "memory", value: "2Gi" }],
    ["帮我给 web-shop 提内存上限到 512Mi", { of: "limits", name: "memory", value: "512Mi" }],
    ["怎么给 web-shop 加内存", { of: "limits", name: "memory" }],
    ["set env LOG_LEVEL=debug on web-shop", { of: "environment", name: "LOG_LEVEL", value: "debug" }],
    ["给 web-shop 加个环境变量 DEBUG=1", { of: "environment", name: "DEBUG", value: "1" }],
    ["把 web-shop 的环境变量 LOG_LEVEL 改成 debug", { of: "environment", name: "LOG_LEVEL", value: "debug" }],
  ])("%s", (message, setting) => {
    expect(readingOf(message)).toMatchObject({ verb: "update", name: "web-shop", setting });
  });

  test.each(["increase its memory limit", "把它的内存调大", "set env DEBUG=1 on it"])(
    "of what was spoken of: %s",
    (message) => {
      expect(readingOf(message)).toMatchObject({ verb: "update", refersBack: true });
      expect(readingOf(message)).toHaveProperty("setting");
    },
  );

  test.each([
    "web-shop 的内存上限是多少",
    "cpu limit of web-shop",
    "who changed the memory limit of web-shop",
    "which pods use the most memory",
    "scale web-shop to 3",
    "把 web-shop 的镜像换成 nginx:1.2",
  ])("is no part of: %s", (message) => {
    expect(readingOf(message)).not.toHaveProperty("setting");
  });

  test("is set by one command, with what nobody said left open", () => {
    const call = { verb: "update", resource: "deployment", name: "web", namespace: "billing" } as const;
    expect(kubectlFor({ ...call, setting: { of: "limits", name: "memory", value: "2Gi" } })).toBe(
      "kubectl set resources deployment/web --limits=memory=2Gi -n billing",
    );
    expect(kubectlFor({ ...call, setting: { of: "requests", name: "cpu", value: undefined } })).toBe(
      "kubectl set resources deployment/web '--requests=cpu=<value>' -n billing",
    );
    expect(kubectlFor({ ...call, setting: { of: "environment", name: "A", value: "b c" } })).toBe(
      "kubectl set env deployment/web 'A=b c' -n billing",
    );
  });
});

test.each([
  ["roll it back", { verb: "rollback", refersBack: true }],
  ["roll web-shop back", { verb: "rollback", name: "web-shop" }],
  ["take web-shop back to the previous version", { verb: "rollback", name: "web-shop" }],
  ["is it fixed?", { verb: "diagnose", refersBack: true }],
  ["is it working again now", { verb: "diagnose", refersBack: true }],
  ["what's wrong with it", { verb: "diagnose", refersBack: true }],
  ["修好了吗", { verb: "diagnose", refersBack: true }],
  ["它恢复了没", { verb: "diagnose", refersBack: true }],
])("%s", (message, expected) => {
  expect(readingOf(message)).toMatchObject(expected);
});
