import { z } from "zod";

const call = z.object({ tool: z.string(), args: z.record(z.string(), z.unknown()) });

/** What is written down of a turn's result and read again: a part of what `-o json` prints. */
const resultSchema = z.object({
  status: z.string(),
  answer: z.string(),
  language: z.enum(["zh", "en"]),
  calls: z.array(
    call.extend({
      server: z.string(),
      verb: z.string(),
      resource: z.string(),
      effect: z.enum(["read", "write", "destructive"]),
      outcome: z.string(),
      cached: z.boolean(),
      ms: z.number(),
    }),
  ),
  kubectl: z.array(z.string()).default([]),
  question: z.object({ text: z.string() }).nullable(),
  approval: z.object({ call, effect: z.string() }).nullable(),
  warnings: z.array(z.string()),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
});

export type KeptResult = z.infer<typeof resultSchema>;

/** A turn as it is kept, without secrets. */
export type KeptTurn = {
  /** Wall clock, milliseconds. */
  readonly at: number;
  readonly message: string;
  /** Undefined while it runs, and when its process ended before the answer. */
  readonly result: KeptResult | undefined;
};

export const rowSchema = z.object({ at: z.number(), message: z.string(), result: z.string().nullable() });

export const readRow = (row: unknown): readonly KeptTurn[] => {
  const checked = rowSchema.safeParse(row);
  if (!checked.success) return [];
  const { at, message, result } = checked.data;
  return [{ at, message, result: result === null ? undefined : readResult(result) }];
};

const readResult = (json: string): KeptResult | undefined => {
  try {
    return resultSchema.parse(JSON.parse(json));
  } catch {
    return undefined;
  }
};
