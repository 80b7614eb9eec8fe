import type { Verb } from "../../src/catalog/types.ts";
import type { Condition, State } from "../../src/language/condition.ts";
import type { Reply, ReplyQuestion, Request, RequestContext } from "../../src/language/types.ts";

/** What a labelled sentence must be read as: every field but the language (given by the table) and the hits. */
export type Label = Omit<Request, "language" | "hits">;
export type RequestExample = readonly [message: string, label: Label, context?: RequestContext];
export type ReplyExample = readonly [reply: string, expected: string, question?: ReplyQuestion];

export const call = (verb: Verb, resource?: string, more: Partial<Label> = {}): Label => ({
  kind: "request",
  view: "call",
  verb,
  ...(resource === undefined ? {} : { resource }),
  ...more,
});

/** What is in a state, as a list is narrowed by it. */
export const inState = (value: State): Condition => ({ field: "status", comparison: "is", value });

export const view = (name: "status" | "overview" | "health", more: Partial<Label> = {}): Label => ({
  kind: "request",
  view: name,
  ...more,
});

/** With a word that was read as another one. */
export const readAs = (said: string, meant: string): Partial<Label> => ({ corrected: [{ said, meant }] });

export const back = (more: Partial<Label> = {}): Label => ({ kind: "request", refersBack: true, ...more });

export const correction = (more: Partial<Label> = {}): Label => ({ kind: "request", corrects: true, ...more });

export const command = (word: string, commandArgument?: string): Label => ({
  kind: "command",
  command: word,
  ...(commandArgument === undefined ? {} : { commandArgument }),
});

export const only = (kind: Request["kind"], more: Partial<Label> = {}): Label => ({ kind, ...more });

/** Two clusters and the namespaces of one, as a conversation knows them after its first reads. */
export const places: RequestContext = {
  clusters: ["dev-cluster", "prod-cluster"],
  namespaces: ["default", "dev", "production", "kube-system", "payments"],
};

/** A reply in a line: its kind and its values. */
export const inShort = (reply: Reply): string => {
  switch (reply.kind) {
    case "picked":
    case "did_you_mean":
      return [reply.kind, ...reply.values].join(" ");
    case "typed":
      return `typed ${reply.value}`;
    default:
      return reply.kind;
  }
};
