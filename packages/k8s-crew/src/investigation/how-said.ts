import { resources } from "../catalog/resources.ts";

const kinds = resources.flatMap(({ words }) => words.filter((word) => word.length > 2)).join("|");
const kindsInChinese = resources.flatMap(({ zh }) => zh).join("|");

const ready = {
  good: /\b(?:is|are|became|becomes?|have become|all|reports?|reporting) (?:now |already |fully |all |both |back |reporting |as )*(?:ready|available|up)\b(?! to\b)|(?:就绪|可用(?!的)|准备好)|(?:处于|状态(?:是|为)?|是)\s?Ready/iu,
  bad: /\b(?:not|n't)(?: yet| fully| all)* (?:ready|available|up)\b|\bun(?:ready|available)\b|\b(?:none|no)\b[^.\n]{0,40}\b(?:ready|available)\b|(?:未|没有?|不|尚未)(?:全部|完全|都)?(?:就绪|可用(?!的)|准备好)/iu,
};

const well = {
  good: /\b(?:is|are|looks?|seems?|appears?|runs?|running|works?|working|is doing)(?: to be)?(?: \w+ly| all| both| just)? (?:healthy|fine|ok|okay|well|normal(?:ly)?|stable|good|as expected|up and running|without (?:any )?(?:problems?|issues?|errors?))\b|\b(?:has|have|shows?) no (?:problems?|issues?)\b|\bin good (?:shape|condition|health)\b|(?:正常|健康|稳定|良好)|没有?(?:发现)?(?:任何)?(?:问题|异常)|没什么问题/iu,
  bad: /\b(?:not|n't)(?: \w+ly| all)? (?:healthy|fine|ok|okay|well|normal|stable|good|running|working)\b|\bun(?:healthy|stable)\b|(?:不|并非|不太|未)(?:是)?(?:完全|都|太|能)?(?:正常|健康|稳定)|不可用|(?<!没)有(?:一些)?(?:问题|异常|故障)|挂了|\b(?:has|have|shows?) (?:some |several )?(?:problems?|issues?)\b|\b(?:is|are) (?:(?:now|still|currently|constantly|repeatedly) )?(?:down|broken|in trouble|degraded|in (?:bad|poor) (?:shape|condition)|crashing|crash-looping|failing(?=[\s.,;!]*$))\b|\bkeeps (?:on )?crashing\b|(?:状态|运行|工作)异常|(?:一直|正|反复|不断|不停)在?崩溃/iu,
};

/** That something runs, and not what it runs or where. */
const running = {
  good: /\b(?:is|are)(?: (?:now|still|already|all|both|[a-z]+ly))* running(?=[\s*`]*(?:$|[.,;!?)]|normally|fine|well|again|now\b))|(?:正在|都在|均在|仍在|还在|已在)(?:正常|稳定)?运行(?=[\s*`]*(?:$|[。，,;；！.]))|运行中(?=[\s*`]*(?:$|[。，,;；！.]))/iu,
  bad: /\b(?:not|n't|never)\b[^.\n]{0,12}\brunning\b|[没未不](?:有|再)?(?:正|都|全部?)?在?运行/iu,
};

type Patterns = { readonly good: RegExp; readonly bad: RegExp };

/** Whether a clause says of the thing itself that it is ready; undefined where it says neither. */
export const readinessSaid = (clause: string, names: readonly string[]): boolean | undefined =>
  judged(clause, names, ready);

/** Whether a clause says of the thing itself that it runs; undefined where it denies it as well. */
export const isRunningSaid = (clause: string, names: readonly string[]): boolean =>
  judged(clause, names, running) === true;

/** Whether a clause says of the thing itself that it is well. */
export const wellbeingSaid = (clause: string, names: readonly string[]): boolean | undefined =>
  judged(clause, names, well);

/** That there is nothing wrong, without saying with what. */
export const nothingWrong =
  /^(?:there (?:is|are) )?(?:no|nothing)(?: \w+)? (?:problems?|issues?|wrong)\b|^nothing (?:needs|requires|to worry|of concern|stands out)\b|\b(?:see|saw|found|find|detected) no (?:problems?|issues?|errors?)\b|^no action (?:is )?(?:needed|required)\b|^没(?:有)?(?:发现)?(?:任何|什么|啥)?(?:问题|异常)|^(?:无需处理|不用担心)/iu;

const judged = (clause: string, names: readonly string[], { good, bad }: Patterns): boolean | undefined => {
  const isBad = bad.exec(clause);
  if (isBad) return isPlain(clause.slice(0, isBad.index), names) ? false : undefined;
  const isGood = good.exec(clause);
  return isGood && isPlain(clause.slice(0, isGood.index), names) ? true : undefined;
};

/** Words that may stand before what is said of a thing without making it a part or a neighbour of it. */
const around = new RegExp(
  String.raw`\b(?:so|but|and|also|now|currently|overall|otherwise|still|the|this|that|these|its|it|they|all|both|every|each|of|in|replicas?|containers?|pods?|endpoints?|everything|has|have|is|are|been|itself|namespace|cluster|there|total|across|looking|looks|at|right|moment|like|overall|only|just|about|altogether|two|three|four|a|an|${kinds})s?\b|这个?|那个?|该|此|它们?|其|目前|现在|当前|整体|一切|全部|所有|都|均|也|还|很|已经?|的|状态|运行|工作|副本|容器|本身|里|中|在|是|处于|有|来看|一直|始终|恢复|后端|端点|看起来|总的|总体|一共|总共|只|仅|目前|共|[一二两三四五六七八九十]|个|台|${kindsInChinese}|[\s,，.。:：“”"'()（）\d/*\x60]`,
  "giu",
);

/** Whether a part of a clause tells of nothing but the thing or the place itself. */
export const isPlain = (part: string, names: readonly string[] = []): boolean =>
  names
    .reduce((text, name) => text.replaceAll(name, " "), part)
    .replace(/\b[a-z0-9]+(?:-[a-z0-9]+)+\b/gu, "")
    .replace(around, "") === "";
