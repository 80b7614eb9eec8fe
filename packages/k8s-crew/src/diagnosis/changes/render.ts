import type { Language } from "../../output/output.ts";
import { formatAge } from "../../results/age.ts";
import { changeText, say } from "../../words/change-words.ts";
import { namedThing } from "../../words/nouns.ts";
import { sayTrouble } from "../../words/trouble-words.ts";
import { sightText } from "../render-sight.ts";
import type { Change, Timeline } from "./types.ts";

/** Changes that are shown; the rest is counted. */
const shownLimit = 25;

type Telling = {
  readonly language: Language;
  /** Since when it is so was asked: the earliest of what is known comes first. */
  readonly began?: boolean;
};

/** The timeline as lines, with how far back its data reaches and what could not be looked at. */
export const renderTimeline = (timeline: Timeline, { language, began = false }: Telling): string => {
  const { changes, sinceSeconds, eventsReach, revisionsReach } = timeline;
  const slots = { place: placeText(timeline, language), span: formatAge(sinceSeconds), count: changes.length };
  const lines = changes.slice(0, shownLimit).map((change) => `- ${lineText(change, timeline, language)}`);
  const left = changes.length - lines.length;
  const earliest = began ? changes.at(-1) : undefined;
  return [
    ...(earliest ? [sayTrouble(language, "earliest", { line: lineText(earliest, timeline, language) })] : []),
    [say(language, lines.length === 0 ? "nothing" : "heading", slots), ...lines].join("\n"),
    ...(left > 0 ? [say(language, "more", { count: left })] : []),
    [
      eventsReach === undefined ? say(language, "noEvents") : say(language, "reach", { age: formatAge(eventsReach) }),
      ...(revisionsReach === undefined ? [] : [say(language, "revisionsReach", { age: formatAge(revisionsReach) })]),
      sightText(timeline, language),
    ].join("\n"),
  ].join("\n\n");
};

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

/** `04:27 UTC`, with the date where that is another one. */
const timeText = (at: number, now: number): string => {
  const [time, today] = [new Date(at).toISOString(), new Date(now).toISOString().slice(0, 10)];
  const day = time.slice(0, 10) === today ? "" : `${time.slice(5, 10)} `;
  return `${day}${time.slice(11, 16)} UTC`;
};
