import type { ToolAnnotations } from "@k8s-copilot/crew";
import type { Description } from "./description.ts";
import type { Property } from "./schema.ts";
import type { Effect, Role, Verb } from "./types.ts";
import { type VerbReading, worseEffect } from "./verb-of.ts";
import { texts } from "./vocabulary.ts";

export type Judgement = { readonly verb: Verb; readonly effect: Effect };

/**
 * Verb and effect from the name, then the description, then the title. What is unknown writes. A description may raise
 * what the name says; it settles a doubtful name; `readOnlyHint` settles a doubtful one that the description leaves
 * open. No hint, and no title, makes a read of an unknown word: it may be a new word for deleting.
 */
export const judged = ({
  named,
  description,
  title,
  hints,
}: {
  readonly named: VerbReading | undefined;
  readonly description: Description;
  readonly title: Description;
  readonly hints: ToolAnnotations;
}): Judgement => {
  const told = [title, description];
  const change = told.map((text) => text.change).find((found) => found !== undefined);
  const base = named ?? fromText([description, title]);
  if (base.certainty === "certain") return raised(base, change);
  const reads = readsPlainly(description);
  const mentions = told.some(({ mentionsChange }) => mentionsChange);
  const hinted = base.certainty === "doubtful" && hints.readOnlyHint === true && hints.destructiveHint !== true;
  const written = base.verb === "generate" && writesText(description);
  const isRead = change === undefined && !mentions && (reads || hinted || written);
  return raised({ verb: base.verb, effect: isRead ? "read" : worseEffect(base.effect, "write") }, change);
};

/** A hint of the server raises an effect. It lowers one only when the user trusts the server. */
export const effectByHints = ({
  effect,
  verb,
  hints,
  trusted,
}: Judgement & { readonly hints: ToolAnnotations; readonly trusted: boolean }): Effect => {
  const { readOnlyHint, destructiveHint } = hints;
  if (trusted && readOnlyHint === true && destructiveHint !== true) return "read";
  if (trusted && effect === "destructive" && destructiveHint === false) return "write";
  if (verb === "multi") return effect;
  const denied = readOnlyHint === false || destructiveHint === true;
  if (effect === "read" && denied) return "write";
  return verb === "other" && destructiveHint === true ? "destructive" : effect;
};

type WithRole = { readonly property: Property; readonly role: Role };

/** A command line and nothing that it is bound to: whatever the tool is called, it can do anything. */
export const isCommand = ({
  properties,
  verb,
  tokens,
}: {
  readonly properties: readonly WithRole[];
  readonly verb: Verb;
  readonly tokens: readonly string[];
}): boolean => {
  const command = freeCommand(properties);
  if (command === undefined || properties.some(binds)) return false;
  return command.required || verb === "exec" || verb === "run" || tokens.includes("command");
};

/** The effect of a command that is to be given: that of running it, however the tool calls itself. */
export const effectOfCommand = (properties: readonly WithRole[]): Effect => {
  const command = freeCommand(properties);
  if (command === undefined) return "read";
  if (command.required) return "destructive";
  return /filter|过滤|筛选/i.test(command.description) ? "read" : "write";
};

const freeCommand = (properties: readonly WithRole[]): Property | undefined =>
  properties.find(({ property, role }) => role === "command" && property.values === undefined)?.property;

/** Parameters that tie a command to one container. */
const binds = ({ property, role }: WithRole): boolean =>
  ["container", "kind", "image", "manifest"].includes(role) ||
  (role !== "namespace" && role !== "cluster" && /pod|name$|node|deployment/i.test(property.name));

const raised = ({ verb, effect }: Judgement, change: Judgement | undefined): Judgement =>
  change === undefined ? { verb, effect } : { verb, effect: worseEffect(effect, change.effect) };

/** Without a verb in the name, the description's first word is the verb; as a read only if nothing in it changes. */
const fromText = (told: readonly Description[]): VerbReading => {
  const lead = told.map((text) => text.lead).find((found) => found !== undefined);
  if (lead === undefined) return { verb: "other", effect: "write", certainty: "unsettled" };
  const certainty = lead.strength === "doubtful" ? "doubtful" : lead.effect === "read" ? "unsettled" : "certain";
  return { verb: lead.verb, effect: lead.effect, certainty };
};

const readsPlainly = ({ lead }: Description): boolean => lead?.effect === "read" && lead.strength === "verb";

const writesText = ({ tokens }: Description): boolean => tokens.some((word) => texts.has(word));
