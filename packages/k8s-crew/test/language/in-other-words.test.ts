import { describe, expect, test } from "vitest";
import { readRequest, widerIn } from "../../src/language/index.ts";

describe("what is asked of a thing, in other words", () => {
  test.each([
    "what runs on it",
    "what's running on it?",
    "and what is on that node",
    "what does it run",
    "what's running there",
    "上面跑了啥",
    "它上面都跑着什么",
    "这台机器上有哪些东西",
    "那上面部署了哪些服务",
    "上面现在跑着什么呢",
  ])("“%s” after a node asks for its pods", (message) => {
    expect(readRequest(message, { node: "lamp-3", lastResource: "node" })).toMatchObject({
      verb: "list",
      resource: "pod",
      node: "lamp-3",
    });
  });

  test("without a node before, the same words point back and name no node", () => {
    const request = readRequest("what runs on it");
    expect(request).toMatchObject({ verb: "list", resource: "pod", refersBack: true });
    expect(request).not.toHaveProperty("node");
  });

  test.each([
    "is lantern-api still there?",
    "is lantern-api still around",
    "was lantern-api deleted?",
    "does lantern-api still exist",
    "lantern-api 还在吧",
    "lantern-api 应该还好好的在吧",
    "lantern-api 没被删吧",
    "lantern-api 还存在的吧？",
  ])("“%s” asks whether it is there, and deletes nothing", (message) => {
    expect(readRequest(message)).toMatchObject({ verb: "list", fact: "existence", name: "lantern-api" });
  });

  test.each(["what's up with lantern-api", "what's the matter with lantern-api", "lantern-api 咋啦"])(
    "“%s” asks what is wrong",
    (message) => {
      expect(readRequest(message)).toMatchObject({ verb: "diagnose", name: "lantern-api" });
    },
  );

  test.each(["all of them", "everywhere", "全部命名空间", "in all namespaces", "所有命名空间的呢"])(
    "“%s” means all namespaces",
    (message) => {
      expect(widerIn(message)).toBe("namespaces");
    },
  );
});
