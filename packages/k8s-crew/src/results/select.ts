import type { Condition, State } from "../language/condition.ts";
import { fieldReaders } from "./fields.ts";
import { spanOf } from "./time-span.ts";
import type { Row } from "./types.ts";
import { listAt, textAt } from "./values.ts";

/** Whether a row meets a condition; undefined where it does not tell. */
export function meets(row: Row, condition: Condition, now: number): boolean | undefined {
  const { field, comparison, value = "" } = condition;
  const reader = fieldReaders[field];
  if (comparison === "is") return isIn(row, value);
  const text = reader.text(row, now);
  if (comparison === "not") return isNot(row, condition, text);
  if (comparison === "missing" || comparison === "present") {
    const missing = reader.missing?.(row, condition.value) ?? (text === undefined ? undefined : text === "");
    return missing === undefined ? undefined : missing === (comparison === "missing");
  }
  if (comparison === "contains") return text?.toLowerCase().includes(value.toLowerCase());
  const number = reader.number === undefined ? undefined : reader.number(row, now);
  const wanted = wantedNumber(condition, now);
  if (reader.number === undefined || wanted === undefined)
    return text === undefined ? undefined : text.split(",").includes(value);
  return number === undefined ? undefined : holds[comparison](number, wanted);
}

/** Whether a row is left over where some are left out. */
function isNot(row: Row, { field, value = "" }: Condition, text: string | undefined): boolean | undefined {
  if (field === "status" && isState(value)) return opposite(isIn(row, value));
  const said = text?.toLowerCase();
  // A pod whose phase is Failed shows Error where no reason is given.
  if (field === "status" && value === "failed")
    return said === undefined ? undefined : !/^(?:failed|error)\b/.test(said);
  const isOne = field === "name" ? said?.includes(value.toLowerCase()) : said === value.toLowerCase();
  return text === undefined ? undefined : opposite(isOne);
}

const opposite = (told: boolean | undefined): boolean | undefined => (told === undefined ? undefined : !told);

const holds = {
  more: (number: number, wanted: number) => number > wanted,
  at_least: (number: number, wanted: number) => number >= wanted,
  less: (number: number, wanted: number) => number < wanted,
  at_most: (number: number, wanted: number) => number <= wanted,
  equal: (number: number, wanted: number) => number === wanted,
} as const;

/** A number, or the seconds since a day began where the person is. */
function wantedNumber({ comparison, value = "" }: Condition, now: number): number | undefined {
  // “At least” as long ago as a day or a night is before its end.
  if (value === "night" || (value === "yesterday" && comparison === "at_least")) {
    const { from, to } = spanOf(value, now);
    return Math.round((now - (comparison === "at_least" ? to : from)) / 1000);
  }
  if (value === "today" || value === "yesterday" || value === "week") return secondsSinceDay(value, now);
  return value === "" || Number.isNaN(Number(value)) ? undefined : Number(value);
}

/** Seconds since midnight of that day, where the person is. */
export function secondsSinceDay(day: "today" | "yesterday" | "week", now: number): number {
  const days = day === "today" ? 0 : day === "yesterday" ? 1 : daysSinceMonday(now);
  const start = new Date(now);
  start.setHours(0, 0, 0, 0);
  start.setDate(start.getDate() - days);
  return Math.round((now - start.getTime()) / 1000);
}

function daysSinceMonday(now: number): number {
  return (new Date(now).getDay() + 6) % 7;
}

/** What a status word says of a state (kubernetes.io, “Pod Lifecycle”, “Persistent Volumes”, “Jobs”). */
const statuses: Readonly<Record<State, RegExp>> = {
  completed: /^(?:completed|succeeded|complete)$/i,
  terminating: /^terminating$/i,
  failed: /^(?:error|failed)$/i,
  evicted: /evicted/i,
  crash_loop: /crashloopbackoff/i,
  image_pull: /imagepullbackoff|errimagepull|imageinspecterror|invalidimagename|errimageneverpull/i,
  out_of_memory: /oomkilled/i,
  bound: /^bound$/i,
  unbound: /^(?!bound$)./i,
  released: /^released$/i,
  cordoned: /schedulingdisabled/i,
  suspended: /^suspended$/i,
};

function isIn(row: Row, state: string): boolean | undefined {
  const { status, phase, suspend } = row.fields;
  const pattern = isState(state) ? statuses[state] : undefined;
  if (state === "suspended" && suspend !== undefined) return /^true$/i.test(suspend);
  if (pattern === undefined || (status ?? phase) === undefined) return undefined;
  const ended = state === "out_of_memory" || state === "crash_loop" ? lastReasons(row) : "";
  if (state === "failed" && /^failed$/i.test(phase ?? "")) return true;
  return pattern.test(status ?? phase ?? "") || (ended !== "" && pattern.test(ended));
}

/** How containers ended before they were restarted: a pod that was killed for memory may run again. */
function lastReasons({ object }: Row): string {
  return listAt(object, "status", "containerStatuses")
    .map((each) => textAt(each, "lastState", "terminated", "reason"))
    .join(" ");
}

function isState(state: string): state is State {
  return state in statuses;
}
