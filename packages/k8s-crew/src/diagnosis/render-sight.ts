import type { Language } from "../conversation/output.ts";
import { say } from "../words/diagnosis-words.ts";
import { listOf } from "../words/fill.ts";
import { nounOf } from "../words/nouns.ts";
import { causeWord } from "../words/overview-words.ts";
import type { Diagnosis, Sight } from "./types.ts";

type Words = {
  readonly language: Language /** The word for the events of what was looked at. */;
  readonly events: "events" | "eventsOf";
};

/** What was looked at, and what was not and why, one line each. */
export const sightText = ({ seen, unseen }: Pick<Diagnosis, "seen" | "unseen">, language: Language): string => {
  const causes = [...new Set(unseen.map(({ cause }) => cause))];
  const missed = causes.map((cause) => {
    const sights = unseen.filter((each) => each.cause === cause).map(({ resource, name = "" }) => ({ resource, name }));
    const what = groupsText(sights, { language, events: "eventsOf" });
    return say(language, "because", { what, cause: causeWord(language, cause) });
  });
  return [
    ...(seen.length === 0
      ? []
      : [say(language, "lookedAt", { what: groupsText(seen, { language, events: "events" }) })]),
    ...(missed.length === 0 ? [] : [say(language, "notLookedAt", { what: listOf(language, missed) })]),
  ].join("\n");
};

/** Things by kind: one by its name, several by their number. */
const groupsText = (sights: readonly Sight[], words: Words): string => {
  const kinds = [...new Set(sights.map(({ resource }) => resource))];
  const texts = kinds.map((kind) =>
    kindText(
      kind,
      sights.filter(({ resource }) => resource === kind),
      words,
    ),
  );
  return listOf(words.language, texts);
};

const kindText = (kind: string, sights: readonly Sight[], { language, events }: Words): string => {
  if (kind === "log") return say(language, sights.every(({ name }) => name === "previous") ? "previousLog" : "log");
  const names = sights.map(({ name }) => name).filter((name) => name !== "");
  if (kind === "event" && (names.length > 0 || events === "events"))
    return say(language, events, { names: listOf(language, names) });
  const [only] = names;
  if (only === undefined) return nounOf(kind, 2, language);
  const slots = { noun: nounOf(kind, names.length, language), name: only, count: names.length };
  return say(language, names.length === 1 ? "sightOne" : "sightSome", slots);
};
