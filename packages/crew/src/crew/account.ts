import { z } from "zod";
import type { Meter } from "../agent/budget.ts";
import { createMeter } from "../agent/meter.ts";
import { noUsage } from "../agent/no-usage.ts";
import { addUsage } from "../agent/usage.ts";
import { createUses, type Uses } from "../agent/uses.ts";
import type { Usage } from "../types.ts";
import { Delegated } from "./delegation.ts";

/** What a task has used up so far, in all its attempts and by whomever. */
export type Account = {
  /** Counts the model calls that are made. */
  readonly meter: Meter;
  /** Counts the uses of tools. */
  readonly uses: Uses;
  /** Counts what was done before a pause, and is given again in place of being done. */
  kept(value: unknown): void;
  usage(): Usage;
};

const Used = z.object({ usage: z.custom<Usage>((value) => typeof value === "object") });

export function createAccount(): Account {
  const meter = createMeter();
  const uses = createUses();
  let before = noUsage;
  return {
    meter,
    uses,
    kept(value) {
      before = addUsage(before, Used.safeParse(value).data?.usage ?? noUsage);
      const delegated = Delegated.safeParse(value).data?.structured;
      if (delegated === undefined) return;
      before = addUsage(before, delegated.delegatedUsage);
      for (const tool of delegated.used) uses.add(delegated.worker, tool, 1);
    },
    usage: () => addUsage(before, meter.usage()),
  };
}
