import { verdictMaxAgeMs } from "../../cache/policy.ts";
import type { Plan } from "../../plan/types.ts";
import type { Settings } from "../parts.ts";
import type { State } from "../state.ts";

/**
 * How old a kept result may be. What an answer judges (a survey, a diagnosis, which nodes are not ready) rests on
 * nothing older than `verdictMaxAgeMs`. Choices and plain lists go by the cache policy, and a list says how old it is.
 * A request to read anew takes nothing that was kept.
 */
export const maxAgeFor = ({ plan, work, fresh }: State, { maxAgeMs }: Settings): number | undefined => {
  if (fresh) return 0;
  return work?.for === "executor" && plan && judges(plan) ? verdictAge(maxAgeMs) : maxAgeMs;
};

export const verdictAge = (maxAgeMs: number | undefined = verdictMaxAgeMs): number =>
  Math.min(maxAgeMs, verdictMaxAgeMs);

const judges = ({ view, focus, steps }: Plan): boolean =>
  view !== "call" || focus.quality !== undefined || steps.some(({ verb }) => verb !== "list");
