import type { AgentError } from "@k8s-copilot/crew";
import type { Language } from "../output/output.ts";
import { sayLimit } from "./budget-words.ts";
import { bracketed, fill } from "./fill.ts";
import { modelCauseWords } from "./model-cause-words.ts";
import { modelCodeWords } from "./model-code-words.ts";

type Told = Pick<AgentError, "code" | "detail" | "cause" | "spent" | "retryAfterMs" | "replacement"> &
  Partial<Pick<AgentError, "message">>;

/** Why a model gave no answer, as one sentence for a person, and what helps. What was said of it stands in brackets. */
export const modelSentence = (
  error: Told,
  language: Language,
): { readonly code: string; readonly message: string; readonly remedy: string } => {
  const { code, cause, retryAfterMs, replacement } = error;
  const { problem, remedy, replaced, waited } = (cause && modelCauseWords[cause]) ?? modelCodeWords[code];
  const end = language === "zh" ? "。" : ".";
  const helps =
    replaced && replacement !== undefined
      ? fill(replaced[language], { replacement })
      : waited && retryAfterMs
        ? fill(waited[language], { wait: waitOf(retryAfterMs, language) })
        : remedy[language];
  return {
    code,
    message: `${problem[language]}${bracketed(language, detailOf(error, language))}${end}`,
    remedy: helps,
  };
};

/** What the vendor said, or which limit it is. A failure of our own has no other words than those of its row. */
const detailOf = ({ detail, message, spent }: Told, language: Language): string => {
  if (spent !== undefined) return sayLimit(language, spent);
  return detail === message ? "" : detail;
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
