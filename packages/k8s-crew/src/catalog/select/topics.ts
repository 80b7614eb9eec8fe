import type { Verb, Wanted } from "../types.ts";

/** What people speak of without naming a thing of the cluster, and the looks that tell of it. */
type Topic = { readonly said: RegExp; readonly wants: readonly Wanted[] };

/** Deeds in the words of everyday, which no tool has in its name. */
type Deed = { readonly said: RegExp; readonly verbs: readonly Verb[] };

const deeds: readonly Deed[] = [
  { said: /\b(?:kill|nuke|remove|drop|rid|wipe|trash|clean)\b|删|干掉|清掉|去掉|移除|下掉/iu, verbs: ["delete"] },
  { said: /\b(?:bounce|reboot|recycle|kick|restart)\b|重启|重新(?:启动|拉起)|拉起/iu, verbs: ["restart", "delete"] },
  {
    said: /\b(?:scale|replicas?|copies|instances?|bigger|smaller|grow|shrink|more|fewer|double|halve)\b|扩|缩|副本|加到|减到|调到|翻倍/iu,
    verbs: ["scale"],
  },
  { said: /\b(?:revert|roll ?back|undo|previous version)\b|回滚|回退|撤回|上一个版本/iu, verbs: ["rollback"] },
  { said: /\b(?:image|version|tag|bump|upgrade)\b|镜像|版本|升级/iu, verbs: ["set", "update", "patch", "upgrade"] },
  { said: /\b(?:evacuate|empty|maintenance|drain)\b|腾空|排空|驱逐|维护/iu, verbs: ["drain", "cordon", "uncordon"] },
  { said: /\b(?:yaml|manifest|apply)\b|清单|部署一?(?:个|下|套)/iu, verbs: ["apply", "create"] },
  { said: /\b(?:make|new|create|add)\b|新建|建一?个|创建|加一?个/iu, verbs: ["create", "apply"] },
];

const topics: readonly Topic[] = [
  {
    said: /\b(?:cpu|mem|memory|ram|usage|load|busy|hog\w*|heaviest|consum\w*|utili[sz]\w*|top)\b|内存|负载|用量|占用|消耗|吃(?:了|得|掉)?|资源|水位/iu,
    wants: [
      { verb: "top", resource: "pod" },
      { verb: "top", resource: "pod", scope: "all" },
      { verb: "top", resource: "node" },
      { verb: "list", resource: "node" },
    ],
  },
  {
    said: /\b(?:logs?|says?|prints?|stack ?traces?|output|errors?|exceptions?|complain\w*)\b|日志|报错|打印|输出|异常|堆栈/iu,
    wants: [{ verb: "logs", resource: "pod" }],
  },
  {
    said: /\b(?:why|broken?|wrong|fail\w*|crash\w*|restart\w*|stuck|pending|hang\w*|down|dead|slow|oom\w*|unhealthy|health\w*|ok|issue\w*|trouble|red|incident)\b|为什么|为啥|怎么(?:回事|了)|坏|挂|崩|卡|重启|失败|不正常|故障|慢|问题|起不来|健康/iu,
    wants: [
      { verb: "describe", resource: "pod" },
      { verb: "list", resource: "event", of: "pod" },
      { verb: "list", resource: "deployment" },
      { verb: "list", resource: "node" },
    ],
  },
  {
    said: /\b(?:releas\w*|roll(?:ed)? ?out|rollouts?|deploys?|deployed|deployments?|version|image|replicas?|scale\w*|instances?|copies)\b|发布|上线|版本|镜像|副本|实例|扩|缩/iu,
    wants: [
      { verb: "list", resource: "deployment" },
      { verb: "get", resource: "deployment" },
      { verb: "describe", resource: "deployment" },
      { verb: "list", resource: "replicaset" },
    ],
  },
  {
    said: /\b(?:disks?|storage|volumes?|full|space|pvcs?|mount\w*)\b|磁盘|存储|空间|卷|满/iu,
    wants: [
      { verb: "list", resource: "pvc" },
      { verb: "list", resource: "pv" },
    ],
  },
  {
    said: /\b(?:reach\w*|50\d|40\d|gateway|https?|url|dns|traffic|routes?|expos\w*|outside|hosts?|domains?|address\w*|ports?|connect\w*|talk|network\w*)\b|访问|流量|路由|域名|地址|端口|网络|连|入口|外网/iu,
    wants: [
      { verb: "list", resource: "service" },
      { verb: "list", resource: "ingress" },
      { verb: "list", resource: "networkpolicy" },
      { verb: "list", resource: "endpoint" },
    ],
  },
  {
    said: /\b(?:unused|clean\w*|zombies?|leftovers?|orphan\w*|stale|garbage|junk|old|rid|lying around)\b|清理|没用|没人用|闲置|垃圾|残留|多余/iu,
    wants: [
      { verb: "list", resource: "job" },
      { verb: "list", resource: "configmap" },
      { verb: "list", resource: "secret" },
      { verb: "list", resource: "pvc" },
      { verb: "list", resource: "replicaset" },
    ],
  },
  {
    said: /\b(?:who|allowed|permission\w*|rights?|rbac|roles?|access|may i|can i)\b|权限|谁(?:能|可以)|角色|授权|允许/iu,
    wants: [
      { verb: "list", resource: "rolebinding" },
      { verb: "list", resource: "clusterrolebinding" },
      { verb: "list", resource: "role" },
      { verb: "list", resource: "clusterrole" },
    ],
  },
  {
    said: /\b(?:capacity|room|autoscal\w*|quota\w*|limits?|requests?|black friday|peak)\b|容量|余量|弹性|配额|限额|限制|大促/iu,
    wants: [
      { verb: "list", resource: "deployment" },
      { verb: "list", resource: "hpa" },
      { verb: "list", resource: "resourcequota" },
      { verb: "list", resource: "limitrange" },
      { verb: "list", resource: "node" },
      { verb: "top", resource: "node" },
    ],
  },
  {
    said: /\b(?:nightly|hourly|daily|weekly|monthly|reports?|backups?|batch|schedul\w*|cron\w*|jobs?|last night|ran)\b|定时|每(?:天|小时|周|月)|报表|备份|任务|昨晚|跑批|计划/iu,
    wants: [
      { verb: "list", resource: "cronjob" },
      { verb: "list", resource: "job" },
    ],
  },
  {
    said: /\b(?:what'?s (?:there|running|in)|overview|walk me|everything|apps?|applications?|services?|workloads?)\b|概况|总览|有(?:哪些|什么)|应用|服务|工作负载/iu,
    wants: [
      { verb: "list", resource: "deployment" },
      { verb: "list", resource: "statefulset" },
      { verb: "list", resource: "daemonset" },
      { verb: "list", resource: "service" },
    ],
  },
];

/** The deeds that a text speaks of. */
export const deedsIn = (text: string): readonly Verb[] =>
  deeds.flatMap(({ said, verbs }) => (said.test(text) ? verbs : []));

/** The looks that topics of a text want. */
export const topicsIn = (text: string): readonly Wanted[] =>
  topics.flatMap(({ said, wants }) => (said.test(text) ? wants : []));
