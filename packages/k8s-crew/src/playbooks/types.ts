import type { Verb } from "../catalog/types.ts";
import type { Language, Quality } from "../language/types.ts";

/** A sentence in one of the languages or in both; the other language falls back to the one that is there. */
export type Said = { readonly [language in Language]?: string | undefined };

/**
 * One step of a playbook. It names a verb and kinds of the resource table, never a tool: which tools do it is found
 * on whatever server is connected.
 */
export type PlaybookStep = {
  readonly verb: Verb;
  /** Keys of the resource table; `thing` is what the person named. Several kinds are one step. */
  readonly resource: string | readonly string[];
  /** Only these are shown, or these first. Where a kind can tell that it is in trouble, that is found in any case. */
  readonly show?: Quality | undefined;
  /** Only what has done its work and may go: ended jobs, revisions without pods, volumes that nothing is bound to. */
  readonly leftovers?: true | undefined;
  /** Only those of this type, where the kind has types: secrets of `kubernetes.io/tls`. */
  readonly type?: string | undefined;
  /** `found`: only when the steps before found something wrong. */
  readonly when?: "found" | undefined;
  /** Only what is younger, as `12h` or `30m`. */
  readonly since?: string | undefined;
  readonly tail?: number | undefined;
  /** For what is always about the same thing, such as a write. */
  readonly name?: string | undefined;
  readonly namespace?: string | undefined;
  readonly replicas?: number | undefined;
  readonly image?: string | undefined;
  /** Why the step is there. */
  readonly reason: Said;
  /** How to read what it shows. */
  readonly read?: Said | undefined;
};

/** What an expert looks at, in which order and why, when somebody says something vague. */
export type Playbook = {
  readonly id: string;
  readonly title: Said;
  /** Phrases that call it, in the form of the lexicon: each line lists phrases, separated by commas. */
  readonly wishes: { readonly [language in Language]?: readonly string[] | undefined };
  /** `place`: clusters and namespaces; `thing`: one workload, pod, node, … that the person names. */
  readonly about: "place" | "thing";
  /** `diagnose`: where one thing is named, that one is looked into instead of the whole place. */
  readonly named?: "diagnose" | undefined;
  /** What bears on it and none of the steps looks at: said at the end. */
  readonly beyond?: Said | undefined;
  readonly steps: readonly PlaybookStep[];
};

export const inLanguage = (said: Said, language: Language): string => said[language] ?? said.en ?? said.zh ?? "";

export const resourcesOf = ({ resource }: PlaybookStep): readonly string[] =>
  typeof resource === "string" ? [resource] : resource;
