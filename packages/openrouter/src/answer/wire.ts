import { z } from "zod";
import { usageSchema } from "./usage.ts";

/** The parts of a completion, whole or in pieces, that we read. Everything may be missing: real replies leave out much. */

const text = z.string().nullish().catch(null);

const call = z.looseObject({
  index: z.number().nullish().catch(null),
  id: text,
  function: z.looseObject({ name: text, arguments: text }).nullish().catch(null),
});

/** A `message` and a stream's `delta` have the same fields. */
const part = z.looseObject({
  content: text,
  tool_calls: z.array(call).nullish().catch(null),
  reasoning_details: z.array(z.unknown()).nullish().catch(null),
});

const choice = z.looseObject({
  message: part.nullish(),
  delta: part.nullish(),
  finish_reason: text,
  native_finish_reason: text,
  error: z.unknown().optional(),
});

export const completionSchema = z.looseObject({
  id: text,
  model: text,
  created: z.number().nullish().catch(null),
  choices: z.array(choice).nullish().catch(null),
  usage: usageSchema.nullish().catch(null),
  error: z.unknown().optional(),
});

export type WireCompletion = z.infer<typeof completionSchema>;
export type WirePart = z.infer<typeof part>;
export type WireAnswerCall = z.infer<typeof call>;
