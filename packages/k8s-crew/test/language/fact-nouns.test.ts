import { describe, expect, test } from "vitest";
import { readRequests } from "../../src/language/requests/requests.ts";

const context = { clusters: ["eu-live"], namespaces: ["orders", "web"] };
const read = (message: string) => readRequests(message, context).requests.map(({ request }) => request);

/** What is called so, in Chinese and in English. */
const nouns = [
  ["livenessProbe", "存活探针", "liveness probe"],
  ["strategy", "更新策略", "update strategy"],
  ["tolerations", "容忍", "tolerations"],
  ["gracePeriod", "宽限期", "grace period"],
  ["priorityClass", "优先级", "priority class"],
  ["annotations", "注解", "annotations"],
  ["tls", "tls 证书", "tls secret"],
  ["concurrency", "并发策略", "concurrency policy"],
] as const;

describe.each(nouns)("%s is asked for by its name", (fact, zh, en) => {
  test.each([
    `what is the ${en} of till-api`,
    `what ${en} does till-api have`,
    `${en} of till-api pls`,
    `show me till-api ${en}`,
    `till-api ${en}?`,
    `how is the ${en} of till-api configured`,
    `till-api 的${zh}是什么`,
    `till-api 的${zh}`,
    `看下 till-api 的 ${en}`,
    `till-api 配了什么${zh}`,
    `till-api 的${zh}怎么配的`,
    `查一下 till-api ${zh}`,
  ])("%s", (said) => expect(read(said)).toMatchObject([{ verb: "list", fact, name: "till-api" }]));

  test.each([`does till-api have ${en}`, `till-api 有没有${zh}`, `till-api 的${zh}配了吗`])(
    "a yes or no is wanted: %s",
    (said) => expect(read(said)).toMatchObject([{ fact, name: "till-api", yesNo: { asks: "has" } }]),
  );
});

describe("what is asked in words of its own", () => {
  test.each<[string, object]>([
    ["at what time does till-report fire", { fact: "schedule", name: "till-report" }],
    ["till-report 几点跑", { fact: "schedule", name: "till-report" }],
    ["is till-mails suspended?", { fact: "suspended", yesNo: { asks: "is" } }],
    ["till-mails 现在是停着的吧", { fact: "suspended", yesNo: { asks: "is" } }],
    ["is till-mails still active", { fact: "suspended", yesNo: { asks: "is", denied: true } }],
    ["how many disruptions are allowed for the till-api pdb", { fact: "disruptions", resource: "pdb" }],
    ["till-api 的 pdb 还允许中断几个", { fact: "disruptions", resource: "pdb" }],
    ["where does till-api get its db password", { fact: "secrets", name: "till-api" }],
    ["till-api 的数据库密码从哪来的", { fact: "secrets", name: "till-api" }],
    ["orders-cap 用掉多少了", { fact: "quota", name: "orders-cap" }],
    ["how much of orders-cap is used up", { fact: "quota", name: "orders-cap" }],
    ["how much of its quota has orders used up", { fact: "quota", namespace: "orders" }],
    ["memory limit of till-db?", { fact: "limits", name: "till-db" }],
    ["what's till-api's autoscaling range", { fact: "bounds", name: "till-api" }],
    ["orders 有没有默认的资源限制", { fact: "limitDefaults", namespace: "orders" }],
    ["which svc port does till-db listen on", { fact: "ports", name: "till-db" }],
    ["does till-db tolerate anything", { fact: "tolerations", name: "till-db" }],
    ["till-mails 是不是关着的", { fact: "suspended", name: "till-mails" }],
    ["is till-mails paused rn", { fact: "suspended", name: "till-mails" }],
    ["print the till-login password pls", { fact: "data", name: "till-login" }],
    ["till-web 这个 ingress 用的 tls secret 叫啥", { fact: "tls", resource: "ingress", name: "till-web" }],
    ["orders 命名空间默认 limit 多少", { fact: "limitDefaults", resource: "limitrange", namespace: "orders" }],
    ["till-report 的并发策略是 Forbid 吗", { fact: "concurrency", name: "till-report" }],
    ["what class does the till ingress on eu-live use", { fact: "ingressClass", name: "till", cluster: "eu-live" }],
    ["till-fast 支持扩容吗", { fact: "expansion", name: "till-fast" }],
    ["till-ship 挂了哪些目录", { fact: "volumes", name: "till-ship" }],
    ["till-web hpa target", { fact: "metrics", name: "till-web" }],
    ["is till-agent privileged", { fact: "privileged", yesNo: { asks: "is" } }],
  ])("%s", (said, expected) => expect(read(said)).toMatchObject([expected]));
});

test.each(["list service accounts in orders", "orders 里有哪些 serviceaccount", "what secrets are in orders"])(
  "the name of a kind asks for things of it, not for a field: %s",
  (said) => expect(read(said)[0]?.fact).toBeUndefined(),
);
