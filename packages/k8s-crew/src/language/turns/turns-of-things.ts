import type { Verb } from "../../catalog/types.ts";
import { hanRunBefore, runBefore } from "./run-before.ts";
import { en, type ShortTurn, zh } from "./short-turn.ts";

const its = "(?:its|it's|their|that one's|the pod's|this one's)";
const hanIts = "(?:它们?|他|她|这个|那个|该)(?:pod|服务|应用)?的?\\s?";

const pods: readonly string[] = ["pod"];
const workloads: readonly string[] = ["deployment", "statefulset", "daemonset", "replicaset", "job"];
const runs: readonly string[] = [...pods, ...workloads];

const changes: readonly Verb[] = ["scale", "restart", "rollback", "set", "update", "upgrade", "create", "apply"];

/** What belongs to the thing that was looked at: what is before and behind it, what it uses, where it runs. */
export const turnsOfThings: readonly ShortTurn[] = [
  {
    said: {
      en: en(
        "did (?:it|that|they) (?:restart|scale|happen|change|roll back|go through|take(?: effect)?)(?: yet| already)?|(?:is it |are they |all )?(?:done|finished|complete|completed|ready|through|good|up)(?: yet| already)?",
      ),
      zh: zh(
        "(?:真的?|到底)?(?:重启|扩容|缩容|回滚|扩|缩)(?:成功|成|好|完)?了(?:没有?|吗|么|没)|(?:都)?(?:好|完|成|搞定|弄好|完成|生效|起来|扩好|重启好)了?(?:没有?|吗|么|没)",
      ),
    },
    full: { en: "did it work?", zh: "成功了没" },
    after: changes,
  },
  {
    said: {
      en: runBefore,
      zh: hanRunBefore,
    },
    full: {
      en: "the logs of pod {name} in namespace {namespace} before the restart",
      zh: "命名空间 {namespace} 里 pod {name} 重启之前的日志",
    },
    after: ["logs"],
    of: pods,
  },
  {
    said: {
      en: en("(?:and )?who (?:has|have|got|holds|uses|is (?:given|bound to)) (?:it|that|this|that role|this role)"),
      zh: zh(
        "(?:都有)?谁(?:有|在用|拿了?|用了?|绑定?了?)(?:它|这个(?:角色|权限)?)?|(?:它|这个角色)?(?:绑|给)(?:给|定)?了谁|(?:都)?(?:绑定?|给|授权?)给?(?:了)?(?:哪些人|哪个账号|谁)(?:了|呢|用)?",
      ),
    },
    full: {
      en: "who has the role {name} in namespace {namespace}",
      zh: "命名空间 {namespace} 的角色 {name} 绑定给了谁",
    },
    of: ["role", "clusterrole"],
  },
  {
    said: {
      en: en(
        "(?:what |which )?(?:in (?:it|there)|inside|(?:does |can |may )?it (?:allows?|permits?|grants?|do|give)|(?:rules|rights|permissions) does (?:it|that) (?:have|give)|its (?:rules|rights|permissions))",
      ),
      zh: zh("(?:它|这个角色|里面?|里头|其中)*(?:都|是|有|包含|给)*(?:什么|哪些|啥)(?:权限|规则|内容|东西)?"),
    },
    full: {
      en: "describe {resource} {name} in namespace {namespace}",
      zh: "查看命名空间 {namespace} 里 {resource} {name} 的详情",
    },
    of: ["role", "clusterrole"],
  },
  {
    said: {
      en: en(`${its} (?:service|svc)s?(?: name)?|(?:the )?(?:service|svc) (?:for|of|in front of) (?:it|that|this)`),
      zh: zh(`${hanIts}(?:service|服务|svc)|(?:它)?(?:对应|相关|关联|前面)的\\s?(?:service|服务|svc)`),
    },
    full: {
      en: "which service exposes {workload} in namespace {namespace}",
      zh: "命名空间 {namespace} 里 {workload} 对应的 service 是哪个",
    },
    of: runs,
  },
  {
    said: {
      en: en(`${its} pods?|(?:the )?pods? (?:of|for|behind|under) (?:it|that|this)`),
      zh: zh(`${hanIts}(?:下面?的?)?\\s?pods?|(?:它)?(?:下面|底下|对应)的\\s?pods?`),
    },
    full: {
      en: "list the pods of {resource} {name} in namespace {namespace}",
      zh: "列出命名空间 {namespace} 里 {resource} {name} 的 pod",
    },
    of: workloads,
  },
  {
    said: {
      en: en(`${its} (?:pods?|backends?|endpoints?|targets?)|(?:the )?pods? (?:behind|under) (?:it|that|this)`),
      zh: zh(`${hanIts}(?:后面?的?|背后的?)?\\s?(?:pods?|后端|endpoints?)|(?:它)?(?:后面|背后)的\\s?pods?`),
    },
    full: {
      en: "list the endpoints of service {name} in namespace {namespace}",
      zh: "列出命名空间 {namespace} 里 service {name} 的 endpoints",
    },
    of: ["service"],
  },
  {
    said: {
      en: en(
        `${its} (?:pvcs?|claims?|volumes?|disks?|storage)|(?:the )?(?:pvc|volume|disk) (?:of|for) (?:it|that|this)`,
      ),
      zh: zh(`${hanIts}(?:pvc|存储卷?|卷|磁盘|盘|数据卷)`),
    },
    full: {
      en: "which persistent volume claims does pod {workload} have in namespace {namespace}",
      zh: "命名空间 {namespace} 里 pod {workload} 用了哪些 PVC",
    },
    of: runs,
  },
  {
    said: {
      en: en(`${its} (?:config|configuration|settings|spec|manifest|env(?:ironment)?(?: vars?| variables?)?|yaml)`),
      zh: zh(`${hanIts}(?:完整)?(?:配置|环境变量|env|设置|yaml|定义)`),
    },
    full: {
      en: "describe {resource} {name} in namespace {namespace}",
      zh: "查看命名空间 {namespace} 里 {resource} {name} 的详情",
    },
    of: runs,
  },
  {
    said: {
      en: en(
        `${its} (?<what>hpas?|autoscalers?|ingress(?:es)?|pdbs?|network ?policy|network ?policies|endpoints?|configmaps?|secrets?|quota|replicasets?)`,
      ),
      zh: zh(`${hanIts}(?<what>hpa|ingress|pdb|networkpolicy|网络策略|endpoints?|configmap|secret|配额|replicaset)`),
    },
    full: { en: "list the {what} in namespace {namespace}", zh: "列出命名空间 {namespace} 的 {what}" },
    of: [...runs, "service"],
  },
  {
    said: {
      en: en(
        "(?:what|anything|who|which pods?)(?: else)?(?: (?:is|are|runs?|lives?|sits?))?(?: running)?(?: (?:on|there on))? (?:its|the|that|this|the same) (?:node|machine|host|box)(?: (?:it|that) (?:runs|is|lives) on)?",
      ),
      zh: zh(
        "(?:它|他|这个|那个)?(?:所在|跑在|运行)的?(?:那?[个台])?(?:节点|机器|主机)上?(?:还|都|同时)?(?:有|跑|运行)(?:了|着|些)?(?:什么|哪些|啥|别的|其他)?(?:pod|东西)?",
      ),
    },
    full: { en: "pods on node {node} in all namespaces", zh: "所有命名空间里节点 {node} 上的 pod" },
    of: pods,
  },
];
