/**
 * What a reply is by the vendor's word for how it ended, and the words: of vendors' APIs, without marks between letters.
 * Adapters of vendors have tables of their own; `finishReasons` of the doubles holds all of them to the same words.
 */
const rows = [
  {
    ending: "failed",
    words:
      /error|abort|cancel|malformed|unexpectedtoolcall|toomanytoolcalls|missingthought|insufficientsystem|fail|filter|safety|recitation|block|prohibited|spii|refus|moderat|guardrail/,
  },
  { ending: "cut", words: /length|max|limit|contextwindow|incomplete|truncat/ },
  {
    ending: "complete",
    // LangChain joins a word that came twice.
    words: /^(stop|stopsequence|endturn|toolcalls?|tooluse|functioncalls?|completed?)+$/,
  },
] as const;

const endTokens = /^(eos|eos_token|end_of_turn|eot_id)$/i;

/** A word that no row knows counts as cut: only an answer in words may be taken then. */
export function endingByWord(word: string): "complete" | "cut" | "failed" {
  if (endTokens.test(word)) return "complete";
  const letters = word.toLowerCase().replace(/[^a-z]/g, "");
  return rows.find(({ words }) => words.test(letters))?.ending ?? "cut";
}
