import { formatBytes, formatCpu } from "../catalog/quantity.ts";
import type { Comparison, Condition, Fact, Field } from "../language/condition.ts";
import type { Language } from "../output/output.ts";
import { formatAge } from "../results/age.ts";
import { fill, listOf, type Slots } from "./fill.ts";
import { specWords } from "./spec-words.ts";

type Both = Readonly<Record<Language, string>>;

/** What fields are called. */
export const fieldWords: Readonly<Record<Field, Both>> = {
  name: { zh: "名称", en: "name" },
  namespace: { zh: "命名空间", en: "namespace" },
  restarts: { zh: "重启次数", en: "restarts" },
  lastRestart: { zh: "最近一次重启", en: "last restart" },
  age: { zh: "存在时间", en: "age" },
  status: { zh: "状态", en: "status" },
  node: { zh: "所在节点", en: "node" },
  image: { zh: "镜像", en: "image" },
  label: { zh: "标签", en: "labels" },
  limits: { zh: "资源限制", en: "resource limits" },
  requests: { zh: "资源请求", en: "resource requests" },
  readinessProbe: { zh: "就绪探针", en: "readiness probe" },
  livenessProbe: { zh: "存活探针", en: "liveness probe" },
  replicas: { zh: "副本数", en: "replicas" },
  endpoints: { zh: "端点", en: "endpoints" },
  pressure: { zh: "节点压力", en: "pressure conditions" },
  taints: { zh: "污点", en: "taints" },
  ports: { zh: "端口", en: "ports" },
  host: { zh: "域名", en: "host" },
  ip: { zh: "IP", en: "IP" },
  owner: { zh: "所有者", en: "owner" },
  claims: { zh: "PVC", en: "PVCs" },
  selector: { zh: "选择器", en: "selector" },
  serviceAccount: { zh: "服务账户", en: "service account" },
  storageClass: { zh: "存储类", en: "storage class" },
  capacity: { zh: "容量", en: "capacity" },
  quota: { zh: "配额", en: "quota" },
  backend: { zh: "后端服务", en: "backend" },
  references: { zh: "引用", en: "references" },
  role: { zh: "角色", en: "role" },
  subjects: { zh: "授予对象", en: "subjects" },
  version: { zh: "版本", en: "version" },
  schedule: { zh: "执行计划", en: "schedule" },
  suspended: { zh: "暂停标志", en: "suspend flag" },
  bound: { zh: "绑定状态", en: "binding" },
  bounds: { zh: "副本上下限", en: "least and most replicas" },
  cpu: { zh: "CPU 用量", en: "CPU usage" },
  memory: { zh: "内存用量", en: "memory usage" },
  env: { zh: "环境变量", en: "environment" },
  data: { zh: "内容", en: "entries" },
  accessModes: { zh: "访问模式", en: "access modes" },
  reclaimPolicy: { zh: "回收策略", en: "reclaim policy" },
  expansion: { zh: "可以扩容", en: "can be expanded" },
  volume: { zh: "PV", en: "PV" },
  claim: { zh: "PVC", en: "PVC" },
  address: { zh: "集群外可用的地址", en: "address outside the cluster" },
  reaches: { zh: "名称或选择器", en: "name or selector" },
  nodePort: { zh: "NodePort", en: "NodePort" },
  dns: { zh: "集群内的 DNS 名", en: "DNS name" },
  traffic: { zh: "放行的流量", en: "traffic that it lets through" },
  ...specWords,
};

const comparisons: Readonly<Record<Comparison, Both>> = {
  more: { zh: "{field} > {value}", en: "{field} > {value}" },
  at_least: { zh: "{field} ≥ {value}", en: "{field} ≥ {value}" },
  less: { zh: "{field} < {value}", en: "{field} < {value}" },
  at_most: { zh: "{field} ≤ {value}", en: "{field} ≤ {value}" },
  equal: { zh: "{field} = {value}", en: "{field} = {value}" },
  is: { zh: "{field}：{value}", en: "{field} {value}" },
  not: { zh: "{field}不是 {value}", en: "{field} not {value}" },
  contains: { zh: "{field}含“{value}”", en: "{field} contains “{value}”" },
  missing: { zh: "没有设置{field}", en: "no {field}" },
  present: { zh: "有{field}", en: "with {field}" },
};

