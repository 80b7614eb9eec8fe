import type { AskedBeyond } from "../language/index.ts";
import type { Language } from "../output/output.ts";
import { fill, type Slots } from "./fill.ts";

/** What is said of a wish that no answer can hold. */
const words = {
  format: {
    zh: "这里只能用文字和表格回答，做不到“{said}”。",
    en: "Answers here are text and tables; “{said}” cannot be done.",
  },
  schedule: {
    zh: "我只在你问的时候查看，不会定时或重复执行（“{said}”）；下面是现在的情况。",
    en: "I look only when asked and repeat nothing by myself (“{said}”); this is how it is now.",
  },
  follow: {
    zh: "我没法一直盯着（“{said}”）；下面是此刻的情况，想看新的再问一次。",
    en: "I cannot keep watching (“{said}”); this is how it is now, so ask again for news.",
  },
  delivery: {
    zh: "我不能发送或保存（“{said}”），结果只在这里。",
    en: "I can send or save nothing (“{said}”); the answer stands here only.",
  },
  later: {
    zh: "我不能到时候再执行（“{said}”），所以什么都没做。到时候再告诉我一次；要现在就做，回复 1（真正改动前还会请你确认）。",
    en: "I cannot do that later (“{said}”), so nothing was done. Say it again when it is time, or reply 1 to do it now (it still asks before it changes anything).",
  },
} as const;

export const sayBeyond = (language: Language, word: keyof typeof words, slots: Slots = {}): string =>
  fill(words[word][language], slots);

/** One sentence for all that was asked of a kind. */
export const beyondNotes = (language: Language, beyond: readonly AskedBeyond[]): readonly string[] => {
  const joint = language === "zh" ? "”、“" : "” and “";
  return [...new Set(beyond.map(({ of }) => of))].map((each) => {
    const said = beyond.flatMap((asked) => (asked.of === each ? [asked.said] : []));
    return sayBeyond(language, each, { said: said.join(joint) });
  });
};
