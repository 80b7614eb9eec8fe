import type { Meaning } from "../types.ts";

/** Why something is not as it should be: whatever ails it, the same is looked into. */
export const troubleMeanings: readonly Meaning[] = [
  {
    id: "trouble",
    means: { zh: "{name} 怎么了", en: "what is wrong with {name}" },
    zh: [
      // It does not do what it should.
      "{name} 又抽风了; {name} 抽什么风; {name} 发什么神经; {name} 作什么妖; {name} 又作妖了; {name} 犯什么病; {name} 闹脾气了; {name} 罢工了; {name} 躺了; {name} 躺平了",
      "{name} 歇菜了; {name} 凉了; {name} 扑街了; {name} 嗝屁了; {name} 又不行了; {name} 废了; {name} 摆烂了; {name} 趴窝了; {name} 死翘翘了; {name} 咋不动弹了",
      "{name} 搞什么鬼; {name} 搞毛啊; {name} 哪根筋不对; {name} 卡哪儿了; {name} 不干活了; {name} 怎么瘫了; {name} 跪了; {name} 又跪了怎么办; {name} 不听使唤; {name} 用不了啦",
      "{name} 坏哪儿了; {name} 有毛病; {name} 病了; {name} 里是不是有谁病了; {name} 一天死好几回; {name} 今天不在状态; {name} 装死; {name} 不对劲; {name} 好像有点怪; {name} 看着不太对; {name} 是不是坏了; {name} 怕是出事了; {name} 被谁搞坏了; {name} 崩得一塌糊涂; {name} 整不明白了给看看",
      "{name} 闹哪样; {name} 撂挑子了; {name} 掉链子; {name} 拉胯了; {name} 翻车了; {name} 炸了; {name} 趴下了; 帮我瞧瞧 {name} 哪里不爽; {name} 那货怎么又不灵了; 给 {name} 把把脉",
      // It does not stay up.
      "{name} 反复去世; {name} 死去活来的; {name} 仰卧起坐呢; {name} 起来又倒下; {name} 活不过一分钟; {name} 一起来就死; {name} 挂了起起了挂; {name} 隔一会儿就挂一次; {name} 反复横跳",
      "{name} 诈尸呢; {name} 三天两头挂; {name} 不停地崩; {name} 蹦迪呢一直起起落落; {name} 老是自己死掉; {name} 动不动就崩; {name} 站不住; {name} 拉起来就倒; {name} 又复活又死是闹哪样",
      "{name} 循环崩; {name} 秒崩; {name} 起一次崩一次; {name} 半夜老自己重来; {name} 隔三差五抽一下",
      // It is slow.
      "{name} 慢得像蜗牛; {name} 慢成狗; {name} 龟速; {name} 卡成 ppt; {name} 卡成翔; {name} 半天没反应; {name} 磨磨唧唧; {name} 磨蹭啥呢; {name} 拖拖拉拉; {name} 跟老牛拉车似的; {name} 转圈圈转半天",
      "{name} 便秘了; {name} 卡死了半天不动; {name} 响应慢得要命; {name} 点一下等半天; {name} 跑得跟乌龟一样; {name} 吭哧吭哧的; {name} 慢吞吞; {name} 慢出天际",
      // It does not get a place to run.
      "{name} 卡着不动; {name} 没地方跑; {name} 找不着地儿跑; {name} 排不上队; {name} 一直没分到机器; {name} 没人收留; {name} 等啥呢; {name} 一直在等什么; {name} 落不了地; {name} 起都不起; {name} 没节点要它",
      "{name} 迟迟不开工; {name} 怎么还没安排上; {name} 被晾着; {name} 一直干等着",
    ],
    en: [
      // It does not do what it should.
      "what the hell is {name} doing; wtf is {name} doing; wtf {name}; what is {name} playing at; {name} is acting up; {name} is acting weird; {name} is being weird again; {name} is misbehaving",
      "{name} is toast; {name} is hosed; {name} is borked; {name} shat the bed; {name} is dead in the water; {name} fell over; {name} kicked the bucket; {name} gave up the ghost; {name} went belly up; {name} is busted",
      "{name} is throwing a tantrum; {name} is being a pain; {name} has lost it; {name} is on strike; {name} refuses to work; {name} is not happy; {name} seems unhappy; {name} looks sick; {name} is not feeling well; what ails {name}; {name} feels sick; {name} is having a moment; {name} got sick; {name} is under the weather; {name} has issues; {name} is playing up; {name} is playing dead",
      "what's {name}'s problem; what's eating {name}; what is bugging {name}; what's got into {name}; what's the deal with {name}; what's the story with {name}; something's off with {name}; something smells fishy about {name}",
      "{name} is on the fritz; {name} is knackered; {name} went sideways; {name} is a mess; can you take a look at what {name} is up to its broken; {name} won't behave; {name} crapped out; {name} packed it in; {name} is wonky; {name} has gone bananas",
      "figure {name} out for me; {name} is having a bad day; {name} is having a meltdown; who broke {name}; how did {name} break; {name} aint right; {name} stopped doing its job; {name} is doing nothing; {name} is stuck; {name} has fallen over again",
      // It does not stay up.
      "{name} is flapping; {name} keeps falling over; {name} keeps bouncing; {name} goes up and down like a yoyo; {name} can't stay up; {name} won't stay up; {name} won't stay alive; {name} dies every few minutes",
      "{name} comes up and dies; {name} starts then dies; {name} keeps crapping out; {name} keeps rebooting itself; {name} is in a death loop; {name} is looping; {name} keeps coming back from the dead; {name} dies right after start",
      "{name} is doing the crash dance; {name} falls over again and again; {name} crashes over and over; {name} just keeps on dying on me; {name} is bouncing all the time; {name} cycles constantly; {name} never lasts long; {name} keeps blowing up",
      // It is slow.
      "{name} is crawling; {name} is a snail; {name} is like molasses; {name} takes ages; {name} takes forever; {name} is dragging its feet; {name} drags; {name} is dog slow; {name} is chugging; {name} lags like hell",
      "what's slowing {name} down; what is holding {name} up; what takes {name} so long; {name} is taking its sweet time; {name} is super laggy; {name} responds at a snail's pace; {name} has gone treacly; {name} is wading through mud",
      // It does not get a place to run.
      "{name} can't find a home; {name} has nowhere to run; {name} found no place to land; {name} sits there waiting; what is {name} waiting for; what's {name} waiting on; no node wants {name}; nobody takes {name}",
      "{name} doesn't get a node; {name} won't get placed; {name} never got off the ground; why does no machine take {name}; {name} is left standing around; {name} just sits there; {name} hasn't landed anywhere; {name} never leaves the queue",
    ],
  },
];
