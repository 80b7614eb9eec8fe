import { load } from "@langchain/core/load";
import { isBaseMessage } from "@langchain/core/messages";
import { Overwrite } from "@langchain/langgraph";

/** What is written in the place of data that reading a checkpoint would take for something else: its JSON. */
const DATA = "crew:data";
/** The same for a message that holds such data, for example as a call's arguments. */
const MESSAGE = "crew:message";

/**
 * A value as it can be written down and read again. What a model, a server or a caller gave may look like LangChain's own
 * notation of objects ({ lc, type, id }): read from a checkpoint it would be taken for one, and where there is none like
 * it nothing of the checkpoint could be read. All else stays as it is; what JSON cannot say is seen to by `keepable`.
 */
export function toKept(value: unknown): unknown {
  try {
    return isOddWithin(value, isOdd) ? kept(value, []) : value;
  } catch {
    // What cannot be looked through, as with a getter that throws, is the serializer's to handle.
    return value;
  }
}

/** What `toKept` was given. */
export async function fromKept(value: unknown): Promise<unknown> {
  return isOddWithin(value, isStandIn) ? unkept(value) : value;
}

function kept(value: unknown, above: readonly unknown[]): unknown {
  // What goes round in a circle is the serializer's to cut.
  if (typeof value !== "object" || value === null || above.includes(value)) return value;
  const inner = [...above, value];
  if (Array.isArray(value)) return value.map((one) => kept(one, inner));
  if (value instanceof Overwrite) return new Overwrite(kept(value.value, inner));
  if (isBaseMessage(value)) return isOddWithin(value, isOdd) ? { [MESSAGE]: textOf(value) } : value;
  if (!isPlain(value)) return value;
  if (isOdd(value)) return { [DATA]: textOf(value) };
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, kept(one, inner)]));
}

async function unkept(value: unknown): Promise<unknown> {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return Promise.all(value.map(unkept));
  if (!isPlain(value)) return value;
  const data: unknown = Reflect.get(value, DATA);
  if (typeof data === "string") return JSON.parse(data);
  const message: unknown = Reflect.get(value, MESSAGE);
  if (typeof message === "string") return load(message);
  const entries = Object.entries(value).map(async ([name, one]) => [name, await unkept(one)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

type Judge = (value: unknown) => boolean;

function isOdd(value: unknown): boolean {
  return isPlain(value) && (Object.hasOwn(value, "lc") || isStandIn(value));
}

function isStandIn(value: unknown): boolean {
  return isPlain(value) && (Object.hasOwn(value, DATA) || Object.hasOwn(value, MESSAGE));
}

/** Most values hold nothing of the kind, which is seen without a copy of them. */
function isOddWithin(value: unknown, judge: Judge, seen = new Set<unknown>()): boolean {
  if (judge(value)) return true;
  if (typeof value !== "object" || value === null || seen.has(value)) return false;
  if (!(Array.isArray(value) || isPlain(value) || value instanceof Overwrite || isBaseMessage(value))) return false;
  seen.add(value);
  const inner = value instanceof Overwrite ? [value.value] : Object.values(value);
  return inner.some((one) => isOddWithin(one, judge, seen));
}

function isPlain(value: unknown): value is { readonly [name: string]: unknown } {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function textOf(value: object): string {
  return JSON.stringify(value);
}
