import { describe, expect, test } from "vitest";
import type { Condition } from "../../src/language/condition.ts";
import { readReply, readRequests } from "../../src/language/index.ts";
import type { Quality } from "../../src/language/quality.ts";
import { normalize } from "../../src/language/text/normalize.ts";

const context = { clusters: ["north", "lab"], namespaces: ["default", "billing"] };
const readingOf = (message: string) => readRequests(message, context).requests[0]?.request;

describe("what is denied without an apostrophe, or only in part, stays denied", () => {
  test.each<[message: string, quality: Quality]>([
    ["which deployments arent fully up", "not_ready"],
    ["deployments that aren't all ready", "not_ready"],
    ["pods that aint ready", "not_ready"],
    ["any deployments that dont have all replicas?", "not_ready"],
    ["which deployments havent got all pods ready", "not_ready"],
    ["pods not yet ready", "not_ready"],
    ["which of em arent ready", "not_ready"],
    ["pods which r not up", "broken"],
    ["deployments that arent available", "broken"],
    ["which nodes arent healthy", "broken"],
    ["哪些 deployment 没完全起来", "not_ready"],
    ["哪些 deploy 没全起来", "not_ready"],
    ["还有哪些没全就绪", "not_ready"],
    ["哪些 pod 还没好", "not_ready"],
  ])("%s: %s", (message, quality) => {
    expect(readingOf(message)?.quality).toBe(quality);
    expect(readingOf(message)?.unread).toBeUndefined();
  });

  const not = (field: Condition["field"], value: string): Condition => ({ field, comparison: "not", value });
  test.each<[message: string, condition: Condition]>([
    ["pods that arent completed", not("status", "completed")],
    ["which jobs havent finished", not("status", "completed")],
    ["jobs that didn't complete", not("status", "completed")],
    ["还没跑完的 job", not("status", "completed")],
    ["没有完成的 job", not("status", "completed")],
    ["pods that arent pending", not("status", "pending")],
    ["哪个 pod 不是 pending", not("status", "pending")],
    ["nodes that arent cordoned", not("status", "cordoned")],
    ["没暂停的 cronjob", not("status", "suspended")],
    ["pods that arent in billing", not("namespace", "billing")],
    ["不在 billing 的 pod", not("namespace", "billing")],
    ["pods that havent restarted", { field: "restarts", comparison: "equal", value: "0" }],
    ["没重启过的 pod", { field: "restarts", comparison: "equal", value: "0" }],
    ["pvcs that arent bound yet", { field: "status", comparison: "is", value: "unbound" }],
    ["pods that couldnt pull their image", { field: "status", comparison: "is", value: "image_pull" }],
  ])("%s", (message, condition) => {
    expect(readingOf(message)?.conditions).toEqual([condition]);
  });

  test.each(["dont restart web", "don't delete anything", "didnt you delete web?", "hasnt web been restarted"])(
    "what is not wanted, or was not done, is not asked for: %s",
    (message) => {
      expect(readingOf(message)?.verb).toBeUndefined();
    },
  );

  test.each([
    ["isnt redis running?", "list"],
    ["why wont redis start", "diagnose"],
    ["redis aint up", "diagnose"],
    ["redis 没完全起来", "diagnose"],
    ["logs of redis but dont tail", "logs"],
  ])("“%s” asks of what it names", (message, verb) => {
    expect(readingOf(message)).toMatchObject({ name: "redis", verb });
  });
});

test("what is quoted, or is a part of a name, is no word of the sentence", () => {
  expect(readingOf("logs of pod `em`")?.name).toBe("em");
  expect(readingOf("logs of pod dont-panic")?.name).toBe("dont-panic");
});

describe("a name that reads like a spoken form stays a name", () => {
  test.each([
    ["delete pod em in billing", "em"],
    ["scale wont to 3", "wont"],
    ["scale deployment wont to 3 in billing", "wont"],
    ["logs of cant in billing", "cant"],
    ["restart deployment isnt please", "isnt"],
    ["describe pod yall", "yall"],
  ])("%s", (message, name) => {
    const { requests } = readRequests(message, { ...context, names: [name] });
    expect(requests[0]?.request.name).toBe(name);
  });

  test.each([
    ["delete pod em in dev", "delete pod em in dev"],
    ["pods in em", "pods in em"],
    ["logs of web in em", "logs of web in em"],
    ["restart both of em", "restart both of them"],
    ["restart em", "restart them"],
    ["show 'em all", "show them all"],
    ["kill all em", "kill all them"],
    ["why wont it start", "why won't it start"],
    ["pods arent ready", "pods aren't ready"],
    ["dont restart it", "don't restart it"],
    ["the pod that isnt in dev", "the pod that isn't in dev"],
    ["it just wont", "it just won't"],
  ])("“%s” is written “%s”", (message, written) => {
    expect(normalize(message)).toBe(written);
  });

  test("and so does a choice", () => {
    const choices = ["wont", "web"].map((value) => ({ value, label: value }));
    expect(readReply("wont", { choices, parameter: "deployment" })).toEqual({ kind: "picked", values: ["wont"] });
  });
});