/** How long ago something came to be is said so, not as a length. */
const ageComparisons: Readonly<Partial<Record<Comparison, Both>>> = {
  more: { zh: "创建于 {value} 以前", en: "created more than {value} ago" },
  at_least: { zh: "创建于 {value} 以前", en: "created at least {value} ago" },
  less: { zh: "创建于最近 {value}", en: "created in the last {value}" },
  at_most: { zh: "创建于最近 {value}", en: "created in the last {value}" },
};

/** Of a restart only the last is known. */
const restartComparisons: Readonly<Partial<Record<Comparison, Both>>> = {
  at_most: { zh: "最近一次重启在 {value} 之内", en: "last restarted in the last {value}" },
};

const restartDays: Readonly<Partial<Record<Comparison, Both>>> = {
  at_most: { zh: "{value}以来重启过", en: "restarted since {value}" },
  at_least: { zh: "最近一次重启不晚于{value}", en: "last restart no later than {value}" },
};

const dayComparisons: Readonly<Partial<Record<Comparison, Both>>> = {
  more: { zh: "创建于{value}以前", en: "created before {value}" },
  at_most: { zh: "创建于{value}以后", en: "created since {value}" },
};

/** Values that stand for something that only the clock or the cluster knows. */
const values: Readonly<Record<string, Both>> = {
  today: { zh: "今天零点", en: "midnight" },
  yesterday: { zh: "昨天零点", en: "midnight of yesterday" },
  week: { zh: "本周一零点", en: "Monday" },
  night: { zh: "昨晚", en: "last night" },
  completed: { zh: "已完成", en: "completed" },
  terminating: { zh: "正在删除", en: "terminating" },
  failed: { zh: "Error/Failed", en: "Error/Failed" },
  evicted: { zh: "被驱逐", en: "evicted" },
  crash_loop: { zh: "CrashLoopBackOff", en: "CrashLoopBackOff" },
  image_pull: { zh: "拉取镜像失败", en: "failing to pull the image" },
  out_of_memory: { zh: "OOMKilled", en: "OOMKilled" },
  bound: { zh: "已绑定", en: "bound" },
  unbound: { zh: "未绑定", en: "not bound" },
  cordoned: { zh: "不可调度", en: "cordoned" },
  suspended: { zh: "已暂停", en: "suspended" },
};

/** What is missing of nothing that anybody sets. */
const missingWords: Readonly<Partial<Record<Field, Both>>> = {
  endpoints: { zh: "没有可用的端点", en: "no ready endpoints" },
  owner: { zh: "没有所有者", en: "no owner" },
  taints: { zh: "没有污点", en: "no taints" },
};

/** `restarts > 5`, `没有设置资源限制`. */
export const conditionText = (language: Language, condition: Condition): string => {
  const { field, comparison, value = "" } = condition;
  if (comparison === "missing" && value === "" && missingWords[field]) return missingWords[field][language];
  const part = comparison === "missing" && value !== "" ? ` (${value})` : "";
  const slots = { field: `${fieldWords[field][language]}${part}`, value: valueText(language, field, value) };
  return fill((ownComparison(condition) ?? comparisons[comparison])[language], slots);
};

const ownComparison = ({ field, comparison, value = "" }: Condition): Both | undefined => {
  if (field === "name" && comparison === "not") return { zh: "名称不含“{value}”", en: "name without “{value}”" };
  if (field === "lastRestart") {
    // The end of a day is told as the day, its beginning as the hour.
    if (comparison === "at_least" && value === "yesterday")
      return { zh: "最近一次重启不晚于昨天", en: "last restart no later than yesterday" };
    return (values[value] ? restartDays : restartComparisons)[comparison];
  }
  if (field === "age") return (values[value] ? dayComparisons : ageComparisons)[comparison];
  return field === "pressure" && comparison === "contains" ? { zh: "{value}", en: "{value}" } : undefined;
};

export const conditionsText = (language: Language, conditions: readonly Condition[]): string =>
  listOf(
    language,
    conditions.map((condition) => conditionText(language, condition)),
  );

