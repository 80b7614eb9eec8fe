import type { Meaning } from "../types.ts";

/** What became different, what is left over, what may be done. */
export const changeMeanings: readonly Meaning[] = [
  {
    id: "changed",
    means: { zh: "最近改了什么", en: "what changed recently" },
    zh: [
      "谁手贱动了什么; 谁瞎改了; 有人动过环境吗; 谁又乱动了; 昨晚谁搞事了; 谁动了我的环境; 昨天还好好的; 之前都没事的; 早上还是好的; 突然就不行了; 有人上线了吗; 刚才谁发版了; 今天谁动了手脚; 最近折腾了啥; 最近都捣鼓了些什么; 昨晚上都折腾啥了; 有谁偷偷改过东西",
    ],
    en: [
      "who touched what; did somebody touch something; who messed with things; who's been messing around; it worked yesterday; was fine yesterday; it was fine this morning; who broke it; who broke prod; who pushed something; did someone deploy; anyone deploy something; did anybody ship anything; what got shipped; what's different since yesterday; what's new since last night; who fiddled with the setup; anything get rolled out",
    ],
  },
  {
    id: "changed-of",
    means: { zh: "{name} 有什么变更", en: "what changed with {name}" },
    zh: [
      "谁动了 {name}; 谁手贱动 {name} 了; {name} 被谁改过; {name} 被动过没; {name} 昨天还好好的; {name} 之前都没事; {name} 跟之前有啥不一样; 有人碰过 {name} 吗; {name} 最近折腾过啥; {name} 最近发过版吗; {name} 上回改的啥; {name} 被谁动了手脚; {name} 是不是刚上过线",
    ],
    en: [
      "who touched {name}; did someone touch {name}; who messed with {name}; who fiddled with {name}; {name} worked yesterday; {name} was fine yesterday; {name} was ok this morning; did anyone deploy {name}; was {name} redeployed; what's different about {name}; what's new with {name}; what did they do to {name}; has anybody tinkered with {name}; when did {name} last get shipped; did {name} get a new release",
    ],
  },
  {
    id: "clean-up",
    means: { zh: "有哪些东西可以清理", en: "what should I clean up" },
    zh: [
      "有啥破烂可以扔; 哪些东西可以扔掉; 有没有没人要的东西; 有没有占着茅坑不拉屎的; 有啥垃圾; 有没有僵尸; 大扫除扫点啥; 有什么可以丢的; 哪些是没用的; 有没有死了没埋的; 想腾点地方扔点啥好; 收拾收拾屋子有啥能扔; 有没有陈年旧货; 断舍离一下",
    ],
    en: [
      "any junk lying around; what junk do we have; what can go; what can i throw out; any garbage in there; what's rotting in there; anything nobody needs; any zombies; any leftovers; spring cleaning what goes first; any dead weight; what's collecting dust; what crap can we get rid of; what's just taking up space; anything stale lying about; what can we chuck; anything here we could chuck out; anything we can chuck; anything to bin; what can be tossed; anything we could lose; what can safely go away",
    ],
  },
  {
    id: "rights",
    means: { zh: "我有什么权限", en: "what am I allowed to do" },
    zh: [
      "我能动啥; 我能干啥我权限多大; 我手伸得到哪; 我是不是管理员; 我是个什么身份; 我有多大权; 我被允许动什么; 我碰得了哪些东西; 我说了算吗; 我有没有权改东西",
    ],
    en: [
      "what am i permitted to touch; how much power do i have; am i admin; am i an admin; am i root here; what can i mess with; what are my privileges; how far do my permissions go; what am i not supposed to touch; what access have i got; do i have rights to anything",
    ],
  },
  {
    id: "last-run",
    means: { zh: "{name} 上次什么时候运行", en: "last run of {name}" },
    zh: [
      "{name} 昨晚跑了吗; {name} 今天跑过没; {name} 跑完没; {name} 到点跑了没; {name} 按时跑了吗; {name} 什么时候轮到它跑; {name} 几点跑一次; {name} 多久来一次; {name} 下次啥时候跑; {name} 跑过了吗",
    ],
    en: [
      "did {name} run last night; did {name} run; has {name} run; has {name} run today; did {name} go through; did {name} kick off; has {name} fired; did {name} fire; when does {name} fire next; how often does {name} go; is {name} done; did {name} finish; when's {name} up next",
    ],
  },
];
