import { type LogSought, type Suspect, suspects, suspectWords } from "../lexicon/guesses.ts";
import { lazily } from "../text/lazily.ts";

/** What a person supposes to be the cause, and what they say beside that. */
export type TakenGuess = { readonly guesses: readonly Suspect[]; readonly rest: string };

/** “是不是内存爆了”, “代码的锅还是资源的锅”, “is it the probe”: undefined where nobody supposes anything. */
export const takeGuess = (text: string): TakenGuess | undefined => {
  for (const pattern of patterns()) {
    const found = pattern.exec(text);
    const { one = "", two = "", what = "" } = found?.groups ?? {};
    const guesses = [one, two].flatMap((said) => suspectIn(said) ?? []);
    if (found === null || guesses.length === 0) continue;
    const rest = `${text.slice(0, found.index)} ${what} ${text.slice(found.index + found[0].length)}`;
    return { guesses: [...new Set(guesses)], rest };
  }
  return undefined;
};

const suspectIn = (said: string): Suspect | undefined =>
  said === ""
    ? undefined
    : suspects.find((key) =>
        new RegExp(`^(?:${suspectWords[key].zh}|${suspectWords[key].en})$`, "iu").test(said.trim()),
      );

const any = (language: "zh" | "en"): string => suspects.map((key) => suspectWords[key][language]).join("|");

const patterns = lazily((): readonly RegExp[] => {
  const [zh, en] = [`${any("zh")}|${any("en")}`, any("en")];
  const asks = "[\\s?？。!！~]*";
  const word =
    "(?:the |a |an |some |our |its |that |just |maybe |perhaps |simply |wrong |bad |broken |missing |low |too little |not enough |out of )*";
  const fault = "(?:的|上的?|方面的?)?(?:锅|问题|原因|毛病|事儿?|缘故)";
  const ill = "(?: (?:down|full|dead|broken|missing|wrong|gone|bad|too (?:low|small)))?";
  return [
    // “代码的锅还是资源的锅”, “内存问题还是探针问题”.
    `(?:这|那)?(?:个)?(?:错|错误|问题|锅)?(?:到底|究竟)?(?:是)?(?<one>${zh})\\s?${fault}(?:呢)?\\s?[,，]?\\s?还是(?<two>${zh})\\s?(?:${fault})?(?:呢|啊|呀)?${asks}`,
    // “是不是内存爆了呀”, “会不会是探针配错了”.
    `[,，。]?\\s?(?:感觉|怀疑|估计)?(?:是不是|会不会|该不会|是否|难道|莫非|怀疑|不会)(?:是|又|因为|由于|它|它的|的|缺|没)*\\s?(?<one>${zh})(?:(?!副本|多少|几)[^,，。？?\\d]){0,8}${asks}`,
    // “内存爆了吗”, “探针的锅吧”.
    `[,，]\\s?(?:是)?(?<one>${zh})\\s?(?:${fault}|爆了|不够|满了|挂了|太小|炸了|配错了|写错了)(?:吗|么|吧|呀|啊|嘛)*${asks}$`,
    // “一直 Pending 是资源不够吗”, “跟探针有关系吗”.
    `(?:是(?:因为|由于|不是)?|(?:跟|和|与))\\s?(?<one>${zh})(?:(?!副本|多少|几|哪|什么)[^,，。？?\\d]){0,8}?(?:还是(?:(?!副本|多少|几|哪|什么)[^,，。？?\\d]){0,8}?)?(?:吗|么|吧|嘛|呀)${asks}$`,
    // “又 OOM 了？”.
    `(?:又|是)?\\s?(?<![\\w-])(?<one>oom(?:killed)?|内存溢出|爆内存|内存爆)\\s?(?:了|掉)?(?:吗|么|吧)?\\s*[?？]+\\s*$`,
    // “is it the probe that kills web”, “could it be memory”.
    `(?<!\\w)(?:is|was|could|can|might|may|would) (?:it|this|that)(?: be| have been| maybe)? (?:because of |due to |down to |caused by |related to |about )?${word}(?<one>${en})(?: (?:or|vs\\.?|versus) ${word}(?<two>${en}))?(?: (?:problem|issue|thing|related|fault|error|again|pressure|failure|failing|trouble|limits?|issues|problems))*(?: (?:that|which) (?:is |keeps? |)?(?:kill(?:s|ed|ing)?|break(?:s|ing)?|broke|restart(?:s|ed|ing)?|crash(?:es|ed|ing)?|stop(?:s|ped|ping)?|block(?:s|ed|ing)?)(?: up)? (?<what>[\\w./-]*\\w))?(?![\\w-])`,
    // “is the probe killing web”, “is memory to blame”.
    `(?<!\\w)is ${word}(?<one>${en})(?: limits?| usage)? (?:to blame|the (?:problem|cause|culprit|reason|issue)|killing|behind|breaking|crashing|restarting)(?: (?:for|of|with|it|this|that))*(?: (?<what>[\\w./-]*\\w))?`,
    // “…, memory?”, “— oom maybe?”, “because of the db?”.
    `(?:[:,;.]\\s|\\s[–-]\\s|(?<!\\w)(?:because of|due to|caused by)) ?${word}(?<one>${en})${ill}(?: or ${word}(?<two>${en})${ill}| or (?:what|something|so|else))?(?: (?:problem|issue|again|maybe|perhaps|or what|or something|i guess|i think|related))*\\s*(?:[?？]|(?<=or (?:what|something|so)))\\s*$`,
    // “cart-worker oom again?”.
    `(?<=[\\w-] )(?<one>oom(?:[- ]?kill(?:ed)?)?)(?: again| too| now)*\\s*[?？]+\\s*$`,
    // “did web run out of memory”.
    `(?<!\\w)(?:did|does|has|is) (?<what>(?!it\\b|this\\b|that\\b)[\\w./-]*\\w) (?:run|ran|running|get|got|getting|hit|been|go|went)(?: (?:killed by|an?|the|into))* ?(?<one>out of memory|oom(?:[- ]?kill(?:ed)?)?)`,
  ].map((pattern) => new RegExp(pattern, "iu"));
});

/** Who speaks of errors, or of something slow, is told by its log, however well its state is. */
export const logSoughtIn = (text: string): LogSought | undefined => {
  if (slow.test(text)) return "slow";
  return errors.test(text) ? "errors" : undefined;
};

const errors =
  /报错|错误|异常|出错|(?<![\w-])(?:error(?:s|ing|ed)?|exceptions?|stack ?traces?|50\d(?:s)?|5xx)(?![\w-])/iu;
const slow =
  /慢|卡(?!住|在|着)|延迟|超时|(?<![\w-])(?:slow(?:ly|er|ness)?|laggy|lag(?:s|ging)?|sluggish|latency|time-?outs?|timing out|times out|crawl(?:s|ing)?|takes (?:ages|forever))(?![\w-])/iu;
