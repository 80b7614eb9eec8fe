import { describe, expect, test } from "vitest";
import { answerFor } from "../../src/report/answer.ts";
import { capacityAnswer } from "../../src/report/capacity-answer.ts";
import { rightsAnswer } from "../../src/report/rights-answer.ts";
import { roomAnswer } from "../../src/report/room-answer.ts";
import { selectingAnswer } from "../../src/report/selecting-answer.ts";
import { useAnswer } from "../../src/report/use-answer.ts";
import { grantOf } from "../../src/results/rights.ts";
import type { Row } from "../../src/results/types.ts";

const looked = { language: "en", width: 120, now: Date.parse("2025-06-01T12:00:00Z") } as const;

const pod = (name: string, fields: Record<string, string>, resources: object = {}): Row => ({
  name,
  namespace: "shop",
  fields,
  object: { spec: { containers: [{ name: "app", resources }] } },
});

const node = (name: string, { cpu, memory, pods, taints = [] }: Record<string, unknown>): Row => ({
  name,
  fields: { status: "Ready" },
  object: { spec: { taints }, status: { allocatable: { cpu, memory, pods } } },
});

describe("use against limits and requests", () => {
  const usage: readonly Row[] = [
    { name: "db-0", namespace: "shop", fields: { cpu: "100m", memory: "750Mi", container: "app" } },
    { name: "db-0", namespace: "shop", fields: { cpu: "50m", memory: "18Mi", container: "helper" } },
  ];
  const asked = { ...looked, name: "db", measured: "memory", against: "limits" } as const;

  test("counts the containers of a pod together", () => {
    const pods = [pod("db-0", {}, { limits: { memory: "1Gi" }, requests: { memory: "512Mi" } })];
    expect(useAnswer(usage, pods, asked)).toMatch(/^db-0 uses 768Mi of memory, 75% of its limit of 1Gi\./);
    expect(useAnswer(usage, pods, { ...asked, against: "requests" })).toMatch(/256Mi more than the 512Mi .*\(150%\)/);
  });

  test("says where there is no limit, and where none could be read", () => {
    expect(useAnswer(usage, [pod("db-0", {})], asked)).toMatch(/^db-0 has no memory limit; it uses 768Mi now\./);
    const silent = [{ name: "db-0", namespace: "shop", fields: {} }];
    expect(useAnswer(usage, silent, asked)).toMatch(/what it is set to could not be read/);
  });
});

describe("nodes", () => {
  const nodes = [
    node("n1", { cpu: "4", memory: "8Gi", pods: "10" }),
    node("n2", { cpu: "4", memory: "8Gi", pods: "2" }),
  ];
  const pods = [
    pod("web-1", { node: "n1", status: "Running" }, { requests: { cpu: "1", memory: "1Gi" } }),
    pod("web-2", { node: "n2", status: "Running" }, { requests: { cpu: "1", memory: "1Gi" } }),
    pod("job-1", { node: "n2", status: "Running" }),
    pod("job-2", { node: "n2", status: "Completed" }),
  ];

  test("are full by their pods as well as by what is in use; what has ended takes no place", () => {
    const usage = [{ name: "n1", fields: { cpu: "1", memory: "4Gi" } }];
    const answer = capacityAnswer({ usage, nodes, pods }, looked);
    expect(answer).toMatch(/^Full: n2\./);
    expect(answer).toMatch(/n1 +Ready +1 \(25%\) +4Gi \(50%\) +1\/10/);
    expect(answer).toMatch(/n2 .* 2\/2$/m);
  });

  test("have room for what their pods leave, on those that take any", () => {
    const tainted = node("n3", {
      cpu: "64",
      memory: "512Gi",
      pods: "100",
      taints: [{ key: "gpu", effect: "NoSchedule" }],
    });
    const asked = { ...looked, name: "web", more: 3 };
    const answer = roomAnswer([...nodes, tainted], pods, asked);
    expect(answer).toMatch(
      /^Yes, 3 more fit: there is room for 3 more of web \(each requests 1 CPU and 1Gi of memory\)/,
    );
    expect(answer).toMatch(/do not count: n3/);
    expect(roomAnswer(nodes, pods, { ...asked, more: 4 })).toMatch(/^No, not 4 more/);
    expect(roomAnswer(nodes, pods, { ...asked, name: "nothing" })).toMatch(/No pod of nothing was found/);
  });
});

