import type { Verb } from "../catalog/types.ts";
import type { sayCard } from "../words/card-words.ts";

export type Effect = Parameters<typeof sayCard>[1];

/** What each kind of change comes to: kubernetes.io, “Deployments”, “Safely Drain a Node”, “Nodes”. */
const effects: { readonly [verb in Verb]?: Effect } = {
  delete: "deletes",
  uninstall: "deletes",
  restart: "rolls",
  rollback: "rolls",
  set: "rolls",
  cordon: "cordons",
  drain: "drains",
};

type Replicas = { readonly from?: number | undefined; readonly to?: number | undefined };

/** The sentence that says what a change comes to. */
export const effectOfChange = (verb: Verb, replicas: Replicas): Effect =>
  verb === "scale" ? scaled(replicas) : (effects[verb] ?? "unknownEffect");

const scaled = ({ from, to }: Replicas): Effect => {
  if (to === 0) return "toNone";
  if (from === undefined || to === undefined) return "scales";
  return to > from ? "more" : "fewer";
};
