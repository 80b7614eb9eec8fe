import { resourceByKey } from "../catalog/resources.ts";
import type { Catalog } from "../catalog/types.ts";
import { kubectlFor } from "../guidance/kubectl.ts";
import { insteadOf } from "../guidance/next-steps.ts";
import type { Said } from "../plan/arguments.ts";
import { sayAccess } from "../words/access-words.ts";
import { say } from "../words/conversation-words.ts";
import { sayNoTool } from "../words/no-tool-words.ts";
import { type Reasoned, reasonFor } from "../words/reasons.ts";
import type { PlannerInput, PlannerReply } from "./types.ts";

type Lacking = Reasoned & {
  readonly said: Said;
  readonly allNamespaces?: boolean;
  /** The kind that the verb is mostly meant for, where none was said. */
  readonly supposed?: string;
  /** The tool that could do it with a text that nobody has written. */
  readonly unwritten?: string | undefined;
};

/** What the server lacks, and what it can do about the same thing. Nothing of that is done unless a person takes it. */
export const noTool = (lacking: Lacking, { catalog, turn }: { catalog: Catalog; turn: PlannerInput }): PlannerReply => {
  const { language, entities } = turn;
  const { said, supposed = "pod", unwritten: tool, ...reasoned } = lacking;
  const doing = reasonFor(language, reasoned);
  const lacks =
    tool === undefined ? say(language, "noTool", { doing }) : sayNoTool(language, "onlyManifest", { tool, doing });
  const namespace = said.namespace ?? (lacking.allNamespaces === true ? undefined : entities.namespace?.value);
  const command = kubectlFor({
    ...said,
    verb: lacking.verb,
    resource: lacking.resource ?? supposed,
    of: lacking.of,
    namespace,
    allNamespaces: lacking.allNamespaces === true && namespace === undefined,
    cluster: said.cluster ?? entities.cluster?.value,
    selector: said.labelSelector,
  });
  const kind = resourceByKey.get(supposed)?.kind ?? supposed;
  const byHand =
    command === undefined
      ? []
      : lacking.resource === undefined
        ? [sayNoTool(language, "withKubectlIf", { kind, command })]
        : [sayAccess(language, "withKubectl", { command })];
  const text = [lacks, ...byHand].join("\n");
  const { verb, resource = "pod", name } = lacking;
  const about = { view: "call" as const, verb, resource, open: true as const, ...(name === undefined ? {} : { name }) };
  return { kind: "answer", text, about, nextSteps: insteadOf({ ...reasoned, namespace }, { catalog, language }) };
};
