import { monotonicNow } from "../clock.ts";
import { leaveBehind } from "../leave-behind.ts";
import type { ToolRunner } from "../tools/types.ts";
import { withoutAnswer } from "./run-calls.ts";

/** Somebody's own way to the tools. A call that ignores its signal there is left behind, and counts as cancelled. */
export function givenRunner(runner: Pick<ToolRunner, "run">): Pick<ToolRunner, "run"> {
  return {
    async run(call, how) {
      const startedAt = monotonicNow();
      try {
        return await leaveBehind(runner.run(call, how), how?.signal);
      } catch (error) {
        if (!how?.signal?.aborted || error !== how.signal.reason) throw error;
        const result = withoutAnswer(call, "cancelled", "The call was cancelled, and left behind.");
        return { ...result, ms: monotonicNow() - startedAt };
      }
    },
  };
}
