import { fillers } from "./fillers.ts";
import { ordinaryWords } from "./ordinary-words.ts";

/**
 * Words that tie a sentence together; each line lists phrases, separated by commas. `of`: X 的 Y; `in`: before a place; `on`: before a cluster; `inside`: after a
 * place; `pronoun`: what was spoken of, also beside a name; `this`: the same, but only without a name; `again`: the
 * same, but only when nothing else is named; `about`: "那 prod 呢"; `correction`: what follows is meant instead;
 * `not`: what follows is not meant; `dont`: a write that follows is not wanted; `done`: a write beside it was done
 * before; `thing`: stands beside a name; `take`: 把; `subject`: Kubernetes itself; `filler`: says nothing.
 */
export type Grammar =
  | "of"
  | "in"
  | "on"
  | "inside"
  | "all"
  | "most"
  | "container"
  | "previous"
  | "pronoun"
  | "this"
  | "again"
  | "about"
  | "correction"
  | "not"
  | "dont"
  | "done"
  | "take"
  | "named"
  | "thing"
  | "subject"
  | "image"
  | "filler";

export const grammarWords: Readonly<Record<Grammar, readonly string[]>> = {
  of: ["的, 属于", "of, for, from, 's, about"],
  in: ["在, 位于", "in, inside, within, under"],
  on: ["on"],
  inside: [
    "里, 里面, 里边, 下, 下面, 下边, 中, 内, 环境, 环境里, 环境下, 环境中, 环境上, 上, 上面, 上边, 那边, 这边",
    "environment, env",
  ],
  all: ["所有, 所有的, 全部, 全部的, 各个, 每个, 全", "all, every, each, all of, all the, all my, any"],
  most: ["最, 最高, 最多, 最大, 最厉害", "most, the most, highest, heaviest"],
  container: ["容器", "container, containers"],
  previous: [
    "上一次, 上回, 上一回, 上次的, 之前, 重启前, 重启之前, 崩溃前, 崩溃之前, 挂掉之前, 挂之前",
    "previous, prior, last crash, before the restart, before it restarted, before the crash",
    "before it crashed, before it died, before dying, before crashing, before it was killed, before it failed, before it exited, before it went down, last run",
  ],
  pronoun: [
    "它, 它们, 他, 他们, 上一个, 上个, 前一个, 刚才那个, 刚才的, 刚刚那个, 刚刚的, 上述, 同样, 同样的, 一样的",
    "it, its, they, them, their, same, that one, the previous one",
  ],
  this: ["这个, 那个, 这些, 那些, 该, 此", "this, that, these, those"],
  again: ["再看, 再看下, 再看看, 再看一下, 再来, 再来一次, 再查, 再查一下", "again, once more, one more time, repeat"],
  about: ["呢", "what about, how about, and in, and for, and on"],
  correction: [
    "不对, 错了, 搞错了, 弄错了, 说错了, 我说的是, 我是说, 我指的是, 我要的是, 我想要的是, 我的意思是",
    "i meant, i mean, no i meant, i was talking about, wrong one, that's wrong, actually i want, i said",
  ],
  not: [
    "不是, 而不是, 除了, 除去, 不含",
    "not, rather than, instead of, except, except for, other than, all but, everything but, anything but",
  ],
  dont: [
    "没让, 没让你, 没有让你, 没叫你, 没说要, 要不要, 该不该, 是否要, 是否应该, 需不需要",
    "should i, should we, do i have to, do we need to",
    "不要, 别, 请勿, 先别, 不用, 无需, 不想",
    "don't, do not, never, must not, should not, without",
  ],
  done: [
    "被, 已经, 刚, 刚刚, 刚才, 上次",
    "after, before, since the, was, were, been, did, last, didn't, haven't, hasn't, hadn't, wasn't, weren't, doesn't",
  ],
  take: ["把, 将"],
  named: ["名为, 名叫, 叫做, 叫, 名字是, 名字叫, 名称为", "named, called"],
  thing: [
    "应用, 程序, 微服务, 组件, 工作负载, 项目",
    "app, apps, application, applications, workload, workloads, microservice",
  ],
  subject: ["一切, 系统", "k8s, kubernetes, kube, everything"],
  image: ["镜像", "image, images"],
  filler: [...fillers, ...ordinaryWords],
};
