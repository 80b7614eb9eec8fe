import { AIMessage, AIMessageChunk } from "@langchain/core/messages";
import { z } from "zod";
import { canonicalJson } from "./canonical-json.ts";
import { endingByWord } from "./endings.ts";
import type { Arguments, ToolCall } from "./types.ts";

/** A call as the model asked for it. With a `problem` its arguments could not be read, and it must not be sent. */
export type RequestedCall = { readonly call: ToolCall; readonly problem?: string };

/**
 * A model's reply, read strictly. `cut`: it ended before the model was done, so nothing in it may be carried out.
 * `failed`: the vendor says that the model went wrong. `message` is fit to be sent back: every call has an id of its own
 * and arguments that are JSON.
 */
export type Reply = {
  readonly message: AIMessage;
  readonly text: string;
  readonly calls: readonly RequestedCall[];
  readonly ending: "complete" | "cut" | "failed";
  /** The vendor's word for how it ended, empty when there was none. */
  readonly finishReason: string;
};

/** `isTaken` tells which call ids are already used in the conversation: some models give the same one twice. */
export function readReply(message: AIMessage, isTaken: (id: string) => boolean = () => false): Reply {
  const { calls: asked, ...ending } = readCalls(message);
  const calls = withOwnIds(asked, isTaken);
  const { tool_calls: _raw, ...additional_kwargs } = message.additional_kwargs;
  const clean = new AIMessage({
    content: message.content,
    tool_calls: calls.map(({ call }) => ({ type: "tool_call", id: call.id, name: call.tool, args: call.args })),
    additional_kwargs: withNewIds(additional_kwargs, newIds(asked, calls)),
    response_metadata: message.response_metadata,
  });
  Object.assign(clean, { id: message.id, usage_metadata: message.usage_metadata });
  return { message: clean, text: message.text.trim(), calls, ...ending };
}

/** The calls with the ids that they came with, and how the reply ended. */
export function readCalls(message: AIMessage): Pick<Reply, "calls" | "ending" | "finishReason"> {
  const finishReason = finishReasonOf(message);
  return { calls: requestedCalls(message), ending: endingOf(message, finishReason), finishReason };
}

const REASON_KEYS = ["finish_reason", "finishReason", "stop_reason", "stopReason", "done_reason"];
/** Vendors (LangChain's `model_provider`) whose complete replies always have a finish reason, so that a missing one tells a cut stream. */
const ALWAYS_GIVE_A_REASON = ["openai"];

function finishReasonOf({ response_metadata, additional_kwargs }: AIMessage): string {
  const metadata: Record<string, unknown> = { ...additional_kwargs, ...response_metadata };
  return REASON_KEYS.map((key) => metadata[key]).find((reason) => typeof reason === "string") ?? "";
}

function endingOf({ response_metadata }: AIMessage, reason: string): Reply["ending"] {
  if (reason === "") return ALWAYS_GIVE_A_REASON.includes(`${response_metadata.model_provider}`) ? "cut" : "complete";
  return endingByWord(reason);
}

type RawCall = { readonly id: string; readonly name: string; readonly text: string };

/**
 * LangChain repairs arguments that were cut into arguments that are valid and wrong (measured: `{"name":"pay` became
 * `{name: "pay"}`). So the raw text decides, wherever there is one, and has to say the same as what LangChain made of it.
 */
function requestedCalls(message: AIMessage): RequestedCall[] {
  const raw = rawCalls(message);
  if (raw.length === 0) {
    return [
      ...(message.tool_calls ?? []).map(({ id = "", name, args }) => ({ call: { id, tool: name, args } })),
      ...(message.invalid_tool_calls ?? []).map((call) =>
        unreadable({ id: "", name: "", ...call, text: call.args ?? "" }),
      ),
    ];
  }
  const parsed = new Set([
    ...(message.tool_calls ?? []).map(({ name, args }) => canonicalJson([name, args])),
    ...(message.invalid_tool_calls ?? []).map(({ name, args }) => canonicalJson([name, parseArguments(args ?? "")])),
  ]);
  const broken = raw.some(({ text }) => parseArguments(text) === undefined);
  return raw.map(({ id, name, text }) => {
    const args = parseArguments(text);
    const agreed = args !== undefined && parsed.has(canonicalJson([name, args]));
    // Next to broken arguments empty ones are broken too: the streams of two calls may have been mixed up.
    if (args !== undefined && agreed && !(broken && text.trim() === "")) return { call: { id, tool: name, args } };
    return unreadable({ id, name, text });
  });
}

function unreadable({ id, name, text }: RawCall): RequestedCall {
  const problem = `The arguments of this call were not complete JSON, so it was not run: ${text.slice(0, 200)}`;
  return { call: { id, tool: name, args: {} }, problem };
}

const RawCalls = z.array(
  z.object({
    id: z.string().catch(""),
    function: z.object({ name: z.string().catch(""), arguments: z.unknown().optional() }),
  }),
);

/** Where LangChain keeps the arguments as they came: on chunks of a stream, else where OpenAI's shape is kept. */
function rawCalls(message: AIMessage): RawCall[] {
  const chunks = message instanceof AIMessageChunk ? (message.tool_call_chunks ?? []) : [];
  if (chunks.length > 0) return chunks.map(({ id = "", name = "", args }) => ({ id, name, text: textOf(args) }));
  const { tool_calls: given = [] } = message.additional_kwargs;
  return (RawCalls.safeParse(given).data ?? []).map(({ id, function: { name, arguments: args } }) => ({
    id,
    name,
    text: textOf(args),
  }));
}

/** An adapter that passes on arguments as they are may have something else than a text: what it is decides all the same. */
function textOf(args: unknown): string {
  if (args === undefined || args === null) return "";
  return typeof args === "string" ? args : JSON.stringify(args);
}

/** An object, or undefined. No text at all means no arguments: some vendors leave them out. */
function parseArguments(text: string): Arguments | undefined {
  try {
    return z.record(z.string(), z.unknown()).safeParse(JSON.parse(text.trim() === "" ? "{}" : text)).data;
  } catch {
    return undefined;
  }
}

function withOwnIds(calls: readonly RequestedCall[], isTaken: (id: string) => boolean): RequestedCall[] {
  const given = new Set<string>();
  return calls.map((requested) => {
    const { tool, id: wanted } = requested.call;
    let id = wanted;
    for (let number = 1; id === "" || given.has(id) || isTaken(id); number += 1) id = `${wanted || tool}_${number}`;
    given.add(id);
    return { ...requested, call: { ...requested.call, id } };
  });
}

/** The ids that no call has any more, with those that its call has now. */
function newIds(asked: readonly RequestedCall[], calls: readonly RequestedCall[]): ReadonlyMap<unknown, string> {
  const kept = new Set(calls.map(({ call }) => call.id));
  const pairs = asked.map(({ call }, index): [string, string] => [call.id, calls[index]?.call.id ?? call.id]);
  return new Map(pairs.filter(([old]) => old !== "" && !kept.has(old)).reverse());
}

const Parts = z.array(z.looseObject({ id: z.string().nullish() }));

/** What a vendor says of a call beside it, such as a signature of its thoughts, names it by its id. */
function withNewIds(fields: Record<string, unknown>, ids: ReadonlyMap<unknown, string>): Record<string, unknown> {
  if (ids.size === 0) return fields;
  const renamed = (value: unknown) =>
    Parts.safeParse(value).data?.map((part) => ({ ...part, ...(ids.has(part.id) && { id: ids.get(part.id) }) })) ??
    value;
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, renamed(value)]));
}
