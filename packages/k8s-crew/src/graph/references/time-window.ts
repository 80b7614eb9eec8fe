import { argumentsFor, parameterOf } from "../../catalog/arguments.ts";
import { amountsIn, goesOn, type Request, readDuration, timeIn, wantsAllOfIt } from "../../language/index.ts";
import { type Entities, remember, windowKey } from "../../memory/entities.ts";
import { secondsOfWindow, windowEntity, windowText } from "../../memory/time-window.ts";
import { leftOver } from "../../plan/left-over.ts";
import type { Plan, Step } from "../../plan/types.ts";
import { clockText, zoneText } from "../../results/clock.ts";
import { spanSaid } from "../../results/time-span.ts";
import { say } from "../../words/conversation-words.ts";
import { nounOf } from "../../words/nouns.ts";
import { sayTime, sayWindow } from "../../words/window-words.ts";
import type { Parts } from "../parts.ts";
import type { State } from "../state.ts";

/** The steps within the time window that is meant, what has to be said of it, and whether it was assumed. */
type Windowed = { readonly steps: readonly Step[]; readonly note?: string; readonly assumed?: true };

type Planned = { readonly steps: readonly Step[]; readonly asked: Request | undefined };

/**
 * How far back logs and events are read. What the message says of it counts; a day is counted from its beginning. A
 * message that goes on from before keeps the window of before, which is said and taken back by one word; one that asks
 * anew reads without it.
 */
export const withWindow = (parts: Parts, state: State, planned: Planned): Windowed => {
  const { message, entities, language } = state;
  const { steps, asked } = planned;
  const said = amountsIn(message);
  if (!steps.some(isTimed)) {
    const note = restartsNote(parts, state, asked);
    return note === undefined ? { steps } : { steps, note };
  }
  // What was said holds, whoever planned the calls.
  if (said.sinceSeconds !== undefined)
    return {
      steps: steps.flatMap((step) =>
        secondsOf(parts, step) === undefined ? within(parts, [step], said.sinceSeconds) : [step],
      ),
    };
  const time = timeIn(message);
  const now = parts.settings.now();
  const span = time && spanSaid(time, now);
  if (time !== undefined && time.word !== "rollout" && span !== undefined) {
    const { from, to } = span;
    const narrowed = within(parts, steps, Math.round((now - from) / 1000));
    const note = sayWindow(language, time.word, {
      from: clockText(from, now),
      zone: zoneText(now),
      ...(to >= now ? {} : { to: clockText(to, now) }),
    });
    return isAnyNarrowed(parts, narrowed) ? { steps: narrowed, note } : { steps: narrowed };
  }
  if (state.doubted.includes(windowKey) || wantsAllOfIt(message))
    return { steps: steps.map((step) => without(parts, step)) };
  const kept = entities[windowKey];
  const seconds = asked?.sinceSeconds ?? keptFor(state, planned);
  if (seconds === undefined) return { steps };
  const narrowed = asked?.sinceSeconds === undefined ? within(parts, steps, seconds) : steps;
  // Where no tool can be told, that is said of what was meant.
  if (!isAnyNarrowed(parts, narrowed)) return { steps: narrowed };
  const entity = kept ?? windowEntity(seconds, "typed");
  const slots = { key: nounOf(windowKey, 1, language), value: windowText(entity) };
  return { steps: narrowed, note: say(language, "tookMemory", slots), assumed: true };
};

/** How often something was restarted in a window is kept nowhere: there is a total, and the time of the last one. */
const restartsNote = (parts: Parts, { message, language }: State, asked: Request | undefined): string | undefined => {
  const isPast = asked?.conditions?.some(
    ({ field, comparison }) => field === "lastRestart" && comparison === "at_least",
  );
  if (asked?.fact !== "restarts" && isPast !== true) return undefined;
  const now = parts.settings.now();
  const { sinceSeconds } = amountsIn(message);
  const time = timeIn(message);
  const span = time && spanSaid(time, now);
  const from = sinceSeconds === undefined ? span?.from : now - sinceSeconds * 1000;
  if (from === undefined) return undefined;
  const to = span?.to ?? now;
  const clock = { from: clockText(from, now), to: clockText(to, from), zone: zoneText(now) };
  return sayTime(language, to >= now ? "restartsFrom" : "restartsBetween", clock);
};

