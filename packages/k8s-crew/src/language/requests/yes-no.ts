import type { YesNo } from "../condition.ts";
import {
  beginsAny,
  beginsWhether,
  endsWhether,
  zhEndsWhether,
  zhWhetherAny,
  zhWhetherSo,
} from "../lexicon/questions.ts";

/** The yes or no that is wanted, and of what: that something is so, that there is some of it, that it came out well. */
export const yesNoIn = (text: string): YesNo["asks"] | undefined => {
  if (!wanted.some((pattern) => pattern.test(text))) return undefined;
  if (outcome.test(text)) return "done";
  return some.test(text) ? "has" : "is";
};

/** Whether there is any is asked: yes or no is the answer, and what there is comes after it. */
export const asksWhether = (text: string): boolean => asking.some((pattern) => pattern.test(text));

const wanted: readonly RegExp[] = [beginsWhether, endsWhether, zhEndsWhether, zhWhetherAny, zhWhetherSo];

const outcome =
  /\b(?:finish(?:ed)?|succe(?:ed|eded|ssful)|complet(?:e|ed)|passe?d?|go(?:ne)? (?:through|well|ok|fine)|work(?:ed)? out|made? it)\b|成功|完成|跑完|做完|执行完|做好|跑好/iu;

const some =
  /\b(?:have|has|had|any|there|got|set|configured|defined|with|use|uses|mount|mounts)\b|有没有|有无|是否有|(?<!没)有|[设配加挂打带用开]了|设没设|配没配|设置|配置/iu;

const asking: readonly RegExp[] = [
  beginsWhether,
  beginsAny,
  zhEndsWhether,
  zhWhetherAny,
  /能不能看出|看得出|看出.{0,4}(?:什么|啥|点)/u,
  /\b(?:any|anything|something)\b[^?]*\?\s*$/iu,
  /\berrors?\b[^?]{0,40}\?\s*$/iu,
];
