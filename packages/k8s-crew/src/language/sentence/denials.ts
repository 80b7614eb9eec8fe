import { degrees, wholly } from "../lexicon/spoken-forms.ts";
import { anyOf } from "../text/pattern.ts";
import { readPieces } from "../text/phrases.ts";

/**
 * A text with what is denied said in the plainest way that the tables know: “that still aren't ready” as “not ready”,
 * “haven't finished” as “not finished”, “没全起来” as “未就绪”. A phrase that a table has as it stands stays.
 */
export const withPlainDenials = (text: string): string =>
  text.length > longest || !denial.test(text)
    ? text
    : [asked, neverRestarted, notAll, notSo, notYet, hanNotAll, hanNotYet].reduce((plain, write) => write(plain), text);

/** A longer message is a story that is told. */
const longest = 500;
const denial = /n't|\b(?:not|never)\b|[没不未]/iu;

const degree = anyOf(degrees);
const whole = anyOf(wholly);

/** “Isn't redis running?”: whoever asks so asks whether it is. */
const asked = (text: string): string =>
  text.replace(/^(?<be>\s*(?:is|are|was|were))n't(?=\s+(?:the\s+)?[a-z][\w.-]*\s+\w)/iu, "$<be>");

/** “Haven't restarted”, “never restarted”, “没重启过”: none of it. */
const neverRestarted = (text: string): string =>
  text
    .replace(
      /(?<![\w-])(?<of>pods?|containers?|things?|anything|ones?|that|which|who|what)\s+(?:(?:that|which|who)\s+)?(?:(?:have|has|had|did|do|does|are|is|were|was)(?:n't|\s+(?:not|never))|never)\s+(?:yet\s+|been\s+|ever\s+)*restart(?:s|ed)?(?![\w-])/giu,
      "$<of> with zero restarts ",
    )
    .replace(/(?<!有)(?:从来?|一直)?(?:没有?|未)(?:有)?(?:被)?重启过?的/gu, " 重启等于 0 次的 ");

const that = String.raw`(?:(?:that|which|who)\s+)?`;
const denies = String.raw`(?<![\w-])(?:(?:is|are|was|were|'s|'re)(?:n't|\s+not)|not)`;

/** “Aren't fully up”, “don't have all replicas”: some are, and not all. */
const notAll = (text: string): string =>
  text
    .replace(
      /(?:(?:that|which|who)\s+)?(?<![\w-])(?:do|does|have|has|are|is)(?:n't|\s+not)\s+(?:have\s+|got\s+|yet\s+|at\s+)*(?:all|enough)(?:\s+of)?(?:\s+(?:the|their|its))?\s+(?:replicas?|pods?|copies|instances)(?:\s+(?:up|ready|running|available|there))*(?![\w-])/giu,
      " not ready ",
    )
    .replace(
      new RegExp(
        String.raw`${that}${denies}\s+(?:${degree}\s+)*${whole}\s+(?:of\s+them\s+)?(?:up and running|up|ready|running|available|there|healthy|green|rolled out|started|scaled up)(?![\w-])`,
        "giu",
      ),
      " not ready ",
    );

/** “That aren't completed”, “which still aren't in dev”: what stands behind it, denied. */
const notSo = (text: string): string =>
  text.replace(
    new RegExp(String.raw`${that}${denies}\s+(?:${degree}\s+)*(?<what>[a-z][a-z-]*)(?![\w-]| to date)`, "giu"),
    (said: string, ...rest: readonly unknown[]) => {
      const word = wordOf(rest);
      if (word === undefined || isOnePhrase(said)) return said;
      if (isUp(word)) return " not running ";
      const isPlain = saysHow(word) || isOnePhrase(`not ${word}`) || /^(?:in|on|at)$/iu.test(word);
      return isPlain ? ` not ${word}` : said;
    },
  );

/** “Haven't finished”, “didn't get ready”, “never completed”. */
const notYet = (text: string): string =>
  text.replace(
    /(?:(?:that|which|who)\s+)?(?<![\w-])(?:(?:have|has|had|did|do|does)n't|never|(?:have|has|had|did)\s+(?:not|never))\s+(?:yet\s+|been\s+|ever\s+|got(?:ten)?\s+|get\s+|become\s+)*(?<what>finish(?:ed)?|complet(?:e|ed)|succeed(?:ed)?|ready|available|bound)(?:\s+yet)?(?![\w-])/giu,
    (_, what: string) =>
      /^(?:ready|available)$/iu.test(what) ? " not ready " : ` not ${/^bound/iu.test(what) ? "bound" : "completed"} `,
  );

const hanNot = "(?:还没有?|尚未|并未|没有|没能|没|未|不是)";

/** “没完全起来”, “没全就绪”: some are, and not all. */
const hanNotAll = (text: string): string =>
  text.replace(
    new RegExp(
      `${hanNot}(?:${degree})*${whole}(?:跑|启动|拉|部署|准备)?(?:起来|就绪|好|起|齐|可用|ready|running|up)(?:的)?`,
      "giu",
    ),
    " 未就绪 ",
  );

/** “还没跑完的”, “没暂停的”: a state, denied. */
const hanNotYet = (text: string): string =>
  text
    .replace(new RegExp(`${hanNot}(?:跑|执行|运行|做|处理)?(?:完成|完|结束)(?:的|了)?`, "gu"), " 不含completed的 ")
    .replace(/不是\s?(?<what>[a-z]+)(?:\s?状态)?的?/giu, (said: string, what: string) =>
      isOnePhrase(said) || !saysHow(what) ? said : ` 不含${what}的 `,
    )
    .replace(new RegExp(`${hanNot}(?:被)?(?:暂停|挂起|停用)的`, "gu"), " 不含suspended的 ")
    .replace(/(?:还没|没有?|尚未)(?:弄|搞|准备)?好的?(?=[\s?？,，。!！吗呢]|$)/gu, " 未就绪 ");

const wordOf = (rest: readonly unknown[]): string | undefined => {
  const [word] = rest;
  return typeof word === "string" ? word : undefined;
};

const isUp = (word: string): boolean => /^(?:up|alive|live|available)$/iu.test(word);

const isOnePhrase = (said: string): boolean => readPieces(said).length === 1;

/** A word for how things are. */
const saysHow = (word: string): boolean => {
  const [piece, ...more] = readPieces(word);
  if (piece === undefined || more.length > 0) return false;
  return (
    piece.meaning.is === "quality" || piece.meaning.is === "state" || /^(?:ready|healthy|ok|okay|fine)$/iu.test(word)
  );
};
