import { expect, test } from "vitest";
import { withoutCommands } from "../../src/investigation/commands.ts";
import { withCountsMarked } from "../../src/investigation/counted.ts";

test.each([
  ["执行 kubectl delete pod --all -n prod 就能恢复。", "kubectl delete"],
  ["也可以执行 kubectl delete ns dev 重来。", "kubectl delete"],
  ["Run kubectl delete ns dev --force and start over.", "kubectl delete"],
  ["kubectl -n dev --context prod delete pod web-0", "kubectl delete"],
  ["sudo kubectl drain node-1 --ignore-daemonsets", "kubectl drain"],
  ["Try `kubectl patch deploy web -p '{\"spec\":{}}'`.", "kubectl patch"],
  ["kubectl rollout restart deployment/web", "kubectl rollout"],
  ["k delete pod web-0", "k delete"],
  ["helm uninstall redis -n dev", "helm uninstall"],
  ["先 rm -rf /var/lib/etcd 再重启", "rm -rf"],
])("a command that changes something is left out of what a model says: %s", (text, command) => {
  for (const language of ["zh", "en"] as const) {
    const told = withoutCommands(text, language);
    expect(told).toContain(command);
    expect(told).toMatch(/已去掉|left out/);
    expect(told).not.toMatch(/--all|ns dev|pod web-0|node-1|spec|deployment\/web|redis|etcd/);
  }
});

test.each([
  "Use `kubectl get pods -n dev` to see them.",
  "kubectl --namespace dev logs web-0 --previous",
  "kubectl rollout status deploy/web",
  "helm history redis",
  "kubectl 是命令行工具，可以删除 Pod。",
  "kubectl is the command line tool that deletes and creates things.",
  "The kernel sends kill to the process.",
])("one that only looks, or that is only named, stays: %s", (text) => {
  expect(withoutCommands(text, "en")).toBe(text);
});

test.each([
  ["redis-0 was OOMKilled.", "STATUS Running", "OOMKilled (no result says so)"],
  ["redis-0 was OOMKilled.", "reason: OOMKilled", "redis-0 was OOMKilled."],
  ["It was not OOMKilled.", "STATUS Running", "It was not OOMKilled."],
])("a state that no result has is marked: %s", (text, known, told) => {
  expect(withCountsMarked(text, known, "en")).toContain(told);
});
