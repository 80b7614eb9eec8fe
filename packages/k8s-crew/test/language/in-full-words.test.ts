import { describe, expect, test } from "vitest";
import { inFullWords, saysOnlyToLook, turnedIn } from "../../src/language/index.ts";

const pod = { resource: "pod", name: "shop-7d9f8b6c5-x2x4z", workload: "shop", namespace: "store" } as const;
const deployment = { resource: "deployment", name: "shop", workload: "shop", namespace: "store" } as const;
const role = { resource: "role", name: "night-reader", workload: "night-reader", namespace: "store" } as const;
const afterList = { verb: "list", resource: "pod", things: "pods" } as const;
const pair = { kind: "pod", one: "shop-1", other: "shop-2", onePlace: "store", otherPlace: "billing" } as const;
const afterTwo = { ...afterList, pair } as const;
const afterLog = { verb: "logs", resource: "pod", things: "pods", subject: pod } as const;
const afterLook = { verb: "describe", resource: "deployment", things: "Deployments", subject: deployment } as const;
const afterScale = { verb: "scale", resource: "deployment", things: "Deployments", subject: deployment } as const;
const afterRole = { verb: "describe", resource: "role", things: "Roles", subject: role } as const;

describe("a short message in full words", () => {
  test.each([
    ["n in billing?", afterList, "and billing?"],
    ["& billing", afterList, "and billing?"],
    ["does billing have one too?", afterList, "and billing?"],
    ["is there one in billing", afterList, "and billing?"],
    ["billing as well?", afterList, "and billing?"],
    ["n the previous run?", afterLog, "the logs of pod shop-7d9f8b6c5-x2x4z in namespace store before the restart"],
    ["done?", afterScale, "did it work?"],
    ["no, billing", afterList, "I meant billing"],
    ["sorry, the cashdesk one", afterLog, "I meant cashdesk"],
    ["and the previous one", afterLog, "the logs of pod shop-7d9f8b6c5-x2x4z in namespace store before the restart"],
    ["what's the difference between them", afterTwo, "compare pod shop-1 in store and pod shop-2 in billing"],
    ["no, from the run before", afterLog, "the logs of pod shop-7d9f8b6c5-x2x4z in namespace store before the restart"],
    ["the crashed container's", afterLog, "the logs of pod shop-7d9f8b6c5-x2x4z in namespace store before the restart"],
    ["before it crashed?", afterLog, "the logs of pod shop-7d9f8b6c5-x2x4z in namespace store before the restart"],
    ["and who has it?", afterRole, "who has the role night-reader in namespace store"],
    ["its service", afterLog, "which service exposes shop in namespace store"],
    ["whats its svc", afterLook, "which service exposes shop in namespace store"],
    ["its pods?", afterLook, "list the pods of deployment shop in namespace store"],
    ["its env", afterLook, "describe deployment shop in namespace store"],
    ["its hpa", afterLook, "list the hpa in namespace store"],
    ["which ones restarted", afterList, "which of those pods have at least one restart"],
    ["first three", afterList, "the first three of those pods"],
    ["the biggest", afterList, "which of those pods use the most memory"],
    ["the ones on worker-2", afterList, "which of those pods are on node worker-2"],
  ])("“%s”", (message, before, full) => {
    expect(inFullWords(message, "en", before)).toBe(full);
  });

  test.each([
    ["billing 也有吗", afterList, "那 billing 呢"],
    ["不，billing", afterList, "我说的是 billing"],
    ["上一次崩之前的呢", afterLog, "命名空间 store 里 pod shop-7d9f8b6c5-x2x4z 重启之前的日志"],
    ["要它上一次崩的", afterLog, "命名空间 store 里 pod shop-7d9f8b6c5-x2x4z 重启之前的日志"],
    ["不是这次的，上次的", afterLog, "命名空间 store 里 pod shop-7d9f8b6c5-x2x4z 重启之前的日志"],
    ["两个有啥区别", afterTwo, "对比 store 的 pod shop-1 和 billing 的 pod shop-2"],
    ["谁有这个角色", afterRole, "命名空间 store 的角色 night-reader 绑定给了谁"],
    ["重启前的那次", afterLog, "命名空间 store 里 pod shop-7d9f8b6c5-x2x4z 重启之前的日志"],
    ["billing 也要", afterList, "那 billing 呢"],
    ["好了没", afterScale, "成功了没"],
    ["它的 service 是哪个", afterLook, "命名空间 store 里 shop 对应的 service 是哪个"],
    ["它的配置", afterLook, "查看命名空间 store 里 deployment shop 的详情"],
    ["只看重启过的", afterList, "这些 pods 里哪些重启次数大于 0"],
    ["前三个", afterList, "这些 pods 里的前三个"],
    ["按时间排序", afterList, "这些 pods 按创建时间从新到旧排序"],
  ])("“%s”", (message, before, full) => {
    expect(inFullWords(message, "zh", before)).toBe(full);
  });

  test.each([
    ["what's the difference between them", afterList],
    ["does it have one", afterList],
    ["is there anything else", afterList],
    ["no, thanks", afterList],
    ["done?", afterList],
    ["me too", afterLook],
    ["its service", afterList],
    ["the previous one", afterLook],
    ["which deployment restarted yesterday and why", afterList],
    ["no, list the nodes of all clusters", afterList],
  ])("“%s” says something else", (message, before) => {
    expect(inFullWords(message, "en", before)).toBeUndefined();
  });
});

describe("the last answer in one respect otherwise", () => {
  test.each([
    ["list them", "listed"],
    ["which ones?", "listed"],
    ["都列出来", "listed"],
    ["分别是哪些", "listed"],
    ["and the other container?", "other_container"],
    ["另一个容器的呢", "other_container"],
    ["longer", "longer"],
    ["older ones", "longer"],
    ["再多来点", "longer"],
    ["往前翻", "longer"],
    ["show all of it", "whole"],
    ["全部日志", "whole"],
  ] as const)("“%s”", (message, turned) => {
    expect(turnedIn(message)).toBe(turned);
  });

  test.each(["list the nodes", "more than three", "列出 dev 的 pod", "the other container of web-0 in dev"])(
    "“%s” says something else",
    (message) => {
      expect(turnedIn(message)).toBeUndefined();
    },
  );

  test.each([
    ["我要看 production 的", true],
    ["web-1 也看看", true],
    ["看 production 的日志", false],
    ["show the nodes", false],
  ])("“%s” says only to look: %s", (message, only) => {
    expect(saysOnlyToLook(message)).toBe(only);
  });
});
