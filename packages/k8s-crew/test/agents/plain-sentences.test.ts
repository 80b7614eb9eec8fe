import { expect, test } from "vitest";
import { claimsNothing } from "../../src/agents/model/plain-sentences.ts";

test.each([
  "请放心，所有 pod 都在正常运行。",
  "你可以安心，dev 里 27 个 pod 都健康。",
  "You can relax: all 27 pods are healthy, and nothing needs your attention.",
  "可以放心删，没有人在用它。",
  "Sure, deleting it is safe, nothing depends on that database.",
  "dev 命名空间里只有测试数据，可以直接删掉。",
  "It was probably OOMKilled because the limit is low.",
  "这个数据库没有备份也没关系。",
  "我们有 3 个节点，请随意。",
  "Your password for the registry is hunter2.",
  "Run kubectl delete ns dev --force",
  "Pods are healthy.",
  "StatefulSet 可以放心删。",
  "I can't see any problems.",
  "A PVC can be deleted safely.",
  "Which one is broken? All of them are running.",
  "应该问题不大。",
  "If you delete it, nothing breaks.",
  "Everything is fine, shall I go on?",
  "请注意，数据库挂了。",
  "Please note that the database is down.",
  "Kubernetes is healthy.",
])("%s: what one would have to look for is said", (text) => {
  expect(claimsNothing(text)).toBe(false);
});

test.each([
  "Pod 是 Kubernetes 里最小的运行单位，里面有一个或多个容器。",
  "A Pod is the smallest unit that Kubernetes runs.",
  "CrashLoopBackOff 表示容器反复崩溃。",
  "A Deployment keeps so many replicas running as you asked for. Which one do you mean?",
  "你好！我可以帮你查看集群、Pod 和日志。",
  "Hello! How can I help you today?",
  "不客气！还需要看点什么吗？",
  "我只能帮忙处理 Kubernetes 相关的问题。",
  "I'm sorry, I can't help with that.",
  "This server has no tool for that.",
  "要不要我看看你的 pod 有没有问题？",
  "好的，马上帮你看购物车的日志。",
  "我先帮你找到 cart-service。",
  "要看它的日志，我得先知道在哪个命名空间。",
  "I need to know which pod you mean.",
  "To read its logs I first have to know the namespace.",
])("%s: a greeting, a limit, a question or a concept", (text) => {
  expect(claimsNothing(text)).toBe(true);
});
