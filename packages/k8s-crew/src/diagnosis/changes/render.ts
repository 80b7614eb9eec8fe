import type { TimeWord } from "../../language/text/days.ts";
import type { Language } from "../../output/output.ts";
import { formatAge } from "../../results/age.ts";
import { clockText, zoneText } from "../../results/clock.ts";
import { changeText, say } from "../../words/change-words.ts";
import { namedThing } from "../../words/nouns.ts";
import { sayTrouble } from "../../words/trouble-words.ts";
import { sayTime, timeName } from "../../words/window-words.ts";
import { sightText } from "../render-sight.ts";
import type { Change, Timeline } from "./types.ts";

/** Changes that are shown; the rest is counted. */
const shownLimit = 25;

/** What came after the time that was asked for is told in short. */
const laterLimit = 10;

type Telling = {
  readonly language: Language;
  /** Since when it is so was asked: the earliest of what is known comes first. */
  readonly began?: boolean;
};

/** The timeline as lines, with how far back its data reaches and what could not be looked at. */
export const renderTimeline = (timeline: Timeline, { language, began = false }: Telling): string => {
  const { changes, later, revisionsReach } = timeline;
  const tell = (change: Change) => lineText(change, timeline, language);
  const earliest = began ? changes.at(-1) : undefined;
  const left = changes.length - shownLimit;
  const leftLater = later.length - laterLimit;
  return [
    ...(earliest ? [sayTrouble(language, "earliest", { line: tell(earliest) })] : []),
    [headingText(timeline, language), ...changes.slice(0, shownLimit).map((change) => `- ${tell(change)}`)].join("\n"),
    ...(left > 0 ? [say(language, "more", { count: left })] : []),
    ...(later.length === 0
      ? []
      : [
          [
            say(language, "later", { count: later.length }),
            ...later.slice(0, laterLimit).map((change) => `- ${tell(change)}`),
            ...(leftLater > 0 ? [say(language, "moreLater", { count: leftLater })] : []),
          ].join("\n"),
        ]),
    [
      reachText(timeline, language),
      ...(revisionsReach === undefined ? [] : [say(language, "revisionsReach", { age: formatAge(revisionsReach) })]),
      sightText(timeline, language),
    ].join("\n"),
  ].join("\n\n");
};

/** Of which time it is told, and first of all where little of that time is left to be seen. */
const headingText = (timeline: Timeline, language: Language): string => {
  const { changes, time, rollout, from, now } = timeline;
  const slots = { place: placeText(timeline, language), count: changes.length };
  if (rollout !== undefined)
    return say(language, "headingRollout", { ...slots, rollout: lineText(rollout, timeline, language) });
  const span = formatAge((now - from) / 1000);
  const spoken = time === undefined || time.word === "rollout";
  const then = spoken ? { span } : { time: spanText(timeline, time.word, language) };
  const words = spoken ? (["nothing", "heading"] as const) : (["nothingThen", "headingThen"] as const);
  return [
    ...(time?.word === "rollout" ? [say(language, "noRollout", { span })] : []),
    ...mindText(timeline, language),
    say(language, words[changes.length === 0 ? 0 : 1], { ...slots, ...then }),
  ].join("\n");
};

const spanText = ({ from, to, now }: Timeline, word: TimeWord | "hours", language: Language): string => {
  const clock = { from: clockText(from, now), to: clockText(to, now), zone: zoneText(now) };
  if (word === "hours") return sayTime(language, to >= now ? "hoursFrom" : "hoursBetween", clock);
  return to >= now
    ? sayTime(language, "from", { ...clock, name: timeName(language, word) })
    : sayTime(language, "between", { ...clock, name: timeName(language, word, true) });
};

/** Where a time was named that the events do not reach. */
const mindText = ({ time, from, to, now, eventsReach }: Timeline, language: Language): readonly string[] => {
  const oldest = eventsReach === undefined ? undefined : now - eventsReach * 1000;
  if (time === undefined || oldest === undefined || oldest <= from) return [];
  const slots = { clock: clockText(oldest, now), age: formatAge(eventsReach ?? 0) };
  return [say(language, oldest > to ? "tooOld" : "partlyOld", slots)];
};

const reachText = ({ eventsReach }: Timeline, language: Language): string =>
  eventsReach === undefined ? say(language, "noEvents") : say(language, "reach", { age: formatAge(eventsReach) });

const placeText = ({ cluster, namespace, name }: Timeline, language: Language): string =>
  [
    cluster === "" ? say(language, "thisCluster") : say(language, "cluster", { cluster }),
    ...(namespace === undefined ? [] : [say(language, "namespace", { namespace })]),
    ...(name === undefined ? [] : [say(language, "named", { name })]),
  ].join(say(language, "and"));

const lineText = ({ at, thing, says, slots }: Change, { now, namespace }: Timeline, language: Language): string => {
  const elsewhere = thing.namespace !== "" && thing.namespace !== namespace;
  return say(language, "line", {
    ago: say(language, "ago", { age: formatAge((now - at) / 1000), time: timeText(at, now) }),
    thing: namedThing(language, thing.resource, thing.name),
    place: elsewhere ? say(language, "inNamespace", { namespace: thing.namespace }) : "",
    what: changeText(language, says, slots),
  });
};

const timeText = (at: number, now: number): string => `${clockText(at, now)} ${zoneText(now)}`;
