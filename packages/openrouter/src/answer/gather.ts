import { createCallGathering, type GatheredCall } from "./gather-calls.ts";
import { createThinkingFilter, strayThoughts } from "./thinking.ts";
import type { WireUsage } from "./usage.ts";
import { callsIn, usageIn, type WireCompletion, type WirePart } from "./wire.ts";

/** All that came for one answer, from one body or from many chunks, not yet judged. */
export type Gathered = {
  readonly id: string;
  readonly model: string;
  readonly text: string;
  readonly calls: readonly GatheredCall[];
  /** Whether it is uncertain what belongs to which call. */
  readonly areCallsMixedUp: boolean;
  readonly reasoningDetails: readonly unknown[];
  /** Thoughts in plain words; empty when none were told. */
  readonly thoughts: string;
  /** Why the model does not answer, in its words; empty when it does. */
  readonly refusal: string;
  /** All that were told; a usage chunk at the end of a stream repeats one, or tells another. */
  readonly finishReasons: readonly string[];
  /** The same in the words of the model's own vendor. */
  readonly nativeFinishReasons: readonly string[];
  readonly usage: WireUsage | undefined;
};

/**
 * Collects a completion piece by piece. `add` returns the new text of the piece, `end` what was held back until nothing
 * more comes. `beginsInThoughts`: see `createThinkingFilter`.
 */
export function createGathering(beginsInThoughts = false) {
  const calls = createCallGathering();
  const texts: string[] = [];
  const refusals: string[] = [];
  const thoughts: string[] = [];
  const filter = createThinkingFilter(beginsInThoughts);
  const reasoningDetails: unknown[] = [];
  const finishReasons = new Set<string>();
  const nativeFinishReasons = new Set<string>();
  let hasBegun = false;
  /** What came in pieces, with the thoughts that may stand in it. */
  let pieces = "";
  let hasCallPieces = false;
  const told: { id?: string; model?: string; usage?: WireUsage | undefined } = {};

  function addPart(part: WirePart, isWhole: boolean): string {
    if (!isWhole) pieces += part.content ?? "";
    reasoningDetails.push(...(part.reasoning_details ?? []));
    const add = isWhole ? calls.addWhole : calls.addPieces;
    const called = callsIn(part);
    hasCallPieces ||= !isWhole && called.length > 0;
    add(called);
    thoughts.push(part.reasoning_content ?? part.reasoning ?? "");
    refusals.push(part.refusal ?? "");
    return keep(filter.add(part.content ?? ""));
  }

  /** Some streams repeat at their end all that came in pieces, as one message: what is new in it. */
  function unsaid({ content, reasoning_details, ...message }: WirePart): WirePart {
    if (pieces === "" && !hasCallPieces) return { content, reasoning_details, ...message };
    return {
      content: content?.startsWith(pieces) ? content.slice(pieces.length) : "",
      tool_calls: hasCallPieces ? [] : [...callsIn(message)],
      reasoning_details: reasoningDetails.length > 0 ? [] : reasoning_details,
    };
  }

  function keep(text: string): string {
    texts.push(text);
    return text;
  }

  return {
    add(piece: WireCompletion): string {
      if (piece.id) told.id ??= piece.id;
      if (piece.model) told.model ??= piece.model;
      told.usage = usageIn(piece) ?? told.usage;
      const choice = piece.choices?.[0];
      if (choice?.finish_reason) finishReasons.add(choice.finish_reason);
      if (choice?.native_finish_reason) nativeFinishReasons.add(choice.native_finish_reason);
      hasBegun ||= choice !== undefined;
      if (choice?.delta) return addPart(choice.delta, false);
      return choice?.message ? addPart(unsaid(choice.message), true) : "";
    },
    /** Whether any part of an answer came. */
    hasBegun: () => hasBegun,
    /** Whether it was told how the answer ended: what comes after that is the counts. */
    hasEnded: () => finishReasons.size > 0,
    end: () => keep(filter.end()),
    strayThoughts: () => strayThoughts(texts.join("")),
    result: (): Gathered => ({
      id: told.id ?? "",
      model: told.model ?? "",
      text: texts.join(""),
      calls: calls.result(),
      areCallsMixedUp: calls.areMixedUp(),
      reasoningDetails,
      thoughts: [...thoughts, filter.thoughts()].join("").trim(),
      refusal: refusals.join("").trim(),
      finishReasons: [...finishReasons],
      nativeFinishReasons: [...nativeFinishReasons],
      usage: told.usage,
    }),
  };
}
