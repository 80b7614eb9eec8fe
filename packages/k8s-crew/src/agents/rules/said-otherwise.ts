import type { Catalog } from "../../catalog/types.ts";
import { effectOfVerb } from "../../catalog/verbs.ts";
import { isFormed, type LikelyReading, namingWords, readByExamples, unknownCharacters } from "../../language/index.ts";
import { sayReading } from "../../words/reading-words.ts";
import type { AgentOptions, Planner, PlannerInput, PlannerReply } from "../types.ts";
import { contextOf } from "./reading-context.ts";

/**
 * A planner that, where the rules do not understand, asks what people mean who say something like it. What is surely
 * meant, or nothing else is likely, and only looks is done, and said; what is likely is asked. Where the rules understood
 * no more than a name, what is surely meant goes before a mere look at it; before anything else that they read it never
 * does.
 */
export const withExamples =
  (rules: Planner, catalog: Catalog): Planner =>
  async (turn, options) => {
    const reply = await rules(turn, options);
    // What was taken for a look at a thing that is known by now may be read as one.
    const isOpen = reply.kind === "not_understood" || turn.doubtsReading === true;
    if (turn.attachment !== undefined || !(isOpen || onlyNames(reply, turn))) return reply;
    const read = readByExamples(turn.message, contextOfExamples(turn));
    if (read === undefined || !(isOpen || read.sure)) return reply;
    const readings = await served(read.readings, { rules, turn, options });
    const [first] = readings;
    if (first === undefined) return reply;
    if (turn.doubtsReading === true) return asking(readings, { otherwise: reply, catalog });
    const isDone = read.sure && first.reading === read.readings[0] && onlyLooks(first.reply, catalog);
    if (isDone) return readAs(first, "readAs", turn);
    if (isOpen && read.mayBeTaken && onlyLooks(first.reply, catalog) && keepsNames(first, turn))
      return readAs(first, "takenAs", turn);
    return first.reading.isTalk ? reply : asking(readings, { otherwise: reply, catalog });
  };

/** A thing is looked at because it was named, with words left over that say what is wanted of it. */
const onlyNames = (reply: PlannerReply, { message }: PlannerInput): boolean => {
  if (reply.kind !== "plan" || reply.view !== "call" || (reply.parts?.length ?? 0) > 1) return false;
  const { asked, unread = [] } = reply;
  if (asked?.verb !== "get" || asked.fact !== undefined || asked.hits.includes("kubectl")) return false;
  return unread.length > 0 || unknownCharacters(message) > 1;
};

type Served = { readonly reading: LikelyReading; readonly reply: PlannerReply };

type Serving = { readonly rules: Planner; readonly turn: PlannerInput; readonly options: AgentOptions };

/** The readings that the rules make something of, in the place that was said. */
const served = async (
  readings: readonly LikelyReading[],
  { rules, turn, options }: Serving,
): Promise<readonly Served[]> => {
  const replies = await Promise.all(readings.map(({ text }) => rules({ ...turn, message: text }, options)));
  return readings.flatMap((reading, index) => {
    const reply = replies[index];
    return reply === undefined || reply.kind === "not_understood" || !isThere(reading, reply)
      ? []
      : [{ reading, reply }];
  });
};

const isThere = ({ place }: LikelyReading, reply: PlannerReply): boolean => {
  const asked = reply.kind === "plan" ? reply.asked : undefined;
  return asked === undefined || (asked.namespace === place.namespace && asked.cluster === place.cluster);
};

const onlyLooks = (reply: PlannerReply, catalog: Catalog): boolean => {
  if (reply.kind === "plan") return reply.steps.every(({ tool, args }) => catalog.effectOf(tool, args) === "read");
  return reply.kind === "answer" && (reply.about === undefined || effectOfVerb(reply.about.verb) === "read");
};

/** No word that is written as only names are went missing. */
const keepsNames = ({ reading }: Served, { message, language }: PlannerInput): boolean =>
  !reading.isTalk &&
  namingWords(message, language).words.every((word) => !isFormed(word) || reading.text.includes(word));

/** What was made of it is said, but where it was a polite word. */
const readAs = ({ reading, reply }: Served, word: "readAs" | "takenAs", { language }: PlannerInput): PlannerReply => {
  const note = sayReading(language, word, { request: reading.text });
  if (reply.kind === "plan") return { ...reply, likened: note, ...(word === "takenAs" ? { guessed: true } : {}) };
  return reply.kind === "answer" && !reading.isTalk ? { ...reply, text: `${note}\n${reply.text}` } : reply;
};

type Asking = { readonly otherwise: PlannerReply; readonly catalog: Catalog };

const asking = (readings: readonly Served[], { otherwise, catalog }: Asking): PlannerReply => {
  const offered = readings.filter(({ reading }) => !reading.isTalk);
  const texts = [...new Set(offered.map(({ reading }) => reading.text))];
  if (texts.length === 0) return otherwise;
  const changes = offered.some(({ reply }) => !onlyLooks(reply, catalog));
  return { kind: "readings", readings: texts, ...(changes ? { changes } : {}) };
};

/** Names that lists have shown, and what was spoken of. */
const contextOfExamples = (turn: PlannerInput) => {
  const { known, entities, last, language } = turn;
  const places: readonly string[] = ["cluster", "namespace", "currentCluster", "since"];
  const listed = Object.entries(known).flatMap(([key, names]) => (places.includes(key) ? [] : names));
  const remembered = Object.entries(entities).flatMap(([key, { value }]) => (places.includes(key) ? [] : [value]));
  const names = [...listed, ...remembered, ...(last?.name === undefined ? [] : [last.name])];
  return { ...contextOf(turn), language, names, spokenOf: last?.name !== undefined || remembered.length > 0 };
};
