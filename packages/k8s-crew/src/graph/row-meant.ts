import type { Language } from "../conversation/output.ts";
import { readRequest, shownMention } from "../language/index.ts";
import type { ShownRow } from "../memory/shown.ts";
import { say } from "../words/conversation-words.ts";
import { sayGuided } from "../words/guided-words.ts";
import { namedThing } from "../words/nouns.ts";
import { otherOne } from "./other-one.ts";
import type { State } from "./state.ts";
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
  const rows = shown.map(({ name, fields }) => ({ value: name, label: name, fields }));
  const place = shownMention(message, rows);
  const listed = place && shown[place.index];
  const mention =
    place && listed
      ? { ...place, row: listed }
      : (subjectBefore(message, subjects) ?? otherOne(message, shown, subjects));
  if (!mention) return undefined;
  const { row } = mention;
  const said = rowWords(row, language);
  const alike = last?.view === "call" && last.verb !== "list" && lastResource === row.resource;
  const rest = [message.slice(0, mention.start), message.slice(mention.end)];
  if (alike && rest.every((part) => goingOn.test(part)))
    return sayGuided(language, "andWhat", { what: rowWords(row, language, `\`${row.name}\``) });
  const bare = rest.every((part) => readRequest(part, {}).kind !== "request");
  return bare ? say(language, "lookAt", { what: said }) : rest.join(` ${said} `).trim();
};

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
