import { nearNames } from "../choices/near-names.ts";
import { eventFacts } from "../results/event-facts.ts";
import type { Row } from "../results/types.ts";
import { textAt } from "../results/values.ts";
import { listEverywhere, type Place } from "./list-everywhere.ts";
import type { Chain, ClusterSurvey, Unseen } from "./types.ts";

/** What of a cluster is looked at: all of it, a namespace, or what has a name. */
export type Scope = {
  readonly place: Place;
  readonly name?: string;
  /** Names that exist, for a name that does not. */
  readonly namespaces: readonly string[];
  /** Names of namespaces that are being deleted. */
  readonly terminating: readonly string[];
  /** Whether the namespace exists could not be told. */
  readonly unseen: readonly Unseen[];
  /** The namespace does not exist: it lists as empty, which must not pass for healthy. */
  readonly missing: boolean;
};

export type Asked = Place & { readonly name?: string };

/** A name that is a namespace's means the namespace. */
export function* scopeOf({ name, ...place }: Asked): Chain<Scope> {
  const named = name === undefined ? {} : { name };
  const unknown = { namespaces: [], terminating: [], missing: false };
  if (place.namespace === undefined && name === undefined) return { place, ...unknown, unseen: [] };
  const { namespace, ...everywhere } = place;
  const listed = yield* listEverywhere(everywhere, "namespace");
  if (listed.kind === "unlisted") {
    const { cause, detail } = listed;
    return { place, ...named, ...unknown, unseen: [{ resource: "namespace", cause, detail }] };
  }
  const namespaces = listed.items.map((item) => item.name);
  const terminating = listed.items.filter(isTerminating).map((item) => item.name);
  const found = {
    namespaces,
    terminating,
    unseen: [],
    missing: namespace !== undefined && !namespaces.includes(namespace),
  };
  if (namespace === undefined && name !== undefined && namespaces.includes(name))
    return { place: { ...place, namespace: name }, ...found };
  return { place, ...named, ...found };
}

const isTerminating = ({ fields, object }: Row): boolean =>
  [fields.status, textAt(object, "status", "phase")].includes("Terminating");

/** The rows that a name fits; events by what they are about. Case does not matter. */
export const rowsNamed = (rows: readonly Row[], resource: string, name: string | undefined): readonly Row[] => {
  if (name === undefined) return rows;
  const word = name.toLowerCase();
  return rows.filter((row) =>
    (resource === "event" ? eventFacts(row, 0).object : row.name).toLowerCase().includes(word),
  );
};

/** Names that are shown where a name was wrong. */
const shownNames = 12;

type Wrong = {
  readonly wrong: string;
  /** What could have been meant, and is shown where nothing is near. */
  readonly existing: readonly string[];
  /** What could have been meant as well. */
  readonly others?: readonly string[];
};

/** What does not exist, with the names that are near to it, else those that exist. */
export const missing = (
  cause: "no_namespace" | "no_such_name",
  { wrong, existing, others = [] }: Wrong,
): Pick<ClusterSurvey, "reach" | "cause" | "detail"> => {
  const near = nearNames([...existing, ...others], wrong);
  const names = near.length > 0 ? near : [...new Set(existing)];
  const left = names.length - shownNames;
  const shown = names.slice(0, shownNames).join(", ");
  return { reach: "missing", cause, detail: left > 0 ? `${shown} … (+${left})` : shown };
};
