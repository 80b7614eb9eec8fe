import { z } from "zod";
import { usageSchema, type WireUsage } from "./usage.ts";

/** The parts of a completion, whole or in pieces, that we read. Everything may be missing: real replies leave out much. */

const text = z.string().nullish().catch(null);

function textOf(block: string | { readonly type: string; readonly text?: string | null | undefined }): string {
  if (typeof block === "string") return block;
  return block.type === "text" ? (block.text ?? "") : "";
}

/** Of an answer in blocks the text; thoughts among them are none. */
const content = z.union([
  z
    .array(z.union([z.string(), z.looseObject({ type: z.string(), text })]))
    .transform((blocks) => blocks.map(textOf).join("")),
  text,
]);

/** JSON as text. Some endpoints send it parsed; what is no text and no object stays JSON that is no object, and is refused. */
const args = z.union([z.string().nullish(), z.unknown().transform((value) => JSON.stringify(value))]);

const called = z.looseObject({ name: text, arguments: args }).nullish().catch(null);

const call = z.looseObject({ index: z.number().nullish().catch(null), id: text, function: called });

/** A place with nothing in it is no call. */
const calls = z
  .array(call.nullable())
  .transform((all) => all.filter((one) => one !== null))
  .nullish()
  .catch(null);

/** A `message` and a stream's `delta` have the same fields. */
const part = z.looseObject({
  content,
  /** Thoughts in plain words, by either name. */
  reasoning_content: text,
  reasoning: text,
  /** Why the model does not answer, in its words. */
  refusal: text,
  tool_calls: calls,
  /** The one call of OpenAI's first form, which some endpoints still have. */
  function_call: called,
  reasoning_details: z.array(z.unknown()).nullish().catch(null),
});

const choice = z.looseObject({
  message: part.nullish(),
  delta: part.nullish(),
  finish_reason: text,
  native_finish_reason: text,
  /** Kimi's place for it. */
  usage: usageSchema.nullish().catch(null),
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

export function usageIn({ usage, choices }: WireCompletion): WireUsage | undefined {
  return usage ?? choices?.[0]?.usage ?? undefined;
}

export function callsIn({ tool_calls, function_call }: WirePart): readonly WireAnswerCall[] {
  if (tool_calls && tool_calls.length > 0) return tool_calls;
  return function_call ? [{ index: 0, id: null, function: function_call }] : [];
}

/** Whether a piece takes an answer further: some endpoints send empty ones, or blanks without end, in place of words. */
export function saysSomething({ choices }: WireCompletion): boolean {
  const choice = choices?.[0];
  const part = choice?.delta ?? choice?.message;
  if (choice?.finish_reason) return true;
  if (!part) return false;
  const texts = [part.content, part.reasoning_content, part.reasoning, part.refusal];
  const called = callsIn(part).map(({ function: called }) => `${called?.name ?? ""}${called?.arguments ?? ""}`);
  return [...texts, ...called].some((text) => (text ?? "").trim() !== "") || (part.reasoning_details ?? []).length > 0;
}
