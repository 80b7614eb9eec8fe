import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

const sentences = {
  self: {
    zh: "当前连接的服务器没有可以检查权限的工具。用 kubectl 可以问 API server：\n  {command}",
    en: "The connected server has no tool that checks permissions. With kubectl you can ask the API server:\n  {command}",
  },
  list: {
    zh: "当前连接的服务器没有可以列出权限的工具。用 kubectl 可以列出：\n  {command}",
    en: "The connected server has no tool that lists permissions. kubectl lists them:\n  {command}",
  },
  who: {
    zh: "没有工具能直接回答“谁可以”。谁被授予了哪个角色写在 RoleBinding 和 ClusterRoleBinding 里：\n  {command}\n某个人能不能做，可以逐个检查：\n  {check}",
    en: "No tool answers “who can” directly. Who was given which role stands in the role bindings:\n  {command}\nWhether one account may do it can be checked:\n  {check}",
  },
  holders: {
    zh: "谁被授予了 {name}，写在 RoleBinding 和 ClusterRoleBinding 里：\n  {command}",
    en: "Who was given {name} stands in the role bindings:\n  {command}",
  },
  listBeside: {
    zh: "下面是授予它的角色。按这些角色算出的全部权限，可以用 kubectl 列出：\n  {command}",
    en: "These are the roles that were given to it. All that they come to is listed by kubectl:\n  {command}",
  },
  accountBeside: {
    zh: "没有工具能直接检查它的权限。下面是授予它的角色；能不能做，API server 一问就知道：\n  {command}",
    en: "No tool checks directly what it may do. These are the roles that were given to it; the API server tells whether it may:\n  {command}",
  },
  whoBeside: {
    zh: "没有工具能直接回答“谁可以”。下面是谁被授予了哪个角色；某个人能不能做，可以用 kubectl 逐个检查：\n  {check}",
    en: "No tool answers “who can” directly. This is who was given which role; whether one account may do it is checked with kubectl:\n  {check}",
  },
  onlyAudit: {
    zh: "是谁做的，集群里的对象和事件都不会记录，只有 API server 的审计日志知道。下面是事件能说明的情况：",
    en: "Who did it is recorded neither in objects nor in events; only the audit log of the API server knows. What events tell:",
  },
  ifOtherKind: {
    zh: "（如果它是 StatefulSet 或 DaemonSet，把 deployment 换成 statefulset 或 daemonset。）",
    en: "(If it is a StatefulSet or a DaemonSet, write statefulset or daemonset instead of deployment.)",
  },
  onlyManifest: {
    zh: "服务器上能做这件事的工具（{tool}）需要对象的完整 YAML，我不会替你编写（{doing}）。",
    en: "The server's tool for this ({tool}) takes the whole YAML of the object, which I do not write for you ({doing}).",
  },
  withKubectl: { zh: "用 kubectl 可以这样做：\n  {command}", en: "With kubectl: {command}" },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export const sayAccess = (language: Language, sentence: keyof typeof sentences, slots: Slots = {}): string =>
  fill(sentences[sentence][language], slots);
