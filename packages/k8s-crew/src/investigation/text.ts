import type { Language } from "../language/types.ts";
import type { Read } from "../overview/types.ts";
import { terminalSafe } from "../safety/terminal-safe.ts";
import { type InvestigationWord, say } from "../words/investigation-words.ts";
import { limits, type Round, type Stop } from "./types.ts";

/** What an investigation came to: its last hypothesis, then how it was reached where more than one look was needed. */
export const investigationText = (rounds: readonly Round[], language: Language): string => {
  const last = rounds.at(-1);
  if (!last) return "";
  const isPlain = rounds.length === 1 && last.refused.length === 0 && last.reads.length === 0;
  const best = rounds.findLast(({ hypothesis }) => hypothesis !== "")?.hypothesis ?? "";
  const evidence = evidenceLines(last, language);
  if (isPlain) return [best, ...(best === "" ? [] : evidence)].filter((line) => line !== "").join("\n");
  return [
    ...(best === "" ? [] : [best]),
    say(language, "steps"),
    ...rounds.flatMap((round, index) => roundLines(round, index + 1, language)),
    say(language, "stopped", { why: stopText(last, language) }),
  ].join("\n");
};

/** One line while it goes on. */
export const progressOf = ({ hypothesis, reads }: Round, number: number, language: Language): string => {
  const text = hypothesis === "" ? say(language, "unsure") : hypothesis;
  const next = reads.length === 0 ? "" : say(language, "reading", { calls: callsText(reads) });
  return `${say(language, "progress", { number, text })}${next}`;
};

const roundLines = (round: Round, number: number, language: Language): readonly string[] => [
  say(language, "round", { number, text: round.hypothesis === "" ? say(language, "unsure") : round.hypothesis }),
  ...evidenceLines(round, language),
  ...(round.reads.length === 0 ? [] : [say(language, "read", { calls: callsText(round.reads) })]),
  ...round.refused.map(({ read, why }) =>
    say(language, "refused", { call: callsText([read]), why: say(language, why) }),
  ),
];

const evidenceLines = ({ evidenceFor, evidenceAgainst }: Round, language: Language): readonly string[] => [
  ...evidenceFor.map((text) => say(language, "for", { text })),
  ...evidenceAgainst.map((text) => say(language, "against", { text })),
];

const stopWords: { readonly [stop in Stop]: InvestigationWord } = {
  found: "found",
  rounds: "rounds",
  reads: "reads",
  nothing_new: "nothing_new",
  refused: "refusedAll",
  failed: "failed",
  budget: "budget",
};

const stopText = ({ stop = "found", reason = "" }: Round, language: Language): string =>
  stop === "found" && reason !== "" ? reason : say(language, stopWords[stop], limits);

/** `pods_get(name=web, namespace=shop)`. */
export const callText = ({ tool, args }: Read): string =>
  `${terminalSafe(tool)}(${Object.entries(args)
    .map(([name, value]) => `${name}=${terminalSafe(typeof value === "string" ? value : JSON.stringify(value))}`)
    .join(", ")})`;

const callsText = (reads: readonly Read[]): string => reads.map(callText).join(", ");
