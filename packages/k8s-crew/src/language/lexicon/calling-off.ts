import { replyWords } from "./replies.ts";

/** Short words that call something off, of one script; the phrases below say it in more of them. */
const plain = (script: RegExp): readonly string[] =>
  replyWords.cancel.flatMap((row) => row.split(", ")).filter((word) => script.test(word));

/** What people say to themselves before they call something off. */
const lead =
  "(?:ugh+|argh+|meh|eh+|nah+|nope|no+|oh|ok(?:ay)?|wait|hm+|uh+|um+|well|actually|you know what|on second thoughts?|please|pls|then|so|and|yeah|sorry|screw it|whatever|i think|i guess|maybe|probably|we can|we should|you can|just)";

const what =
  "(?:it|that|this|them|these|all of (?:it|that)|everything|(?:the|this|that) (?:whole thing|change|plan|request))";
const doing = "(?:scal|chang|restart|delet|remov|roll|touch|do|bother|run|apply|go|mess|risk|start|look|check)\\w*";

const english = [
  ...plain(/^[a-z]/u),
  `never ?mind(?: (?:about )?${what})?`,
  `forget (?:about )?(?:${what}|i (?:asked|said (?:anything|that)))`,
  `(?:leave|drop|skip|scrap|scratch|abort|cancel|ditch|stop) ${what}(?: (?:be|alone|as (?:it|they) (?:is|are|was|were)))?`,
  "(?:leave|keep) (?:it|them|things|everything) (?:be|alone|(?:the way|as|like) (?:it|they) (?:is|are)|as (?:it|they) (?:is|are))",
  `(?:don'?t|do not) (?:bother|worry|trouble yourself)(?: about ${what})?`,
  `no need(?: (?:to ${doing}(?: (?:it|that|anything))?|for (?:it|that)))?`,
  "not (?:now|needed|necessary|worth it|after all|today)",
  "(?:rather|better|i'?d rather|maybe|probably|think) not",
  `let'?s not(?: ${doing}(?: (?:it|that|this|anything))?)?`,
  `(?:i'?(?:ve)? )?(?:have )?changed my mind|i take (?:it|that) back|i don'?t (?:want|need) (?:it|that|to)`,
  "(?:i'?ll|we'?ll|let'?s|i) (?:pass|leave it|skip(?: it| this)?|do (?:it|that) (?:later|myself|another time|tomorrow))",
  "no+|nope|nah|(?:that'?s )?enough|hard pass|call it off|not doing (?:it|that|this)|back out|bail(?: out)?",
];

const ending =
  "(?:then|now|for now|please|pls|plz|thanks|thank you|thx|any ?ways?|after all|instead|sorry|today|any ?more|altogether|entirely|lol|too|after all that)";

const hanLead =
  "(?:唉+|哎呀?|呃+|额+|嗯+|哦+|啊|那|就|还是|要不|我看|我想|我觉得|先|暂时|今天|现在|目前|等等|等一下|慢着|不了|不|好吧|行吧|好了|[,，、。.!！~…\\s])";

const hanDoing =
  "(?:调整?|改动?|变更|动手?|弄|搞|扩容?|缩容?|删除?|重启|回滚|查看?|看|找|选|做|执行|跑|管|要|折腾|试|问|发|加|减|换|操作|处理|碰|打扰|麻烦|更新|升级|停|继续|下一步)";

const han = [
  ...plain(/^\p{Script=Han}/u),
  "算了算了|算啦|拉倒|罢了|作罢|当我没(?:说|问|提)过?|撤了|到此为止|就到这(?:里|儿)?",
  `(?:不|别|甭|不用|不必|不想|不要|用不着|没必要|无需|不需要)(?:再|去|急着|继续)?${hanDoing}(?:它们?|这个|那个|这些|下去)?(?:了|啦)?`,
  "(?:不用|不必|没必要|不需要)(?:了|啦)?",
  "(?:先|就)?(?:放着|放一?放|搁着|搁置|不管|这样|留着|随它)(?:它|去)?",
  "(?:改天|以后|回头|下次|明天|晚点|过会儿?)再(?:说|看|弄|调|改|搞|查|来|处理|做|扩|删)",
  "我?(?:改主意|反悔|后悔|变卦|不想动它?)了",
  "(?:保持|维持)(?:现状|原样|不变)",
];
const hanEnding = "(?:吧|了|啦|哈|呢|谢谢|哦|啊|它|[,，、。.!！~…\\s])";

/** What calls off, and what may stand around it without a meaning of its own, by script. */
export const callingOff = {
  latin: { said: english, lead, ending },
  han: { said: han, lead: hanLead, ending: hanEnding },
};
