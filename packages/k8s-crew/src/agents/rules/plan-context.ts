import type { Catalog } from "../../catalog/types.ts";
import type { Playbook } from "../../playbooks/types.ts";
import type { Wish } from "../../playbooks/wish.ts";
import type { PlannerInput } from "../types.ts";

/** What a request is planned with. */
export type Context = {
  readonly catalog: Catalog;
  readonly turn: PlannerInput;
  readonly playbooks: readonly Playbook[];
  /** The playbook that the message calls by one of its phrases. */
  readonly wish: Wish | undefined;
};
