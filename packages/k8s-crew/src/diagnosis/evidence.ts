import { formatAge, secondsSince } from "../results/age.ts";
import type { EventFacts } from "../results/event-facts.ts";
import { listAt, textAt, type UnknownRecord } from "../results/values.ts";
import type { Evidence, Show, Thing } from "./types.ts";

/** Longest message that is quoted in full. */
const longestQuote = 400;

/** Someone else's words in one line, of a length that can be read. */
export const quoted = (text: string): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > longestQuote ? `${line.slice(0, longestQuote)}..` : line;
};

const placeOf = ({ namespace, name }: Thing) => ({ name, ...(namespace === "" ? {} : { namespace }) });

/** What shows the thing itself. */
export const describing = (thing: Thing): Show => ({ verb: "describe", resource: thing.resource, ...placeOf(thing) });

export const getting = (thing: Thing): Show => ({ verb: "get", resource: thing.resource, ...placeOf(thing) });

export const listing = (resource: string, { namespace }: Pick<Thing, "namespace">, selector?: string): Show => ({
  verb: "list",
  resource,
  ...(namespace === "" ? {} : { namespace }),
  ...(selector === undefined ? {} : { selector }),
});

export const eventEvidence = (thing: Thing, { reason, message, ageSeconds }: EventFacts): Evidence => ({
  says: "event",
  slots: { reason, message: quoted(message), age: ageSeconds === undefined ? "" : formatAge(ageSeconds) },
  show: describing(thing),
});

/** A condition of an object, by type. */
export const conditionOf = (object: UnknownRecord, type: string): UnknownRecord | undefined => {
  const found = listAt(object, "status", "conditions").find((each) => textAt(each, "type") === type);
  return typeof found === "object" && found !== null ? { ...found } : undefined;
};

export const conditionEvidence = (thing: Thing, condition: UnknownRecord): Evidence => {
  const [type, status] = [textAt(condition, "type"), textAt(condition, "status")];
  const [cause, message] = [textAt(condition, "reason"), quoted(textAt(condition, "message"))];
  const reason = cause === "" ? "" : ` (${cause})`;
  return {
    says: message === "" ? "conditionPlain" : "condition",
    slots: { type, status, reason, message },
    show: describing(thing),
  };
};

/** The value of a field, by its path in the spec. */
export const fieldEvidence = (thing: Thing, field: string, value: string): Evidence => ({
  says: "field",
  slots: { field, value: quoted(value) },
  show: getting(thing),
});

export const absentEvidence = (thing: Thing): Evidence => ({
  says: "absent",
  slots: { resource: thing.resource, name: thing.name },
  show: getting(thing),
});

/** An age for a slot; empty where the time is not told. */
export const ageOf = (time: string, now: number): string => {
  const seconds = secondsSince(time, now);
  return seconds === undefined ? "" : formatAge(seconds);
};
