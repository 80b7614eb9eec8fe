import type { World } from "@k8s-copilot/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

const group = "rbac.authorization.k8s.io";
const role = (name: string) => ({ apiGroup: group, kind: "ClusterRole", name });
const user = (name: string) => ({ apiGroup: group, kind: "User", name });

const harbor: World = {
  name: "harbor",
  objects: [
    { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } },
    ...["cluster-admin", "admin", "view", "edit"].map((name) => ({
      apiVersion: `${group}/v1`,
      kind: "ClusterRole",
      metadata: { name },
      rules: [{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }],
    })),
    {
      apiVersion: `${group}/v1`,
      kind: "ClusterRoleBinding",
      metadata: { name: "roots" },
      roleRef: role("cluster-admin"),
      subjects: [user("alice"), { kind: "ServiceAccount", name: "robot", namespace: "shop" }],
    },
    {
      apiVersion: `${group}/v1`,
      kind: "RoleBinding",
      metadata: { name: "shop-admins", namespace: "shop" },
      roleRef: role("admin"),
      subjects: [{ apiGroup: group, kind: "Group", name: "devs" }],
    },
    {
      apiVersion: `${group}/v1`,
      kind: "RoleBinding",
      metadata: { name: "shop-viewers", namespace: "shop" },
      roleRef: role("view"),
      subjects: [user("bob")],
    },
  ],
};

describe.each(["bundled", "clusters"] as const)("who has a role, on the server %s", (kind) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(kind, { worlds: [harbor] });
  }, 60_000);
  afterAll(() => stage?.close());

  const ask = async (message: string) => {
    const conversation = stage.conversation({ cluster: "harbor", guidance: "direct" });
    const { answer } = await conversation.send(message, { width: 160 });
    await conversation.close();
    return answer;
  };

  test.each([
    ["who has role admin", ["devs"], ["alice", "robot", "bob"]],
    ["谁有 admin 角色", ["devs"], ["alice", "robot", "bob"]],
    ["who has role view in shop", ["bob"], ["alice", "devs"]],
    ["which users have the view role", ["bob"], ["alice", "devs"]],
    ["which service accounts have cluster-admin", ["robot"], ["devs", "bob"]],
    ["who are the cluster admins", ["alice", "robot"], ["devs", "bob"]],
  ])("“%s” tells of those and of no others", async (message, holders, others) => {
    const answer = await ask(message);
    for (const name of holders) expect(answer).toContain(name);
    for (const name of others) expect(answer).not.toContain(name);
  });

  test.each(["who has role edit", "哪些用户有 edit 角色"])("that nobody was given it is said: %s", async (message) => {
    expect(await ask(message)).toMatch(/^(?:No binding gives the role edit|没有绑定授予角色 edit)/);
  });

  test("a role that only has the name in its own is not taken for it", async () => {
    const answer = await ask("who has role cluster-adm");
    expect(answer).toMatch(/^No binding gives the role cluster-adm/);
    expect(answer).toContain("alice");
  });
});
