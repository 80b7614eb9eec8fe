import { type AccountOptions, listModels, type ModelFacts } from "./account.ts";
import type { ModelFailure } from "./errors/model-error.ts";
import { replacementOf, successorOf } from "./succession.ts";

export type ModelCheckOptions = AccountOptions & {
  readonly model: string;
  /** Milliseconds since 1970, to count the days that are left from. Default: now. */
  readonly now?: number;
};

export type ModelCheck =
  /** `daysLeft` until it is withdrawn, null when no day is set; `successor` is in the list. */
  | {
      readonly kind: "ok";
      readonly model: ModelFacts;
      readonly successor: string | null;
      readonly daysLeft: number | null;
    }
  /** It never was, or was shut off. `near`: names of the list that look like it, the likeliest first. */
  | { readonly kind: "unknown_model"; readonly successor: string | null; readonly near: readonly string[] }
  | { readonly kind: "no_tools"; readonly model: ModelFacts }
  | { readonly kind: "failure"; readonly failure: ModelFailure };

/** Looks a model up in the endpoint's list. Costs nothing, and never throws. */
export async function checkModel(options: ModelCheckOptions): Promise<ModelCheck> {
  const list = await listModels(options);
  if (list.kind === "failure") return list;
  const { model: name, now = Date.now() } = options;
  const { models } = list;
  const successor = successorOf(name, (candidate) => models.some(({ id }) => id === candidate)) ?? null;
  const model = replacementOf(name) === undefined ? findModel(name, models) : undefined;
  if (model === undefined) return { kind: "unknown_model", successor, near: nearNames(name, models) };
  if (!model.canCallTools) return { kind: "no_tools", model };
  return { kind: "ok", model, successor, daysLeft: daysUntil(model.expirationDate, now) };
}

/** OpenRouter's endings that say how to route: a list has the model without them. */
const routing = /:(nitro|floor|exacto|online)$/;

/** By its name, its dated name, as Ollama's default tag, or as Google writes it: `models/gemini-2.5-flash`. */
export function findModel(name: string, models: readonly ModelFacts[]): ModelFacts | undefined {
  const bare = name.replace(/^models\//, "");
  const wanted = [name, `${name}:latest`, name.replace(routing, ""), bare, `models/${bare}`];
  return wanted.map((id) => models.find((model) => model.id === id || model.canonicalId === id)).find(Boolean);
}

const dayMs = 86_400_000;

function daysUntil(date: string | null, now: number): number | null {
  const end = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(end) ? null : Math.floor(end / dayMs) - Math.floor(now / dayMs);
}

const mostNear = 3;
/** Of 1, from which on a name looks like another one: a wrong digit or a missing word passes, another model does not. */
const leastLikeness = 0.6;

function nearNames(name: string, models: readonly ModelFacts[]): readonly string[] {
  return models
    .filter((model) => model.canCallTools && replacementOf(model.id) === undefined)
    .map(({ id }) => ({ id, likeness: Math.max(likeness(name, id), likeness(lastPart(name), lastPart(id))) }))
    .filter((candidate) => candidate.likeness >= leastLikeness)
    .sort((left, right) => right.likeness - left.likeness)
    .slice(0, mostNear)
    .map(({ id }) => id);
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

/** Dice's coefficient over pairs of neighbouring characters: 1 is the same, 0 has nothing in common. */
function likeness(left: string, right: string): number {
  const [first, second] = [pairsOf(left), pairsOf(right)];
  const shared =
    first.filter((pair) => second.includes(pair)).length + second.filter((pair) => first.includes(pair)).length;
  const all = first.length + second.length;
  return all === 0 ? 0 : shared / all;
}

function pairsOf(text: string): readonly string[] {
  const plain = text.toLowerCase();
  return [...plain.slice(1)].map((character, index) => `${plain[index]}${character}`);
}
