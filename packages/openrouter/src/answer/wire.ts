import { z } from "zod";
import { usageSchema } from "./usage.ts";

/** The parts of a completion, whole or in pieces, that we read. Everything may be missing: real replies leave out much. */

const text = z.string().nullish().catch(null);

/** Of an answer in blocks the text; thoughts among them are none. */
const content = z.union([
  z
    .array(z.looseObject({ type: z.string(), text: z.string().optional() }))
    .transform((blocks) => blocks.map((block) => (block.type === "text" ? (block.text ?? "") : "")).join("")),
  text,
]);

/** JSON as text. Some endpoints send it parsed; what is no text and no object stays JSON that is no object, and is refused. */
const args = z.union([z.string().nullish(), z.unknown().transform((value) => JSON.stringify(value))]);

const call = z.looseObject({
  index: z.number().nullish().catch(null),
  id: text,
  function: z.looseObject({ name: text, arguments: args }).nullish().catch(null),
});

/** A `message` and a stream's `delta` have the same fields. */
const part = z.looseObject({
  content,
  /** Thoughts in plain words, by either name. */
  reasoning_content: text,
  reasoning: text,
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
