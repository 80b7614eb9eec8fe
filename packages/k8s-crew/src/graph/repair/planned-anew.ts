import { tagOf } from "../../cache/tags.ts";
import { isNowhere } from "../../overview/render.ts";
import type { Parts } from "../parts.ts";
import type { State, Update } from "../state.ts";
import { isLive } from "./evidence.ts";

const plannedTwice = "planned twice";

/**
 * A survey that finds what was named nowhere rests on the names of places as well: what no kept list of namespaces has was
 * taken for the name of a thing. Before it is said to be nowhere, all is read once more from the message on, live. A plan
 * that the person has changed stays as they agreed to it.
 */
export const plannedAnew = (parts: Parts, { plan, fresh }: State): Update | undefined => {
  const { record, shelf } = parts.turn();
  const isKept = record.calls.some((call) => call.cached && !isLive(parts, call));
  if (!isKept || fresh || plan === null || plan.edited === true || !isNowhere(shelf.surveys)) return undefined;
  if (record.repaired.includes(plannedTwice)) return undefined;
  record.repaired.push(plannedTwice);
  record.notes.splice(record.heard ?? 0);
  parts.runner.drop([tagOf({ resource: "cluster" }), tagOf({ resource: "namespace" })]);
  return { plan: null, kinds: {}, fresh: true };
};
