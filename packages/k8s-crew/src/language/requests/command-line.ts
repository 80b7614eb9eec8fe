import { programs } from "../lexicon/programs.ts";
import type { Language } from "../types.ts";

/** A command that is to be run in a container, and the text that says in which. */
export type TakenCommandLine = { readonly run: string; readonly rest: string };

const program = `(?:${programs.map((name) => name.replaceAll(".", String.raw`\.`)).join("|")})(?![\\w-])`;
const line = `(?:[\`"'](?<quoted>[^\`"'\\n]{1,200})[\`"']|(?<plain>${program}[^,;，；。?？\\n]{0,200}?))`;

const patterns: Readonly<Record<Language, readonly RegExp[]>> = {
  zh: [
    new RegExp(
      `(?:进入?到?|登录到?|在|到|去)\\s?(?<where>[^，。?？\\n]{1,80}?)\\s?(?:里面|里边|里|中|内|上)?\\s?(?:去)?(?:执行|运行|跑)(?:一下|下)?(?:这个|一条)?(?:命令)?[:：]?\\s?${line}(?:\\s?(?:命令|看看|一下))?[。!！?？吧]*$`,
      "iu",
    ),
  ],
  en: [
    new RegExp(
      `^(?:please\\s|can you\\s|could you\\s)?(?:run|execute|exec)\\s(?:the\\scommand\\s)?${line}\\s(?:command\\s)?(?:in|inside|on|within)\\s(?<where>[^,;?\\n]{1,80}?)[?.!]*$`,
      "iu",
    ),
    new RegExp(
      `^(?:please\\s|can you\\s|could you\\s)?(?:exec|shell|ssh|go|log)\\s(?:in)?to\\s(?<where>[^,;?\\n]{1,80}?)(?:\\sand|,)\\s(?:run|execute)\\s${line}[?.!]*$`,
      "iu",
    ),
  ],
};

/** “Run ls in redis-0”, “进到 redis-0 里执行 ls”: only what is quoted, or begins with a well-known program. */
export const takeCommandLine = (text: string, language: Language): TakenCommandLine | undefined => {
  for (const pattern of patterns[language]) {
    const { quoted, plain, where } = pattern.exec(text)?.groups ?? {};
    const run = (quoted ?? plain)?.trim();
    if (run !== undefined && run !== "" && where !== undefined)
      return { run, rest: language === "zh" ? `进入 ${where}` : `exec into ${where}` };
  }
  return undefined;
};
