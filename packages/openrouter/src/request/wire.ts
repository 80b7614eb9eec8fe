import { z } from "zod";

/** The parts of a chat completion request that we read or change; every other field passes unchanged. */

const call = z.looseObject({
  id: z.string().optional(),
  function: z.looseObject({ name: z.string(), arguments: z.string().optional() }),
});

const message = z.looseObject({
  role: z.string(),
  content: z.unknown().optional(),
  tool_calls: z.array(call).nullish(),
  tool_call_id: z.string().optional(),
  /** OpenRouter's, with Gemini's thought signatures: goes back exactly as it came. */
  reasoning_details: z.array(z.unknown()).optional(),
  /** DeepSeek's thoughts: go back only to who asks for them. */
  reasoning_content: z.string().optional(),
});

const tool = z.looseObject({
  function: z.looseObject({
    name: z.string(),
    description: z.string().optional(),
    parameters: z.unknown().optional(),
  }),
});

export const requestSchema = z.looseObject({
  model: z.string(),
  messages: z.array(message),
  stream: z.boolean().nullish(),
  tools: z.array(tool).nullish(),
  tool_choice: z.unknown().optional(),
  response_format: z.unknown().optional(),
  max_tokens: z.number().nullish(),
});

export type WireCall = z.infer<typeof call>;
export type WireMessage = z.infer<typeof message>;
export type WireTool = z.infer<typeof tool>;
export type WireRequest = z.infer<typeof requestSchema>;
