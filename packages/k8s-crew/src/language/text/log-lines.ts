import { loggedLevels, loggedTroubles, tells } from "../lexicon/log-lines.ts";

/** What the lines of a log have to hold, each as alternatives apart by `|`, and the text without it. */
export type TakenLines = { readonly holding: readonly string[]; readonly rest: string };

/** “Grep discount in the logs”, “包含 discount 的日志”, “有没有死锁”, “does web say anything about discount”. */
export const takeLines = (text: string): TakenLines =>
  [...questions, ...(ofLogs.test(text) ? quoting : []), ...asking, ...levels].reduce<TakenLines>(
    (taken, { pattern, logged, means }) => {
      const match = pattern.exec(taken.rest);
      const held = logged ?? match?.groups?.text;
      if (match === null || held === undefined) return taken;
      const { what = "", logs = "" } = match.groups ?? {};
      const instead = means?.replace("{what}", what).replace("{logs}", logs) ?? "";
      const rest = `${taken.rest.slice(0, match.index)} ${instead} ${taken.rest.slice(match.index + match[0].length)}`;
      return { holding: [...taken.holding, held], rest };
    },
    { holding: [], rest: text },
  );

/** Words of logs: what a text quotes beside them stands in their lines. */
const ofLogs = /日志|\blogs?\b|\bgrep\b/iu;

/** `means`: what stands for the words that are taken out. */
type Row = { readonly pattern: RegExp; readonly logged?: string; readonly means?: string };

/** No text to look for: what is said of any log, and what begins a clause. */
const noText =
  "(?:the|a|an|all|any|anything|something|much|logs?|lines?|errors?|exceptions?|in|for|of|from|to|on|it|its|that|this|what|why|when|how|where|who|whether|if|about|lately|recently|now|again|still|there)";

/** A quotation, or one word. */
const texts = [
  String.raw`["'“](?<text>[^"'”\n]{2,80})["'”]`,
  String.raw`(?!${noText}(?![\w.:/@-]))(?<text>[\w.:/@-]*\w)`,
];

const quoting = texts.flatMap((text) =>
  [
    String.raw`(?<!\w)(?:grep|filter)(?:\s(?:for|by|on))?\s${text}(?:\s(?:in|inside|within|through|from)(?=\s))?`,
    String.raw`(?<!\w)(?:search|look)\s(?:for\s)?${text}(?=\s(?:in|inside|within|through)\b)`,
    String.raw`(?<!\w)(?:lines?|entries|messages?)\s(?:that\s)?(?:with|containing|contains?|mentioning|mentions?|matching|match|holding|hold|have|saying|says?)\s${text}`,
    String.raw`(?<!\w)(?:(?:that|which)\s)?(?:containing|contains?|mentioning|mentions?|matching|match|including|includes?)\s(?:the\s(?:word|string|text)\s|(?:anything|something)\sabout\s)?${text}`,
    String.raw`(?:只看|只要|过滤出?|查找|搜索?|找)(?:一下|下)?\s?(?:包含|含有?|带有?|出现)?了?\s?${text}(?:\s?的)?(?=\s?(?:行|的|日志|$))`,
    String.raw`(?:包含|含有?|带有?|出现|提到)(?:了|过)?\s?${text}\s?的(?=\s?(?:行|日志|记录))`,
  ].map((pattern): Row => ({ pattern: new RegExp(pattern, "iu") })),
);

const inEn = "(?:in|inside|within|from)";
const whoseEn = String.raw`(?:the\s|our\s)?(?:logs?\sof\s)?(?!(?:there|anyone|anybody|anything|you|we|i)\b)(?<what>[\w./-]*\w)(?:'s)?(?:\s(?:pods?|logs?|been))*`;
const besidesEn = String.raw`(?:(?:ever|still|just|really|also|been)\s)*`;
const anything =
  "(?:(?:anything|something|sth|a word|a thing|stuff|any lines?|lines?)(?: (?:at all|like|with|containing))? )?";

const levelOf = (said: string): string => String.raw`(?<![\w-])(?:${said})(?![\w-])`;

