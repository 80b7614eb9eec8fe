import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

const sentences = {
  yes: {
    zh: "可以：{subject} 能{doing}（{where}）。",
    en: "Yes, {subject} may {doing} ({where}).",
  },
  no: {
    zh: "不可以：授予 {subject} 的角色里，没有一个允许{doing}（{where}）。",
    en: "No, none of the roles given to {subject} allows it to {doing} ({where}).",
  },
  noGrant: {
    zh: "没有任何 RoleBinding 或 ClusterRoleBinding 提到 {subject}，所以没有查到授予它的权限。如果它是工作负载，要看它用的 ServiceAccount。",
    en: "No role binding names {subject}, so no rights given to it were found. If it is a workload, look at the service account that it runs as.",
  },
  doing: { zh: "{verbs} {what}", en: "{verbs} {what}" },
  namesOnly: { zh: "（只限 {names}）", en: " (only {names})" },
  everywhere: { zh: "整个集群", en: "the whole cluster" },
  anywhere: { zh: "任何命名空间", en: "any namespace" },
  inNamespace: { zh: "命名空间 {namespace}", en: "namespace {namespace}" },
  because: {
    zh: "依据：{binding} 授予 {role}，其中有“{rule}”。",
    en: "Because {binding} gives {role}, which has “{rule}”.",
  },
  given: { zh: "授予 {subject} 的角色：", en: "Roles given to {subject}:" },
  who: { zh: "能{doing}的（{where}）：", en: "Who may {doing} ({where}):" },
  nobody: {
    zh: "看到的绑定里，没有人能{doing}（{where}）。",
    en: "In the bindings that were seen, nobody may {doing} ({where}).",
  },
  holders: { zh: "拥有角色 {role} 的：", en: "Who has the role {role}:" },
  holdersLike: {
    zh: "没有绑定授予角色 {role}。名称里带有它的角色授予了：",
    en: "No binding gives the role {role}. Roles with that in their name are given to:",
  },
  noHolders: { zh: "没有绑定授予角色 {role}。", en: "No binding gives the role {role}." },
  allows: { zh: "{role}{where}允许：{rules}。", en: "{role}{where} allows: {rules}." },
  allowsThese: { zh: "{role}{where}允许：", en: "{role}{where} allows:" },
  allowsNothing: {
    zh: "{role}{where}没有任何规则，什么都不允许。",
    en: "{role}{where} has no rules and allows nothing.",
  },
  noRole: {
    zh: "没有叫 {role} 的 Role 或 ClusterRole。",
    en: "No Role or ClusterRole is called {role}.",
  },
  gives: { zh: "{binding} 把 {role} 授予 {subjects}。", en: "{binding} gives {role} to {subjects}." },
  noBinding: {
    zh: "没有叫 {binding} 的 RoleBinding 或 ClusterRoleBinding。",
    en: "No RoleBinding or ClusterRoleBinding is called {binding}.",
  },
  mute: {
    zh: "另有 {count} 个绑定只读到名称，不知道给了谁，没算在内。",
    en: "Of {count} more {count|binding|bindings} only the name was read; whom they name is not known.",
  },
  unread: {
    zh: "没有读到这些角色的规则，没算在内：{roles}。",
    en: "The rules of these roles were not read and are not counted: {roles}.",
  },
  computed: {
    zh: "这是按 RoleBinding 和角色规则算的（不含用户所在的组）。要让 API server 判断：\n  {command}",
    en: "Worked out from role bindings and rules (groups of a user are not known here). The API server decides:\n  {command}",
  },
  self: {
    zh: "集群不会说明 kubeconfig 里的是谁。可以问 API server：\n  {command}",
    en: "The cluster does not say who the kubeconfig stands for. The API server does:\n  {command}",
  },
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export const sayRights = (language: Language, sentence: keyof typeof sentences, slots: Slots = {}): string =>
  fill(sentences[sentence][language], slots);
