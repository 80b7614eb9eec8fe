import type { State } from "../condition.ts";
import { isGrammar, type Piece } from "../text/phrases.ts";
import type { Quality } from "../types.ts";

/** The kinds of things that the pieces speak of, in order. */
export const keysIn = (pieces: readonly Piece[]): readonly string[] =>
  pieces.flatMap(({ meaning }) => (meaning.is === "resource" ? [meaning.resource] : []));

/** `first`: only the first ones are wanted, so that a measure beside them says in which order. */
export const qualityOf = (pieces: readonly Piece[], first = false): Quality | undefined => {
  const most = first || pieces.some((piece) => isGrammar(piece, "most"));
  const measure = pieces.find(({ meaning }) => meaning.is === "measure")?.meaning;
  if (measure?.is === "measure" && measure.measure === "restarts") return "most_restarts";
  if (most && measure?.is === "measure") return measure.measure === "cpu" ? "most_cpu" : "most_memory";
  if (runsUnready(pieces)) return "not_ready";
  const quality = pieces.find(({ meaning }) => meaning.is === "quality")?.meaning;
  return quality?.is === "quality" ? quality.quality : undefined;
};

/** “Running but not ready”: both at once. */
export const runsUnready = (pieces: readonly Piece[]): boolean => {
  const said = pieces.flatMap(({ meaning }) => (meaning.is === "quality" ? [meaning.quality] : []));
  return said.includes("running") && said.includes("not_ready");
};

/** The states that the pieces speak of (“completed”). */
export const statesIn = (pieces: readonly Piece[]): readonly State[] =>
  pieces.flatMap(({ meaning }) =>
    (meaning.is === "state" || meaning.is === "quality") && meaning.state !== undefined ? [meaning.state] : [],
  );