/** Questions whether a log says something, with what is asked for put in place of the question. */
const questions = texts.flatMap((text): readonly Row[] => [
  ...[
    // “Does web say anything about discount”.
    String.raw`(?:does|did|do)\s${whoseEn}\s${besidesEn}${tells.does}`,
    // “Has web ever logged discount”.
    String.raw`(?:has|have|is|was|are)\s${whoseEn}\s${besidesEn}${tells.did}`,
  ].map(
    (asked): Row => ({
      pattern: new RegExp(String.raw`(?<!\w)${asked}\s${anything}(?:about\s|of\s|on\s)?${text}`, "iu"),
      means: "logs of {what}",
    }),
  ),
  {
    // “Was there anything in web's log about discount”.
    pattern: new RegExp(
      String.raw`(?<!\w)(?:(?:is|was|are|were)\sthere\s|(?:do|can|did)\s(?:you|we|i)\s(?:see|find)\s)?(?:anything|something|a\sline|lines)\s(?=(?:in|inside)\s(?:the\s)?[\w./-]+(?:'s)?\slogs?\b)(?<logs>.{0,80}\blogs?)\s(?:about|on|with|mentioning|containing)\s${text}`,
      "iu",
    ),
    means: "{logs}",
  },
  {
    // “Any mention of discount in the web logs”, “is there a 502 in the logs of web”.
    pattern: new RegExp(
      String.raw`(?<!\w)(?:(?:is|are|was|were)\sthere\s|(?:do|can|did)\s(?:you|we|i)\s(?:see|find|spot)\s)?(?:any(?:thing)?|a|an|some(?:thing)?)\s(?:about\s|like\s|(?:mentions?|signs?|traces?|hits?|hints?|occurrences?|lines?)\s(?:of|for|with|containing|about)\s)?${text}\s${inEn}\s(?=(?:the\s|its\s|their\s|those\s)?(?:logs?\b|[\w./-]+(?:'s)?\s(?:pods?\s)?logs?\b))`,
      "iu",
    ),
    means: "",
  },
  {
    // “Web connection reset in the logs?”.
    pattern:
      /^\s*(?<what>[a-z][\w.-]*\w)(?:'s)?\s(?!(?:is|are|was|has|does|errors?|exceptions?|warnings?|logs?|and|or|pods?)\b)(?<text>[\w-]+(?:\s[\w-]+){0,2})\s(?:in|inside)\s(?:the\s|its\s|their\s)?logs?(?=\s*\?)/iu,
    means: "logs of {what}",
  },
  {
    // “Does discount show up in web's logs”.
    pattern: new RegExp(
      String.raw`(?<!\w)(?:does|did|do|has|have)\s${text}\s(?:ever\s)?(?:show(?:n|ed)?\sup|appear(?:ed)?|occur(?:red)?|come\sup|turn(?:ed)?\sup)\s${inEn}\s(?=.{0,80}\blogs?\b)`,
      "iu",
    ),
    means: "",
  },
  {
    // “web 的日志里有没有提到 discount”, “web 有没有打印过 discount”.
    pattern: new RegExp(
      String.raw`(?:(?<=(?:日志|log)s?\s?(?:里面?|中|内容)?(?:现在|最近|到底)?\s?)(?:有没有|有无|是否有?|有)(?:${tells.zh})?(?:了|过)?|(?:有没有|有无|是否)(?:在日志里)?${tells.zh}(?:了|过)?|(?<=日志(?:里面?|中|内容)?)${tells.zh}过(?=[^,，。]{0,80}(?:吗|么|没有?|嘛)[\s?？]*$))(?:关于|跟|和|任何)?\s?${text}\s?(?:的|相关的?|有关的?|字样|这个词|关键字|内容|记录|东西|信息|日志)*(?:吗|么|没有?|嘛|不)?(?=[\s?？。!！,，]|$)`,
      "iu",
    ),
    means: "的日志",
  },
]);

const asking = loggedTroubles.map(
  ([said, logged]): Row => ({
    logged,
    pattern: new RegExp(
      String.raw`(?:(?:有没有|有无|是否有|是不是有|有)(?:出现|发生|报)?过?\s?(?:${said})(?:了|过)?(?:吗|么)?|(?<!\w)(?:(?:are|is|were|was)\sthere\s)?(?:any|a)\s(?:${said})(?!\w)(?:\s(?:in|on|inside)(?=\s\w))?)`,
      "iu",
    ),
  }),
);

/** “有没有 WARN”, “the WARN lines of web”; “warnings” alone are events, and errors have their own way. */
const levels = loggedLevels.flatMap(([said, logged, alone]): readonly Row[] => [
  {
    logged,
    means: "logs of ",
    pattern: new RegExp(
      String.raw`(?:(?:只|仅)?(?:看|要|有没有|有无|有)\s?)?${levelOf(said)}\s?(?:level|级别?)?的?\s?(?:messages?|entries|lines?|logs?|日志|行)(?:吗|么|没有?)?(?:\s(?:of|from|in)(?=\s))?`,
      "iu",
    ),
  },
  ...(alone
    ? [
        {
          logged,
          means: "的日志",
          pattern: new RegExp(
            String.raw`(?:有没有|有无|是否有|有)(?:报|打)?(?:过)?\s?${levelOf(`${logged}s?`)}(?:吗|么|没有?)?`,
            "iu",
          ),
        },
        {
          logged,
          means: "logs of ",
          pattern: new RegExp(
            String.raw`(?<!\w)(?:(?:is|are|was|were)\sthere\s)?any\s${levelOf(`${logged}s?`)}(?:\s(?:in|on|inside|from|at)(?=\s))?`,
            "iu",
          ),
        },
      ]
    : []),
]);
