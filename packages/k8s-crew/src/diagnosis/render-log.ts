import { kubectlFor } from "../guidance/kubectl.ts";
import type { Language } from "../output/output.ts";
import { listOf } from "../words/fill.ts";
import { sayLogSaid } from "../words/log-said-words.ts";
import { quoted } from "./evidence.ts";
import type { Diagnosis } from "./types.ts";

type Told = { readonly language: Language; readonly commands: boolean; readonly cluster: string };

/** Lines of one log that are shown, the latest. */
const mostLines = 8;

/** What the logs say: how many lines of how many first, then the lines; empty where no log was read for it. */
export const logSaidText = (
  { log, unseen }: Pick<Diagnosis, "log" | "unseen">,
  { language, commands, cluster }: Told,
): string => {
  // What could not be read is told among what was not looked at.
  if (log === undefined || (log.total === 0 && unseen.some(({ resource }) => resource === "log"))) return "";
  const count = log.parts.reduce((sum, { lines, pods }) => sum + lines.length * pods.length, 0);
  const slots = { count, total: log.total, pods: log.pods.length, names: listOf(language, log.pods) };
  if (count === 0) return sayLogSaid(language, `none_${log.sought}`, slots);
  return [
    sayLogSaid(language, `some_${log.sought}`, slots),
    ...log.parts.flatMap(({ pods, container, lines, show }) => [
      `   - ${sayLogSaid(language, "part", { names: listOf(language, pods), container })}`,
      ...(lines.length > mostLines
        ? [`       ${sayLogSaid(language, "earlier", { count: lines.length - mostLines })}`]
        : []),
      ...lines.slice(-mostLines).map((line) => `       | ${quoted(line)}`),
      ...(commands ? [`       $ ${kubectlFor({ ...show, cluster })}`] : []),
    ]),
  ].join("\n");
};
