import type { CatalogModel } from "./models.ts";
import type { Complaint } from "./rejection.ts";
import type { ChatRequest, Profile, State } from "./types.ts";

/** What a rule may look at. */
export type RuleContext = {
  readonly request: ChatRequest;
  readonly model: CatalogModel;
  readonly profile: Profile;
  readonly state: State;
  /** Thought signatures given out, by the id of the call that they are for. */
  readonly signatures: ReadonlyMap<string, string>;
};

/** A group of rules. Complaints come in the order in which the real service would notice. */
export type Rules = (context: RuleContext) => readonly Complaint[];
