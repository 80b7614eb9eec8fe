import type { Playbook } from "../types.ts";
import { closerLook } from "./common.ts";

/** Who may do what, and with which secrets and certificates. */
export const accessPlaybooks: readonly Playbook[] = [
  {
    id: "certificates",
    title: { zh: "证书什么时候到期", en: "When certificates expire" },
    about: "place",
    wishes: {
      zh: ["证书过期了吗, 证书快过期了吗, 证书有问题, 证书正常吗, 检查证书, 证书过期, 证书什么时候过期, 证书到期"],
      en: [
        "are the certificates ok, certificate expired, certificates expire, check certificates, tls problem, when do certificates expire",
      ],
    },
    steps: [
      {
        verb: "list",
        resource: "certificate",
        show: "oldest",
        reason: {
          zh: "看 cert-manager 的 Certificate：有的话，到期时间写在里面",
          en: "Look at cert-manager's Certificates: where there are any, they tell when they expire",
        },
        read: { zh: "READY 为 False 的续期没有成功", en: "where READY is False it could not be renewed" },
      },
      {
        verb: "list",
        resource: "secret",
        type: "kubernetes.io/tls",
        reason: {
          zh: "列出证书类型（kubernetes.io/tls）的 Secret，不看内容",
          en: "List the Secrets that hold certificates (kubernetes.io/tls), never what is in them",
        },
        read: {
          zh: "AGE 是 Secret 的年龄，不是证书的有效期",
          en: "AGE is that of the Secret, and not how long the certificate is valid",
        },
      },
      {
        verb: "list",
        resource: "ingress",
        reason: { zh: "看有哪些入口", en: "See which ingresses there are" },
        read: { zh: "引用的 Secret 不存在就会用默认证书", en: "where its Secret is missing a default one is served" },
      },
    ],
  },
  {
    id: "secrets",
    title: { zh: "密钥（只看名称）", en: "Secrets (names only)" },
    about: "place",
    wishes: {
      zh: ["证书和密钥, 密钥有问题"],
      en: ["certs and secrets, problem with the secrets"],
    },
    steps: [
      {
        verb: "list",
        resource: "pod",
        show: "broken",
        reason: { zh: "看因为缺少 Secret 而起不来的 Pod", en: "Find pods that lack a secret" },
        read: {
          zh: "CreateContainerConfigError 多半是缺 Secret",
          en: "CreateContainerConfigError: a secret is missing",
        },
      },
      {
        verb: "list",
        resource: "secret",
        show: "newest",
        reason: { zh: "列出 Secret 的名称，不看内容", en: "List the names of secrets, never what is in them" },
        read: { zh: "刚换过的 Secret 可能还没有被 Pod 读到", en: "pods may not have read one that is new yet" },
      },
      closerLook,
    ],
  },
  {
    id: "permissions",
    title: { zh: "权限检查", en: "Permissions" },
    about: "place",
    wishes: {
      zh: ["权限检查, 检查权限, 权限有问题, 权限不够, 没有权限, 谁有权限, 谁有管理员权限, 谁能删, 权限太大"],
      en: [
        "check permissions, permission check, permission denied, who has access, who can delete, who is admin, rbac check",
      ],
    },
    steps: [
      {
        verb: "list",
        resource: "clusterrolebinding",
        reason: { zh: "看谁有整个集群的权限", en: "See who has rights over the whole cluster" },
        read: { zh: "绑定到 cluster-admin 的什么都能做", en: "bound to cluster-admin means everything" },
      },
      {
        verb: "list",
        resource: "rolebinding",
        reason: { zh: "看命名空间里的授权", en: "See what is granted in namespaces" },
        read: { zh: "403 时找的就是这里缺的那一条", en: "a 403 is a line that is missing here" },
      },
      {
        verb: "list",
        resource: "serviceaccount",
        reason: { zh: "看程序用的服务账号", en: "See the accounts that programs use" },
        read: { zh: "default 账号不该有额外的权限", en: "the default account should have no rights of its own" },
      },
    ],
  },
];
