import { describe, expect, test } from "vitest";
import { readRequests } from "../../src/language/index.ts";

const context = { clusters: ["north-campus", "lab"], namespaces: ["default", "billing", "old-shop"] };

const readingOf = (message: string) => readRequests(message, context).requests[0]?.request;

describe("an ordinary word is no name", () => {
  test.each([
    ["any 503s in the web-shop logs?", "web-shop"],
    ["the 5xx in the logs of web-shop", "web-shop"],
    ["ledger service returns nothing", "ledger"],
    ["ledger service responds with garbage", "ledger"],
    ["pod web-0 misbehaves on monday", "web-0"],
    ["something is hogging memory", undefined],
    ["is any cluster missing a node", undefined],
    ["which pods behave weird", undefined],
  ])("%s", (message, name) => {
    expect(readingOf(message)?.name).toBe(name);
  });

  test.each([
    ['describe pod "missing"', "missing"],
    ["logs of pod 404page-1", "404page-1"],
  ])("quoted or formed like one it is: %s", (message, name) => {
    expect(readingOf(message)?.name).toBe(name);
  });
});

describe("how many are ready is no namespace", () => {
  test.each([
    ["web in billing is 0/1 ready, what's wrong with it", "billing"],
    ["web 状态running但是ready是0/1", undefined],
    ["why is web-0 1/2", undefined],
    ["show billing/web-0", "billing"],
  ])("%s", (message, namespace) => {
    expect(readingOf(message)?.namespace).toBe(namespace);
  });
});

describe("a part of a known cluster's name means the cluster, unless it is a namespace or a stage", () => {
  test.each([
    ["overview of the campus", { cluster: "north-campus" }],
    ["how are things on campus", { cluster: "north-campus" }],
    ["show pods in billing", { namespace: "billing" }],
  ])("%s", (message, place) => {
    expect(readingOf(message)).toMatchObject(place);
  });

  test("so it does where the whole is looked at before the namespaces are known", () => {
    const { requests } = readRequests("overview of the main campus", { clusters: ["main-campus", "lab"] });
    expect(requests[0]?.request).toMatchObject({ view: "overview", cluster: "main-campus" });
  });

  test("a stage is held against the namespaces first", () => {
    const clusters = ["prod-eu", "lab"];
    const read = (namespaces: readonly string[]) => readRequests("list pods in prod", { clusters, namespaces });
    expect(read(["billing", "prod"]).requests[0]?.request).toMatchObject({ namespace: "prod" });
    expect(read([]).requests[0]?.request).toMatchObject({ namespace: "prod" });
    expect(read(["billing"]).requests[0]?.request).toMatchObject({ cluster: "prod-eu" });
  });
});

test("a known namespace behind a kind in the plural is the place", () => {
  expect(readingOf("top pods billing")).toMatchObject({ verb: "top", resource: "pod", namespace: "billing" });
});

describe("people who tell of a trouble call nothing by its name", () => {
  test.each([
    "doctors say the shop page is down",
    "my boss says checkout is broken",
    "医生反馈系统打不开",
    "同事说页面很慢",
  ])("%s", (message) => {
    const request = readingOf(message);
    expect(request).toMatchObject({ view: "health" });
    expect(request).not.toHaveProperty("name");
  });
});

describe("a verb that does away with something deletes, and diagnoses nothing", () => {
  test.each([
    "rm the failed backup job",
    "get rid of the failed backup job",
    "throw away the failed backup job",
    "nuke the failed backup job",
    "trash the failed backup job",
    "失败的 backup job 清掉",
    "把失败的 backup job 扔掉",
    "失败的 backup job 删了吧",
  ])("%s", (message) => {
    expect(readingOf(message)).toMatchObject({ verb: "delete", resource: "job", name: "backup" });
  });

  test.each(["谁删了 backup job", "backup job 删了吗"])("what was done is no wish: %s", (message) => {
    expect(readingOf(message)?.verb).not.toBe("delete");
  });
});
