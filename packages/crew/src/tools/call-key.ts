import { createHash } from "node:crypto";
import { canonicalJson } from "../canonical-json.ts";
import { jsonCopy } from "../json-copy.ts";
import type { Arguments, JsonSchema, Tool, ToolCall } from "../types.ts";
import { toolFingerprint } from "./tool-names.ts";

/** More than any call is sent with, and quick to write down. */
const MAX_ARGUMENT_BYTES = 1_000_000;

type Asked = { readonly tool: Tool; readonly call: ToolCall; readonly identity: string };

/** By what a call is found again, whose eyes its result is for, and a copy of its arguments that nobody can change. */
export type CallKey = { readonly key: string; readonly eyes: string; readonly args: Arguments };

/**
 * Keys of calls, the same for calls that ask for the same; undefined for arguments that cannot be written down. Keys are
 * hashes: what an identity or an argument holds does not lie about in a store as text. Unicode is left as it is: two forms
 * of a name are two keys, which costs a call and never mixes up two things.
 */
export function createCallKeys(): (asked: Asked) => CallKey | undefined {
  const fingerprints = new WeakMap<Tool, string>();
  return ({ tool, call, identity }) => {
    try {
      const fingerprint = fingerprints.get(tool) ?? hash(toolFingerprint(tool));
      fingerprints.set(tool, fingerprint);
      const args = copyOf(call.args);
      if (args === undefined) return undefined;
      const key = hash(canonicalJson([fingerprint, withoutDefaults(tool.inputSchema, args), identity]));
      return { key, eyes: eyesOf(identity), args };
    } catch {
      return undefined;
    }
  };
}

/** An identity as it stands in a store: the same for the same, and nothing of it to be read. */
export function eyesOf(identity: string): string {
  return hash(canonicalJson(["identity", identity]));
}

function copyOf(args: Arguments): Arguments | undefined {
  const given = Object.entries(args).filter(([, value]) => value !== undefined);
  const copies = given.flatMap(([name, value]) => {
    const copy = jsonCopy(value, MAX_ARGUMENT_BYTES);
    return copy === undefined ? [] : [[name, copy.value] as const];
  });
  return copies.length === given.length ? Object.freeze(Object.fromEntries(copies)) : undefined;
}

/** The arguments without those that say what the schema would say for them anyway. */
function withoutDefaults({ properties }: JsonSchema, args: Arguments): Arguments {
  if (typeof properties !== "object" || properties === null) return args;
  const parameters = new Map<string, unknown>(Object.entries(properties));
  const isDefault = (name: string, value: unknown) => {
    const parameter = parameters.get(name);
    if (typeof parameter !== "object" || parameter === null || !("default" in parameter)) return false;
    return canonicalJson(parameter.default) === canonicalJson(value);
  };
  return Object.fromEntries(Object.entries(args).filter(([name, value]) => !isDefault(name, value)));
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
