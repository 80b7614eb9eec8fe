import { isPlace } from "../resource-of.ts";
import { resourceOfWord } from "../resource-words.ts";
import { tokensOfText } from "../tokens.ts";
import type { Verb, Wanted } from "../types.ts";
import { effectOfVerb, verbOfSpokenWord } from "../verbs.ts";
import { deedsIn, topicsIn } from "./topics.ts";

/** Verbs that words of everyday language are taken for, and that say nothing of a tool by themselves. */
const vague: ReadonlySet<Verb> = new Set(["list", "get", "other", "multi", "generic", "explain", "health", "wait"]);

/** What a verb may be meant for that is said of nothing. */
const usualToSee = ["pod", "deployment"] as const;
const usualToChange = [
  "pod",
  "deployment",
  "statefulset",
  "daemonset",
  "node",
  "job",
  "cronjob",
  "helmrelease",
] as const;

/** Verbs that are about what a pod tells, whatever the thing that is spoken of. */
const ofPods: readonly Verb[] = ["logs", "exec", "top"];

/**
 * What the words of a text may want of a cluster, likeliest first: each verb that is said with each thing, then any look
 * at these things, then what its topics are told by; a name alone is looked for among workloads.
 */
export const wantsIn = (text: string, { about = [], verbs: known = [] }: Known = {}): readonly Wanted[] => {
  const words = tokensOfText(text);
  const named = [...new Set([...words.flatMap((word) => resourceOfWord(word) ?? []), ...about])];
  const resources = named.filter((key) => !isPlace(key));
  const places = named.filter(isPlace);
  const said = words.flatMap((word) => verbOfSpokenWord(word)?.verb ?? []);
  const verbs = [...new Set([...known, ...deedsIn(text), ...said])].filter((verb) => !vague.has(verb));
  const deeds = verbs.flatMap((verb) =>
    [...thingsFor(verb, resources), ...places].map((resource) => ({ verb, resource })),
  );
  return [
    ...deeds,
    ...resources.flatMap(looksAt),
    ...topicsIn(text),
    ...places.flatMap(looksAt),
    ...looksAt("deployment"),
  ];
};

const thingsFor = (verb: Verb, named: readonly string[]): readonly string[] => {
  if (ofPods.includes(verb)) return [...named, "pod", "node"];
  if (named.length > 0) return named;
  return effectOfVerb(verb) === "read" ? usualToSee : usualToChange;
};

export type Known = {
  /** Kinds of things that the text is about without naming them. */
  readonly about?: readonly string[];
  /** What is known to be done. */
  readonly verbs?: readonly Verb[];
};

const looksAt = (resource: string): readonly Wanted[] => [
  { verb: "list", resource },
  { verb: "list", resource, scope: "all" },
  { verb: "get", resource },
  { verb: "describe", resource },
  { verb: "list", resource: "event", of: resource },
];
