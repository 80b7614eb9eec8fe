import { normalize } from "../text/normalize.ts";

const english =
  /^(?:(?:so|and|ok(?:ay)?|wait|hm+|um+|uh+|hey|just|then)[\s,]+)*(?:what (?:did|have) you (?:just |already |actually )?(?:chang|modif|delet|do|don)\w*(?: (?:so far|just now|to it|to my clusters?|to the clusters?|there|anything))*|(?:did|have) you (?:just |already |actually )?(?:chang|modif|delet|touch|break|broke)\w* (?:anything|something|it|that)(?: (?:so far|yet|just now))*|what(?: was|'s been| has been| did we) (?:just )?chang\w* by (?:you|us)|(?:list|show)(?: me)? (?:your|our) changes)$/iu;

const han =
  /^(?:那么?|所以|等等|刚才|刚刚|等一下|请问|到目前为止|到现在|这次|[\s,，])*(?:你|咱们|我们)(?:都|刚才|刚刚|到底|已经|究竟|有没有|没有?|没)*(?:改|修改|动|删|变更|改动|操作)(?:过|了|掉)*(?:些)?(?:什么|啥|哪些|哪里|东西|任何东西|集群)(?:东西|地方|操作)?(?:了)?(?:没有?|吗|么|呢|啊)?$/u;

const ofIt =
  /^(?:(?:so|and|ok(?:ay)?|wait|but|hm+)[\s,]+)*(?:did|has|have) (?:that|the|this|it|your)(?: (?:last|previous))?(?: (?:restart|scale|scaling|rollback|roll back|delet\w+|change|command|thing|update|one))? (?:actually |really |just |even )*(?:chang\w*|do|done|did|touch\w*|modif\w*|broken?|break|affect\w*) (?:anything|something|it|that)(?: (?:at all|there|now|yet))*$/iu;

const hanOfIt =
  /^(?:那么?|所以|等等|请问|[\s,，])*(?:刚才|刚刚|上面|那次|这次|上一?次)的?(?:那一?次|那一?个|这一?个|那|这)?的?(?:重启|扩容|缩容|扩缩容|删除|回滚|修改|改动|操作|变更|命令)(?:到底|究竟|有没有|有|都|真的|没)*(?:改|动|影响|变|做|干)(?:动|变|到|成)?(?:过|了)?(?:些)?(?:什么|啥|哪些|哪里)?(?:东西)?(?:了)?(?:没有?|吗|么|呢|啊)?$/u;

/** “Did that restart change anything?”, “刚才那个重启改了什么吗”: after a change was asked for, whether anything was. */
export const asksIfChanged = (message: string): boolean => {
  const text = normalize(message)
    .replace(/[\s.?!。？！~]+$/u, "")
    .trim();
  return text.length <= 60 && (ofIt.test(text) || hanOfIt.test(text));
};

/** “What did you change?”, “你改了什么”: what the assistant itself did, not what happened in the cluster. */
export const asksOwnChanges = (message: string): boolean => {
  const text = normalize(message)
    .replace(/[\s.?!。？！~]+$/u, "")
    .trim();
  return text.length <= 60 && (english.test(text) || han.test(text));
};
