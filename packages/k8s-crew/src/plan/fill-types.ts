import type { Arguments, CallResult } from "@k8s-copilot/crew";
import type { CallTemplate, Catalog, CatalogEntry } from "../catalog/types.ts";
import type { Ask } from "../choices/types.ts";
import type { Entities, Entity } from "../memory/entities.ts";
import type { Language } from "../output/output.ts";
import type { Readings } from "../results/types.ts";
import type { Decisive } from "./decisive.ts";
import type { Plan, Step } from "./types.ts";

/** A value that was taken without a question, or that the person gave: remembered, and said where it was assumed. */
export type Taken = { readonly key: string; readonly entity: Entity; readonly note?: string };

/** What filling a step may lean on. `lookup` gives the result of a list that was already read in this turn. */
export type Knowledge = {
  readonly catalog: Catalog;
  readonly entities: Entities;
  /** The current cluster of several, where that is known. */
  readonly here?: string | undefined;
  /** The clusters that there are, as far as they were listed. */
  readonly clusters?: readonly string[] | undefined;
  readonly language: Language;
  /** `guided` asks an open question first, with the offer to list; `direct` searches and asks only among matches. */
  readonly guidance: "guided" | "direct";
  /** Entity keys that were settled in this request: taken as they are, without a word about memory. */
  readonly settled: readonly string[];
  /** Entity keys whose guess a person took back. */
  readonly doubted: readonly string[];
  /** Entity keys whose choices the person asked to see. */
  readonly listed: readonly string[];
  readonly lookup: (call: {
    tool: string;
    args: Arguments;
  }) => (CallResult & { readonly readings?: Readings }) | undefined;
  readonly now: number;
};

export type Filling =
  /** Everything is decided; the step carries all its arguments. */
  | { readonly kind: "ready"; readonly step: Step; readonly taken: readonly Taken[] }
  /** Lists have to be read first. */
  | (Reading & { readonly taken: readonly Taken[] })
  /** What is named is of another kind than was guessed: the request has to be planned for that. */
  | {
      readonly kind: "elsewhere";
      readonly said: string;
      readonly resource: string;
      /** Other kinds that have a thing of that very name. */
      readonly also?: readonly string[];
      readonly taken: readonly Taken[];
    }
  | { readonly kind: "ask"; readonly ask: Ask; readonly taken: readonly Taken[] }
  /** One step becomes several: one for each value. */
  | (Expansion & { readonly parameter: string })
  | Impossible;

/** `missed`: of what kind the thing is that was not where it was looked for first; the lists tell where else it may be. */
type Reading = { readonly kind: "read"; readonly templates: readonly CallTemplate[]; readonly missed?: string };

/** `total`: so many there are, of which the first are taken. `args`: what all of them share. */
type Expansion = {
  readonly kind: "expand";
  readonly values: readonly string[];
  readonly total: number;
  readonly args?: Arguments;
};

export type Impossible = {
  readonly kind: "impossible";
  readonly text: string;
  readonly code: "not_found" | "invalid" | "unavailable";
  /** It was looked for in all namespaces. */
  readonly everywhere?: true;
};

/** What one parameter came to. `omit`: the server may choose. `only`: of what it lists, those whose name holds this. `note`: what of it stays unknown. */
export type Resolution =
  | {
      readonly kind: "value";
      readonly args: Arguments;
      readonly taken: readonly Taken[];
      readonly only?: string;
      readonly note?: string;
    }
  | { readonly kind: "omit"; readonly note?: string }
  /** The step as it is to be filled instead, with its place open again. */
  | { readonly kind: "instead"; readonly step: Step }
  | Reading
  | { readonly kind: "ask"; readonly ask: Omit<Ask, "stepId" | "attempts" | "kind"> }
  | Expansion
  | Impossible;

export type Gap = {
  readonly decisive: Decisive;
  readonly step: Step;
  readonly entry: CatalogEntry;
  readonly plan: Plan;
  readonly knowledge: Knowledge;
};
