import { describe, expect, test } from "vitest";
import { readRequest } from "../../src/language/requests/request.ts";

const context = { clusters: ["prod-eu", "lab"], namespaces: ["billing", "shop"] };

describe("what a person supposes to be the cause is looked into", () => {
  test.each([
    ["order-api keeps restarting, is it the probe?", ["probe"]],
    ["is it memory that kills order-api?", ["memory"]],
    ["order-api crashes, is it the db or the network?", ["dependency", "network"]],
    ["did order-api run out of memory?", ["memory"]],
    ["order-api is down, dns?", ["network"]],
    ["order-api can't pull. registry down or bad tag?", ["image"]],
    ["order-api keeps dying, disk full?", ["disk"]],
    ["order-api 一直 Pending 是资源不够吗", ["resources"]],
    ["order-api 没 ready，跟探针有关系吗", ["probe"]],
    ["order-api 起不来是权限问题吗", ["permission"]],
    ["order-api 老重启，是不是内存爆了呀", ["memory"]],
    ["order-api 这错是代码的锅还是资源的锅", ["code", "resources"]],
    ["order-api 起不来，会不会是镜像的问题", ["image"]],
  ])("%s", (message, guesses) => {
    const request = readRequest(message, context);
    expect(request).toMatchObject({ verb: "diagnose", name: "order-api", guesses });
  });

  test("of what was spoken of, where nothing is named", () => {
    const asked = { ...context, lastResource: "pod" };
    expect(readRequest("是不是内存的问题", asked)).toMatchObject({
      verb: "diagnose",
      refersBack: true,
      guesses: ["memory"],
    });
    expect(readRequest("is it the network?", context)).not.toHaveProperty("guesses");
  });

  test.each([
    "restart order-api, is it the memory?",
    "order-api 是不是 3 个副本",
    "is it the same in lab",
    "is order-api up?",
  ])("but no supposition is: %s", (message) => {
    expect(readRequest(message, context)).not.toHaveProperty("guesses");
  });
});

describe("who speaks of errors or of slowness is told by the log as well", () => {
  test.each([
    ["order-api errors in lab?", "errors"],
    ["order-api 有报错没", "errors"],
    ["why is order-api slow", "slow"],
    ["order-api 太慢了", "slow"],
  ])("%s", (message, logSought) => {
    expect(readRequest(message, context)).toMatchObject({ verb: "diagnose", name: "order-api", logSought });
  });

  test("and not who asks why it does not start", () => {
    expect(readRequest("why won't order-api start", context)).not.toHaveProperty("logSought");
  });
});
