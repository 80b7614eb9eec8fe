import { kubectlFor } from "../../guidance/kubectl.ts";
import type { Language } from "../../output/output.ts";
import { noteSentence } from "../../overview/render-notes.ts";
import { type DrainWord, sayDrain } from "../../words/drain-words.ts";
import { listOf } from "../../words/fill.ts";
import { causeWord } from "../../words/overview-words.ts";
import type { DiagnosisText } from "../render.ts";
import { sightText } from "../render-sight.ts";
import type { Drain, Held, Hold } from "./drain.ts";

/** Whether a node can be drained: the answer first, then pod by pod what it would do, then the command. */
export const renderDrain = (drain: Drain, text: DiagnosisText): string => {
  const { language } = text;
  const { target, others, notes, state } = drain;
  const slots = { node: target.name, state };
  if (drain.reach === "unseen")
    return sayDrain(language, "unseen", { ...slots, cause: causeWord(language, drain.unseen[0]?.cause ?? "no_tool") });
  return [
    verdict(drain, language),
    ...(state === "" ? [] : [sayDrain(language, "state", slots)]),
    sayDrain(language, drain.evicted === 0 ? "nobody" : "counts", { evicted: drain.evicted, staying: drain.staying }),
    ...holds.flatMap((why) => holdLine(drain.held, why, language)),
    ...(drain.budgets ? [] : [`- ${sayDrain(language, "noBudgets")}`]),
    ...(others === undefined ? [] : [sayDrain(language, others === 0 ? "noRoom" : "room", { others })]),
    ...notes.map((note) => noteSentence(note, language)),
    commandText(drain, text),
    "",
    sightText(drain, language),
  ].join("\n");
};

/** The gravest first. */
const holds: readonly Hold[] = ["budget", "unmanaged", "single", "emptyDir", "hostPath", "unread"];

const blocking: readonly Hold[] = ["budget", "unmanaged"];

const verdict = ({ held, budgets, notes, others, evicted, target }: Drain, language: Language): string => {
  const blocked = new Set(held.filter(({ why }) => blocking.includes(why)).map(nameOf)).size;
  const isUntold = !budgets || notes.length > 0 || held.some(({ why }) => why === "unread");
  const isFelt = held.some(({ why }) => why !== "unread") || (others === 0 && evicted > 0);
  const word: DrainWord = blocked > 0 ? "blocked" : isFelt ? "careful" : isUntold ? "untold" : "safe";
  return sayDrain(language, word, { node: target.name, count: blocked });
};

const nameOf = ({ namespace, name }: Held): string => (namespace === "" ? name : `${namespace}/${name}`);

/** Names that a line holds. */
const namesShown = 6;

const holdLine = (held: readonly Held[], why: Hold, language: Language): readonly string[] => {
  const own = held.filter((each) => each.why === why);
  if (own.length === 0) return [];
  const names = own
    .slice(0, namesShown)
    .map((each) => (each.by === "" ? nameOf(each) : `${nameOf(each)} (${each.by})`));
  const more = own.length > namesShown ? ` … (+${own.length - namesShown})` : "";
  return [`- ${sayDrain(language, why, { names: `${listOf(language, names)}${more}` })}`];
};

const commandText = ({ target, cluster, held }: Drain, { language, commands, here = "" }: DiagnosisText): string => {
  const line = kubectlFor({ verb: "drain", resource: "node", name: target.name, cluster: cluster || here });
  if (!commands || line === undefined) return sayDrain(language, "justLooked");
  const loses = held.some(({ why }) => why === "emptyDir");
  const command = loses ? line.replace("--ignore-daemonsets", "--ignore-daemonsets --delete-emptydir-data") : line;
  return sayDrain(language, "command", { command });
};
