import { z } from "zod";
import type { DraftStep } from "../../plan/types.ts";

/** A call as a model writes it: arguments as pairs, because free-form objects are where vendors differ most. */
export const draftSchema = z.object({
  tool: z.string(),
  arguments: z.array(z.object({ name: z.string(), value: z.string() })),
  reason: z.string(),
});

export const draftFrom = ({ tool, arguments: pairs, reason }: z.infer<typeof draftSchema>): DraftStep => ({
  tool,
  args: Object.fromEntries(pairs.map(({ name, value }) => [name, value])),
  reason: reason.slice(0, 200),
});
