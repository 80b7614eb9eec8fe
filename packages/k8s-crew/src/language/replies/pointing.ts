import { normalize } from "../text/normalize.ts";
import { widerIn } from "../turns/wider.ts";

const bare = (message: string): string =>
  normalize(message)
    .toLowerCase()
    .replace(/[\s.,!?~，。！？、]+/gu, " ")
    .trim();

const soft = "(?:(?:ok(?:ay)?|yeah|yes|yep|right|then|so|well|uh+|um+|hm+|oh|alright|fine|i guess|i think) )*";
const softly = "(?: (?:then|please|pls|plz|thanks|thx|i guess|i think|too))*";
const told = new RegExp(
  `^${soft}(?:(?:i'?ll take|take|use|pick|choose|go with|give me|show me|let'?s (?:take|use|do|see|go with)|do|see) )?(?:that one|this one|that|it|this|him|exactly that|the one you said|the one)${softly}$|^(?:嗯+|好的?|行|哦|那|对|可以)? ?(?:那|就|选|看|要|用){0,3} ?(?:它|这个|那个|这一个|那一个|这个吧|你说的那个|你说的)(?:了|吧|呗|好了|就行)*$`,
  "iu",
);

/** “That one”, “就它”: the choice that an answer about the choices has just named. */
export const pointsAtTold = (message: string): boolean => told.test(bare(message));

const otherOne =
  /^(?:(?:ok|no|uh+|um+|then|i (?:want|meant?)|show(?: me)?|take|use) )*(?:the )?other(?: (?:one|pod|container|node|namespace|ns|cluster|deployment|choice|option))?(?: (?:please|pls|then))*$|^(?:不|不是|嗯|那|就|要|看|选|用|换|是| )*(?:另外?|别的)(?:那|这)?一?(?:个|台)?(?:容器|pod|节点|命名空间|集群)?(?:吧|的|呗)?$/iu;

/** “The other one”, “另一个”, and nothing else. */
export const meansOther = (message: string): boolean => otherOne.test(bare(message));

const previous =
  /^(?:(?:ok|uh+|the|my|use|take|just|still|again|一样|还是|用|就|选|跟|和) ?)*(?:上一?个|上次(?:那个|用的|的)?(?:那个)?|前一个|之前(?:那个|用的|的)(?:那个)?|刚才(?:那个|用的|的)(?:那个)?|(?:跟|和)?(?:刚才|之前|上次|上一个)(?:一样|同一个|相同)的?|previous(?: one)?|last used(?: one)?|one (?:from )?before|same(?: one)?(?: as (?:before|last time|earlier|previously|the last one))|as before|one i used(?: last| before)?|same one)(?: please| pls|吧|呗|就行|的?那个)*$/iu;

/** “The previous one”, “上一个”: the value that was used before for what is asked. */
export const meansPrevious = (message: string): boolean => previous.test(bare(message));

const anywhere =
  /^(?:and )?where(?:'s| is| are) (?:it|that|they|this)$|^(?:那)?(?:它)?(?:到底)?在(?:哪|哪里|哪儿)(?:呢|啊|呀|来着)?$|(?:不知道|不晓得|不清楚|不记得|不确定|忘了|说不准|搞不清).{0,4}(?:在|是|放|跑)?(?:在)?(?:哪(?:里|儿|个)?)|(?:你|帮我|自己|都|全|到处)\s?(?:去)?(?:找|搜|查)(?:找|搜|一?下|一?遍|看)|(?:哪|哪里|哪儿)有就?(?:看|查|用)哪|在哪就(?:看|查)哪|有(?:它|的)就行|\b(?:just|please|can you|you) (?:find|search|look for) (?:it|for it|them|everywhere)|^(?:find|search) (?:it|for it|everywhere|all)|\b(?:wherever|anywhere|whichever (?:has|one has|it is in|it's in))\b|\blook (?:everywhere|in all)|\b(?:no idea|dunno|don'?t know|not sure|no clue|idk|can'?t remember|unsure)\b,?\s*(?:where|which (?:one|cluster|namespace|ns) it)/iu;

