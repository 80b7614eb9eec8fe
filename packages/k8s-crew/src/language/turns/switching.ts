import { normalize } from "../text/normalize.ts";

/** A wish to look somewhere else: `where` is what was named, undefined where another cluster is wished for. */
export type Switching = {
  readonly where: string | undefined;
  /** Of which kind it is, where that was said. */
  readonly kind?: "cluster" | "namespace";
};

const name = String.raw`(?<where>(?!(?:the|a|an|this|that|my|our|another|other)\b)[\w][\w.:@/-]*)`;
/** What stands behind its kind is no word for another kind. */
const without = (words: string): string => String.raw`(?!(?:${words}|to)\b)(?<other>[\w][\w.:@/-]*)`;
const kinds = "(?:cluster|context|namespace|ns|environment|env)";
const hanKinds = "(?:集群|命名空间|名称空间|环境)";

const wished = String.raw`(?:(?:please|ok(?:ay)?|now|then|let's|can you|could you|pls)[\s,]+)*`;
const then = "(?: now| please| pls| instead| from now on)?";
const english = new RegExp(
  String.raw`^${wished}(?:switch|change|move|jump|go)(?: over| back)?(?: (?:to|into))(?: the)?(?: ${kinds})? ${name}(?: ${kinds})?${then}$`,
  "iu",
);
const used = new RegExp(
  String.raw`^${wished}(?:use|work (?:in|on|with)|stay in|set)(?: the)? (?:${name} ${kinds}|${kinds}(?: to)? ${without(kinds)})${then}$`,
  "iu",
);
const kindFirst = new RegExp(
  String.raw`^${wished}(?:switch|change|move|set)(?: the)? ${kinds}(?: to)?(?: the)? ${without(kinds)}${then}$`,
  "iu",
);
const han = new RegExp(
  String.raw`^(?:请|先|现在|那|帮我|我们|给我|接下来|后面)*(?:切换?|换|改|转|跳)(?:回|到|成|至|去)*\s?(?:${hanKinds}|${kinds})?\s?(?:到|成|为|至)?\s?${name}\s?(?:${hanKinds}|${kinds})?(?:[上里]面?)?(?:去|吧|看看)?$`,
  "iu",
);
const hanUsed = new RegExp(
  String.raw`^(?:请|先|现在|那|帮我|我们|给我|接下来|后面|就|都)*(?:使用|用|进入?|进到)\s?(?:(?:${hanKinds}|${kinds})\s?${without(kinds)}|${name}\s?这?个?(?:${hanKinds}|${kinds}))(?:[上里]面?)?(?:吧|就行)?$`,
  "iu",
);
const another =
  /^(?:请|先|那|我想|帮我)*(?:切换?|换)(?:一?个|一?下|别的)?集群(?:吧|看看)?$|^(?:please |can i |let's )?(?:switch|change)(?: to)?(?: the| a| another| a different| an other)? ?clusters?$/iu;

/** “Switch to staging”, “切到 dev 命名空间”, “换个集群”: undefined when the message says anything else. */
export const switchingIn = (message: string): Switching | undefined => {
  const text = normalize(message).replace(/[\s.!?。！？]+$/u, "");
  if (another.test(text)) return { where: undefined };
  const patterns = [english, used, kindFirst, han, hanUsed];
  const where = patterns.flatMap((pattern) => {
    const { where: first, other } = pattern.exec(text)?.groups ?? {};
    return first ?? other ?? [];
  })[0];
  return where === undefined ? undefined : { where, ...kindSaid(text.replace(where, " ")) };
};

const kindSaid = (text: string): Pick<Switching, "kind"> => {
  if (/\b(?:namespace|ns)\b|命名空间|名称空间/iu.test(text)) return { kind: "namespace" };
  return /\b(?:cluster|context)\b|集群/iu.test(text) ? { kind: "cluster" } : {};
};
