import {
  asksForWorst,
  choicesInState,
  choicesWith,
  correctionIn,
  qualityOfOne,
  type ReplyChoice,
  readRequest,
  shownMention,
} from "../../language/index.ts";
import type { ShownRow } from "../../memory/shown.ts";
import type { Language } from "../../output/output.ts";
import { workloadOf } from "../../results/replicas.ts";
import { say } from "../../words/conversation-words.ts";
import { sayDialogue } from "../../words/dialogue-words.ts";
import { sayGuided } from "../../words/guided-words.ts";
import { namedThing } from "../../words/nouns.ts";
import { sayTrouble } from "../../words/trouble-words.ts";
import type { State } from "../state.ts";
import { otherOne } from "./other-one.ts";
import { subjectBefore } from "./subjects.ts";

/** “The logs of the second one”: with the name of the row that is meant, so that whoever plans reads a plain request. */
export const withShownName = ({
  message: written,
  shown,
  subjects,
  last,
  lastResource,
  language,
}: State): string | undefined => {
  const message = written.normalize("NFKC");
  const mention =
    listedOne(message, shown) ??
    subjectBefore(message, subjects) ??
    otherOne(message, shown, subjects) ??
    troubledOne(message, shown);
  // A list of names does not tell which of them is the worst: that is looked up.
  if (!mention && shown.length > 1 && asksForWorst(message)) return sayTrouble(language, "whichAreWrong");
  if (!mention) return undefined;
  const { row } = mention;
  const said = rowWords(row, language);
  // “The first and the second”: each of them.
  const more = listedOne(message.slice(mention.end), shown);
  if (more !== undefined && !isSameRow(more.row, row)) {
    const after = message.slice(mention.end);
    const named = `${message.slice(0, mention.start)}${row.name}${after.slice(0, more.start)}${more.row.name}${after.slice(more.end)}`;
    if (row.namespace === more.row.namespace)
      return row.namespace === undefined
        ? named
        : sayDialogue(language, "inNamespace", { named, namespace: row.namespace });
  }
  const alike = last?.view === "call" && last.verb !== "list" && lastResource === row.resource;
  const rest = [message.slice(0, mention.start), message.slice(mention.end)];
  if (alike && rest.every((part) => goingOn.test(correctionIn(part)?.meant ?? part)))
    return sayGuided(language, "andWhat", { what: rowWords(row, language, `\`${row.name}\``) });
  const bare = rest.every((part) => readRequest(part, {}).kind !== "request");
  if (!bare) return rest.join(` ${said} `).trim();
  return asksForWorst(message)
    ? sayTrouble(language, "whatIsWrong", { what: said })
    : say(language, "lookAt", { what: said });
};

const isSameRow = (one: ShownRow, other: ShownRow): boolean =>
  one.name === other.name && one.namespace === other.namespace;

/** By its place in the list, or by what sets it apart. Of what has no log none is meant where a log is asked for. */
const listedOne = (message: string, shown: readonly ShownRow[]) => {
  const asksForLog = /日志|\blogs?\b/iu.test(message) && asksForWorst(message);
  const rows = asksForLog ? shown.filter(({ resource }) => logged.includes(resource)) : shown;
  const place = shownMention(
    message,
    rows.map(({ name, fields }) => ({ value: name, label: name, fields })),
    { named: namesOne(message) },
  );
  const row = place && rows[place.index];
  return place && row ? { ...place, row } : undefined;
};

const namesOne = (message: string): boolean => readRequest(message, {}).name !== undefined;

const logged: readonly string[] = ["pod", "deployment", "statefulset", "daemonset", "job", "cronjob", "replicaset"];

/**
 * “Why is it pending”, “why is it crashing”: what of the shown things is so, where those that are belong to one workload.
 * The very state that is named counts before all that is broken somehow.
 */
export const troubledOne = (message: string, shown: readonly ShownRow[]) => {
  const pronoun = /\b(?:it|that one|they)\b|它们?|一直/iu.exec(message);
  if (pronoun === null || !asksWhyOf.test(message)) return undefined;
  if (/一直/u.test(pronoun[0]) && namesOne(message)) return undefined;
  const rows: readonly ReplyChoice[] = shown.map(({ name, fields }) => ({ value: name, label: name, fields }));
  const quality = qualityOfOne(message);
  const inState = choicesInState(message, rows);
  const alike = inState.length > 0 || quality === undefined ? inState : choicesWith(quality, rows);
  const found = alike.flatMap((choice) => shown[rows.indexOf(choice)] ?? []);
  const [row] = found;
  const isOne = new Set(found.map(({ name, namespace = "" }) => workloadOf({ name, namespace }))).size === 1;
  const end = /一直/u.test(pronoun[0]) ? pronoun.index : pronoun.index + pronoun[0].length;
  return row && isOne ? { row, start: pronoun.index, end } : undefined;
};

const asksWhyOf = /\bwhy\b|为什么|为啥|怎么(?:一直|还|会)/iu;

/** “换成第一个”, “and the second one?”: what was asked before is asked of it. “上一个” goes back in the same way. */
const goingOn =
  /^\s*(?:换成|改成|换|那么?|再看看?|看看?|看下|回到|还是|and|what about|how about|show(?: me)?|now|same (?:for|of)|switch to|go back to|back to)?\s*(?:也|再)?(?:查|看)?(?:看|下|一下)?(?:,? ?(?:too|as well|please))?(?:呢|吧)?[\s?？.。!！]*$/iu;

const rowWords = (
  { resource, name, namespace, cluster }: ShownRow,
  language: Language,
  thing = namedThing(language, resource, name),
): string => {
  const [plain, ofCluster] =
    namespace === undefined ? (["rowMeant", "rowMeantOf"] as const) : (["rowMeantIn", "rowMeantInOf"] as const);
  const slots = { thing, namespace: namespace ?? "", cluster: cluster ?? "" };
  return say(language, cluster === undefined ? plain : ofCluster, slots);
};
