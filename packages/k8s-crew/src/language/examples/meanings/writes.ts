import type { Meaning } from "../types.ts";

/** Changes. They are never more than offered. */
export const writeMeanings: readonly Meaning[] = [
  {
    id: "restart",
    means: { zh: "重启 {name}", en: "restart {name}" },
    zh: [
      "给 {name} 来一脚; 给 {name} 一巴掌; 拍一下 {name}; 踹一脚 {name}; 踢一下 {name}; {name} 重开; 重拉 {name}; {name} 重来一遍; 让 {name} 重新做人; 把 {name} 拔了电源再插上; {name} 关了再开; 把 {name} 弄醒; 给 {name} 续一秒重来; {name} 重新起一下; 给 {name} 来个重生; 让 {name} 转世投胎",
    ],
    en: [
      "give {name} a kick; kick {name}; kick {name} for me; turn {name} off and on again; have you tried turning {name} off and on; cycle {name}; recycle {name}; power cycle {name}; give {name} a fresh start; slap {name}; hit {name} over the head; whack {name}; wake {name} up; respawn {name}; roll {name}; shake {name} up; bring {name} up afresh; give {name} the boot and bring it back",
    ],
  },
  {
    id: "scale-up",
    means: { zh: "扩容 {name}", en: "scale up {name}" },
    zh: [
      "{name} 多来几个; 给 {name} 加点人手; {name} 扛不住了多开几个; 多拉几个 {name}; {name} 加人; 给 {name} 添几个帮手; {name} 再开几份; {name} 人手不够加点; 把 {name} 的规模搞大点; {name} 多搞几份",
    ],
    en: [
      "more {name}; more of {name} please; give me more {name}; throw more {name} at it; add some more {name}; beef up {name}; {name} needs more hands; pump up {name}; crank up {name}; make {name} bigger; give {name} some friends; grow {name}; we need more {name}",
    ],
  },
  {
    id: "rollback",
    means: { zh: "回滚 {name}", en: "roll back {name}" },
    zh: [
      "{name} 退回上一版; {name} 换回老版本; 把 {name} 弄回昨天那样; {name} 恢复原样; {name} 退一版; {name} 倒回去; {name} 还是用旧的吧; {name} 打回原形; {name} 上个版本先顶上; {name} 把新版撤了",
    ],
    en: [
      "put {name} back the way it was; put the old {name} back; go back to the old {name}; take {name} back a version; undo the last {name} deploy; {name} previous version please; bring back the old {name}; back out the {name} release; un-deploy the new {name}; restore {name} to yesterday's version; return {name} to the last good version",
    ],
  },
  {
    id: "delete",
    onlyNear: true,
    means: { zh: "删除 {name}", en: "delete {name}" },
    zh: [
      "{name} 不要了; 让 {name} 消失; 把 {name} 扬了; 把 {name} 做掉; 送走 {name}; 让 {name} 安息; {name} 拜拜了您嘞; 送 {name} 上路; 把 {name} 灭了; 处理掉 {name}; 把 {name} 撤了; 把 {name} 踢出去; 毙了 {name}",
    ],
    en: [
      "make {name} go away; i don't want {name} any more; lose {name}; ditch {name}; bin {name}; chuck {name}; toss {name}; yeet {name}; axe {name}; zap {name}; send {name} packing; off with {name}'s head; take {name} out back; shoot {name}; finish {name} off; put {name} out of its misery",
    ],
  },
];
