import { describe, expect, test } from "vitest";
import { readRequest } from "../../src/language/requests/request.ts";

const context = { clusters: ["prod-eu", "lab"], namespaces: ["billing", "shop", "qa"] };

describe("a wish for so many more or fewer, or so many times as many, is worked out from what there is", () => {
  test.each([
    ["give ledger in billing two more replicas", { plus: 2 }],
    ["can you add another replica of ledger in billing", { plus: 1 }],
    ["one more replica of ledger in billing please", { plus: 1 }],
    ["scale ledger in billing to 2 more replicas", { plus: 2 }],
    ["bring ledger in billing up to one more pod", { plus: 1 }],
    ["把 billing 的 ledger 扩到多一个副本", { plus: 1 }],
    ["give me 2 more ledger pods in billing", { plus: 2 }],
    ["add 2 replicas to ledger in billing", { plus: 2 }],
    ["scale ledger in billing up by 3", { plus: 3 }],
    ["scale down ledger in billing by two", { plus: -2 }],
    ["reduce the replicas of ledger in billing by 1", { plus: -1 }],
    ["take two replicas off ledger in billing", { plus: -2 }],
    ["double the replicas of ledger in billing", { times: 2 }],
    ["cut ledger in billing in half", { times: 0.5 }],
    ["scale ledger in billing to twice its size", { times: 2 }],
    ["给 billing 的 ledger 加 2 个副本", { plus: 2 }],
    ["billing 的 ledger 再加两个", { plus: 2 }],
    ["billing 的 ledger 少一个副本", { plus: -1 }],
    ["把 billing 的 ledger 副本数翻倍", { times: 2 }],
    ["billing 的 ledger 扩到三倍", { times: 3 }],
    ["billing 的 ledger 副本减半", { times: 0.5 }],
  ])("%s", (message, replicasBy) => {
    const request = readRequest(message, context);
    expect(request).toMatchObject({ verb: "scale", namespace: "billing", name: "ledger", replicasBy });
    expect(request).not.toHaveProperty("replicas");
  });

  test.each([
    "did ledger double its replicas",
    "ledger 的副本翻倍了吗",
    "double the memory of ledger",
    "把 ledger 的内存翻倍",
    "怎么给 ledger 加一个副本",
    "what happens if we add one more replica of ledger",
  ])("and asks for nothing where it is a question, or of what is measured: %s", (message) => {
    expect(readRequest(message, context)).not.toHaveProperty("replicasBy");
  });
});

test("a number that is to be reached is none that a list is narrowed by", () => {
  expect(readRequest("bump ledger in billing up to three replicas please", context)).toMatchObject({
    verb: "scale",
    name: "ledger",
    replicas: 3,
  });
});

describe("a wish for more of something asks to scale it, and leaves to how many open", () => {
  test.each([
    "we need more ledger instances in billing",
    "spin up a few more copies of ledger in billing",
    "billing 的 ledger 副本再加几个",
    "给 billing 的 ledger 多加点实例",
  ])("%s", (message) => {
    const request = readRequest(message, context);
    expect(request).toMatchObject({ verb: "scale", namespace: "billing", name: "ledger" });
    expect(request).not.toHaveProperty("replicas");
    expect(request).not.toHaveProperty("replicasBy");
  });

  test.each(["which deployments have more replicas than 3", "副本数最多的 deployment 有哪些"])(
    "a question about replicas is none: %s",
    (message) => {
      expect(readRequest(message, context).verb).not.toBe("scale");
    },
  );
});

test.each([
  ["把 ledger 的镜像改成 2.1.0", "2.1.0"],
  ["把 ledger 的版本更新到 v2.1.0", "v2.1.0"],
  ["upgrade ledger to 2.1.0", "2.1.0"],
  ["change the image of ledger to 2.1.0-rc1", "2.1.0-rc1"],
  ["bump ledger to v2.1", "v2.1"],
])("a version that something is to have is none of its name: %s", (message, imageTag) => {
  expect(readRequest(message, context)).toMatchObject({ verb: "set", name: "ledger", imageTag });
});

