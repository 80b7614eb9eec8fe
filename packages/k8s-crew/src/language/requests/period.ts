import { takeHours } from "../text/clock-times.ts";
import { timeIn } from "../text/days.ts";
import type { RequestFields } from "../types.ts";

/** Times that are over, of which one asks what happened, and not how things are. */
const bygone: ReadonlySet<string> = new Set(["night", "dawn", "weekend", "lastWeek", "yesterday", "hours"]);

/** What hours can be said of; of all else they are left out, which is told. */
const goesByTime = ({ kind, view, verb, resource, fact, past }: RequestFields): boolean =>
  kind !== "request" ||
  view !== "call" ||
  verb === "logs" ||
  verb === "diagnose" ||
  verb === "explain" ||
  (verb === "list" && resource === "event") ||
  fact === "restarts" ||
  past === true;

/** What changed then, where a time is said; “what went wrong last night” asks for the same. */
export const inItsTime = (fields: RequestFields, text: string): RequestFields => {
  const time = timeIn(text);
  if (time === undefined) return fields;
  const hours = time.word === "hours" && !goesByTime(fields) ? takeHours(text) : undefined;
  if (hours !== undefined) return { ...fields, unread: [...(fields.unread ?? []), hours.said] };
  if (fields.view === "changes") return { ...fields, time };
  const ofPlace = fields.view === "health" && (fields.name ?? fields.resource) === undefined;
  if (!ofPlace || time.open === true || !bygone.has(time.word)) return fields;
  const { quality: _, ...place } = fields;
  return { ...place, view: "changes", time };
};
