import type { Language } from "@k8s-copilot/k8s-crew";

export type Environment = Readonly<Record<string, string | undefined>>;

/** The language of a message, where it can be told: one Chinese character is enough to be answered in Chinese. */
const languageOf = (message: string): Language | undefined => {
  if (/\p{Script=Han}/u.test(message)) return "zh";
  return /\p{Letter}/u.test(message) ? "en" : undefined;
};

/** The language of the computer, as POSIX orders its variables. Default: English. */
const localeLanguage = (environment: Environment): Language => {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return /^zh/i.test(locale) ? "zh" : "en";
};

/** What was asked for by flag or config file, else the message's own, else the computer's. */
export const chooseLanguage = (
  wanted: Language | "auto" | undefined,
  message: string,
  environment: Environment,
): Language => {
  if (wanted === "zh" || wanted === "en") return wanted;
  return languageOf(message) ?? localeLanguage(environment);
};
