import { normalize } from "../text/normalize.ts";

const english =
  /^(?:(?:so|and|ok(?:ay)?|wait|hm+|um+|uh+|hey|just|then)[\s,]+)*(?:what (?:did|have) you (?:just |already |actually )?(?:chang|modif|delet|do|don)\w*(?: (?:so far|just now|to it|to my clusters?|to the clusters?|there|anything))*|(?:did|have) you (?:just |already |actually )?(?:chang|modif|delet|touch|break|broke)\w* (?:anything|something|it|that)(?: (?:so far|yet|just now))*|what(?: was|'s been| has been| did we) (?:just )?chang\w* by (?:you|us)|(?:list|show)(?: me)? (?:your|our) changes)$/iu;

const han =
  /^(?:那么?|所以|等等|刚才|刚刚|等一下|请问|到目前为止|到现在|这次|[\s,，])*(?:你|咱们|我们)(?:都|刚才|刚刚|到底|已经|究竟|有没有|没有?|没)*(?:改|修改|动|删|变更|改动|操作)(?:过|了|掉)*(?:些)?(?:什么|啥|哪些|哪里|东西|任何东西|集群)(?:东西|地方|操作)?(?:了)?(?:没有?|吗|么|呢|啊)?$/u;

/** “What did you change?”, “你改了什么”: what the assistant itself did, not what happened in the cluster. */
export const asksOwnChanges = (message: string): boolean => {
  const text = normalize(message)
    .replace(/[\s.?!。？！~]+$/u, "")
    .trim();
  return text.length <= 60 && (english.test(text) || han.test(text));
};
