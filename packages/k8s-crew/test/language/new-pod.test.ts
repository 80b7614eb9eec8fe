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

  test.each<[string, Said & { readonly unread?: readonly string[] }]>([
    ["run a busybox pod in dev with the name foo", { image: "busybox", name: "foo" }],
    ["run a pod with network tools in dev", { unread: ["network tools"] }],
    ["run a pod with 2 replicas of nginx in dev", { image: "nginx", unread: ["2 replicas"] }],
    ["run an nginx pod using port 80 in dev", { image: "nginx", unread: ["port 80"] }],
    ["run a pod in dev using the latest nginx", { image: "nginx" }],
    ["run a pod in dev with the latest nginx image", { image: "nginx" }],
    ["run a pod from docker hub's nginx in dev", { image: "nginx" }],
    ["run a pod in dev with host network", { unread: ["host network"] }],
    ["run a pod in dev with the netshoot image", { image: "netshoot" }],
    ["run a pod in dev from registry.local:5000/tools/probe:2", { image: "registry.local:5000/tools/probe:2" }],
    ["run a pod in dev with probe:2", { image: "probe:2" }],
    ["run an nginx pod in dev with image httpd:2.4", { image: "httpd:2.4" }],
    ["run a little pod of nginx in dev", { image: "nginx" }],
    ["run a small pod in dev that runs nginx", { image: "nginx" }],
    ["run a small pod that runs nginx in dev", { image: "nginx" }],
    ["create a pod in dev that runs alpine", { image: "alpine" }],
    ["create a pod based on alpine:3.20 in dev", { image: "alpine:3.20" }],
    ["run a pod on dev-worker-2 in dev with image nginx", { image: "nginx", unread: ["dev-worker-2"] }],
    ["make a pod run on dev-worker-2 in dev", { unread: ["dev-worker-2"] }],
    ["在 dev 起一个叫 foo 的 nginx pod", { image: "nginx", name: "foo" }],
    ["在 dev 起一个名为 redis-probe 的 pod", { name: "redis-probe" }],
    ["在 dev 起一个 nginx pod 名叫 foo", { image: "nginx", name: "foo" }],
    ["用 kubectl 在 dev 起一个 pod", { unread: ["kubectl"] }],
    ["在 dev-worker-2 节点起一个 nginx pod，放在 dev 命名空间", { image: "nginx", unread: ["dev-worker-2"] }],
    ["run an nginx pod in dev with label app=web.", { image: "nginx", unread: ["label app=web"] }],
    ["run a pod in dev with the same image as web", { unread: ["same image as web"] }],
    ["run a pod with a shell in dev", {}],
    ["run an nginx pod with redis in dev", { image: "nginx", unread: ["redis"] }],
    ["run a pod in dev using image: alpine", { image: "alpine" }],
    ["create a pod with python:3.12 in dev and name it probe", { image: "python:3.12", name: "probe" }],
    ["run a pod with node selector disk=ssd in dev", { unread: ["node selector disk=ssd"] }],
    ["run a pod that has nginx in dev", { image: "nginx" }],
    ["run a pod in dev whose image is nginx", { image: "nginx" }],
    ["run a pod in dev with base image nginx", { image: "nginx" }],
    ["run a pod in dev, image=nginx, name foo", { image: "nginx", name: "foo" }],
    ["run a pod in dev with image=nginx:1.27 and name=foo", { image: "nginx:1.27", name: "foo" }],
    ["run an nginx pod on port 8080 in dev", { image: "nginx", unread: ["port 8080"] }],
    ["run a pod from a yaml file in dev", { unread: ["yaml file"] }],
    ["create a pod in dev that runs sleep 3600", { unread: ["sleep 3600"] }],
    ["在 dev 开一个叫 x1 的 busybox", { image: "busybox", name: "x1" }],
    ["在 dev 命名空间创建一个 pod，名称为 foo，镜像 nginx:1.27", { image: "nginx:1.27", name: "foo" }],
    ["在 dev 用 busybox 起一个 pod", { image: "busybox" }],
    ["用镜像 probe 在 dev 起一个 pod", { image: "probe" }],
    ["用 probe 镜像在 dev 起一个 pod", { image: "probe" }],
    ["在 dev 起一个 pod 运行 nginx", { image: "nginx" }],
    ["在 dev 起一个带网络工具的 pod", { unread: ["网络工具"] }],
    ["在 dev 起一个 2 副本的 nginx pod", { image: "nginx", unread: ["2 副本"] }],
    ["在 dev 起一个 pod，用 netshoot 镜像", { image: "netshoot" }],
    ["在 dev 起一个 netshoot 镜像的 pod", { image: "netshoot" }],
  ])("gets what was said, tells what was left out, and invents nothing: %s", (message, said) => {
    const { verb, resource, image, name, namespace, unread } = readRequest(message, context);
    expect({ verb, resource, image, name, namespace, unread }).toEqual({
      ...{ image: undefined, name: undefined, unread: undefined },
      ...{ verb: "run", resource: "pod", namespace: "dev", ...said },
    });
  });

  test.each([
    ["run a health check"],
    ["start a pod that failed"],
    ["list pods of nginx"],
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