test("services select by labels, whatever they are called", () => {
  const services = [
    { name: "front", namespace: "shop", fields: { selector: "app=web,tier=a" } },
    { name: "web", namespace: "shop", fields: { selector: "app=other" } },
    { name: "front", namespace: "elsewhere", fields: { selector: "app=web" } },
  ];
  const pods = [{ name: "web-1", namespace: "shop", fields: { labels: "app=web,tier=a,x=y" } }];
  expect(selectingAnswer(services, pods, { ...looked, name: "web" })).toMatch(
    /^Service front selects the pods of web\./,
  );
  expect(selectingAnswer([], pods, { ...looked, name: "web" })).toMatch(/^No service selects .*app=web, tier=a/);
});

describe("the first line is the answer", () => {
  const list = [
    "NAMESPACE   NAME   READY   STATUS    RESTARTS   AGE   NODE",
    "a           x-1    1/1     Running   4          5d    n1",
    "b           y-1    1/1     Running   1          9d    n1",
    "b           z-1    1/1     Running   1          9d    n2",
  ].join("\n");
  const answer = (more: object) =>
    answerFor({ outcome: "ok", text: list, message: "" }, { verb: "list", resource: "pod", ...looked, ...more }).text;

  test.each<[object, RegExp]>([
    [{ quality: "oldest" }, /^The oldest: y-1, z-1 \(9d\)\./],
    [{ quality: "most_restarts" }, /^Restarted most: x-1 \(4 times\)\./],
    [{ per: "namespace", ranked: { by: "count" } }, /^Most pods: b \(2\)\.\n\nNAMESPACE +COUNT\nb +2\na +1$/],
    [{ per: "namespace", ranked: { by: "restarts" } }, /^Most restarts: a \(4\)\./],
    [{ per: "node", ranked: { by: "count", fewest: true } }, /^Fewest pods: n2 \(1;/],
  ])("%j", (more, expected) => expect(answer(more)).toMatch(expected));
});

test("what was not read is no zero: places whose pods tell no restarts are not ranked by them", () => {
  const rows = [{ name: "x-1", namespace: "a", fields: {} }];
  const context = { verb: "list", resource: "pod", ...looked, per: "namespace", quality: "most_restarts" } as const;
  const { text } = answerFor(
    { outcome: "ok", text: "", message: "", rows },
    { ...context, ranked: { by: "restarts" } },
  );
  expect(text).not.toMatch(/None has any|Most restarts/);
});

describe("what roles and bindings say", () => {
  const asked = { things: "pods", namespace: undefined, ...looked, command: "" } as const;
  const binding = (name: string): Row => ({
    name,
    fields: {},
    object: {
      metadata: { name },
      roleRef: { kind: "ClusterRole", name: "night" },
      subjects: [{ kind: "Group", name: "duty" }],
    },
  });
  const grants = [grantOf(binding("on-duty"), "clusterrolebinding")];
  const rules = new Map([["ClusterRole/night", [{ resources: ["pods"], verbs: ["get"], names: [] }]]]);

  test("a role is told rule by rule, a binding by what it gives and to whom", () => {
    expect(rightsAnswer({ grants, rules }, { ...asked, rights: { ask: "rules", role: "night" } })).toMatch(
      /^ClusterRole night allows: pods: get\./,
    );
    expect(rightsAnswer({ grants, rules }, { ...asked, rights: { ask: "binding", binding: "on-duty" } })).toMatch(
      /^ClusterRoleBinding on-duty gives ClusterRole night to Group duty\./,
    );
  });

  test("what was taken for an account may be the name of a binding", () =>
    expect(rightsAnswer({ grants, rules }, { ...asked, rights: { ask: "list", subject: "on-duty" } })).toMatch(
      /^ClusterRoleBinding on-duty gives /,
    ));

  test("bindings of which only the name was read are not counted as naming nobody", () => {
    const mute = grantOf({ name: "other", fields: {} }, "clusterrolebinding");
    const answer = rightsAnswer({ grants: [mute], rules }, { ...asked, rights: { ask: "list", subject: "bot" } });
    expect(answer).toMatch(/Of 1 more binding only the name was read/);
  });
});
