import type { Reply } from "../types.ts";

/** Replies that need no choices. `unsure` lists the choices, unless one of them is named as well. */
export type ReplyWord =
  | Exclude<Reply["kind"], "picked" | "did_you_mean" | "typed" | "asks" | "new_request" | "unclear">
  | "unsure"
  | "padding";

export const replyWords: Readonly<Record<ReplyWord, readonly string[]>> = {
  all: [
    "都要, 全都, 都看, 都看看, 都查, 全部, 全都要, 全要, 全部都要, 所有, 所有的, 都, 每个都要, 全部看",
    "两个都要, 两个都看, 两个都看看, 三个都要, 三个都看, 都来一遍, 都列出来看看",
    "all, all of them, all of these, all of it, both, both of them, every one, each of them, everything",
    "the lot, all of em, all em, all three, all four, all the pods, every single one, 全来, 全看, 一起看, 一块看, 都看一下, 都看一遍, 通通, 统统, 三个都看, 两个都来",
  ],
  list_them: [
    "列出来, 列一下, 列出, 列出来看看, 列一列, 给我列一下, 有哪些, 都有哪些, 有什么选项, 有哪些选项, 给我看看",
    "展示一下, 有什么, 什么选项, 啥选项, 选项有哪些, 有啥",
    "list them, list, list it, list all, show me, show them, show options, show me the options",
    "show me the list, which ones are there, what are my options, what are the options, what options",
    "what's there, whats there, whats in there, what's in there, what are they, what are these, what have you got, what u got, what is in there, show me what's there",
    "有哪些啊, 都有啥, 有哪几个, 都有哪几个, 都有什么, 列给我看, 列出来我看看, 给我选, 给个列表",
    "what can i choose from, what can i choose, what is there, what do you have, give me the list, give me a list, which are there",
  ],
  unsure: [
    "不确定, 不太确定, 不知道, 不太知道, 不清楚, 不太清楚, 不晓得, 忘了, 忘记了, 不记得, 没印象, 没头绪",
    "说不准, 拿不准, 不懂, 我哪知道, 你帮我看看",
    "not sure, not really sure, not quite sure, not certain, no clue, beats me, unsure, don't know, do not know, dunno, idk, no idea, no clue, don't remember",
    "can't remember, forgot, dont know, don't really know, i have no idea, havent a clue, haven't a clue, wouldn't know, couldn't say, hard to say, who knows, search me, not a clue, haven't the foggiest, no clue really, wish i knew, good question",
    "不晓得, 我也不知道, 我也不清楚, 我不太懂, 搞不清, 搞不清楚, 鬼知道, 谁知道",
  ],
  none: [
    "都不是, 以上都不是, 没有一个是, 没有我要的, 都不对, 没有, 一个都不是, 里面没有",
    "none, none of these, none of them, none of those, none of the above, neither, not listed",
    "not in the list, it's not there",
  ],
  why: [
    "为什么, 为什么问, 为什么要问, 为什么问这个, 为什么要问这个, 干嘛问, 干嘛问这个, 为什么需要",
    "为什么需要这个, 为啥要问, 为啥, 问这个干嘛, 问这个干什么, 问这干嘛, 问这个做什么, 有什么用, 为什么要这个, 需要这个干嘛",
    "why, why do you ask, why do you need, why do you need that, why do you need this, why do you need it",
    "why do you need to know, why do you need to know that, why do you want to know, why do you ask me that",
    "why are you asking, why is that needed, what for, why do you wanna know, why do u wanna know, why do u ask, why u ask, why do u need that, why u need that, why do you care, why does it matter, does it matter, is that needed, do i have to",
    "问这个有啥用, 为啥问这个, 你问这个干嘛, 干嘛要问, 为什么要知道, 为啥要知道, 这有什么关系, 必须选吗, 一定要选吗, 有必要吗",
    "what is that supposed to mean, what's that supposed to mean, whats that supposed to mean, what is this supposed to mean, 这是什么意思, 这是啥意思, 这啥意思, 那是什么意思",
    "what, huh, what do you mean, what does that mean, come again, what is this, 啥, 啥意思, 什么意思, 什么, 你说啥, 没懂, 看不懂, 没看懂, 听不懂",
  ],
  any: [
    "随便, 随便一个, 随便哪个, 随便选一个, 随便选, 随便挑一个, 任意一个, 任选一个, 任何一个, 哪个都行, 哪个都可以, 哪一个都行, 都一样, 都行, 都可以",
    "whatever, whatever you think, up to you, you decide, either way, either is fine, any is fine, any will do, whichever you like, i don't mind, don't mind, don't care which, dont care, doesnt matter, doesnt matter which, dealer's choice",
    "any of them is fine, any of them is ok, any of them will do, any of these is fine, any one is fine, any one will do, any would do, any works, any of them works, either works, either will do, whichever is fine, whichever, any old one, no preference, just pick one, pick one, pick any, you can pick",
    "随便来一个, 随便挑一个吧, 挑一个吧, 你随便挑, 都没问题, 哪个都没问题, 任何一个都行, 任意一个都行, 随便哪个, 没所谓, 没区别",
    "你看着办, 看着办, 都听你的, 听你的, 你来定, 无所谓, 哪个都成, 哪个都一样, 随你, 随便吧, 随便哪个都行, 都成",
    "any, any one, any of them, any of these, anyone, either, either one, whichever, doesn't matter, does not matter, don't care, i don't care, doesn't matter which",
  ],
  advise: [
    "选哪个, 选哪个好, 该选哪个, 我该选哪个, 应该选哪个, 哪个好, 看哪个好, 该看哪个, 你推荐哪个, 推荐哪个, 你觉得呢, 你觉得哪个, 你建议哪个, 你选, 你定",
    "which should i pick, which one should i pick, which should i choose, which one should i choose, which one should i take",
    "what do you suggest, what do you recommend, which do you recommend, which one do you recommend, you choose, you pick, your call, recommend one",
  ],
  back: [
    "返回, 回去, 回上一个, 上一步, 后退, 退回, 回到上一步, 返回上一步, 重选, 重新选",
    "back, go back, previous step, one step back, undo, back again, go back again, take me back, step back please, back one, step back, back up, back please, go back one, go back a step, previous question, one back",
    "回到上上步, 上上步, 回到上上一步, 退两步, 回退两步, 后退两步, 再上一步, 再退一步, 再往前, 再回去, 退一步, 退回去, 退回去吧, 回退, 往回, 返回上一级, 上一级, back two, back two steps, go back two steps, go back 2, go back 2 steps, back 2, back 2 steps, go back two, go back twice, two steps back, back back",
  ],
  cancel: [
    "先不动, 先不动了, 不动了, 先不改了, 不改了, 别改了, 先放着, 先放一放",
    "取消, 算了, 不查了, 不找了, 不搞了, 不选了, 不用了, 不看了, 不弄了, 不要了, 放弃, 停止, 停, 先不了, 先不看了, 没事了, 终止",
    "cancel that, cancel it, cancel this, scrap that, actually no, actually not",
    "nvm, nm, nvm then, never mind then, scratch it, forget this",
    "cancel, never mind, nevermind, forget it, forget about it, stop, abort, leave it, skip it, drop it",
  ],
  yes: [
    "是, 是的, 对, 对的, 好, 好的, 好吧, 行, 可以, 可以的, 确认, 确定, 执行, 同意, 嗯, 嗯嗯, 没问题, 就这么办, 就这么做, 开始",
    "查, 查吧, 去查, 查一下, 查查, 查查看, 走起, 走你, 上, 搞起, 冲, 看吧, 看看吧, 继续, 来吧, 运行, 确认执行, 确认删除, 确认重启, 就这样, 批准, 跑, 弄, 搞, 干, 发起",
    "go, go go, hit it, shoot, fire away, have at it, look, have a look, take a look, check, check it, please check, yes, y, yep, yeah, yup, ok, okay, sure, go ahead, go on, do it, run it, run, confirm, confirmed, approve",
    "approved, proceed, continue, correct, right, that's right, fine, sounds good, looks good, of course",
    "no problem, go for it, please do, go, k, kk, okey, okey dokey, alright, all right, aye, let's go, let's do it, yes please, why not, guess so, i guess so, suppose so, i suppose so, if you like, if you must",
    "还行, 行吧, 行啊, 行呗, 走, 走起, 搞起, 开跑, 跑起来, 跑一下, 跑吧, 就它了",
  ],
  no: [
    "不, 否, 不是, 不是的, 不对, 不要, 不行, 不可以, 不同意, 别, 先别, 不好, 拒绝, 不执行, 不要执行, 先别执行",
    "别执行, 先不要, 等等, 等一下, 等会, 慢着, 再等等",
    "absolutely not, certainly not, of course not, please don't, wait, hold on, not yet, no, n, nope, nah, don't, do not, don't do it, do not do it, don't run it, deny, denied, reject, no way",
    "not now, no thanks",
  ],
  padding: [
    "haha, hahaha, hahah, hehe, lmao, rofl, 哈哈, 哈哈哈, 嘿嘿, 呵呵",
    "我, 你, 您, 吧, 呀, 啊, 哈, 了, 的, 请, 麻烦, 谢谢, 帮我, 给我, 先, 那, 就, 完全, 真的, 一下",
    "看, 看看, 看下, 看一下, 来, 还是, 也, 再, 我看, 嘿",
    "please, thanks, thank you, guess, think, maybe, perhaps, probably, quite, real, hm, um, uh, ah, i, i'm, i am, am, just, then, really, well, hmm, oh, so, the, it, that, me",
    "can you, could you, you, for me, now, pls, plz, thx, ty, tho, honestly, suppose, reckon, lol, er, err, erm, uhh, umm, hmmm",
    "呗, 呃, 嘛, 啦, 哦, 噢, 喔, 额, 哎",
  ],
};
