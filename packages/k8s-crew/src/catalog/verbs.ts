import type { Effect, Verb } from "./types.ts";

/**
 * The words that tell what a tool does. One row each; move a word to correct it, add one to teach it.
 *
 * - `words` say what is done wherever they stand: `delete_pod`, `pod_delete`.
 * - `nouns` are verbs only when the name has no other: `scale_deployment`, but `get_deployment_scale`.
 * - `doubtful` words mostly read: the description or, failing it, the server's `readOnlyHint` has to say so. Else: write.
 * - `suspect` words read or write: only the description can say that they read, no hint can.
 * - `zh`, `zhNouns` and `zhSuspect` are the same in Chinese names and descriptions.
 */
export type VerbRow = {
  readonly verb: Verb;
  readonly effect: Effect;
  readonly words: readonly string[];
  readonly nouns?: readonly string[];
  readonly doubtful?: readonly string[];
  readonly suspect?: readonly string[];
  readonly zh?: readonly string[];
  readonly zhNouns?: readonly string[];
  readonly zhSuspect?: readonly string[];
};

export type VerbMeaning = {
  readonly verb: Verb;
  readonly effect: Effect;
  readonly strength: "verb" | "noun" | "doubtful" | "suspect";
};

const split = (words: string): readonly string[] => words.split(" ");

const reads: readonly VerbRow[] = [
  { verb: "list", effect: "read", words: split("list ls enumerate browse"), zh: split("列出 列举 列表 罗列 枚举") },
  {
    verb: "get",
    effect: "read",
    words: split("get show view read fetch retrieve return display print obtain dump count"),
    nouns: split("info information detail status history summary overview state"),
    doubtful: split("export"),
    suspect: split("collect gather backup download pull save"),
    zh: split("获取 查看 查询 读取 显示 展示 返回 取得 统计 获得"),
    zhNouns: split("详情 状态 信息 历史 概览 概况"),
    zhSuspect: split("导出 收集 备份 下载"),
  },
  { verb: "describe", effect: "read", words: split("describe desc inspect"), zh: split("描述 详述") },
  { verb: "logs", effect: "read", words: [], nouns: split("log tail stream"), zhNouns: split("日志") },
  {
    verb: "top",
    effect: "read",
    words: [],
    nouns: split("top metric usage utilization consumption consumer stats statistics performance"),
    zhNouns: split("用量 使用情况 使用率 使用量 利用率 指标 资源占用 消耗"),
  },
  { verb: "explain", effect: "read", words: split("explain"), nouns: split("documentation docs"), zh: split("解释") },
  {
    verb: "search",
    effect: "read",
    words: split("search find lookup locate grep filter"),
    doubtful: split("query discover"),
    zh: split("搜索 查找 检索"),
  },
  {
    verb: "diagnose",
    effect: "read",
    words: split("diagnose analyze analyse troubleshoot investigate detect assess audit evaluate"),
    nouns: split("analysis diagnosis diagnostics troubleshooting"),
    doubtful: split("scan"),
    suspect: split("debug"),
    zh: split("诊断 分析 排查 排障 故障排除"),
  },
  {
    verb: "health",
    effect: "read",
    words: split("check ping probe monitor"),
    nouns: split("health healthcheck healthz"),
    suspect: split("test"),
    zh: split("检查 巡检 体检 监测"),
    zhNouns: split("健康"),
  },
  {
    verb: "validate",
    effect: "read",
    words: split("validate verify lint"),
    nouns: split("validation"),
    zh: split("验证 校验"),
  },
  {
    verb: "diff",
    effect: "read",
    words: split("diff compare"),
    nouns: split("drift"),
    zh: split("比较 对比"),
    zhNouns: split("差异"),
  },
  {
    verb: "generate",
    effect: "read",
    words: split("prompt suggest recommend"),
    doubtful: split("render template draft"),
    suspect: split("generate convert"),
    zhSuspect: split("生成"),
  },
  { verb: "wait", effect: "read", words: split("wait watch await follow"), zh: split("等待 监听") },
];

