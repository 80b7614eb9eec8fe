import { pluralOf } from "../../catalog/resource-words.ts";
import { resourceByKey } from "../../catalog/resources.ts";
import { mayCommand } from "../../guidance/access.ts";
import type { Request } from "../../language/index.ts";
import { currentOfSeveral } from "../../memory/cluster-here.ts";
import { accountMeant, concerned, type Granted } from "../../report/grants-meant.ts";
import { rightsAnswer } from "../../report/rights-answer.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import { grantsIn, rulesIn } from "../reads/grants.ts";
import type { State } from "../state.ts";

/** What the roles that were given allow, told in words. */
export const rightsText = (parts: Parts, { language, plan, known: names }: State, request: Request): string => {
  const { rights = { ask: "list" as const }, resource = "pod", namespace, cluster } = request;
  const steps = plan?.steps ?? [];
  const known = resourceByKey.get(resource);
  const things = known === undefined || known.kind === "" ? resource : pluralOf(known);
  const granted: Granted = { grants: grantsIn(parts, steps), rules: new Map(rulesIn(parts, steps)) };
  const [first] = steps;
  const place = first === undefined ? {} : placeOf(parts, first);
  const { subject } = rights;
  const account = subject === undefined ? {} : { subject: accountMeant(concerned(granted.grants, rights), subject) };
  const command = mayCommand({
    rights: { ...rights, ...account },
    things,
    namespace,
    cluster: cluster ?? place.cluster ?? currentOfSeveral(names),
  });
  return rightsAnswer(granted, { rights, things, namespace, language, width: parts.turn().width, command });
};
