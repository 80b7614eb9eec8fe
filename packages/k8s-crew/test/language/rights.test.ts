import { describe, expect, test } from "vitest";
import { readRequest } from "../../src/language/index.ts";

const context = { clusters: ["prod-eu", "lab"], namespaces: ["billing", "shop"] };
const read = (message: string) => readRequest(message, context);

describe("rights that were given to somebody", () => {
  test.each([
    ["can build-bot delete pods in shop?", "build-bot", ["delete"], "pod", "shop"],
    ["is build-bot allowed to restart deployments in shop", "build-bot", ["patch", "update"], "deployment", "shop"],
    ["why does build-bot get forbidden when creating secrets", "build-bot", ["create"], "secret", undefined],
    [
      "kubectl auth can-i list secrets -n shop --as system:serviceaccount:shop:build-bot",
      "build-bot",
      ["list"],
      "secret",
      "shop",
    ],
    ["build-bot 删得了 secret 吗", "build-bot", ["delete"], "secret", undefined],
    ["build-bot 能删 shop 的 pod 吗", "build-bot", ["delete"], "pod", "shop"],
    ["build-bot有没有删deployment的权限", "build-bot", ["delete"], "deployment", undefined],
    ["为什么 tess@example.com 删不了 pod 提示 403", "tess@example.com", ["delete"], "pod", undefined],
    ["ci 机器人能不能重启 web-app", "ci", ["patch", "update"], "deployment", undefined],
  ])("whether one may: %s", (message, subject, verbs, resource, namespace) => {
    const { rights, ...request } = read(message);
    expect(rights).toMatchObject({ ask: "may", verbs });
    expect(rights?.subject).toContain(subject);
    expect([request.resource, request.namespace]).toEqual([resource, namespace]);
  });

  test.each([
    "what can build-bot do",
    "list what build-bot may do",
    "what permissions does build-bot have",
    "build-bot roles?",
    "rbac for build-bot plz",
    "build-bot 都有哪些权限",
    "build-bot 这个账号能干嘛",
    "build-bot 绑了哪些 role",
  ])("all that one may: %s", (message) => {
    expect(read(message).rights).toEqual({ ask: "list", subject: "build-bot" });
  });

  test.each([
    ["who can read secrets", ["get", "list"], "secret"],
    ["whos got exec rights", ["create"], "pod"],
    ["anybody besides admins able to patch deployments in shop?", ["patch", "update"], "deployment"],
    ["谁能进 shop 的容器", ["create"], "pod"],
    ["哪些人能重启shop的服务", ["patch", "update"], "deployment"],
  ])("who may: %s", (message, verbs, resource) => {
    expect(read(message)).toMatchObject({ access: "who", rights: { ask: "who", verbs }, resource });
  });

  test.each([
    ["who's cluster-admin", "cluster-admin"],
    ["list cluster admins", "cluster-admin"],
    ["which accounts are bound to view", "view"],
    ["谁是管理员", "cluster-admin"],
    ["pod-reader 这个 clusterrole 绑给谁了", "pod-reader"],
    ["who has role admin", "admin"],
    ["who has the admin role in shop", "admin"],
    ["who has role view in shop", "view"],
    ["which users have the view role", "view"],
    ["which groups were given clusterrole view?", "view"],
    ["who has role edit", "edit"],
    ["is anyone bound to the role log-reader", "log-reader"],
    ["who has role cluster admin", "cluster-admin"],
    ["who has the administrator role", "cluster-admin"],
    ["which service accounts have cluster-admin", "cluster-admin"],
    ["谁有 admin 角色", "admin"],
    ["shop 里哪些用户有 view 角色", "view"],
    ["谁有角色 edit", "edit"],
    ["哪些服务账号有 cluster-admin", "cluster-admin"],
    ["谁有管理员角色", "cluster-admin"],
  ])("who has a role: %s", (message, role) => {
    expect(read(message).rights).toEqual({ ask: "holders", role });
  });

  test.each([
    "can web-app be deleted",
    "can you restart web-app",
    "who can help me with web-app",
    "web-data 这个 pvc 能删吗",
    "which claims are bound to pv-1",
    "what roles are there in shop",
    "who is bound to it?",
    "shop 有哪些 rolebinding",
    "can web-app reach the orders service",
    "帮我看看 web-app 的日志",
    "我能不能删 pod",
  ])("none are asked about: %s", (message) => {
    expect(read(message).rights).toBeUndefined();
  });
});

describe("what is called like an action does nothing", () => {
  const places = { namespaces: ["editorial", "listings"] };
  test.each([
    ["can press-bot list pods in editorial", ["list"]],
    ["press-bot 能看 editorial 的 pod 吗", ["get", "list"]],
    ["can edit-bot get pods in listings", ["get", "list"]],
  ])("%s", (message, verbs) =>
    expect(readRequest(message, places)).toMatchObject({ rights: { ask: "may", verbs }, resource: "pod" }),
  );
});

test.each(["who's allowed to evict pods around here", "who can evict pods", "谁能驱逐 pod"])(
  "who may evict is asked of the subresource: %s",
  (message) =>
    expect(readRequest(message)).toMatchObject({
      rights: { ask: "who", verbs: ["create"], subresource: "eviction" },
      resource: "pod",
    }),
);