/** “Don't know where, just find it”, “不晓得在哪”: wherever the thing is. */
export const meansAnywhere = (message: string): boolean => {
  const text = bare(message);
  return text.length <= 80 && anywhere.test(text);
};

/** “Everywhere”, “both clusters”: every choice there is, or every place whatsoever. */
export const meansEverywhere = (message: string): "namespaces" | "clusters" | undefined => widerIn(message);

const twice = /上上|两(?:步|次)|\b(?:two|2|twice)\b|\bback,? back\b/iu;

/** Questions that “back” goes back. */
export const stepsBack = (message: string): number => (twice.test(bare(message)) ? 2 : 1);

const around =
  "(?:one|ones|namespace|ns|cluster|place|env(?:ironment)?|project)?(?: (?:where|that|which|with|in which))?";
const byContent: readonly RegExp[] = [
  new RegExp(
    `\\b(?:the|whichever|wherever|where(?:ver)?|which(?:ever)?) ?${around}(?: (?:has|have|holds?|runs?|contains?|hosts?|with|where|got))? (?:the |our |my )?(?<what>[a-z][a-z0-9-]*(?: [a-z][a-z0-9-]*)?)(?: (?:runs?|lives?|is|are|sits?|belongs?|stays?|pods?|running|in it|on it|in|on|deployed))+$`,
    "iu",
  ),
  /\b(?:the|which|whichever)(?: (?:one|namespace|ns|cluster|place))?(?: (?:that|which|it))? (?:has|have|with|runs|running|hosts|holds|contains|containing|hosting) (?:the |our |my )?(?<what>[a-z][a-z0-9-]*(?: [a-z][a-z0-9-]*)?)(?: in it| on it| pods?)?(?: that one| then)?$/iu,
  /\bsame (?:namespace|ns|cluster|place|one) as (?:the |our |my )?(?<what>[a-z][a-z0-9-]*(?: [a-z][a-z0-9-]*)?)$/iu,
  /(?:哪个|哪里|哪儿|哪|谁)\s?(?:ns|namespace|命名空间|集群|环境)?\s?(?:里面?|上面?|那里)?\s?(?:有|跑着?|放着?|部署了?)\s?(?:那个)?\s?(?<what>[a-z][a-z0-9-]*)/iu,
  /^(?:就)?(?:有|跑着?|放着?|部署了?|跑了)\s?(?:那个)?(?<what>[a-z][a-z0-9-]*)\s?(?:的|在跑的)?\s?(?:那个|那边|那里|ns|namespace|命名空间|集群)/iu,
  /^(?:就)?(?<what>[a-z][a-z0-9-]*)\s?(?:在|跑在|所在|待的|在的|跑的)\s?(?:的)?(?:那个|那边|那里|哪个?|ns|namespace|命名空间|集群)/iu,
  /(?:跟|和|与)\s?(?<what>[a-z][a-z0-9-]*)\s?(?:在)?(?:一个|同一?个?|一起|一样)/iu,
];

/** “The one where redis runs”, “哪个 ns 里有 redis 就看哪个”: what the place that is meant holds. */
export const heldByPlace = (message: string): string | undefined => {
  const text = bare(message);
  if (text.length > 80) return undefined;
  const what = byContent.flatMap((pattern) => pattern.exec(text)?.groups?.what ?? [])[0];
  return what === undefined || empty.test(what) ? undefined : what.replace(/\s+/gu, "-");
};

/** Words that hold no place: “the one that has it”. */
const empty =
  /^(?:same|and|it|that|this|them|one|ones|the|most|problems?|errors?|issues?|pods?|a|an|is|are|more|fewer|less|least|all|none|no|what|which|crash\w*|fail\w*|restart\w*|broken|newest|oldest|new|old)(?: |$)/iu;