const valueText = (language: Language, field: Field, value: string): string => {
  const known = values[value];
  if (known) return known[language];
  const number = Number(value);
  if (value === "" || Number.isNaN(number)) return value;
  if (field === "age" || field === "lastRestart") return formatAge(number);
  if (field === "memory") return formatBytes(number);
  return field === "cpu" ? formatCpu(number) : value;
};

/** What a field holds, where nothing more is to be said of it. */
const plainFact: Both = { zh: "{thing} 的{field}：{value}。", en: "{thing}, {field}: {value}." };

/** One line that answers a question for one fact. The same slots in both languages. */
const facts: Readonly<Partial<Record<Fact, Both>>> = {
  name: { zh: "{thing} 的名称是 {value}。", en: "{thing} is called {value}." },
  namespace: { zh: "{thing} 在命名空间 {value}。", en: "{thing} is in namespace {value}." },
  state: { zh: "{thing} 的状态是 {value}。", en: "{thing} is {value}." },
  existence: { zh: "{thing} 存在。", en: "{thing} exists." },
  node: { zh: "{thing} 在节点 {value} 上。", en: "{thing} runs on node {value}." },
  age: { zh: "{thing} 是 {value} 前创建的{since}。", en: "{thing} was created {value} ago{since}." },
  image: { zh: "{thing} 用的镜像是 {value}。", en: "{thing} uses the image {value}." },
  ports: { zh: "{thing} 的端口是 {value}。", en: "{thing} has these ports: {value}." },
  owner: { zh: "{thing} 由 {value} 管理。", en: "{thing} is managed by {value}." },
  lastRestart: { zh: "{thing} 最近一次重启在 {value} 前。", en: "{thing} was last restarted {value} ago." },
  restarts: { zh: "{thing} 重启了 {value} 次{last}。", en: "{thing} was restarted {value} {value|time|times}{last}." },
  replicas: { zh: "{thing} 的副本：{value}。", en: "{thing} has these replicas: {value}." },
  limits: {
    zh: "{thing} 的资源限制：{value}；资源请求：{requests}。",
    en: "{thing} has these limits: {value}; requests: {requests}.",
  },
  ip: { zh: "{thing} 的 IP 是 {value}。", en: "{thing} has the IP {value}." },
  claims: { zh: "{thing} 使用的 PVC：{value}。", en: "{thing} uses these PVCs: {value}." },
  serviceAccount: { zh: "{thing} 使用的服务账户是 {value}。", en: "{thing} uses the service account {value}." },
  suspended: { zh: "{thing} 的暂停标志（suspend）是 {value}。", en: "{thing} has suspend set to {value}." },
  bound: { zh: "{thing} 的状态是 {value}。", en: "{thing} is {value}." },
  bounds: { zh: "{thing} 的副本数下限–上限：{value}。", en: "{thing} keeps this many replicas (least–most): {value}." },
  schedule: { zh: "{thing} 的执行计划是 {value}。", en: "{thing} runs on this schedule: {value}." },
  host: { zh: "{thing} 的域名是 {value}。", en: "{thing} has the host {value}." },
  status: { zh: "{thing} 的状态是 {value}。", en: "{thing} is {value}." },
  label: { zh: "{thing} 的标签：{value}。", en: "{thing} has these labels: {value}." },
  requests: { zh: "{thing} 的资源请求：{value}。", en: "{thing} has these requests: {value}." },
  endpoints: { zh: "{thing} 的端点：{value}。", en: "{thing} has these endpoints: {value}." },
  pressure: { zh: "{thing} 的压力状况：{value}。", en: "{thing} is under {value}." },
  taints: { zh: "{thing} 的污点：{value}。", en: "{thing} has these taints: {value}." },
  selector: { zh: "{thing} 的选择器：{value}。", en: "{thing} selects {value}." },
  storageClass: { zh: "{thing} 的存储类：{value}。", en: "{thing} has the storage class {value}." },
  quota: { zh: "{thing}（已用/上限）：{value}。", en: "{thing} (used/limit): {value}." },
  backend: { zh: "{thing} 转发到：{value}。", en: "{thing} routes to: {value}." },
  references: { zh: "{thing} 引用：{value}。", en: "{thing} refers to: {value}." },
  role: { zh: "{thing} 授予的角色是 {value}。", en: "{thing} gives the role {value}." },
  subjects: { zh: "{thing} 授予：{value}。", en: "{thing} is for: {value}." },
  capacity: { zh: "{thing} 的容量是 {value}。", en: "{thing} has a capacity of {value}." },
  version: { zh: "{thing} 的版本：{value}。", en: "{thing} has the version {value}." },
  cpu: { zh: "{thing} 的 CPU 用量：{value}。", en: "{thing} uses this much CPU: {value}." },
  memory: { zh: "{thing} 的内存用量：{value}。", en: "{thing} uses this much memory: {value}." },
  env: { zh: "{thing} 的环境变量：{value}。", en: "{thing} has this environment: {value}." },
  data: { zh: "{thing} 的内容：{value}。", en: "{thing} holds: {value}." },
  accessModes: { zh: "{thing} 的访问模式是 {value}。", en: "{thing} has the access mode {value}." },
  reclaimPolicy: { zh: "{thing} 的回收策略是 {value}。", en: "{thing} has the reclaim policy {value}." },
  volume: { zh: "{thing} 绑定的 PV 是 {value}。", en: "{thing} is bound to the PV {value}." },
  claim: { zh: "{thing} 属于 PVC {value}。", en: "{thing} belongs to the PVC {value}." },
  expansion: {
    zh: "{thing} 是否允许扩容（allowVolumeExpansion）：{value}。",
    en: "{thing} lets claims be expanded (allowVolumeExpansion): {value}.",
  },
  address: { zh: "{thing} 在集群外的地址：{value}。", en: "{thing} is reached from outside at {value}." },
  reaches: { zh: "{thing}：{value}。", en: "{thing}: {value}." },
  nodePort: { zh: "{thing} 的 NodePort 是 {value}。", en: "{thing} has the NodePort {value}." },
  dns: { zh: "{thing} 在集群内的 DNS 名是 {value}。", en: "{thing} is reached inside the cluster as {value}." },
  traffic: { zh: "{thing} 放行的流量：{value}。", en: "{thing} lets through: {value}." },
};

