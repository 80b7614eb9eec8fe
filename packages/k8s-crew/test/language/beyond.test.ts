import { describe, expect, test } from "vitest";
import { takeBeyond } from "../../src/language/index.ts";

const taken = (message: string) => {
  const { beyond, rest } = takeBeyond(message);
  return [beyond.map(({ of }) => of), rest.replace(/\s+/g, " ").trim()];
};

describe("what no answer can hold is told apart from what is asked", () => {
  test.each([
    ["show pods in shop as json", ["format"], "show pods in shop"],
    ["export the pods of shop to csv", ["delivery", "format"], "show the pods of shop"],
    ["把 shop 的 pod 导出成 excel", ["format"], "把 shop 的 pod"],
    ["list nodes every 5 minutes", ["schedule"], "list nodes"],
    ["restart web tomorrow at 9", ["schedule"], "restart web"],
    ["scale web to 5 in an hour", ["schedule"], "scale web to 5"],
    ["每5分钟帮我看一下 shop 的 pod", ["schedule"], "帮我看一下 shop 的 pod"],
    ["明天早上9点重启 web", ["schedule"], "重启 web"],
    ["watch pods in shop", ["follow"], "show pods in shop"],
    ["follow the logs of web-0", ["follow"], "show the logs of web-0"],
    ["实时看一下 web-0 的日志", ["follow"], "看一下 web-0 的日志"],
    ["send me the events of shop to slack", ["delivery"], "send me the events of shop"],
    ["把 shop 的事件发到钉钉", ["delivery"], "把 shop 的事件"],
    ["as csv", ["format"], ""],
  ])("“%s”", (message, beyond, rest) => {
    expect(taken(message)).toEqual([beyond, rest]);
  });

  test.each([
    "why does web restart every hour",
    "web 每小时重启一次",
    "is the monitoring namespace ok",
    "which cronjob runs every 5 minutes",
    "what happened tonight at 3am",
    "deployments in live",
    "describe configmap in.json",
    "昨晚 9 点重启过的 pod",
  ])("“%s” asks for none of it", (message) => {
    expect(takeBeyond(message)).toEqual({ beyond: [], rest: message });
  });
});
