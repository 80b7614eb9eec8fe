import type { Suspect } from "../language/lexicon/guesses.ts";
import type { CauseKey } from "../words/causes/causes.ts";
import { bearing } from "./bearing.ts";
import { logSigns, matchIn } from "./patterns.ts";
import type { Diagnosis, Finding } from "./types.ts";

/** How one supposition fares with what was found: `finding` is what says so, or what there is instead. */
export type Fared = {
  readonly suspect: Suspect;
  readonly as: "yes" | "no" | "open" | "nothing";
  readonly finding: Finding | undefined;
  /** The line of a log that says so. */
  readonly line?: string;
};

/** Each supposition against what was found, now or of the runs before. */
export const fared = (
  { findings, past = [] }: Pick<Diagnosis, "findings" | "past">,
  guesses: readonly Suspect[],
): readonly Fared[] => {
  const all = [...findings, ...past];
  return guesses.map((suspect) => faredAs(suspect, all));
};

const faredAs = (suspect: Suspect, all: readonly Finding[]): Fared => {
  const { is, open = [] } = bearing[suspect];
  const shown = all.find((finding) => is.includes(finding.cause) || lacks(suspect, finding));
  const other = suspect === "code" && shown ? lineOf([shown], otherHints) : undefined;
  // A program that ends because a file is missing may be as it should be.
  if (shown && other) return { suspect, as: "open", ...other };
  if (shown) return { suspect, as: "yes", finding: shown };
  const told = all.flatMap((finding) => linesFor(is, finding).map((line) => ({ finding, line })))[0];
  if (told) return { suspect, as: "yes", ...told };
  const hint = lineOf(all, [hints[suspect]]);
  if (hint) return { suspect, as: "open", ...hint };
  const unsure = all.find(({ cause }) => open.includes(cause));
  if (unsure) return { suspect, as: "open", finding: unsure };
  return { suspect, as: all.length === 0 ? "nothing" : "no", finding: all[0] };
};

/** Words of a log that speak of a supposition without settling it. */
const hints: Readonly<Partial<Record<Suspect, RegExp>>> = {
  memory: /out of memory|OutOfMemory|heap space|cannot allocate/i,
  disk: /no space|read-only file system|\bdisk\b|I\/O error/i,
  configuration:
    /no such file|cannot open|not set|\bmissing\b|invalid (?:config|value|option|flag)|unknown (?:option|flag|key)|config|\.(?:ya?ml|json|toml|ini|conf|properties|env)\b|password|credential/i,
  permission: /denied|forbidden|unauthori[sz]ed|not permitted|authenticat|password/i,
  dependency: /connect|upstream|time[d]?[- ]?out|unreachable|refused|no such host|database|broker|denied for user/i,
  network: /time[d]?[- ]?out|unreachable|refused|no such host|handshake|reset by peer|no route/i,
  certificate: /x509|certificate|handshake|\btls\b/i,
};
const otherHints = [hints.configuration, hints.permission, hints.dependency, hints.network];

const lineOf = (
  findings: readonly Finding[],
  patterns: readonly (RegExp | undefined)[],
): Pick<Fared, "finding" | "line"> | undefined =>
  findings
    .flatMap((finding) =>
      linesIn(finding)
        .filter((line) => patterns.some((pattern) => pattern?.test(line)))
        .map((line) => ({ finding, line })),
    )
    .at(-1);

const linesIn = ({ evidence }: Finding): readonly string[] => evidence.flatMap(({ lines = [] }) => lines);

/** Lines of its log by which a cause of these is known, whatever else is wrong as well. */
const linesFor = (is: readonly CauseKey[], finding: Finding): readonly string[] =>
  linesIn(finding).filter((line) => {
    const cause = matchIn(logSigns, line)?.cause;
    return cause !== undefined && is.includes(cause);
  });

/** What nodes lack is told beside the cause. */
const lacks = (suspect: Suspect, { cause, slots }: Finding): boolean =>
  cause === "insufficient_resources" && String(slots.what ?? "").includes(suspect);
