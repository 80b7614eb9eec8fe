import type { CallTemplate, Catalog } from "../../catalog/types.ts";
import { kubectlFor } from "../../guidance/kubectl.ts";
import type { Request } from "../../language/index.ts";
import { clusterHere } from "../../memory/cluster-here.ts";
import type { DraftStep } from "../../plan/types.ts";
import { sayAccess } from "../../words/access-words.ts";
import { reasonFor } from "../../words/reasons.ts";
import { sayOfRequest } from "../../words/request-words.ts";
import { sayServed } from "../../words/served-words.ts";
import { sayStorage } from "../../words/storage-words.ts";
import { sayTurn } from "../../words/turn-words.ts";
import type { PlannerInput } from "../types.ts";
import { onlyConnected } from "./other-cluster.ts";

type Noting = {
  readonly template: CallTemplate;
  readonly context: { readonly catalog: Catalog; readonly turn: PlannerInput };
};

/**
 * What has to be said beside the answer: that it cannot tell who it was, that the server can do less than was asked, or
 * that nothing tells how full a volume is.
 */
export const noteFor = (request: Request, { template, context }: Noting): Pick<DraftStep, "note"> => {
  const { language } = context.turn;
  if (request.whoDid === true) return { note: sayAccess(language, "onlyAudit") };
  if (request.unchanged === true) return { note: sayTurn(language, "unchanged") };
  if (request.howFull === true) return { note: sayStorage(language, "howFull") };
  if (request.past === true) return { note: sayOfRequest(language, "past") };
  return rowInstead(request, { template, context }) ?? onlyConnected(request, context);
};

/** A closer look that no tool takes: a row of the list is less, and that is said. */
const rowInstead = (request: Request, { template, context }: Noting): Pick<DraftStep, "note"> | undefined => {
  const { verb, resource = template.entry.resource, name, fact, conditions } = request;
  const isLess = verb === "describe" && template.entry.verb === "list" && name !== undefined;
  if (!isLess || (fact ?? conditions) !== undefined) return undefined;
  const { language } = context.turn;
  const doing = reasonFor(language, { verb, resource, name });
  const { namespace, cluster = clusterHere(context.turn) } = request;
  const command = kubectlFor({ verb, resource, name, namespace, cluster });
  const lines = [
    sayServed(language, "rowInstead", { doing }),
    ...(command === undefined ? [] : [sayAccess(language, "withKubectl", { command })]),
  ];
  return { note: lines.join("\n") };
};
