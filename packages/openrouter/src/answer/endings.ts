/** From what may be handed on to what may not: of several endings that are told, the last in this order counts. */
const order = ["done", "unknown", "too_long", "filtered", "failed"] as const;

export type Ending = (typeof order)[number];

/**
 * How an answer ended, in the words of OpenAI's API and of endpoints that pass on the words of what runs behind them,
 * without marks between the letters. A word that no row knows may stand for anything: only words for a person pass then.
 */
const rows: readonly { readonly ending: Ending; readonly words: RegExp }[] = [
  {
    ending: "failed",
    // `insufficient_system_resource` is DeepSeek's: the machine behind it gave up.
    words: /error|abort|cancel|malformed|unexpectedtoolcall|toomanytoolcalls|missingthought|insufficientsystem|fail/,
  },
  { ending: "filtered", words: /filter|safety|recitation|block|prohibited|spii|refus|moderat|guardrail/ },
  { ending: "too_long", words: /length|max|limit|contextwindow|incomplete|truncat/ },
  { ending: "done", words: /^(stop|stopsequence|endturn|toolcalls?|tooluse|functioncalls?|completed?)$/ },
];

/** Some servers pass on the token that ended the answer. */
const endTokens = /^(eos|eos_token|end_of_turn|eot_id)$/i;

type Told = { readonly word: string; readonly ending: Ending };

export function endingOf(word: string): Ending {
  if (endTokens.test(word)) return "done";
  const letters = word.toLowerCase().replace(/[^a-z]/g, "");
  return rows.find(({ words }) => words.test(letters))?.ending ?? "unknown";
}

/**
 * The worst of all reasons that came with an answer. What the model's own vendor says (`native`) may only make it worse:
 * a word that is not known there is none.
 */
export function worstEnding(reasons: readonly string[], native: readonly string[]): Told | undefined {
  const own = native.map(told).filter(({ ending }) => ending !== "unknown");
  return [...own, ...reasons.map(told)].reduce<Told | undefined>(
    (worst, next) => (worst !== undefined && rank(worst) >= rank(next) ? worst : next),
    undefined,
  );
}

function told(word: string): Told {
  return { word, ending: endingOf(word) };
}

function rank({ ending }: Told): number {
  return order.indexOf(ending);
}
