import type { Reply } from "../types.ts";

/** Replies that need no choices. `unsure` lists the choices, unless one of them is named as well. */
export type ReplyWord =
  | Exclude<Reply["kind"], "picked" | "did_you_mean" | "typed" | "new_request" | "unclear">
  | "unsure"
  | "padding";

export const replyWords: Readonly<Record<ReplyWord, readonly string[]>> = {
  all: [
    "都要, 都看, 都看看, 都查, 都可以, 都行, 全部, 全都要, 全要, 全部都要, 所有, 所有的, 都, 每个都要, 全部看",
    "两个都要, 两个都看, 两个都看看, 三个都要, 三个都看, 都来一遍, 都列出来看看",
    "all, all of them, all of these, all of it, both, both of them, every one, each of them, everything",
    "the lot",
  ],
  list_them: [
    "列出来, 列一下, 列出, 列出来看看, 列一列, 给我列一下, 有哪些, 都有哪些, 有什么选项, 有哪些选项, 给我看看",
    "展示一下, 有什么",
    "list them, list, list it, list all, show me, show them, show options, show me the options",
    "show me the list, which ones are there, what are my options, what are the options, what options",
    "what is there, what do you have, give me the list, give me a list, which are there",
  ],
  unsure: [
    "不确定, 不太确定, 不知道, 不太知道, 不清楚, 不太清楚, 不晓得, 忘了, 忘记了, 不记得, 没印象, 没头绪",
    "说不准, 拿不准",
    "not sure, not certain, unsure, don't know, do not know, dunno, idk, no idea, no clue, don't remember",
    "can't remember, forgot",
  ],
  none: [
    "都不是, 以上都不是, 没有一个是, 没有我要的, 都不对, 没有, 一个都不是, 里面没有",
    "none, none of these, none of them, none of those, none of the above, neither, not listed",
    "not in the list, it's not there",
  ],
  why: [
    "为什么, 为什么问, 为什么要问, 为什么问这个, 为什么要问这个, 干嘛问, 干嘛问这个, 为什么需要",
    "为什么需要这个, 为啥要问, 为啥, 问这个干嘛",
    "why, why do you ask, why do you need, why do you need that, why do you need this, why do you need it",
    "why are you asking, why is that needed, what for",
  ],
  back: [
    "返回, 上一步, 后退, 退回, 回到上一步, 返回上一步, 重选, 重新选",
    "back, go back, previous step, one step back, undo",
  ],
  cancel: [
    "取消, 算了, 不用了, 不看了, 不弄了, 不要了, 放弃, 停止, 停, 先不了, 先不看了, 没事了, 终止",
    "cancel, never mind, nevermind, forget it, forget about it, stop, abort, leave it, skip it, drop it",
  ],
  yes: [
    "是, 是的, 对, 对的, 好, 好的, 好吧, 行, 可以, 可以的, 确认, 确定, 执行, 同意, 嗯, 嗯嗯, 没问题, 开始",
    "继续, 来吧, 运行, 确认执行, 确认删除, 确认重启, 就这样, 批准",
    "yes, y, yep, yeah, yup, ok, okay, sure, go ahead, go on, do it, run it, run, confirm, confirmed, approve",
    "approved, proceed, continue, correct, right, that's right, fine, sounds good, looks good, of course",
    "no problem, go for it, please do",
  ],
  no: [
    "不, 否, 不是, 不是的, 不对, 不要, 不行, 不可以, 不同意, 别, 先别, 不好, 拒绝, 不执行, 不要执行, 先别执行",
    "别执行, 先不要",
    "no, n, nope, nah, don't, do not, don't do it, do not do it, don't run it, deny, denied, reject, no way",
    "not now, no thanks",
  ],
  padding: [
    "我, 你, 您, 吧, 呀, 啊, 哈, 了, 的, 呢, 吗, 嘛, 请, 麻烦, 谢谢, 帮我, 给我, 先, 那, 就, 完全, 真的, 一下",
    "看看, 来, 还是, 也",
    "please, thanks, thank you, i, i'm, i am, am, just, then, really, well, hmm, oh, so, the, it, that, me",
    "can you, could you, you, for me, now",
  ],
};
