import type { Chain } from "../../overview/types.ts";
import { pastEnds } from "../pod/past-ends.ts";
import { podFindings, podState } from "../pod/pod.ts";
import { restartsOf } from "../pod/restarts.ts";
import type { Scout } from "../scout.ts";
import type { Thing } from "../types.ts";
import { claimFindingsOf } from "./claim.ts";
import { nodeFindingsOf } from "./node.ts";
import type { Seen } from "./seen.ts";

/** A pod, the claims that it waits for, and its node. */
export function* onePod(scout: Scout, thing: Thing): Chain<Seen> {
  const [found, events] = yield* scout.whole(thing);
  if (found.kind !== "found") return { reach: found.kind };
  const { object: pod } = found;
  const findings = yield* podFindings(scout, { thing, pod, events });
  const seen = [{ thing, pod, findings }];
  const behind = [...(yield* claimFindingsOf(scout, seen)), ...(yield* nodeFindingsOf(scout, seen))];
  return {
    reach: "ok",
    state: podState(pod),
    findings: [...findings, ...behind],
    restarts: restartsOf([pod], scout.now),
    pods: seen,
    past: yield* pastEnds(scout, seen),
  };
}