describe("a command line that is to be run in a container", () => {
  test.each([
    ["run ls -la in ledger-0", "ls -la"],
    ["please execute df -h inside pod ledger-0", "df -h"],
    ["exec into ledger-0 and run cat /etc/hosts", "cat /etc/hosts"],
    ["run 'make check' in ledger-0", "make check"],
    ["进到 ledger-0 里执行 ls", "ls"],
    ["在 ledger-0 里跑一下 env", "env"],
    ["登录到 ledger-0 执行 ps aux", "ps aux"],
  ])("%s", (message, run) => {
    expect(readRequest(message, context)).toMatchObject({ verb: "exec", name: "ledger-0", run });
  });

  test.each(["which pods run nginx in shop", "run a health check in shop", "在 shop 里跑的 pod 有哪些"])(
    "what is only looked at runs nothing: %s",
    (message) => {
      expect(readRequest(message, context).verb).not.toBe("exec");
    },
  );
});

test.each([
  "what is the password of ledger-login",
  "show me the ledger-login credentials",
  "just print me the password thats in ledger-login",
  "ledger-login 的密码是多少",
  "把 ledger-login 里的密码打印出来",
])("of what is secret the keys are looked at: %s", (message) => {
  expect(readRequest(message, context)).toMatchObject({ verb: "list", fact: "data", name: "ledger-login" });
});

describe("what holds a value is looked at", () => {
  test.each([
    ["what is LOG_LEVEL in ledger-settings", "configmap", "ledger-settings"],
    ["show me the value of MAX_CONNECTIONS in ledger-settings", "configmap", "ledger-settings"],
    ["ledger-settings 里的 LOG_LEVEL 是多少", "configmap", "ledger-settings"],
    ["ledger-settings 的 LOG_LEVEL 设的是什么", "configmap", "ledger-settings"],
  ])("%s", (message, resource, name) => {
    expect(readRequest(message, context)).toMatchObject({ verb: "get", resource, name });
  });
});

test.each(["what's the cluster ip of ledger", "ledger 的 cluster ip 是多少", "ledger 的 ClusterIP"])(
  "an IP that only services have is a service's: %s",
  (message) => {
    expect(readRequest(message, context)).toMatchObject({ fact: "ip", resource: "service", name: "ledger" });
  },
);

describe("a name before 里 is a place, unless it is something with a log or a shell", () => {
  test.each([
    ["看看 ledger-web 里 proxy 容器的日志", { name: "ledger-web", container: "proxy" }],
    ["进到 ledger-0 里", { name: "ledger-0", verb: "exec" }],
    ["ledger-0 里的日志", { name: "ledger-0", verb: "logs" }],
    ["team-7 里的 pod", { namespace: "team-7", resource: "pod" }],
    ["shop 里的日志", { namespace: "shop", verb: "logs" }],
  ])("%s", (message, expected) => {
    expect(readRequest(message, context)).toMatchObject(expected);
  });
});

test.each(["删掉 qa 这个命名空间", "删除 qa 命名空间", "delete the namespace qa"])(
  "a namespace that is pointed at by its name is meant itself: %s",
  (message) => {
    expect(readRequest(message, context)).toMatchObject({ verb: "delete", resource: "namespace", name: "qa" });
  },
);

test.each([
  "are you a bot?",
  "are you human",
  "你是真人吗",
  "你是机器人吗",
  "Am I talking to a real person?",
  "自我介绍一下",
])("what the assistant is: %s", (message) => {
  expect(readRequest(message, context).kind).toBe("about_assistant");
});

describe("to stop what runs is to run none of it", () => {
  test.each([
    "ledger-api 先停掉，副本归零",
    "把 ledger-api 的副本归零",
    "ledger-api 停了吧，副本缩到 0",
    "stop ledger-api for now",
    "please stop ledger-api tonight",
  ])("%s", (message) =>
    expect(readRequest(message, context)).toMatchObject({ verb: "scale", name: "ledger-api", replicas: 0 }),
  );

  test.each([
    "ledger-api 的副本归零了吗",
    "为什么 ledger-api 副本归零",
    "did ledger-api stop for now",
    "stop it for now",
  ])("and a question or a pointing word asks for no such change: %s", (message) =>
    expect(readRequest(message, context)).not.toMatchObject({ verb: "scale", replicas: 0 }),
  );
});
