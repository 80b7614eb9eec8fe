import { pluralOf } from "../catalog/resource-words.ts";
import { resourceByKey } from "../catalog/resources.ts";
import { mayCommand } from "../guidance/access.ts";
import type { Request } from "../language/index.ts";
import type { Plan, Step } from "../plan/types.ts";
import { accountMeant, concerned, type Granted, rightsAnswer, roleKey } from "../report/rights-answer.ts";
import { type Grant, grantOf, type Rule, rulesOf } from "../results/rights.ts";
import type { Row } from "../results/types.ts";
import type { Parts } from "./parts.ts";
import { placeOf } from "./place-of.ts";
import { rowsOf } from "./rows-of.ts";
import type { State } from "./state.ts";

/** All that the lists of a plan tell of who was given what. */
const grantsIn = (parts: Parts, steps: readonly Step[]): readonly Grant[] =>
  steps.flatMap((step) => {
    const kind = step.resource;
    if (kind !== "rolebinding" && kind !== "clusterrolebinding") return [];
    const { namespace } = placeOf(parts, step);
    return rowsOf(parts, step).map((row) =>
      grantOf({ ...(namespace === undefined ? {} : { namespace }), ...row }, kind),
    );
  });

/** The roles whose rules decide: whether a row is one of them. */
export const decidingRole = (parts: Parts, { steps }: Plan): ((row: Row, resource: string) => boolean) => {
  const rights = steps.find(({ part }) => part?.focus.rights !== undefined)?.part?.focus.rights;
  if (rights === undefined || rights.ask === "holders") return () => false;
  const keys = new Set(concerned(grantsIn(parts, steps), rights).map(roleKey));
  return (row, resource) => keys.has(keyOf(row, resource));
};

const keyOf = ({ name, namespace }: Row, resource: string): string =>
  resource === "role" ? `Role/${namespace ?? ""}/${name}` : `ClusterRole/${name}`;

/** What the roles that were given allow, told in words. */
export const rightsText = (parts: Parts, { language, plan }: State, request: Request): string => {
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
    cluster: cluster ?? place.cluster,
  });
  return rightsAnswer(granted, { rights, things, namespace, language, width: parts.turn().width, command });
};

const rulesIn = (parts: Parts, steps: readonly Step[]): readonly (readonly [string, readonly Rule[]])[] =>
  steps.flatMap((step) => {
    if (step.resource !== "role" && step.resource !== "clusterrole") return [];
    const { namespace } = placeOf(parts, step);
    return rowsOf(parts, step).flatMap((row) => {
      const rules = rulesOf(row);
      const placed = { ...(namespace === undefined ? {} : { namespace }), ...row };
      return rules === undefined ? [] : [[keyOf(placed, step.resource), rules] as const];
    });
  });
