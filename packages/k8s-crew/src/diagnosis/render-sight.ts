import type { Language } from "../output/output.ts";
import { say } from "../words/diagnosis-words.ts";
import { listOf } from "../words/fill.ts";
import { nounOf } from "../words/nouns.ts";
import { causeWord } from "../words/overview-words.ts";
import type { Diagnosis, Sight } from "./types.ts";

type Words = {
  readonly language: Language /** The word for the events of what was looked at. */;
  readonly events: "events" | "eventsOf";
  /** What was not looked at beside what was, and the other way about: a list may be read, and one of its things not. */
  readonly others: readonly Sight[];
};

const asSight = ({ resource, name = "" }: Diagnosis["unseen"][number]): Sight => ({ resource, name });

/** What was looked at, and what was not and why, one line each. */
export const sightText = ({ seen, unseen }: Pick<Diagnosis, "seen" | "unseen">, language: Language): string => {
  const causes = [...new Set(unseen.map(({ cause }) => cause))];
  const missed = causes.map((cause) => {
    const sights = unseen.filter((each) => each.cause === cause).map(asSight);
    const what = groupsText(sights, { language, events: "eventsOf", others: seen });
    return say(language, "because", { what, cause: causeWord(language, cause) });
  });
  return [
    ...(seen.length === 0
      ? []
      : [
          say(language, "lookedAt", {
            what: groupsText(seen, { language, events: "events", others: unseen.map(asSight) }),
          }),
        ]),
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

const kindText = (kind: string, sights: readonly Sight[], { language, events, others }: Words): string => {
  if (kind === "log") return say(language, sights.every(({ name }) => name === "previous") ? "previousLog" : "log");
  const names = sights.map(({ name }) => name).filter((name) => name !== "");
  if (kind === "event" && events === "events" && sights.length === 1 && names.length === 1)
    return say(language, "itsEvents");
  if (kind === "event" && (names.length > 0 || events === "events"))
    return say(language, events, { names: listOf(language, names) });
  const [only] = names;
  const isSplit = others.some(({ resource }) => resource === kind);
  if (only === undefined) {
    const noun = nounOf(kind, 2, language);
    return isSplit ? say(language, "sightList", { noun }) : noun;
  }
  const slots = { noun: nounOf(kind, names.length, language), name: only, count: names.length };
  const told = say(language, names.length === 1 ? "sightOne" : "sightSome", slots);
  const isListed = others.some(({ resource, name }) => resource === kind && name === "");
  return isListed ? say(language, "sightDetails", { what: told }) : told;
};
