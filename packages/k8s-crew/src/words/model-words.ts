import type { AgentError } from "@k8s-copilot/crew";
import type { Language } from "../output/output.ts";
import { bracketed, fill } from "./fill.ts";
import { modelCauseWords } from "./model-cause-words.ts";
import { modelCodeWords } from "./model-code-words.ts";

type Told = Pick<AgentError, "code" | "detail" | "cause" | "retryAfterMs" | "replacement">;

/** Why a model gave no answer, as one sentence for a person, and what helps. `detail` stands in brackets behind it. */
export const modelSentence = (
  { code, detail, cause, retryAfterMs, replacement }: Told,
  language: Language,
): { readonly code: string; readonly message: string; readonly remedy: string } => {
  const { problem, remedy, replaced, waited } = (cause && modelCauseWords[cause]) ?? modelCodeWords[code];
  const end = language === "zh" ? "。" : ".";
  const helps =
    replaced && replacement !== undefined
      ? fill(replaced[language], { replacement })
      : waited && retryAfterMs
        ? fill(waited[language], { wait: waitOf(retryAfterMs, language) })
        : remedy[language];
  return { code, message: `${problem[language]}${bracketed(language, detail)}${end}`, remedy: helps };
};

type Unit = readonly [seconds: number, words: Readonly<Record<Language, string>>];

const seconds: Unit = [1, { zh: "{count} 秒", en: "{count} {count|second|seconds}" }];
const units: readonly Unit[] = [
  [86_400, { zh: "{count} 天", en: "{count} {count|day|days}" }],
  [3_600, { zh: "{count} 小时", en: "{count} {count|hour|hours}" }],
  [60, { zh: "{count} 分钟", en: "{count} {count|minute|minutes}" }],
];

/** In the largest unit that says it well enough, and never too short. */
const waitOf = (ms: number, language: Language): string => {
  const whole = Math.max(1, Math.ceil(ms / 1000));
  const [length, words] = units.find(([unit]) => whole % unit === 0 || whole >= 3 * unit) ?? seconds;
  return fill(words[language], { count: Math.ceil(whole / length) });
};
