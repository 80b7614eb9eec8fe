import { normalize } from "../text/normalize.ts";
import { readPieces } from "../text/phrases.ts";

/** What is asked of the last answer in one respect only. */
export type Turned =
  /** Which they are that were counted. */
  | "listed"
  /** The container beside the one that was read. */
  | "other_container"
  /** More of a log, or all of it. */
  | "longer"
  | "whole";

const lead = String.raw`^(?:(?:and|n|&|ok(?:ay)?|so|now|then|please|can you|could you|can i see|show me|show|see|give me|get|i want|i need)[\s,]+)*`;
const tail = String.raw`(?:[\s,]+(?:please|pls|plz|then|now|too|as well|instead))*[\s?.!]*$`;
const hanLead = "^(?:那么?|好的?|嗯|再|帮我|给我|请|麻烦|把|我要|想|,|\\s)*";
const hanTail = "(?:呢|吧|吗|呀|啊|看看|看下|看一下|一下|给我)*[\\s?.!。]*$";

const patterns: readonly (readonly [Turned, string, string])[] = [
  [
    "listed",
    "(?:list|name|enumerate|print|display) (?:them|those|these|all of (?:them|those)|them all|all|em)|(?:all of )?them all|which (?:ones?|are they|ones? are they|are those)|what are they(?: called)?|their names",
    "(?:它们|这些)?(?:都|全部?|一一|逐个)?(?:列|罗列|显示|打印|写)(?:一下|出来|下|给我看)+(?:都有(?:哪些|谁))?|(?:都|分别)?(?:是|有)(?:哪些|哪几个|谁)|哪些|哪几个|(?:都)?(?:叫什么|什么名字)",
  ],
  [
    "other_container",
    "(?:the )?(?:other|second|next) container(?:'s)?(?: (?:logs?|one))?|(?:the )?(?:logs? of |log for )(?:the )?other container",
    "(?:另外?|其他|别的|还有)(?:那|一|的)*(?:个)?容器(?:的)?(?:日志)?",
  ],
  [
    "longer",
    "(?:a bit |some |even )?(?:longer|more(?: of (?:it|them|that))?(?: lines?| logs?)?|further back|older (?:ones?|lines?|logs?|entries)|earlier (?:ones?|lines?|logs?|entries)|more (?:lines?|logs?|history)|scroll up|go (?:further )?back)(?: of (?:it|that))?",
    "(?:再)?(?:多|长)(?:看|来|给|点|一?些|一点|几行|点儿)*(?:日志|行)?|更(?:多|早|长|之前)的?(?:日志|行|内容)?|往(?:前|上)(?:翻|看|再看)?|(?:更|再)?早(?:一点|一些|点)的?|还要更多|更多行",
  ],
  [
    "whole",
    "(?:the )?(?:whole|full|entire|complete|all of (?:it|them|the log)|all)(?: (?:thing|log|output|of it))?|everything|(?:show )?(?:me )?all(?: of)? (?:it|the lines|lines)|unabridged|not just the (?:end|tail|last lines)",
    "(?:全部|完整|整个|所有)的?(?:日志|内容|输出)?(?:都)?(?:要|显示|列出来|看)?|一?点?不漏",
  ],
];

const readers = patterns.map(
  ([turned, english, han]) =>
    [
      turned,
      new RegExp(`${lead}(?:${english})${tail}`, "iu"),
      new RegExp(`${hanLead}(?:${han})${hanTail}`, "iu"),
    ] as const,
);

/** “List them”, “and the other container?”, “longer”, “全部”: undefined where a message says anything else. */
export const turnedIn = (message: string): Turned | undefined => {
  const text = normalize(message).trim();
  if (text.length > 60) return undefined;
  return readers.find(([, english, han]) => english.test(text) || han.test(text))?.[0];
};

/** A message that says to look, at what it names or points at, and not what for: “我要看 dev 的”, “web-1 也看看”. */
export const saysOnlyToLook = (message: string): boolean =>
  readPieces(normalize(message)).every(
    (piece) =>
      ["word", "mark", "grammar", "unknown"].includes(piece.meaning.is) ||
      (piece.meaning.is === "intent" && piece.meaning.intent === "look"),
  );
