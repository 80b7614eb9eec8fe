import type { Question } from "../condition.ts";
import { type FactNoun, factNouns } from "./fact-nouns.ts";

/** What of a field is meant, which the whole of it tells: “the path of the probe”. */
const enPart =
  "(?:'s|s')?(?: (?:paths?|ports?|urls?|endpoints?|timeouts?|periods?|intervals?|delays?|thresholds?|settings?|config(?:uration)?|values?|rules?|names?|details?))?";
const zhPart =
  "(?:的|里)?(?:检查|请求|探测)?(?:路径|端口|超时时间|超时|间隔|周期|延迟|阈值|参数|地址|配置|设置|规则|名字|名称|内容|情况|url|path)?";

const the = "(?:the |its |my |our )?";
const ofWhat = "(?:of|for|on|in|by|from|does|do|has|have|did)(?: the| my| our)?";
const has =
  "(?:have|has|got|use|uses|using|used|set|sets|define|defines|declare|declares|run with|runs with|run|runs|come with|carry|carries|mount|mounts|reference|references|get|gets|need|needs|tolerate)";
const someOf = "(?:any|an|a|some|its own|the)";
const isSet = "(?:set up|set|configured|defined|declared|specified|in place|enabled|attached|at all|on it|in use)";
/** In front of a field that belongs to something else, or that is said to be missing. */
const belongsElsewhere =
  "(?<!\\b(?:no|not|without|with|any|missing|lacks?|lacking|have|has|having|and|or|their|of|by|for|each|these|those|all|which|what|on|in|set|add|remove|change) )";

const english = ({ en }: FactNoun): readonly Question[] => [
  {
    before: `(?:what|which)(?: is| are|'s|s|'re) (?:all )?${the}(?:${en})${enPart}(?: ${isSet})? ${ofWhat}`,
    after: `(?:${has})?`,
  },
  {
    before: `(?:show(?: me)?|tell me|give me|get(?: me)?|list|display|check|print|see|find|need|want|dump) (?:all )?${the}(?:${en})${enPart}(?: ${isSet})? (?:of|for|on)(?: the| my| our)?`,
  },
  {
    before: `^(?:(?:and|so|hey|ok|pls|please),? )*${the}(?:${en})${enPart}(?: ${isSet})? (?:of|for|on)(?: the| my| our)?`,
  },
  {
    before: `(?:what|which)(?: kind of| sort of)? (?:${en})${enPart} (?:does|do|is|are|has|have|did|got|runs? in)(?: there)?(?: in| inside| on| within)?(?: the| my| our)?`,
    after: `(?:${has}|${isSet}|mounted|assigned|(?:on|under|with)(?=[?!.\\s]*$))?`,
  },
  {
    before: `how many (?:${en}) (?:(?:are|is) )?(?:there |allowed |left |set |mounted |defined )?(?:does|do|has|have|for|of|on|in|by)(?: the)?`,
    after: `(?:${has}|allow|allows|left)?`,
  },
  { after: `${belongsElsewhere}(?:${en})${enPart}(?: (?:is|are))?(?: ${isSet})?${last}` },
  {
    before: "^(?:does|do|has|have|did|is|are)(?: the| my| our)?",
    after: `(?:${has} )?(?:${someOf} )?(?:${en})${enPart}(?: ${isSet})?${last}`,
  },
  {
    before: `^(?:is|are) there (?:${someOf} )?(?:${en})${enPart}(?: ${isSet})? (?:on|for|in|of)(?: the)?`,
  },
  { before: "how (?:is|are)(?: the)?", after: `(?:${en})${enPart} ${isSet}` },
  { before: `how (?:is|are) the (?:${en})${enPart} (?:of|for|on|in)(?: the)?`, after: isSet },
];

/** The end of a question, with the place and the politeness that may follow it. */
const last =
  "(?=(?: (?:in|on|at) (?:the )?[\\w.-]+(?: (?:namespace|ns|cluster))?)?(?:,? (?:please|pls|plz|thx|thanks|now|right now|currently|again|btw|rn|at all|exactly|anyway))*[?!.\\s]*$)";

const gives = "(?:设置|配置|设定|指定|声明|指向|挂载|引用|注入|使用|设|配|写|用|填|给|开|挂|打|加|带)";
const what = "(?:什么|啥|哪些|哪个|哪几个|多少|多大|多久|多长|几个?|怎样|怎么样?|如何|咋样?|哪里|哪儿|哪)";
const end = "(?=[吗呢吧呀啊嘛么呗哈哦来着?？!！。.\\s]*$)";
const noYet = "(?:吗|没有|没|么|不|呢|啊)";

const chinese = ({ zh, en }: FactNoun): readonly Question[] => {
  const noun = `(?:${zh}|(?<![A-Za-z0-9_-])(?:${en})(?![A-Za-z0-9_-]))${zhPart}`;
  return [
    {
      after: `(?:里面?|上面?|中|那边)?(?:用|使用|配|挂|绑|设)?的?(?:那个|这个)? ?${noun} ?(?:现在|目前|当前|到底|分别|具体|都|各){0,4}(?:是|有|为|叫|${gives}){0,3}(?:成|的是|在|了|着|到|的){0,3}${what}?(?:样|写|配|设|配置|设置|定)?(?:路径|端口|值|时间|秒|名)?(?:的|了)?${end}`,
    },
    {
      after: `(?:都|现在|目前|到底){0,4}(?:是)?(?:有|走|跑|${gives})(?:的是|的|了|着|到){0,3}${what}(?:样的?|的)? ?${noun}(?:里|上)?`,
    },
    {
      after: `(?:现在|目前|到底){0,4}(?:有没有|是否有|是不是有|有无|是否|设没设|配没配|加没加|(?<!没)有)(?:${gives})?(?:了|过)?(?:什么|任何|自己的)? ?${noun} ?(?:的)?${noYet}?${end}`,
    },
    {
      after: `(?:里面?|上面?|中)?的?${noun} ?(?:现在|目前)?(?:是|为|设成|设为|等于) ?[A-Za-z0-9][\\w./:-]* ?(?:吗|么|吧|对吗|对吧|对不对)${end}`,
    },
    { after: `${gives}(?:了|过)(?:什么|任何)? ?${noun} ?${noYet}${end}` },
    { after: `的?${noun} ?(?:都)?${gives}(?:好)?(?:了|过)?(?:吗|没有|没|么)${end}` },
  ];
};

/** Every field in every way of asking for one; `noun` has to stand in whatever asks for it. */
export const factsByNoun: readonly {
  readonly fact: FactNoun["fact"];
  readonly noun: string;
  readonly questions: readonly Question[];
}[] = factNouns.map((noun) => ({
  fact: noun.fact,
  noun: `${noun.zh}|${noun.en}`,
  questions: [...english(noun), ...chinese(noun)],
}));

export const kindsByNoun: Readonly<Partial<Record<FactNoun["fact"], string>>> = Object.fromEntries(
  factNouns.flatMap(({ fact, kind }) => (kind === undefined ? [] : [[fact, kind]])),
);
