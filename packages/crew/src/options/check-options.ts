import { CrewError, type CrewErrorCode } from "../errors.ts";
import { nearestNames } from "../tools/tool-names.ts";
import { type Kind, type KindName, kinds } from "./kinds.ts";

/** The options of one function, as far as they can be wrong in plain JavaScript. */
export type Options<Name extends string = string> = {
  /** The function. */
  readonly by: string;
  /** What it makes; else the function itself is named in messages. */
  readonly what?: string;
  readonly fields: { readonly [name in Name]: KindName };
  readonly required?: readonly string[];
  /** The code where a required one is missing. Default `options_invalid`. */
  readonly incomplete?: CrewErrorCode;
  /** What to pass where something else than an object is. Default: its options. */
  readonly instead?: string;
  /** What to do in place of an option that crewAI has, in its spelling, where another letter case is not all. */
  readonly elsewhere?: { readonly [name: string]: string };
};

/**
 * Throws `options_invalid` for an option that there is not, or that holds what it cannot. Undefined is as good as left
 * out; what it says is for those whom no compiler tells, and who may know crewAI's names.
 */
export function checkOptions<Given extends object>(given: Given, options: Options<Extract<keyof Given, string>>): void {
  const value: unknown = given;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const { required = [] } = options;
    const remedy = `Pass its options${required.length > 0 ? `: ${required.join(", ")}` : ""}.`;
    throw new CrewError("options_invalid", `${options.by} was given ${shown(value)}.`, options.instead ?? remedy);
  }
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  const who = whoIs(options, Reflect.get(value, "name"));
  for (const [name] of entries) {
    if (Object.hasOwn(options.fields, name)) continue;
    throw new CrewError("options_invalid", `${who} has no option "${name}".`, insteadOf(name, options));
  }
  for (const [name, held] of entries) checkKind({ who, name, held }, options);
  for (const name of options.required ?? []) {
    if (entries.some(([given]) => given === name)) continue;
    const message = `${who} has no ${name}.`;
    throw new CrewError(options.incomplete ?? "options_invalid", message, `Pass ${kindOf(name, options)?.words}.`);
  }
}

/** What a function is given by itself, not as one of its options: its place, such as `tool`, and its kind. */
export type Argument = { readonly by: string; readonly place: string; readonly kind: KindName };

/** Throws `options_invalid` for an argument that is none of its kind. */
export function checkArgument(value: unknown, { by, place, kind }: Argument): void {
  const { words, is }: Kind = kinds[kind];
  if (is(value)) return;
  throw new CrewError("options_invalid", `${by} was given ${shown(value)} as its ${place}.`, `Pass ${words}.`);
}

function whoIs({ by, what }: Options, name: unknown): string {
  if (what === undefined) return by;
  return typeof name === "string" ? `The ${what} "${name}"` : `The ${what}`;
}

function kindOf(name: string, { fields }: Options): Kind | undefined {
  const kind = fields[name];
  return kind === undefined ? undefined : kinds[kind];
}

type Held = { readonly who: string; readonly name: string; readonly held: unknown };

function checkKind({ who, name, held }: Held, options: Options): void {
  const kind = kindOf(name, options);
  if (kind === undefined) return;
  const { words, is, each = () => true } = kind;
  const remedy = `Pass ${words}${options.required?.includes(name) ? "" : ", or leave it out"}.`;
  if (!is(held)) throw new CrewError("options_invalid", `${who} has ${shown(held)} as its ${name}.`, remedy);
  for (const entry of Array.isArray(held) ? held : []) {
    if (!each(entry)) throw new CrewError("options_invalid", `${who} has ${shown(entry)} in its ${name}.`, remedy);
  }
}

/** Less in common than this is chance: to be sent to another option is worse than to be told them all. */
const ALIKE = 0.6;

function insteadOf(name: string, { fields, elsewhere = {} }: Options): string {
  const asInPython = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  if (Object.hasOwn(elsewhere, asInPython)) return `${elsewhere[asInPython]}`;
  const [nearest] = nearestNames(name, Object.keys(fields), ALIKE);
  return nearest === undefined ? `Pass none but ${Object.keys(fields).join(", ")}.` : `Pass ${nearest}.`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 39)}…` : value);
  if (value === undefined) return "nothing";
  return value === null || typeof value === "number" || typeof value === "boolean"
    ? `${value}`
    : `${typeof value === "object" ? "an" : "a"} ${typeof value}`;
}
