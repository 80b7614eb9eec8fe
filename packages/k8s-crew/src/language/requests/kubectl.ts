import type { Verb } from "../../catalog/types.ts";
import { type Meaning, meaningOfWord } from "../text/phrases.ts";
import type { RequestFields } from "../types.ts";
import { takeFlags } from "./flags.ts";

/** What the commands of kubectl ask for (kubernetes.io, kubectl reference). `get` is list or get, by what is named. */
const verbs: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  ...same("get", "describe", "logs", "top", "explain", "delete", "scale", "exec", "cordon", "uncordon", "drain"),
  ...same("create", "apply", "patch", "label", "annotate", "taint", "run", "diff", "wait"),
  ["edit", "update"],
  ["replace", "update"],
  ["cp", "copy"],
  ["port-forward", "portforward"],
  ["attach", "exec"],
  ["debug", "exec"],
  ["expose", "create"],
]);

const rollouts: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  ["restart", "restart"],
  ["undo", "rollback"],
  ["pause", "pause"],
  ["resume", "resume"],
  ["status", "get"],
  ["history", "get"],
]);

/** Commands whose first word is already the name of this resource. */
const resourceOfVerb: ReadonlyMap<Verb, string> = new Map<Verb, string>([
  ["logs", "pod"],
  ["exec", "pod"],
  ["portforward", "pod"],
  ["cordon", "node"],
  ["uncordon", "node"],
  ["drain", "node"],
]);

/**
 * Reads a kubectl command line: one that begins with `kubectl` (or `k`, `oc`), or one that begins with a command of
 * kubectl, is as short as such a line and has flags. Only the first command of a line is read. Undefined when it is none.
 * Nothing is ever run from here.
 */
export const readKubectl = (text: string): RequestFields | undefined => {
  const [line = "", ...others] = text.split("\n");
  const prefix = /^\s*\$?\s*(?:kubectl|oc|k)\s/u.exec(line);
  const command = takeFlags((prefix === null ? line : line.slice(prefix[0].length)).split(/ -- |[;&|<>`$]/u)[0] ?? "");
  const words = command.rest.split(/\s+/u).filter((word) => word !== "");
  if (prefix === null && (command.count === 0 || others.length > 0 || !looksLikeCommand(words))) return undefined;
  const read = readWords(words);
  return read === undefined ? undefined : { ...read, ...command.found };
};

const looksLikeCommand = (words: readonly string[]): boolean =>
  verbs.has((words[0] ?? "").toLowerCase()) &&
  words.length <= 4 &&
  words.every((word) => /^[\w.\-/:=]+$/u.test(word) && !(meaningOfWord(word)?.is === "grammar"));

const readWords = (words: readonly string[]): RequestFields | undefined => {
  const [first = "", second = "", ...others] = words.map((word, index) => (index < 2 ? word.toLowerCase() : word));
  if (first === "rollout") return withVerb(rollouts.get(second), others);
  if (first === "set" && second === "image") return setImage(others);
  if (first === "config" && second.startsWith("get-contexts")) return asked("list", { resource: "cluster" });
  if (first === "cluster-info" || first === "version") return { kind: "request", view: "status" };
  if (first === "api-resources") return asked("list", { resource: "apiresource" });
  if (first === "events") return asked("list", { resource: "event" });
  return withVerb(verbs.get(first), words.slice(1));
};

const withVerb = (verb: Verb | undefined, words: readonly string[]): RequestFields | undefined => {
  if (verb === undefined) return undefined;
  const target = readTarget(words, resourceOfVerb.get(verb));
  if (verb === "get" && target.name === undefined)
    return target.resource === undefined ? undefined : asked("list", target);
  return asked(verb, target);
};

const setImage = (words: readonly string[]): RequestFields => {
  const image = words.find((word) => word.includes("="));
  const target = readTarget(
    words.filter((word) => word !== image),
    undefined,
  );
  return asked("set", { ...target, ...(image === undefined ? {} : { image: image.slice(image.indexOf("=") + 1) }) });
};

type Target = { readonly resource?: string; readonly name?: string };

/** "deploy/cart", "pod cart-0", "pods", or with `implied` also a bare name. */
const readTarget = (words: readonly string[], implied: string | undefined): Target => {
  const [first, second] = words;
  if (first === undefined) return implied === undefined ? {} : { resource: implied };
  const [kind = "", named] = first.split("/");
  const resource = kubectlResource(kind.split(/[.,]/u)[0] ?? "");
  if (named !== undefined && named !== "") return resource === undefined ? { name: named } : { resource, name: named };
  if (implied !== undefined) return { resource: implied, name: first };
  if (resource === undefined) return {};
  return second === undefined ? { resource } : { resource, name: second };
};

const kubectlResource = (word: string): string | undefined =>
  word.toLowerCase() === "no" ? "node" : spelledKind(meaningOfWord(word.toLowerCase()));

const spelledKind = (meaning: Meaning | undefined): string | undefined =>
  meaning?.is === "resource" ? meaning.resource : undefined;

const asked = (verb: Verb, more: RequestFields): RequestFields => ({ kind: "request", view: "call", verb, ...more });

function same(...names: readonly Verb[]): readonly (readonly [string, Verb])[] {
  return names.map((name) => [name, name] as const);
}
