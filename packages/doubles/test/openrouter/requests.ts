import { z } from "zod";
import type { OpenRouterDouble } from "../../src/index.ts";

export const listPods = {
  type: "function",
  function: {
    name: "list_pods",
    description: "Lists pods",
    parameters: { type: "object", properties: { namespace: { type: "string" } } },
  },
};

export const hi = { role: "user", content: "hi" };

export const plain = { model: "google/gemini-2.5-flash", max_tokens: 100, messages: [hi] };

type Way = { readonly headers?: { readonly [name: string]: string }; readonly signal?: AbortSignal };

/** POSTs a chat completion as it is written; the key and the content type are right unless the headers say otherwise. */
export function post(
  double: OpenRouterDouble,
  body: object | string,
  { headers, ...more }: Way = {},
): Promise<Response> {
  return fetch(`${double.baseUrl}/chat/completions`, {
    method: "POST",
    ...more,
    headers: { authorization: `Bearer ${double.apiKey}`, "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

export function get(double: OpenRouterDouble, path: string, authorization = `Bearer ${double.apiKey}`) {
  return fetch(`${double.baseUrl}${path}`, { headers: authorization === "" ? {} : { authorization } });
}

export async function json(reply: Promise<Response>) {
  return JSON.parse(await (await reply).text());
}

const completionSchema = z.object({
  model: z.string(),
  choices: z.array(
    z.object({
      finish_reason: z.string(),
      message: z.object({
        content: z.string().nullable(),
        tool_calls: z
          .array(
            z.object({
              id: z.string(),
              type: z.string(),
              function: z.object({ name: z.string(), arguments: z.string() }),
            }),
          )
          .optional(),
        reasoning_details: z.array(z.record(z.string(), z.unknown())).optional(),
      }),
    }),
  ),
  usage: z.object({
    prompt_tokens: z.number(),
    completion_tokens: z.number(),
    cost: z.number(),
    prompt_tokens_details: z.object({ cached_tokens: z.number() }),
  }),
});

export async function complete(double: OpenRouterDouble, body: object) {
  return completionSchema.parse(await (await post(double, body)).json());
}

/** What a stream says, as far as it comes: its text, the arguments of its calls, its finish reasons, how it ends. */
export async function streamed(double: OpenRouterDouble, body: object) {
  const reply = await post(double, { ...body, stream: true });
  const events: string[] = [];
  let isBroken = false;
  try {
    const decoder = new TextDecoder();
    let text = "";
    for await (const part of reply.body ?? []) text += decoder.decode(part, { stream: true });
    events.push(...text.split("\n\n"));
  } catch {
    isBroken = true;
  }
  const chunks = events.filter((event) => event.startsWith("data: {")).map((event) => JSON.parse(event.slice(6)));
  const deltas = chunks.flatMap((chunk) => chunk.choices ?? []).map((choice) => choice.delta ?? {});
  return {
    isBroken,
    isDone: events.includes("data: [DONE]"),
    chunks,
    deltas,
    text: deltas.map((delta) => delta.content ?? "").join(""),
    args: deltas
      .flatMap((delta) => delta.tool_calls ?? [])
      .map((call) => call.function.arguments ?? "")
      .join(""),
    finish: chunks.flatMap((chunk) => chunk.choices ?? []).flatMap((choice) => choice.finish_reason ?? []),
    error: chunks.find((chunk) => chunk.error !== undefined)?.error,
  };
}
