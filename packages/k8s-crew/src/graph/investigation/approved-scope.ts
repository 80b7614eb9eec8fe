import { resourceByKey } from "../../catalog/resources.ts";
import type { Scope } from "../../investigation/types.ts";
import { isEverywhere, type Plan } from "../../plan/types.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";

/** Where the plan looked, which is what the person asked for or agreed to: no further read leaves it unasked. */
export const approvedScope = (parts: Parts, plan: Plan): Scope => {
  const { surveys, looks } = parts.turn().shelf;
  const steps = plan.steps.filter(({ done, resource, look }) => done && look === undefined && resource !== "cluster");
  const places = [
    ...surveys.filter(({ reach }) => reach === "ok").map(({ cluster, namespace }) => ({ cluster, namespace })),
    ...looks.map(({ cluster }) => ({ cluster, namespace: plan.place.namespace })),
    ...steps.map((step) => {
      const { cluster = "", namespace } = placeOf(parts, step);
      // A kind that stands in no namespace says nothing about which ones were agreed to.
      const isBare = namespace === undefined && !isEverywhere(plan, step);
      return { cluster, namespace: isBare ? noPlace : namespace };
    }),
  ];
  const clusters = [...new Set(places.map(({ cluster }) => cluster))];
  const isWide = places.some(({ namespace }) => namespace === undefined);
  const namespaces = [
    ...new Set(places.flatMap(({ namespace = noPlace }) => (namespace === noPlace ? [] : [namespace]))),
  ];
  return {
    clusters: clusters.length === 0 ? undefined : clusters,
    namespaces: isWide || namespaces.length === 0 ? undefined : namespaces,
  };
};

type Where = { readonly cluster: string; readonly namespace: string | undefined; readonly resource: string };

/** Whether a look stays where it was agreed to; what stands in no namespace is looked at in its cluster. */
export const isWithin = ({ clusters, namespaces }: Scope, { cluster, namespace, resource }: Where): boolean => {
  if (clusters !== undefined && !clusters.includes(cluster)) return false;
  if (namespaces === undefined || resourceByKey.get(resource)?.namespaced === false) return true;
  return namespace !== undefined && namespaces.includes(namespace);
};

/** No namespace has an empty name. */
const noPlace = "";
