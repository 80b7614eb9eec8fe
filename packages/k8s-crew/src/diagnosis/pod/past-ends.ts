import { together } from "../../overview/chains.ts";
import type { Chain } from "../../overview/types.ts";
import type { UnknownRecord } from "../../results/values.ts";
import type { Scout } from "../scout.ts";
import type { Finding, Thing } from "../types.ts";
import { type Container, containersOf, type Ended, endOf, isRunning, restartsOf } from "./containers.ts";
import { crash } from "./crash.ts";

type Pod = { readonly thing: Thing; readonly pod: UnknownRecord; readonly findings: readonly Finding[] };

/** Containers whose run before is read. */
const mostEnds = 3;

type Past = Pod & { readonly container: Container; readonly ended: Ended };

/**
 * How the runs before ended of containers that run well now, the latest first: nothing is wrong with them, but why they
 * were restarted is told by nothing else.
 */
export function* pastEnds(scout: Scout, pods: readonly Pod[]): Chain<readonly Finding[]> {
  const past = pods
    .filter(({ findings }) => findings.length === 0)
    .flatMap(endsIn)
    .toSorted((left, right) => right.ended.finishedAt.localeCompare(left.ended.finishedAt));
  return yield* together(past.slice(0, mostEnds).map((each) => pastEnd(scout, each)));
}

const endsIn = (pod: Pod): readonly Past[] =>
  containersOf(pod.pod).flatMap((container) => {
    const ended = endOf(container);
    return ended?.before === true && isRunning(container) && restartsOf(container) > 0
      ? [{ ...pod, container, ended }]
      : [];
  });

function* pastEnd(scout: Scout, { thing, pod, container, ended }: Past): Chain<Finding> {
  const mains = containersOf(pod).filter(({ role }) => role === "main");
  const events = yield* scout.events(thing);
  return yield* crash(container, ended, { scout, thing, events, mains: mains.map(({ name }) => name) });
}
