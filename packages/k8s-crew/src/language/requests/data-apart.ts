/** What a person asks, and the text that it is asked of. */
export type DataApart = { readonly asks: string; readonly data: string };

/**
 * Who asks what the lines below or above mean has copied them from somewhere: they are data to look at. What they say to
 * do is nobody's request.
 */
export const dataApart = (message: string): DataApart | undefined => {
  const lines = message.split("\n").map((line) => line.trimEnd());
  const [first = "", ...below] = lines;
  const last = lines.at(-1) ?? "";
  const above = lines.slice(0, -1);
  if (isAsked(first, below)) return { asks: first, data: below.join("\n").trim() };
  return isAsked(last, above) ? { asks: last, data: above.join("\n").trim() } : undefined;
};

const isAsked = (line: string, others: readonly string[]): boolean =>
  others.some((other) => other.trim() !== "") && asksMeaning(line);

/** “What does this mean”, “看不懂这行”: of the text that comes with it. */
export const asksMeaning = (line: string): boolean => line.length <= longest && meaning.test(line);

/** A question for the meaning of something is short. */
const longest = 200;

const meaning =
  /\b(?:explain|interpret|summari[sz]e|make sense of|decipher|translate)\b|\bwhat (?:do|does|did|is|are|was|were|['’]s)\b.{0,40}\b(?:this|these|that|it|below|above|following|mean|log|line|output|message|error)s?\b|\b(?:don['’]?t|do not|can['’]?t|cannot|not) (?:get|understand|read|follow)\b|\b(?:any ideas?|thoughts) (?:about|on|what)\b|\bmeaning of\b|解释|什么意思|啥意思|是什么意思|看不懂|没看懂|看不明白|总结|概括|分析一?下|帮我看看?(?:下|一下)?(?:这|下面|以下)|(?:这|下面|以下|上面)(?:段|行|条|几行|个)?(?:日志|报错|输出|文本|内容|信息|错误|里|说)?.{0,6}(?:是什么|说了?什么|怎么回事|啥)/iu;
