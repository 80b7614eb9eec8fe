import { replyWordsIn } from "../replies/reply-words.ts";
import { normalize } from "../text/normalize.ts";
import { asksNow } from "./edit.ts";

/** What a person asks about a change before they agree to it. */
export type CardQuestion = "effect" | "where" | "why" | "now";

const aside = "(?:(?:等等|等一?下|慢着|先|那|嗯+|呃|wait|hold on|hm+|uh+|um+|ok(?:ay)?|so|and|but)[\\s,，]*)*";
const lasting = "change|break|modify|touch|affect|restart|hurt|kill|lose|delete|interrupt|drop|stop|cause";

/** The first that fits counts. A wish to do something else asks nothing. */
const questions: readonly (readonly [CardQuestion, RegExp])[] = [
  [
    "why",
    new RegExp(
      `^${aside}(?:why|why (?:do i have to|must i|do you|should i) (?:confirm|agree|ask|type|say).*|what for|为(?:什么|啥)|干嘛|(?:为(?:什么|啥)|干嘛)(?:还?要|需要|得)?(?:我)?(?:确认|同意|问|输入?).*)$`,
      "iu",
    ),
  ],
  [
    "where",
    new RegExp(
      `^${aside}(?:(?:(?:this|that|it|这个?|那个?|它)\\s?(?:是|在|的)?)?(?:在|是)?哪(?:个|一个)(?:集群|命名空间|环境|ns|namespace|cluster)(?:的|里|上|来着)?|(?:on |in )?(?:which|what) (?:cluster|namespace|ns|env(?:ironment)?)(?: (?:is|was|are) (?:this|that|it|we)(?: on| in)?)?|where is (?:this|that|it)|where does (?:this|that|it) (?:go|run|happen))$`,
      "iu",
    ),
  ],
  [
    "effect",
    new RegExp(
      `^${aside}(?:.{0,12}会(?:不会)?.{0,4}(?:丢|影响|重启|中断|断|停|出(?:事|问题)|挂|删|改|动|怎(?:么)?样|发生什么).{0,10}|.{0,8}(?:安全|危险|有(?:没有)?(?:风险|影响|危险)|要紧)(?:吗|么|嘛|吧)?|安不安全|(?:这|它|那)个?(?:是|会)?(?:做|干)(?:什么|啥|嘛)(?:的|用的)?|有什么(?:后果|影响)|后果是什么|(?:我)?(?:该|应该|能|可以)(?:这么|这样)?(?:做|删|改)?(?:吗|么)|(?:is|are) (?:this|that|it) (?:safe|risky|dangerous|ok(?:ay)?|reversible|a good idea)|(?:should|can|may|could|shall) (?:i|we)(?: do (?:this|that|it))?|(?:will|does|would|could|can) (?:this|that|it|anything|i|we) (?:get )?(?:${lasting})\\w*.{0,30}|what(?:'?ll| does| will| would) (?:this|that|it) (?:do|change|mean)|what (?:would|will) happen|what happens(?: then| next| if i (?:do|say yes|agree))?|what(?:'?s| is| are) the (?:effect|risk|impact|downside|consequence)s?(?: of (?:this|that|it))?|(?:and )?(?:the )?(?:effect|risk|impact)s?|any (?:risk|downtime|danger)s?|(?:is there|will there be) (?:any )?(?:downtime|risk|danger))$`,
      "iu",
    ),
  ],
];

/** “Is that safe?”, “会丢数据吗”, “which cluster is that”: undefined when it asks nothing about the change. */
export const cardQuestionIn = (message: string): CardQuestion | undefined => {
  if (asksNow(message)) return "now";
  const text = normalize(message)
    .replace(/[\s.?!。？！~]+$/u, "")
    .trim();
  if (text.length > 60) return undefined;
  return questions.find(([, pattern]) => pattern.test(text))?.[0] ?? (wondersIfGood(message) ? "effect" : undefined);
};

/** “Ok?”, “可以吗”: a word that would agree, asked. */
const wondersIfGood = (message: string): boolean => {
  const text = normalize(message);
  return /(?:\?|吗|么|嘛)[\s.?!~]*$/u.test(text) && replyWordsIn(text.replace(/[吗么嘛]/gu, " ")).only === "yes";
};