const writes: readonly VerbRow[] = [
  {
    verb: "create",
    effect: "write",
    words: split("create add provision register make import insert spawn submit post expose build"),
    nouns: split("snapshot"),
    zh: split("创建 新建 添加 新增 注册 导入 增加"),
  },
  {
    verb: "update",
    effect: "write",
    words: split(
      "update edit modify change replace alter adjust put write rename overwrite migrate rotate renew fix repair remediate resize configure optimize tune reset mutate bump heal",
    ),
    zh: split("更新 修改 编辑 变更 替换 调整 修复 重置 迁移"),
  },
  {
    verb: "apply",
    effect: "write",
    words: split("apply reconcile ensure sync upsert createorupdate createorreplace"),
    nouns: split("deploy"),
    zh: split("同步"),
    zhNouns: split("应用 部署"),
  },
  { verb: "patch", effect: "write", words: split("patch merge"), zh: split("打补丁"), zhNouns: split("补丁") },
  {
    verb: "set",
    effect: "write",
    words: split(
      "set assign enable disable toggle switch use mark promote override activate deactivate bind grant lock unlock approve allow deny",
    ),
    zh: split("设置 设定 设为 切换 启用 禁用 授权 标记"),
  },
  { verb: "label", effect: "write", words: [], nouns: split("label"), zh: split("打标签") },
  { verb: "annotate", effect: "write", words: split("annotate"), zh: split("添加注解") },
  {
    verb: "scale",
    effect: "write",
    words: split("autoscale"),
    nouns: split("scale"),
    zh: split("扩缩容 扩容 缩容 伸缩"),
  },
  {
    verb: "restart",
    effect: "write",
    words: split("restart reboot bounce recreate redeploy reload recycle"),
    zh: split("重启 重新启动 重建 重新部署"),
  },
  { verb: "rollback", effect: "write", words: split("rollback undo revert"), zh: split("回滚 回退 撤销") },
  { verb: "pause", effect: "write", words: split("pause suspend freeze"), zh: split("暂停 挂起") },
  { verb: "resume", effect: "write", words: split("resume unpause unsuspend continue"), zh: split("恢复 继续") },
  {
    verb: "run",
    effect: "write",
    words: split("trigger"),
    nouns: split("run invoke"),
    zh: split("触发"),
    zhNouns: split("运行"),
  },
  {
    verb: "start",
    effect: "write",
    words: split("launch boot"),
    nouns: split("start restore"),
    zh: split("启动 还原"),
  },
  {
    verb: "copy",
    effect: "write",
    words: split("copy cp upload clone move mv transfer push send publish"),
    zh: split("复制 拷贝 上传 克隆 推送 发送"),
  },
  { verb: "cordon", effect: "write", words: split("cordon"), zh: split("封锁") },
  { verb: "uncordon", effect: "write", words: split("uncordon"), zh: split("解除封锁") },
  { verb: "taint", effect: "write", words: [], nouns: split("taint"), zh: split("添加污点") },
  { verb: "untaint", effect: "write", words: split("untaint"), zh: split("移除污点") },
  { verb: "install", effect: "write", words: split("install"), zh: split("安装") },
  { verb: "upgrade", effect: "write", words: split("upgrade"), zh: split("升级") },
  { verb: "portforward", effect: "write", words: split("portforward forward tunnel"), zh: split("端口转发") },
  // Words that promise a change without saying which.
  { verb: "other", effect: "write", words: split("manage control operate administer handle force kickoff") },
];

const destroys: readonly VerbRow[] = [
  {
    verb: "delete",
    effect: "destructive",
    words: split(
      "delete del remove rm destroy erase purge wipe prune kill evict terminate drop cleanup clean clear unregister deregister revoke nuke flush discard expire truncate teardown takedown getridof decommission undeploy zap obliterate",
    ),
    zh: split("删除 移除 清理 清除 清空 销毁 驱逐 注销 吊销 下线"),
  },
  {
    verb: "stop",
    effect: "destructive",
    words: split("stop halt shutdown abort cancel interrupt"),
    zh: split("停止 终止 关闭 停用 取消"),
  },
  { verb: "drain", effect: "destructive", words: split("drain"), zh: split("排空 腾空") },
  { verb: "uninstall", effect: "destructive", words: split("uninstall"), zh: split("卸载") },
  {
    verb: "exec",
    effect: "destructive",
    words: split("exec execute shell ssh bash attach runcommand"),
    zh: split("执行 进入"),
  },
  { verb: "generic", effect: "destructive", words: split("generic") },
];

export const verbs: readonly VerbRow[] = [...reads, ...writes, ...destroys];

const effects: ReadonlyMap<string, Effect> = new Map<string, Effect>([
  ...verbs.map((row) => [row.verb, row.effect] as const),
  ["multi", "destructive"],
]);

/** The effect of a verb by itself. Unknown is `write`; `multi` counts as its worst. */
export const effectOfVerb = (verb: Verb): Effect => effects.get(verb) ?? "write";

export const isVerb = (value: unknown): value is Verb => typeof value === "string" && effects.has(value);

/** A word of a name as a verb: the word itself or its third person (`deletes`, `watches`, `applies`). */
export const verbOfWord = (word: string): VerbMeaning | undefined => first(thirdPerson(word));

/** A word of a sentence as a verb: also `deleting`, `running`. */
export const verbOfSpokenWord = (word: string): VerbMeaning | undefined =>
  first([...thirdPerson(word), ...progressive(word)]);

export const chineseVerbWords: readonly string[] = verbs.flatMap(({ zh = [], zhNouns = [], zhSuspect = [] }) => [
  ...zh,
  ...zhNouns,
  ...zhSuspect,
]);

const meanings: ReadonlyMap<string, VerbMeaning> = new Map(
  verbs.flatMap(
    ({ verb, effect, words, nouns = [], doubtful = [], suspect = [], zh = [], zhNouns = [], zhSuspect = [] }) => {
      const as = (strength: VerbMeaning["strength"]) => (word: string) => [word, { verb, effect, strength }] as const;
      return [
        ...[...words, ...zh].map(as("verb")),
        ...[...nouns, ...zhNouns].map(as("noun")),
        ...doubtful.map(as("doubtful")),
        ...[...suspect, ...zhSuspect].map(as("suspect")),
      ];
    },
  ),
);

const first = (forms: readonly string[]): VerbMeaning | undefined =>
  forms.map((form) => meanings.get(form)).find((meaning) => meaning !== undefined);

const thirdPerson = (word: string): readonly string[] => [
  word,
  word.replace(/s$/, ""),
  word.replace(/es$/, ""),
  word.replace(/ies$/, "y"),
];

const progressive = (word: string): readonly string[] =>
  word.endsWith("ing") ? [word.slice(0, -3), `${word.slice(0, -3)}e`, word.slice(0, -4)] : [];
