import { loggedTroubles } from "../lexicon/log-lines.ts";

/** What the lines of a log have to hold, each as alternatives apart by `|`, and the text without it. */
export type TakenLines = { readonly holding: readonly string[]; readonly rest: string };

/** “grep discount in the logs”, “包含 discount 的日志”, “有没有死锁”. */
export const takeLines = (text: string): TakenLines =>
  [...(ofLogs.test(text) ? quoting : []), ...asking].reduce<TakenLines>(
    (taken, { pattern, logged }) => {
      const match = pattern.exec(taken.rest);
      const held = logged ?? match?.groups?.text;
      if (match === null || held === undefined) return taken;
      const rest = `${taken.rest.slice(0, match.index)} ${taken.rest.slice(match.index + match[0].length)}`;
      return { holding: [...taken.holding, held], rest };
    },
    { holding: [], rest: text },
  );

/** Words of logs: what a text quotes beside them stands in their lines. */
const ofLogs = /日志|\blogs?\b|\bgrep\b/iu;

type Row = { readonly pattern: RegExp; readonly logged?: string };

/** A quotation, or one word. */
const texts = [
  String.raw`["'“](?<text>[^"'”\n]{2,80})["'”]`,
  String.raw`(?!(?:the|a|an|all|any|logs?|errors?|in|for|of|from)\b)(?<text>[\w.:/@-]*\w)`,
];

const quoting = texts.flatMap((text) =>
  [
    String.raw`(?<!\w)(?:grep|filter)(?:\s(?:for|by|on))?\s${text}`,
    String.raw`(?<!\w)(?:search|look)\s(?:for\s)?${text}(?=\s(?:in|inside|within|through)\b)`,
    String.raw`(?<!\w)(?:lines?|entries|messages?)\s(?:that\s)?(?:with|containing|contains?|mentioning|mentions?|matching|match|holding|hold|have|saying|says?)\s${text}`,
    String.raw`(?:只看|只要|过滤出?|查找|搜索?|找)(?:一下|下)?\s?(?:包含|含有?|带有?|出现)?了?\s?${text}(?:\s?的)?(?=\s?(?:行|的|日志|$))`,
    String.raw`(?:包含|含有?|带有?|出现|提到)(?:了|过)?\s?${text}\s?的(?=\s?(?:行|日志|记录))`,
  ].map((pattern): Row => ({ pattern: new RegExp(pattern, "iu") })),
);

const asking = loggedTroubles.map(
  ([said, logged]): Row => ({
    logged,
    pattern: new RegExp(
      String.raw`(?:(?:有没有|有无|是否有|是不是有|有)(?:出现|发生|报)?过?\s?(?:${said})(?:了|过)?(?:吗|么)?|(?<!\w)(?:(?:are|is|were|was)\sthere\s)?(?:any|a)\s(?:${said})(?!\w)(?:\s(?:in|on|inside)(?=\s\w))?)`,
      "iu",
    ),
  }),
);
