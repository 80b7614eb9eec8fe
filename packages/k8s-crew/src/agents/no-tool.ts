import type { Catalog } from "../catalog/types.ts";
import { insteadOf } from "../guidance/next-steps.ts";
import { say } from "../words/conversation-words.ts";
import { type Reasoned, reasonFor } from "../words/reasons.ts";
import type { PlannerInput, PlannerReply } from "./types.ts";

type Lacking = Reasoned & { readonly namespace?: string | undefined };

/** What the server lacks, and what it can do about the same thing. Nothing of that is done unless a person takes it. */
export const noTool = (lacking: Lacking, { catalog, turn }: { catalog: Catalog; turn: PlannerInput }): PlannerReply => {
  const { language, entities } = turn;
  const text = say(language, "noTool", { doing: reasonFor(language, lacking) });
  const namespace = lacking.namespace ?? entities.namespace?.value;
  const { verb, resource = "pod", name } = lacking;
  const about = { view: "call" as const, verb, resource, open: true as const, ...(name === undefined ? {} : { name }) };
  return { kind: "answer", text, about, nextSteps: insteadOf({ ...lacking, namespace }, { catalog, language }) };
};
