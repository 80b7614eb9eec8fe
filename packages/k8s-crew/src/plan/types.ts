import type { Arguments } from "@k8s-copilot/crew";
import type { Effect, Role, Verb } from "../catalog/types.ts";
import type { Request, View } from "../language/types.ts";

/** Something that narrows the call, said by a person, that this tool has no parameter for. */
export type Unmet = { readonly role: Role; readonly value: string };

export type LeftOver = {
  /** What is applied to the result instead: its last lines, only what is younger. */
  readonly after?: { readonly lines?: number; readonly sinceSeconds?: number };
  /** What nothing can be done about: it is told. */
  readonly unmet?: readonly Unmet[];
};

/** A call as a planner proposes it: code checks it before anything comes of it. */
export type DraftStep = LeftOver & {
  readonly tool: string;
  readonly args: Arguments;
  readonly reason: string;
  /** Of what the tool lists, only things whose name contains this. */
  readonly only?: string;
};

/** What of a list or log the person wants to see: names that contain `name`, or things of a quality. */
export type Focus = { readonly name?: string; readonly quality?: NonNullable<Request["quality"]> };

/**
 * What was said about where and which, still to be held against live lists: `name` may be a fragment.
 * A mention is never sent as it is unless no tool can list the possible values.
 */
export type Mentions = {
  readonly cluster?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly container?: string;
};

/** A call of the plan. `args` are settled; what a person decides comes from `mentions`, memory or a question. */
export type Step = LeftOver & {
  readonly id: string;
  readonly tool: string;
  readonly args: Arguments;
  readonly mentions: Mentions;
  readonly reason: string;
  /** Of what the tool lists, only things whose name contains this. */
  readonly only?: string;
  readonly effect: Effect;
  readonly verb: Verb;
  /** Key of the resource table; for parameter-driven tools the one that the arguments decide. */
  readonly resource: string;
  readonly ready: boolean;
  readonly done: boolean;
  /** The server looks into one namespace at a time: over all of them means one call each. */
  readonly byNamespace?: boolean;
};

export type Place = { readonly cluster?: string; readonly namespace?: string };

export type Plan = {
  readonly view: View;
  readonly steps: readonly Step[];
  readonly focus: Focus;
  readonly allNamespaces: boolean;
  /** For surveys: only this cluster, only this namespace. */
  readonly place: Place;
  readonly leadIn: string;
};
