import { joinText } from "./normalize-messages.ts";
import type { WireMessage } from "./wire.ts";

/**
 * A conversation in turns for templates that know nothing but turns (Mistral, Gemma): never a user message after another,
 * nor one directly after a result.
 */
export function inTurns(messages: readonly WireMessage[]): WireMessage[] {
  const told: WireMessage[] = [];
  for (const message of messages) {
    const previous = told.at(-1);
    if (message.role !== "user" || previous === undefined) told.push(message);
    else if (previous.role === "user")
      told[told.length - 1] = { ...previous, content: joinText(previous.content, message.content) };
    else if (previous.role === "tool") told.push({ role: "assistant", content: understood }, message);
    else told.push(message);
  }
  return told;
}

const understood = "Understood.";

/** The system message as the beginning of the user's first one, for templates that have no place for it. */
export function withoutSystem(messages: readonly WireMessage[]): WireMessage[] {
  return inTurns(messages.map((message) => (message.role === "system" ? { ...message, role: "user" } : message)));
}
