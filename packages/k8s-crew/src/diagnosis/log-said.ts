import type { LogSought } from "../language/lexicon/guesses.ts";
import { together } from "../overview/chains.ts";
import type { Chain } from "../overview/types.ts";
import { errorLines } from "../report/log-excerpt.ts";
import { groupsOf } from "../results/grouped.ts";
import type { PodSeen } from "./kinds/pods-of.ts";
import { containersOf, isRunning } from "./pod/containers.ts";
import type { Scout } from "./scout.ts";
import type { LogPart, LogSaid, Thing } from "./types.ts";

/** Lines of each log that are searched: enough for the last while, and little to send. */
export const searchedTail = 200;

type Source = { readonly thing: Thing; readonly container: string };

/** What the logs of running containers say of errors, or of being slow; undefined where nothing runs. */
export function* logSaid(scout: Scout, pods: readonly PodSeen[], sought: LogSought): Chain<LogSaid | undefined> {
  const sources = pods.flatMap(({ thing, pod }) =>
    containersOf(pod)
      .filter((container) => container.role === "main" && isRunning(container))
      .map(({ name }): Source => ({ thing, container: name })),
  );
  if (sources.length === 0) return undefined;
  const logs = yield* together(
    sources.map(({ thing, container }) => scout.log(thing, { container, previous: false, tail: searchedTail })),
  );
  const said = sources.map((source, index) => ({ ...source, lines: linesSought(logs[index] ?? [], sought) }));
  return {
    sought,
    total: logs.reduce((sum, lines) => sum + lines.length, 0),
    pods: [...new Set(sources.map(({ thing }) => thing.name))],
    parts: partsOf(said.filter(({ lines }) => lines.length > 0)),
  };
}

/** What programs write of being slow, beside errors. */
const slowness =
  /\b(?:warn(?:ing)?|slow\w*|time[d]?[- ]?out\w*|throttl\w*|latency|lag\w*|backlog|queue (?:full|length|depth)|retry\w*|took \d|exceeded|overload\w*|saturat\w*|deadline)\b|慢|超时|积压|延迟/i;

const linesSought = (lines: readonly string[], sought: LogSought): readonly string[] => {
  const errors = new Set(errorLines(lines.join("\n")).map(({ number }) => number - 1));
  return lines.filter((line, index) => errors.has(index) || (sought === "slow" && slowness.test(line)));
};

type Said = Source & { readonly lines: readonly string[] };

/** Replicas often say the same: what they say alike is one part. */
const partsOf = (said: readonly Said[]): readonly LogPart[] =>
  groupsOf(said, ({ container, lines }) => JSON.stringify([container, lines])).map((group): LogPart => {
    const [{ thing, container, lines }] = group;
    const { namespace, name } = thing;
    const show = { verb: "logs", resource: "pod", name, namespace, container, tail: searchedTail } as const;
    return { pods: group.map((one) => one.thing.name), container, lines, show };
  });
