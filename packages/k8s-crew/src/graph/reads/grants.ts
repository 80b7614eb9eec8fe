import type { Plan, Step } from "../../plan/types.ts";
import { concerned, roleKey, rolesCalled } from "../../report/grants-meant.ts";
import { type Grant, grantOf, type Rule, rulesOf } from "../../results/rights.ts";
import type { Row } from "../../results/types.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import { rowsOf } from "./rows-of.ts";

/** All that the lists of a plan tell of who was given what. */
export const grantsIn = (parts: Parts, steps: readonly Step[]): readonly Grant[] =>
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
  if (rights.ask === "rules") {
    const names = steps.flatMap((step) => rowsOf(parts, step).map(({ name }) => name));
    const called = rolesCalled(names, rights.role ?? "");
    return ({ name }) => called.has(name);
  }
  const keys = new Set(concerned(grantsIn(parts, steps), rights).map(roleKey));
  return (row, resource) => keys.has(keyOf(row, resource));
};

const keyOf = ({ name, namespace }: Row, resource: string): string =>
  resource === "role" ? `Role/${namespace ?? ""}/${name}` : `ClusterRole/${name}`;

/** The rules of the roles that were read, by what a binding calls them. */
export const rulesIn = (parts: Parts, steps: readonly Step[]): readonly (readonly [string, readonly Rule[]])[] =>
  steps.flatMap((step) => {
    if (step.resource !== "role" && step.resource !== "clusterrole") return [];
    const { namespace } = placeOf(parts, step);
    return rowsOf(parts, step).flatMap((row) => {
      const rules = rulesOf(row);
      const placed = { ...(namespace === undefined ? {} : { namespace }), ...row };
      return rules === undefined ? [] : [[keyOf(placed, step.resource), rules] as const];
    });
  });
