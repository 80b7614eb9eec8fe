import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSandbox } from "@k8s-copilot/sandbox";
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { z } from "zod";
import { emptyPlace, pause, runApp } from "../helpers/app.ts";
import { chatting, says } from "../helpers/chatting.ts";
import { openTerminal } from "../helpers/terminal.ts";

const sandbox = await startSandbox();
afterAll(() => sandbox.close());
const [dev, prod] = sandbox.contexts.map(({ server }) => server);
const servers: { readonly [name: string]: string | undefined } = { dev, prod, staging: prod };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "k8s-copilot-clusters-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

type Edit = {
  readonly current?: string;
  readonly user?: object;
  readonly as?: string;
  readonly at?: string | undefined;
};

/** Writes the kubeconfig as somebody else does while the chat goes on. */
const write =
  (names: readonly string[], { current = names[0], user = {}, as = "admin", at }: Edit = {}) =>
  () =>
    writeFileSync(
      join(folder, "kubeconfig"),
      JSON.stringify({
        apiVersion: "v1",
        kind: "Config",
        "current-context": current,
        contexts: names.map((name) => ({ name, context: { cluster: name, user: name } })),
        clusters: names.map((name) => ({
          name,
          cluster: { server: (at ?? servers[name])?.replace(/as\/admin$/, `as/${as}`) },
        })),
        users: names.map((name) => ({ name, user })),
      }),
    );

const chat = (turns: Parameters<typeof chatting>[1], ...flags: readonly string[]) =>
  chatting(["--kubeconfig", join(folder, "kubeconfig"), ...flags], turns);

describe("a cluster that is taken out of the kubeconfig while somebody chats", () => {
  it.each([
    [
      "list clusters",
      "list pods in kube-system on prod",
      "Cluster prod is gone",
      "gone: prod. There are now: dev, staging",
    ],
    ["列出集群", "列出 prod 的 kube-system 里的 pod", "集群 prod 已经不在了", "不再有 prod。现在有：dev、staging"],
  ])("between “%s” and “%s” is said to be gone, and the others are offered", async (list, question, gone, told) => {
    write(["dev", "prod", "staging"])();
    const said = await chat([
      says(list, /prod[\s\S]*staging/),
      write(["dev", "staging"]),
      says(question, new RegExp(`${gone}[\\s\\S]*1\\. dev.*\\n.*2\\. staging`)),
      says("2", /coredns/),
    ]);
    expect(said).toContain(told);
  });

  it.each([
    ["list pods in kube-system on prod", "scale checkout in production to 1", "Cluster prod is gone"],
    ["列出 prod 的 kube-system 里的 pod", "把 production 的 checkout 缩到 1", "集群 prod 已经不在了"],
  ])("after “%s”, between the question of “%s” and its choice", async (look, change, gone) => {
    write(["dev", "prod", "staging"])();
    await chat([
      says(look, /coredns/),
      says(change, /1\. prod/),
      write(["dev", "staging"]),
      says("1", new RegExp(`${gone}[\\s\\S]*1\\. dev.*\\n.*2\\. staging`)),
    ]);
  });
});

describe("a kubeconfig that is edited while somebody chats", () => {
  it("moves no conversation to another cluster, gives nobody what another user read, and counts only once it can be read", async () => {
    write(["dev", "prod"])();
    const said = await chat([
      says("list nodes", /dev-worker-3/),
      write(["dev", "prod"], { current: "prod" }),
      says("list nodes", /The current cluster is now prod; this conversation stays on dev/),
      () => writeFileSync(join(folder, "kubeconfig"), "contexts: ["),
      says("list namespaces", /cannot be used as it is; what it said before still holds/),
      write(["dev", "prod"], { current: "prod", as: "viewer" }),
      says("list nodes", /forbidden|not allowed|may not/i),
    ]);
    expect(said).not.toMatch(/prod-node-1/);
  });

  it("to one cluster, is all that there is, and that is said", async () => {
    write(["dev", "prod"])();
    const said = await chat([
      says("列出 prod 的 kube-system 里的 pod", /coredns/),
      write(["dev"]),
      says("列出 kube-system 的 deployment", /coredns/),
    ]);
    expect(said).toContain("不再有 prod。现在有：dev");
  });
});

/** The replicas of coredns, in dev and in prod. */
const replicas = () =>
  Promise.all(
    [dev, prod].map(async (server) => {
      const found = await fetch(`${server}/apis/apps/v1/namespaces/kube-system/deployments/coredns`);
      return z.object({ spec: z.object({ replicas: z.number() }) }).parse(await found.json()).spec.replicas;
    }),
  );

it.each([
  {
    change: "scale coredns in kube-system to 5",
    card: "approve> ",
    yes: "yes",
    sameName: "another API server now: dev.",
    otherName: "new: prod; gone: dev.",
    unused: "your answer was not used",
  },
  {
    change: "把 kube-system 的 coredns 扩到 5 个副本",
    card: "批准> ",
    yes: "确认",
    sameName: "另一个 API server：dev。",
    otherName: "新增 prod；不再有 dev",
    unused: "没有采用刚才的回答",
  },
])("a consent to $change goes to no other cluster: it is asked for anew", async (words) => {
  write(["dev"])();
  const args = [inject("installedApp"), "chat", "--offline", "--kubeconfig", join(folder, "kubeconfig")];
  const terminal = openTerminal(process.execPath, args, { place: emptyPlace(), columns: 200 });
  await terminal.waitFor("> ");
  terminal.type(`${words.change}\r`);
  await terminal.waitFor(words.card);
  for (const { edit, told } of [
    { edit: write(["dev"], { at: prod }), told: words.sameName },
    { edit: write(["prod"]), told: words.otherName },
  ]) {
    edit();
    // What comes before anybody can have read the card does not count.
    await pause(600);
    terminal.type(`${words.yes}\r`);
    await terminal.waitFor(told);
    await terminal.waitFor(words.unused);
    await terminal.waitFor(words.card);
  }
  terminal.pty.kill();
  await terminal.ended;
  expect(await replicas()).toEqual([2, 2]);
});

it("that was taken out of the kubeconfig is told to a conversation about it that goes on", async () => {
  write(["dev", "prod"])();
  const place = emptyPlace();
  const say = (message: string, ...flags: readonly string[]) =>
    runApp(inject("installedApp"), ["chat", "--offline", "--kubeconfig", join(folder, "kubeconfig"), ...flags], {
      place,
      stdin: `${message}\n`,
    });
  expect((await say("list pods in kube-system on prod")).stdout).toContain("coredns");
  write(["dev"])();
  const { stdout, stderr } = await say("list nodes", "--continue");
  expect(stdout + stderr).toContain("gone: prod. There are now: dev.");
  expect(stdout).toContain("dev-worker-1");
});
