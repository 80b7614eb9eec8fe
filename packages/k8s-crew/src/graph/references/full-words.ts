import { inFullWords, type SpokenBefore } from "../../language/index.ts";
import type { ShownRow } from "../../memory/shown.ts";
import { workloadOf } from "../../results/replicas.ts";
import { nounOf } from "../../words/nouns.ts";
import { sayTurn } from "../../words/turn-words.ts";
import type { State } from "../state.ts";

/** What a message leaves out because it was just spoken of, said: “its service” with the thing that it is of. */
export const withFullWords = (state: State): string | undefined => {
  const { message, language, last, entities } = state;
  if (last === null || last.view !== "call") return undefined;
  const row = spokenOf(state);
  const subject = row && {
    resource: row.resource,
    name: row.name,
    workload: row.resource === "pod" ? workloadOf({ name: row.name }).slice(1) : row.name,
    namespace: row.namespace ?? entities.namespace?.value ?? "",
  };
  return inFullWords(message, language, {
    // What was done last may be the read that checked a change.
    verb: last.asked?.verb ?? last.verb,
    resource: last.resource,
    things: nounOf(last.resource, 2, language),
    ...(entities.node === undefined ? {} : { node: entities.node.value }),
    ...pairOf(state),
    ...(subject === undefined ? {} : { subject }),
  });
};

const pairOf = ({ shown, entities }: State): Pick<SpokenBefore, "pair"> => {
  const [one, other, ...more] = shown;
  if (one === undefined || other === undefined || more.length > 0 || one.resource !== other.resource) return {};
  const placeOf = ({ namespace = entities.namespace?.value ?? "" }: ShownRow) => namespace;
  const [onePlace, otherPlace] = [placeOf(one), placeOf(other)];
  return { pair: { kind: one.resource, one: one.name, other: other.name, onePlace, otherPlace } };
};

/** What was left at a question or refused was spoken of last, as was a role that was asked about; else what was looked at. */
const spokenOf = ({ last, subjects }: State): ShownRow | undefined => {
  if (last?.open === true && last.name !== undefined) return { resource: last.resource, name: last.name, fields: {} };
  const { rights, namespace } = last?.asked ?? {};
  return rights?.role === undefined
    ? subjects.at(-1)
    : { resource: "role", name: rights.role, ...(namespace === undefined ? {} : { namespace }), fields: {} };
};

/** What may stand around a place that is named alone. */
const alone =
  /^\s*(?:(?:(?:oh|ah|uh+|um+|ok(?:ay)?|哦|噢|喔|嗯+|呃+|额|啊)(?=[\s,，.…])[\s,，.…]*|and|n|&|那|in|for|on|的)\s*)*(?<place>[A-Za-z0-9][\w.-]*)\s*(?:(?:too|then|的|里|呢|吧)\s*)*[\s?？.。!！]*$/iu;

/** The one word that a message says, when it goes on from a request. */
export const wordAlone = ({ message, last }: Pick<State, "message" | "last">): string | undefined =>
  last === null ? undefined : alone.exec(message.normalize("NFKC"))?.groups?.place;

/** A namespace that is named alone: the same is asked there, whatever else the word may mean. */
export const withPlaceInFull = (state: State): string => {
  const place = wordAlone(state);
  const namespace = state.known.namespace?.find((each) => each === place);
  return namespace === undefined ? state.message : sayTurn(state.language, "andThere", { namespace });
};
