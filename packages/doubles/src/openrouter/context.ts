import type { CatalogModel } from "./models.ts";
import type { Complaint, Rejection } from "./rejection.ts";
import type { ChatRequest, Profile, State } from "./types.ts";

/** What a rule may look at. */
export type RuleContext = {
  readonly request: ChatRequest;
  readonly model: CatalogModel;
  readonly profile: Profile;
  readonly state: State;
  /** Entries with thought signatures, as they were written, by the id of the call that they are for. */
  readonly signatures: ReadonlyMap<string, string>;
};

/** A group of rules. Complaints come in the order in which the real service would notice. */
export type Rules = (context: RuleContext) => readonly Complaint[];

export type Routed =
  | { readonly kind: "model"; readonly model: CatalogModel }
  | { readonly kind: "rejected"; readonly rejection: Rejection };

export type Judgement = {
  readonly routed: Routed;
  /** What the request breaks, the refusal that is sent first among them. */
  readonly complaints: readonly Complaint[];
};
