import { startSandbox } from "@k8s-copilot/sandbox";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pause } from "../helpers/app.ts";
import { type ChatTurn, chatting, says } from "../helpers/chatting.ts";

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

const chat = (turns: readonly ChatTurn[]): Promise<string> =>
  chatting(["--kubeconfig", sandbox.kubeconfig, "--context", "dev-cluster"], turns);

/** What somebody else does, by the API itself. */
const api = async (path: string, init?: RequestInit): Promise<string> => {
  const server = sandbox.contexts.find(({ name }) => name === "dev-cluster")?.server ?? "";
  return (await fetch(`${server}${path}`, init)).text();
};

const deleteNamespace = (name: string) => async () => {
  await api(`/api/v1/namespaces/${name}`, { method: "DELETE" });
  while ((await api("/api/v1/namespaces")).includes(`"name":"${name}"`)) await pause(50);
};

const makeNamespace = (name: string) => () =>
  api("/api/v1/namespaces", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ apiVersion: "v1", kind: "Namespace", metadata: { name } }),
  });

const podsOf = async (workload: string): Promise<readonly string[]> => {
  const { items } = JSON.parse(await api("/api/v1/namespaces/dev/pods"));
  const names: readonly string[] = items.map(({ metadata }: { metadata: { name: string } }) => metadata.name);
  return names.filter((name) => name.startsWith(workload));
};

/** Deletes the one pod of a workload, and waits until the one that its controller makes has begun to run. */
const replacePod = (workload: string, seen: { old: string; now: string }) => async () => {
  [seen.old = ""] = await podsOf(workload);
  await api(`/api/v1/namespaces/dev/pods/${seen.old}`, { method: "DELETE" });
  while (seen.now === "") {
    await pause(50);
    const after = await podsOf(workload);
    if (!after.includes(seen.old)) [seen.now = ""] = after;
  }
  const one = () => api(`/api/v1/namespaces/dev/pods/${seen.now}`);
  while (/ContainerCreating|"phase":\s*"Pending"/.test(await one())) await pause(50);
};

describe("a namespace that was deleted behind our back", () => {
  it.each([
    ["显示所有命名空间", "dev 里有哪些 pod", "命名空间 dev 已经不在了"],
    ["list namespaces", "which pods are in dev", "Namespace dev is gone"],
  ])("since “%s” is noticed by “%s”, which goes on with one that there is", async (list, question, gone) => {
    const choices = /1\. default.*\n.*2\. kube-system.*\n.*3\. production/;
    await chat([
      says(list, /dev\s+Active/),
      deleteNamespace("dev"),
      says(question, new RegExp(`${gone}[\\s\\S]*${choices.source}`)),
      says("2", /coredns/),
    ]);
  });
});

describe("a namespace that was made behind our back", () => {
  it.each([
    ["显示所有命名空间", "billing 里有哪些 pod", /命名空间 billing 是新出现的[\s\S]*没有 Pod/],
    ["list namespaces", "list pods in billing", /Namespace billing is new[\s\S]*No pods in namespace billing/],
  ])("since “%s” is found by “%s”", async (list, question, told) => {
    await chat([says(list, /dev\s+Active/), makeNamespace("billing"), says(question, told)]);
  });
});

describe("a pod that was replaced behind our back", () => {
  it.each([
    ["列出 dev 的 pod", (name: string) => `查看 ${name} 的日志`, "已经不在了", "接替它"],
    ["list pods in dev", (name: string) => `logs of ${name}`, "is gone", "has taken its place"],
  ])("since “%s”: the log of the one in its place is shown", async (list, question, gone, instead) => {
    const seen = { old: "", now: "" };
    const said = await chat([
      says(list, /inventory-/),
      replacePod("inventory", seen),
      {
        line: () => question(seen.old),
        told: () => new RegExp(`${seen.old} ${gone}[\\s\\S]*${instead}[\\s\\S]*listening on`),
      },
    ]);
    expect(said).toContain(seen.now);
  });

  it.each([
    ["列出 dev 的 pod", (name: string) => `删除 dev 的 pod ${name}`],
    ["list pods in dev", (name: string) => `delete pod ${name} in dev`],
  ])(
    "since “%s” is said to be gone before its deletion is asked about, and no other is deleted",
    async (list, change) => {
      const seen = { old: "", now: "" };
      await chat([
        says(list, /inventory-/),
        replacePod("inventory", seen),
        {
          line: () => change(seen.old),
          told: () => new RegExp(`Pod ${seen.old} (?:is gone|已经不在了)[\\s\\S]*1\\. ${seen.now}`),
        },
      ]);
      const deletes = sandbox.requests().filter(({ method, path }) => method === "DELETE" && path.includes("/pods/"));
      expect(deletes).toHaveLength(1);
      expect(await podsOf("inventory")).toEqual([seen.now]);
    },
  );
});
