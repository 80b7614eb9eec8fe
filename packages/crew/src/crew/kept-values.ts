import { load } from "@langchain/core/load";
import { isBaseMessage } from "@langchain/core/messages";
import { Overwrite } from "@langchain/langgraph";
import { keepable } from "../keepable.ts";

/** What is written in the place of data that reading a checkpoint would take for something else: its JSON. */
const DATA = "crew:data";
/** The same for a message that holds what a checkpoint cannot, for example as a call's arguments. */
const MESSAGE = "crew:message";

/**
 * A value as it can be written down and read again. What a model, a server or a caller gave may look like LangChain's own
 * notation of objects ({ lc, type, id }): read from a checkpoint it would be taken for one, and where there is none like
 * it nothing of the checkpoint could be read. What JSON cannot say becomes what `keepable` makes of it. All else stays as it
 * is.
 */
export function toKept(value: unknown): unknown {
  return isWithin(value, isOdd) ? kept(value, []) : value;
}

/** What `toKept` was given. */
export async function fromKept(value: unknown): Promise<unknown> {
  return isWithin(value, isStandIn) ? unkept(value) : value;
}

function kept(value: unknown, above: readonly object[]): unknown {
  if (typeof value !== "object" || value === null) return keepable(value);
  if (above.includes(value)) return "[Circular]";
  const within = (one: unknown) => kept(one, [...above, value]);
  if (Array.isArray(value)) return value.map(within);
  if (value instanceof Overwrite) return new Overwrite(within(value.value));
  if (value instanceof Set) return new Set([...value].map(within));
  if (value instanceof Map) return new Map([...value].map(([name, one]) => [within(name), within(one)]));
  if (isBaseMessage(value)) return isWithin(value, isOdd) ? { [MESSAGE]: textOf(value) } : value;
  if (writesItself(value)) return within(keepable(value));
  if (!isPlain(value)) return value;
  if (looksLikeNotation(value)) return { [DATA]: textOf(value) };
  return Object.fromEntries(Object.keys(value).map((name) => [name, within(fieldOf(value, name))]));
}

async function unkept(value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map(unkept));
  if (value instanceof Set) return new Set(await Promise.all([...value].map(unkept)));
  if (value instanceof Map) return new Map(await pairsOf([...value]));
  if (!isPlain(value)) return value;
  const data = value[DATA];
  if (typeof data === "string") return JSON.parse(data);
  const message = value[MESSAGE];
  if (typeof message === "string") return load(message);
  return Object.fromEntries(await pairsOf(Object.entries(value)));
}

function pairsOf<Name>(pairs: readonly (readonly [Name, unknown])[]): Promise<(readonly [Name, unknown])[]> {
  return Promise.all(pairs.map(async ([name, one]) => [name, await unkept(one)] as const));
}

type Judge = (value: unknown) => boolean;

/** What no checkpoint can hold as it is. */
function isOdd(value: unknown): boolean {
  return typeof value === "bigint" || looksLikeNotation(value) || writesItself(value);
}

function looksLikeNotation(value: unknown): boolean {
  return isPlain(value) && (Object.hasOwn(value, "lc") || isStandIn(value));
}

function isStandIn(value: unknown): boolean {
  return isPlain(value) && (Object.hasOwn(value, DATA) || Object.hasOwn(value, MESSAGE));
}

/** What it writes may look like anything. Dates are known, and so are the crew's own values and messages, by their fields. */
function writesItself(value: unknown): value is object {
  if (typeof value !== "object" || value === null || value instanceof Date || isBaseMessage(value)) return false;
  const own = Object.getOwnPropertyDescriptor(value, "toJSON");
  return "toJSON" in value && (own === undefined || own.enumerable === true);
}

/** Most values hold nothing of the kind, which is seen without a copy of them. */
function isWithin(value: unknown, judge: Judge, seen = new Set<unknown>()): boolean {
  if (judge(value)) return true;
  if (typeof value !== "object" || value === null || seen.has(value)) return false;
  seen.add(value);
  return innerOf(value).some((one) => isWithin(one, judge, seen));
}

function innerOf(value: object): readonly unknown[] {
  if (value instanceof Overwrite) return [value.value];
  if (value instanceof Set) return [...value];
  if (value instanceof Map) return [...value].flat();
  if (!Array.isArray(value) && !isPlain(value) && !isBaseMessage(value)) return [];
  return Object.keys(value).map((name) => fieldOf(value, name));
}

/** Undefined where it cannot be looked at. */
function fieldOf(value: object, name: string): unknown {
  try {
    return Reflect.get(value, name);
  } catch {
    return undefined;
  }
}

function isPlain(value: unknown): value is { readonly [name: string]: unknown } {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function textOf(value: object): string {
  return JSON.stringify(keepable(value));
}
