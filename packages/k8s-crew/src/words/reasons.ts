import type { Verb } from "../catalog/types.ts";
import type { Language } from "../output/output.ts";
import { fill } from "./fill.ts";
import { namedThing, nounOf } from "./nouns.ts";

type Phrase = { readonly zh: string; readonly en: string };

/** What a call does, by its verb. `{what}` is the resource, with the name where one was said. */
const phrases: { readonly [verb in Verb]: Phrase } = {
  list: { zh: "列出{what}", en: "List {what}" },
  get: { zh: "读取{what}", en: "Read {what}" },
  describe: { zh: "查看{what}的详细信息", en: "Look closely at {what}" },
  logs: { zh: "读取{what}的日志", en: "Read the logs of {what}" },
  top: { zh: "查看{what}的资源用量", en: "See the usage of {what}" },
  explain: { zh: "解释{what}", en: "Explain {what}" },
  search: { zh: "搜索{what}", en: "Search {what}" },
  diagnose: { zh: "诊断{what}", en: "Diagnose {what}" },
  health: { zh: "检查{what}的健康状况", en: "Check the health of {what}" },
  validate: { zh: "校验{what}", en: "Validate {what}" },
  diff: { zh: "比较{what}的差异", en: "Compare {what}" },
  generate: { zh: "生成{what}", en: "Generate {what}" },
  wait: { zh: "等待{what}", en: "Wait for {what}" },
  create: { zh: "创建{what}", en: "Create {what}" },
  update: { zh: "更新{what}", en: "Update {what}" },
  apply: { zh: "应用{what}", en: "Apply {what}" },
  patch: { zh: "修改{what}", en: "Patch {what}" },
  set: { zh: "修改{what}的镜像或设置", en: "Change the image or settings of {what}" },
  label: { zh: "给{what}设置标签", en: "Label {what}" },
  annotate: { zh: "给{what}设置注解", en: "Annotate {what}" },
  scale: { zh: "调整{what}的副本数", en: "Change the replicas of {what}" },
  restart: { zh: "重启{what}", en: "Restart {what}" },
  rollback: { zh: "回滚{what}", en: "Roll back {what}" },
  pause: { zh: "暂停{what}的发布", en: "Pause the rollout of {what}" },
  resume: { zh: "恢复{what}的发布", en: "Resume the rollout of {what}" },
  run: { zh: "运行{what}", en: "Run {what}" },
  start: { zh: "启动{what}", en: "Start {what}" },
  stop: { zh: "停止{what}", en: "Stop {what}" },
  copy: { zh: "复制{what}的文件", en: "Copy files of {what}" },
  cordon: { zh: "停止向{what}调度", en: "Cordon {what}" },
  uncordon: { zh: "恢复向{what}调度", en: "Uncordon {what}" },
  taint: { zh: "给{what}添加污点", en: "Taint {what}" },
  untaint: { zh: "去掉{what}的污点", en: "Remove a taint from {what}" },
  install: { zh: "安装{what}", en: "Install {what}" },
  upgrade: { zh: "升级{what}", en: "Upgrade {what}" },
  portforward: { zh: "转发{what}的端口", en: "Forward a port of {what}" },
  delete: { zh: "删除{what}", en: "Delete {what}" },
  drain: { zh: "驱逐{what}上的 Pod", en: "Drain {what}" },
  uninstall: { zh: "卸载{what}", en: "Uninstall {what}" },
  exec: { zh: "在{what}中执行命令", en: "Run a command in {what}" },
  multi: { zh: "处理{what}", en: "Work on {what}" },
  generic: { zh: "对{what}执行命令", en: "Run a command on {what}" },
  other: { zh: "处理{what}", en: "Work on {what}" },
};

const eventsOf: Phrase = { zh: "列出{what}的事件", en: "List the events of {what}" };

/** What looks at all things of a kind where no name was said. */
const ofMany: readonly Verb[] = ["list", "top", "search", "health"];

export type Reasoned = {
  readonly verb: Verb;
  /** Absent where only a name was said. */
  readonly resource?: string | undefined;
  readonly name?: string | undefined;
  /** What the name names, where that is not the resource: the events (`resource`) of a pod. */
  readonly of?: string | undefined;
};

/** Why a call is made: `列出 Pod web-1 的事件`, `List pods`. */
export const reasonFor = (language: Language, { verb, resource, name, of }: Reasoned): string => {
  if (resource === "event" && name !== undefined)
    return fill(eventsOf[language], { what: namedThing(language, of ?? "pod", name) });
  const many = ofMany.includes(verb) && name === undefined;
  const kind = resource ?? "other";
  const thing = resource === undefined && name !== undefined ? name : namedThing(language, kind, name);
  const what = many ? nounOf(kind, 2, language) : thing;
  return fill(phrases[verb][language], { what });
};
