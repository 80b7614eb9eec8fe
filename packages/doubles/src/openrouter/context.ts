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

/** What becomes of a request before a model is asked. */
export type Admission = {
  /** Undefined when it is refused. */
  readonly request: ChatRequest | undefined;
  /** The models to ask, the next when one fails. */
  readonly names: readonly string[];
  readonly refusal: Rejection | undefined;
  /** What the request breaks, a refusal among them. */
  readonly complaints: readonly Complaint[];
};

/** Whether a model of the list answers. */
export type Judgement = {
  readonly model: CatalogModel | undefined;
  readonly refusal: Rejection | undefined;
  readonly complaints: readonly Complaint[];
};