export const factText = (language: Language, fact: Fact, slots: Slots): string =>
  fill((facts[fact] ?? plainFact)[language], slots);

const notes = {
  applied: { zh: "筛选条件：{conditions}", en: "Filter: {conditions}" },
  inTrouble: { zh: "状态异常", en: "in trouble" },
  firstOf: { zh: "只显示前 {count} 个，共 {total} 个", en: "The first {count} of {total}" },
  none: { zh: "{thing}：没有{field}。", en: "{thing}: no {field}." },
  unknown: {
    zh: "{thing}：此服务器没有返回{field}，无法判断。",
    en: "{thing}: this server does not tell the {field}.",
  },
  thingIn: { zh: "命名空间 {namespace} 的 {thing}", en: "{thing} in namespace {namespace}" },
  thingInOf: {
    zh: "集群 {cluster} 命名空间 {namespace} 的 {thing}",
    en: "{thing} in namespace {namespace} of cluster {cluster}",
  },
  thingOf: { zh: "集群 {cluster} 的 {thing}", en: "{thing} in cluster {cluster}" },
  nowhere: {
    zh: "没有，找不到名称含“{name}”的{noun}{place}。",
    en: "No, there is no {noun} whose name contains “{name}”{place}.",
  },
  since: { zh: "（{time}）", en: " ({time})" },
  last: { zh: "（最近一次在 {age} 前）", en: ", the last time {age} ago" },
  readyOf: { zh: "{status}（就绪 {ready}）", en: "{status} ({ready} ready)" },
  readyAlone: { zh: "就绪 {ready}", en: "{ready} ready" },
  usedUntold: {
    zh: "（“?”：服务器没有给出已用量。）",
    en: " (“?”: the server does not tell how much is used.)",
  },
  nothing: { zh: "无", en: "none" },
} satisfies Readonly<Record<string, Both>>;

export const conditionNote = (language: Language, note: keyof typeof notes, slots: Slots = {}): string =>
  fill(notes[note][language], slots);
