import type { NamedThing } from "../../agents/types.ts";
import { isFormed, type NamingWords, namingWords, readRequest } from "../../language/index.ts";
import { type Place, templateOf } from "../../overview/list-everywhere.ts";
import { isTroubled, tells } from "../../results/filter.ts";
import type { Parts } from "../parts.ts";
import type { State } from "../state.ts";
import { type Found, listed, searchThings } from "./thing-search.ts";

/**
 * The one thing of the cluster that a message names whose wish was not read, told by lists of what there is. Undefined
 * where it names none or several, asks for a change, or speaks of no thing at all.
 */
export const thingNamed = async (
  parts: Parts,
  state: State,
  guesses: readonly string[],
): Promise<NamedThing | undefined> => {
  const { language, known, message } = state;
  const said = namingWords(message, language);
  const isOpen = said.isOfThings || guesses.length > 0;
  if (said.changes || !isOpen || said.words.length + said.perhaps.length === 0) return undefined;
  // “Polish it” is about what was spoken of, and names nothing else.
  if (readRequest(message, { language }).refersBack === true && !said.words.some(isFormed)) return undefined;
  const place = placeFor(parts, state, said.words);
  if (place === undefined) return undefined;
  const namespaces = (await listed(parts, place, ["namespace"])).map(({ row }) => row.name);
  const [namespace, ...others] = said.words.filter((word) => namespaces.includes(word));
  const words = said.words.filter((word) => word !== namespace && !(known.cluster ?? []).includes(word));
  if (others.length > 0) return undefined;
  const within = { ...place, namespaces: namespaces.length, ...(namespace === undefined ? {} : { namespace }) };
  const things = await searchThings(parts, within, { ...wantedOf(said), words });
  // Where the conversation is need not be said.
  const isThere = place.cluster === "" || place.cluster === state.entities.cluster?.value;
  const cluster = isThere ? {} : { cluster: place.cluster };
  if (things.length > 0) {
    const thing = onlyOne(parts, state, things);
    return thing && { ...thing, ...cluster, guesses };
  }
  return namespace === undefined || words.some(isFormed)
    ? undefined
    : { resource: "namespace", name: namespace, ...cluster, isWell: true, guesses };
};

const wantedOf = ({ words, perhaps, isNamed, unspoken }: NamingWords) => ({
  // A word that means something else names nothing where another word may.
  perhaps: words.some(isFormed) ? [] : perhaps,
  everyKind: isNamed,
  except: unspoken,
});

/** The cluster that was named, or that the conversation is in. Undefined where one has to be named and none is known. */
const placeFor = ({ catalog }: Parts, { entities, known }: State, words: readonly string[]): Place | undefined => {
  const { cluster: clusters = [], currentCluster = [] } = known;
  const here = entities.cluster?.value ?? (currentCluster.length === 1 ? currentCluster[0] : undefined);
  const cluster = words.find((word) => clusters.includes(word)) ?? here;
  const pods = templateOf({ catalog, cluster: "" }, "pod", "one");
  const isNeeded = pods?.entry.parameters.some(({ role, required }) => role === "cluster" && required) === true;
  return cluster === undefined && isNeeded ? undefined : { catalog, cluster: cluster ?? "" };
};

/** Kinds of which a list does not say how they are. */
const seldomTold: readonly string[] = ["service", "ingress", "cronjob", "hpa"];

/**
 * Of things of one name the first kind that has it. Where it stands in several namespaces, the one that the conversation
 * is in; else that is left to be asked.
 */
const onlyOne = (
  parts: Parts,
  { entities }: State,
  things: readonly Found[],
): Omit<NamedThing, "guesses"> | undefined => {
  const names = new Set(things.map(({ row }) => row.name));
  const [first] = things;
  if (first === undefined || names.size > 1) return undefined;
  const { resource } = first;
  const rows = things.filter((each) => each.resource === resource).map(({ row }) => row);
  const here = rows.find(({ namespace }) => namespace !== undefined && namespace === entities.namespace?.value);
  const row = here ?? (rows.length === 1 ? first.row : undefined);
  const judged = { resource, quality: "broken" as const, now: parts.settings.now() };
  const isWell = row !== undefined && !seldomTold.includes(resource) && tells(row, judged) && !isTroubled(row, judged);
  const namespace = row?.namespace === undefined ? {} : { namespace: row.namespace };
  const also = things.flatMap((each) =>
    each.resource !== resource && each.row.namespace === row?.namespace ? [each.resource] : [],
  );
  return { resource, name: first.row.name, ...namespace, isWell, also };
};