/** What is kept of the window of before; an amount of lines, or the run before the restart, asks for something else. */
const keptFor = ({ message, entities, pointed }: State, { asked }: Planned): number | undefined => {
  const kept = entities[windowKey];
  const goesFurther = pointed || goesOn(message) || asked?.refersBack === true;
  if (kept === undefined || !goesFurther || asked?.tail !== undefined || asked?.previous === true) return undefined;
  return secondsOfWindow(kept);
};

/** What is read of a time: logs, and events. */
const isTimed = ({ verb, resource, look }: Step): boolean =>
  look === undefined && (verb === "logs" || (verb === "list" && resource === "event"));

const within = (parts: Parts, steps: readonly Step[], sinceSeconds: number | undefined): readonly Step[] =>
  steps.map((step) => {
    const entry = parts.catalog.get(step.tool);
    if (!entry || !isTimed(step) || sinceSeconds === undefined) return step;
    const { after, unmet } = leftOver(entry, step.resource, { sinceSeconds });
    return {
      ...step,
      args: { ...step.args, ...argumentsFor(entry, step.resource, { sinceSeconds }) },
      ...(after === undefined ? {} : { after: { ...step.after, ...after } }),
      ...(unmet === undefined ? {} : { unmet: [...(step.unmet ?? []), ...unmet] }),
    };
  });

const without = (parts: Parts, step: Step): Step => {
  const entry = parts.catalog.get(step.tool);
  const since = entry && parameterOf(entry, "since");
  if (!isTimed(step)) return step;
  const { sinceSeconds: _, ...after } = step.after ?? {};
  const { unmet = [], after: __, ...rest } = step;
  const left = unmet.filter(({ role }) => role !== "since");
  return {
    ...rest,
    args: Object.fromEntries(Object.entries(step.args).filter(([name]) => name !== since?.name)),
    ...(Object.keys(after).length === 0 ? {} : { after }),
    ...(left.length === 0 ? {} : { unmet: left }),
  };
};

const isAnyNarrowed = (parts: Parts, steps: readonly Step[]): boolean =>
  steps.some((step) => isTimed(step) && secondsOf(parts, step) !== undefined && !isUnmet(step));

const isUnmet = ({ unmet = [] }: Step): boolean => unmet.some(({ role }) => role === "since");

const secondsOf = (parts: Parts, step: Step): number | undefined => {
  const entry = parts.catalog.get(step.tool);
  const since = entry && parameterOf(entry, "since");
  const value = since && step.args[since.name];
  const unmet = step.unmet?.find(({ role }) => role === "since")?.value;
  if (typeof value === "number") return value;
  if (typeof value === "string") return readDuration(value);
  return step.after?.sinceSeconds ?? (unmet === undefined ? undefined : Number(unmet));
};

/** The window that logs or events were read with is kept for what follows; one that was not said is forgotten. */
export const windowAfter = (parts: Parts, entities: Entities, plan: Plan): Entities => {
  const timed = plan.view === "call" && plan.playbook === undefined ? plan.steps.filter(isTimed) : [];
  if (timed.length === 0) return entities;
  const [seconds] = timed.flatMap((step) => secondsOf(parts, step) ?? []);
  const { [windowKey]: kept, ...others } = entities;
  if (seconds === undefined) return others;
  return kept !== undefined && secondsOfWindow(kept) === seconds
    ? entities
    : remember(entities, windowKey, windowEntity(seconds, "typed"));
};
