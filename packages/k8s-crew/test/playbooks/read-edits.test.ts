import { expect, test } from "vitest";
import { readPlanEdits } from "../../src/playbooks/read-edits.ts";

const known = { count: 6, clusters: ["east", "west"], namespaces: ["billing"], language: "en" as const };
const none = { numbers: [], resources: [], verbs: [] };
const drop = (...numbers: number[]) => ({ kind: "drop", ...none, numbers });
const dropKinds = (...resources: string[]) => ({ kind: "drop", ...none, resources });
const place = (where: object) => ({ kind: "place", place: where });

test.each([
  ["第2步不要", [drop(2)]],
  ["第 ２ 步不要", [drop(2)]],
  ["不要第二步", [drop(2)]],
  ["第2步和第3步不要", [drop(2, 3)]],
  ["去掉最后一步", [drop(6)]],
  ["2 不要", [drop(2)]],
  ["跳过第三步吧", [drop(3)]],
  ["drop step 2", [drop(2)]],
  ["please skip steps 2 and 3", [drop(2, 3)]],
  ["drop the last step", [drop(6)]],
  ["leave out the second step", [drop(2)]],
  ["without events", [dropKinds("event")]],
  ["不看事件", [dropKinds("event")]],
  ["把节点去掉", [dropKinds("node")]],
  ["remove all steps about events", [dropKinds("event")]],
  ["skip the nodes", [dropKinds("node")]],
  ["不要日志", [{ kind: "drop", ...none, verbs: ["logs"] }]],
  ["no logs", [{ kind: "drop", ...none, verbs: ["logs"] }]],
  ["only in billing", [place({ namespace: "billing" })]],
  ["只看 billing", [place({ namespace: "billing" })]],
  ["只在 billing 里", [place({ namespace: "billing" })]],
  ["just east", [place({ cluster: "east" })]],
  ["只看 east 集群", [place({ cluster: "east" })]],
  ["只看 shop", [place({ namespace: "shop" })]],
  ["only in the shop namespace", [place({ namespace: "shop" })]],
  ["只看命名空间 shop", [place({ namespace: "shop" })]],
  ["billing", [place({ namespace: "billing" })]],
  ["in billing", [place({ namespace: "billing" })]],
  ["在 billing", [place({ namespace: "billing" })]],
  ["dev", [place({ namespace: "dev" })]],
  ["east", [place({ cluster: "east" })]],
  ["先看事件", [{ kind: "first", ...none, resources: ["event"] }]],
  ["events first", [{ kind: "first", ...none, resources: ["event"] }]],
  ["start with the events", [{ kind: "first", ...none, resources: ["event"] }]],
  ["step 3 first", [{ kind: "first", ...none, numbers: [3] }]],
  ["先做第3步", [{ kind: "first", ...none, numbers: [3] }]],
  ["加上节点", [{ kind: "add", ...none, resources: ["node"] }]],
  ["add nodes", [{ kind: "add", ...none, resources: ["node"] }]],
  ["also check pvcs", [{ kind: "add", ...none, resources: ["pvc"] }]],
  ["加上资源用量", [{ kind: "add", ...none, verbs: ["top"] }]],
  ["只要第1步", [{ kind: "keep", ...none, numbers: [1] }]],
  ["steps 1-3 only", [{ kind: "keep", ...none, numbers: [1, 2, 3] }]],
  ["only pods", [{ kind: "keep", ...none, resources: ["pod"] }]],
  ["第2步不要，只看 billing", [drop(2), place({ namespace: "billing" })]],
  ["drop 2 and only in billing", [drop(2), place({ namespace: "billing" })]],
  ["第2步不要，执行", [drop(2), { kind: "run" }]],
  ["drop the second step pls", [drop(2)]],
  ["skip 2, 3 and 4", [drop(2, 3, 4)]],
  ["skip steps 2, 3, 4", [drop(2, 3, 4)]],
  ["不要第2到第4步", [drop(2, 3, 4)]],
  ["不要第一步到第五步", [drop(1, 2, 3, 4, 5)]],
  ["drop steps 2 through 4", [drop(2, 3, 4)]],
  ["第2步，第3步不要", [drop(2, 3)]],
  ["keep only step 1", [{ kind: "keep", ...none, numbers: [1] }]],
  ["只保留第一步", [{ kind: "keep", ...none, numbers: [1] }]],
  ["drop all steps", [{ kind: "cancel" }]],
  ["delete all the steps", [{ kind: "cancel" }]],
  ["把所有步骤都删掉", [{ kind: "cancel" }]],
  ["全部步骤都不要了", [{ kind: "cancel" }]],
  ["forget the whole plan", [{ kind: "cancel" }]],
  ["i dont need the events", [dropKinds("event")]],
  ["looks good but skip the last one", [drop(6)]],
  ["just skip 2", [drop(2)]],
  ["第二步算了", [drop(2)]],
  ["最后一步别要了", [drop(6)]],
  ["把节点那步拿掉", [dropKinds("node")]],
  ["不看节点就行", [dropKinds("node")]],
  ["第一步和第三步就行", [{ kind: "keep", ...none, numbers: [1, 3] }]],
  ["do 1 and 3 only", [{ kind: "keep", ...none, numbers: [1, 3] }]],
  ["pods are enough", [{ kind: "keep", ...none, resources: ["pod"] }]],
  ["only shop please", [place({ namespace: "shop" })]],
  ["换成 west", [place({ cluster: "west" })]],
  ["everywhere", [place({})]],
  ["all clusters", [place({})]],
  ["kill step 3 and go", [drop(3), { kind: "run" }]],
  ["把最后一步去掉再跑", [drop(6), { kind: "run" }]],
  ["ok, skip 2, go", [drop(2), { kind: "run" }]],
  ["always for reads", [{ kind: "always" }]],
  ["读操作都直接跑", [{ kind: "always" }]],
  ["以后不用问了", [{ kind: "always" }]],
])("“%s” changes the plan", (text, edits) => {
  expect(readPlanEdits(text, known)).toEqual(edits);
});

test.each([
  "取消",
  "不要",
  "不用了",
  "no",
  "cancel",
  "执行",
  "run it",
  "好的",
  "why?",
  "列出所有命名空间",
  "show me the logs of redis-0 in billing",
  "delete all pods",
  "remove every service in billing",
  "把所有 pod 都删掉",
  "删除所有 pod",
  "不要执行",
  "looks good",
  "好的，跑起来",
  "what does step 2 do?",
])("“%s” is no change of the plan", (text) => {
  expect(readPlanEdits(text, known)).toBeUndefined();
});

test.each([
  "how many pods in billing are not running",
  "which pods have no limits",
  "list the pods without limits",
  "are there pods not ready",
  "any pods without limits?",
  "delete pod redis-0",
  "删除 pod redis-0",
])("“%s” is a request of its own and changes no plan", (text) => {
  expect(readPlanEdits(text, known)).toBeUndefined();
});

test("a step may be dropped in the words for a question or a change", () => {
  expect(readPlanEdits("delete the events step", known)).toEqual([dropKinds("event")]);
  expect(readPlanEdits("show the events first", known)).toEqual([{ kind: "first", ...none, resources: ["event"] }]);
});
