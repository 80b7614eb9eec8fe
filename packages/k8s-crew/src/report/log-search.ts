import type { AnswerContext } from "./answer-context.ts";
import { errorLines, type NumberedLine } from "./log-excerpt.ts";

/** The lines of a log that were looked for, with how many there are in all. */
export type Searched = { readonly lines: readonly NumberedLine[]; readonly total: number };

type Wanted = Pick<AnswerContext, "holding" | "quality">;

export const searchesLog = ({ holding, quality }: Wanted): boolean =>
  holding !== undefined || quality === "errors" || quality === "broken";

/** Those that hold what is to be in them; where nothing is, those that tell of an error. */
export const searchedIn = (log: string, { holding }: Wanted): Searched => {
  const all = log.trim() === "" ? [] : log.trimEnd().split("\n");
  const lines =
    holding === undefined
      ? errorLines(log)
      : all.flatMap((text, index) => (holdsAll(text, holding) ? [{ number: index + 1, text }] : []));
  return { lines, total: all.length };
};

export const numbered = ({ lines }: Pick<Searched, "lines">): string =>
  lines.map(({ number, text }) => `${number}: ${text}`).join("\n");

/** What was looked for, as it is told. */
export const wantedText = ({ holding = [] }: Wanted): string =>
  holding
    .map((each) =>
      each
        .split("|")
        .map((part) => part.trim())
        .join(" / "),
    )
    .join(", ");

const holdsAll = (line: string, wanted: readonly string[]): boolean => {
  const text = line.toLowerCase();
  return wanted.every((each) => each.split("|").some((part) => text.includes(part.toLowerCase())));
};
