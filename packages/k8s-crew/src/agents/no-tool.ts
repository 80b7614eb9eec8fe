import type { Catalog } from "../catalog/types.ts";
import { kubectlFor } from "../guidance/kubectl.ts";
import { insteadOf } from "../guidance/next-steps.ts";
import type { Said } from "../plan/arguments.ts";
import { sayAccess } from "../words/access-words.ts";
import { say } from "../words/conversation-words.ts";
import { type Reasoned, reasonFor } from "../words/reasons.ts";
import { defaultResource } from "./default-resource.ts";
import type { PlannerInput, PlannerReply } from "./types.ts";

type Lacking = Reasoned & { readonly said: Said; readonly allNamespaces?: boolean };

/** What the server lacks, and what it can do about the same thing. Nothing of that is done unless a person takes it. */
export const noTool = (lacking: Lacking, { catalog, turn }: { catalog: Catalog; turn: PlannerInput }): PlannerReply => {
  const { language, entities } = turn;
  const { said, ...reasoned } = lacking;
  const lacks = say(language, "noTool", { doing: reasonFor(language, reasoned) });
  const namespace = said.namespace ?? (lacking.allNamespaces === true ? undefined : entities.namespace?.value);
  const command = kubectlFor({
    ...said,
    verb: lacking.verb,
    resource: lacking.resource ?? defaultResource(lacking.verb, said),
    of: lacking.of,
    namespace,
    allNamespaces: lacking.allNamespaces === true && namespace === undefined,
    cluster: said.cluster ?? entities.cluster?.value,
    selector: said.labelSelector,
  });
  const text = command === undefined ? lacks : `${lacks}\n${sayAccess(language, "withKubectl", { command })}`;
  const { verb, resource = "pod", name } = lacking;
  const about = { view: "call" as const, verb, resource, open: true as const, ...(name === undefined ? {} : { name }) };
  return { kind: "answer", text, about, nextSteps: insteadOf({ ...reasoned, namespace }, { catalog, language }) };
};
