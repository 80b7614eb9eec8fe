import { createThinkingFilter, hasStrayThoughts } from "./thinking.ts";
import type { WireUsage } from "./usage.ts";
import type { WireAnswerCall, WireCompletion, WirePart } from "./wire.ts";

export type GatheredCall = { readonly id: string; readonly name: string; readonly args: string };

/** All that came for one answer, from one body or from many chunks, not yet judged. */
export type Gathered = {
  readonly id: string;
  readonly model: string;
  readonly text: string;
  readonly calls: readonly GatheredCall[];
  readonly reasoningDetails: readonly unknown[];
  /** Thoughts in plain words; empty when none were told. */
  readonly thoughts: string;
  /** The first finish reason told; a usage chunk at the end of a stream repeats it. */
  readonly finishReason: string | undefined;
  readonly nativeFinishReason: string | undefined;
  readonly usage: WireUsage | undefined;
};

type OpenCall = { index: number; id: string; name: string; args: string };

/**
 * Collects a completion piece by piece. `add` returns the new text of the piece, `end` what was held back until nothing
 * more comes. `beginsInThoughts`: see `createThinkingFilter`.
 */
export function createGathering(beginsInThoughts = false) {
  const calls: OpenCall[] = [];
  const texts: string[] = [];
  const thoughts: string[] = [];
  const filter = createThinkingFilter(beginsInThoughts);
  const reasoningDetails: unknown[] = [];
  const told: { id?: string; model?: string; finishReason?: string; nativeFinishReason?: string; usage?: WireUsage } =
    {};

  function addPart(part: WirePart): string {
    reasoningDetails.push(...(part.reasoning_details ?? []));
    part.tool_calls?.forEach((call, position) => {
      addCall(calls, call, call.index ?? position);
    });
    thoughts.push(part.reasoning_content ?? part.reasoning ?? "");
    return keep(filter.add(part.content ?? ""));
  }

  function keep(text: string): string {
    texts.push(text);
    return text;
  }

  return {
    add(piece: WireCompletion): string {
      if (piece.id) told.id ??= piece.id;
      if (piece.model) told.model ??= piece.model;
      if (piece.usage) told.usage = piece.usage;
      const choice = piece.choices?.[0];
      if (choice?.finish_reason) told.finishReason ??= choice.finish_reason;
      if (choice?.native_finish_reason) told.nativeFinishReason ??= choice.native_finish_reason;
      const part = choice?.delta ?? choice?.message;
      return part ? addPart(part) : "";
    },
    end: () => keep(filter.end()),
    hasStrayThoughts: () => hasStrayThoughts(texts.join("")),
    result: (): Gathered => ({
      id: told.id ?? "",
      model: told.model ?? "",
      text: texts.join(""),
      calls: calls.map(({ id, name, args }) => ({ id, name, args })),
      reasoningDetails,
      thoughts: [...thoughts, filter.thoughts()].join("").trim(),
      finishReason: told.finishReason,
      nativeFinishReason: told.nativeFinishReason,
      usage: told.usage,
    }),
  };
}

/** Parallel calls differ by index, but some providers send every one as index 0 with an id of its own. */
function addCall(calls: OpenCall[], call: WireAnswerCall, index: number): void {
  const name = call.function?.name ?? "";
  const args = call.function?.arguments ?? "";
  const open = calls.findLast((candidate) => candidate.index === index);
  const isSame =
    open !== undefined && (name === "" || (open.id === (call.id ?? "") && open.name === name && args !== ""));
  if (isSame) open.args += args;
  else calls.push({ index, id: call.id ?? "", name, args });
}
