import { describe, expect, test } from "vitest";
import { readRequest } from "../../src/language/index.ts";

const context = { clusters: ["dev-cluster", "prod-cluster"], namespaces: ["default", "dev", "test", "production"] };

const fieldsOf = (message: string) => {
  const { verb, resource, image, name, namespace, cluster } = readRequest(message, context);
  return { verb, resource, image, name, namespace, cluster };
};

type Said = { readonly image?: string; readonly name?: string; readonly namespace?: string; readonly cluster?: string };

describe("a pod that is to be made", () => {
  test.each<[string, Said]>([
    ["run a little debug pod", {}],
    ["run a little debug pod in dev", { namespace: "dev" }],
    ["please start a debug pod in dev to check dns", { namespace: "dev" }],
    ["can you start a pod for debugging?", {}],
    ["create a test pod", {}],
    ["spin up a curl pod", {}],
    ["i need a debug pod in dev", { namespace: "dev" }],
    ["i want to run a throwaway container in production", { namespace: "production" }],
    ["run busybox", { image: "busybox" }],
    ["run nginx in dev", { image: "nginx", namespace: "dev" }],
    ["start an nginx to test", { image: "nginx" }],
    ["launch a temporary busybox pod", { image: "busybox" }],
    ["run a pod with image nginx:1.27", { image: "nginx:1.27" }],
    ["run a nicolaka/netshoot pod in dev", { image: "nicolaka/netshoot", namespace: "dev" }],
    ["run a pod named probe from busybox:1.36 in dev", { image: "busybox:1.36", name: "probe", namespace: "dev" }],
    ["start a pod with a shell", {}],
    ["起一个调试用的小 pod", {}],
    ["跑一个临时 pod", {}],
    ["帮我起个 debug pod", {}],
    ["我想起一个 debug pod", {}],
    ["创建一个调试 pod", {}],
    ["跑个 busybox", { image: "busybox" }],
    ["起个 nginx 测试一下", { image: "nginx" }],
    ["拉起一个 ubuntu pod", { image: "ubuntu" }],
    ["开一个临时的 busybox pod", { image: "busybox" }],
    ["在 dev 启动一个 curl 容器", { namespace: "dev" }],
    ["在 dev 跑一个 busybox:1.36 的 pod 叫 probe", { image: "busybox:1.36", name: "probe", namespace: "dev" }],
    ["用 nicolaka/netshoot 在 dev 起一个 pod", { image: "nicolaka/netshoot", namespace: "dev" }],
    ["在测试环境起一个 pod", { namespace: "test" }],
    ["起一个 busybox pod 到 dev 调试网络", { image: "busybox", namespace: "dev" }],
  ])("is none that is looked at: %s", (message, said) => {
    expect(fieldsOf(message)).toEqual({
      ...{ image: undefined, name: undefined, namespace: undefined, cluster: undefined },
      ...{ verb: "run", resource: "pod", ...said },
    });
  });

  test.each([
    ["run a health check"],
    ["run a check on dev"],
    ["start a rollout of web"],
    ["run kubectl get pods"],
    ["create a pod disruption budget"],
    ["why can't i start a pod in dev"],
    ["how do i run a pod"],
    ["can i run a pod in dev"],
    ["did somebody start a pod"],
    ["show me a pod in dev"],
    ["debug my pod"],
    ["restart a pod"],
    ["有个 pod 起不来"],
    ["重启一个 pod"],
    ["看一个 pod 的日志"],
    ["跑一下巡检"],
    ["怎么起一个 pod"],
    ["哪个节点跑了一个 nginx"],
    ["起了一个 pod 但是挂了"],
    ["拉一个 pod 的日志看看"],
  ])("is not asked for: %s", (message) => {
    const { verb, considered, access } = readRequest(message, context);
    if (considered === undefined && access === undefined) expect(verb).not.toBe("run");
  });
});
