import { parameterOf } from "../catalog/arguments.ts";
import { type Candidate, candidatesFrom, kinOf, matching, nearMisses } from "../choices/choices.ts";
import { offered } from "../choices/offer.ts";
import { workloadOf } from "../results/replicas.ts";
import type { Row } from "../results/types.ts";
import { say } from "../words/conversation-words.ts";
import { nounOf } from "../words/nouns.ts";
import { othersLeft } from "../words/one-namespace-words.ts";
import { sayServed } from "../words/served-words.ts";
import { changeAsked } from "./change-asked.ts";
import { looksAtMany } from "./decisive.ts";
import type { Gap, Resolution } from "./fill-types.ts";
import { inPlaceOf } from "./in-place-of.ts";
import { lookCloser } from "./look-closer.ts";
import { elsewhere } from "./name-elsewhere.ts";
import { canBeTold, ofQuality, untold } from "./of-quality.ts";
import { oneOfReplicas } from "./one-of-replicas.ts";
import { outOfReach, read, type Source, sourceOf, whyUnlisted } from "./source.ts";
import { sourceInEach } from "./source-everywhere.ts";
import { valueQuestion } from "./value-question.ts";
import { placeOf, wholePlaceOf } from "./where.ts";

/** Verbs whose name is that of something that does not exist yet. */
export const creating: readonly string[] = ["create", "install", "run", "apply", "generate"];

/** Which: the name of the thing that a call is about, held against the things that there are. */
export const fillName = (gap: Gap, resource: string): Resolution => {
  const { step, decisive, knowledge } = gap;
  const said = step.mentions.name;
  if (said === undefined && looksAtMany(step) && !decisive.parameter.required) return { kind: "omit" };
  if (said === undefined && !decisive.parameter.required && creating.includes(step.verb)) return { kind: "omit" };
  if (said !== undefined && creating.includes(step.verb)) return value(gap, resource, { name: said });
  const searched = everywhere(gap, resource) ?? { source: sourceOf(gap), wide: false };
  const { source, wide } = searched;
  if (source.kind === "unread") return { kind: "read", templates: source.templates };
  if (source.kind === "none" || source.kind === "failed") {
    if (said !== undefined) return value(gap, resource, { name: said });
    const unanswered = outOfReach(source, knowledge.language);
    if (unanswered) return unanswered;
    const text = valueQuestion(knowledge.language, decisive.parameter);
    return { kind: "ask", ask: { parameter: resource, text, choices: [], fields: {}, open: true } };
  }
  const shown = amongShown(gap, source.rows);
  if (!canBeTold(gap, resource, shown)) return untold(gap, resource);
  const rows = ofQuality(gap, resource, shown);
  if (rows.length === 0 && source.rows.length > 0) return noneOfQuality(gap, resource);
  const candidates = candidatesFrom(rows, { resource, knowledge, withNamespace: wide });
  if (said !== undefined)
    return unseenElsewhere(gap, { resource, source, candidates }) ?? match(gap, resource, candidates);
  const spoken = spokenOf(gap, resource, candidates);
  if (spoken) return spoken;
  const [only, ...others] = candidates;
  if (only && others.length === 0 && gap.step.effect === "read" && !knowledge.doubted.includes(resource)) {
    const { name } = only.row;
    const note = say(knowledge.language, "tookMatch", { key: nounOf(resource, 1, knowledge.language), value: name });
    return value(gap, resource, { name, candidate: only, note });
  }
  const word = rows.length < source.rows.length ? "askName" : "askNameAll";
  return ask(gap, { resource, candidates, word });
};

/** “Show me the events”, where the server wants to be told of what: of what the conversation is about. */
const spokenOf = (gap: Gap, resource: string, candidates: readonly Candidate[]): Resolution | undefined => {
  const { step, knowledge } = gap;
  const { language } = knowledge;
  if (!isOfOneOnly(gap) || step.mentions.namespace !== undefined || knowledge.doubted.includes(resource))
    return undefined;
  const candidate = candidates.find(({ row }) => row.name === knowledge.entities[resource]?.value);
  if (!candidate) return undefined;
  const { name } = candidate.row;
  const note = `${ofOneOnly(gap, resource)}${say(language, "tookMemory", { key: nounOf(resource, 1, language), value: name })}`;
  return value(gap, resource, { name, candidate, note });
};

/** “Delete them” after a list: those of it, or what runs them, unless none of it is here any more. */
const amongShown = ({ step: { among } }: Gap, rows: readonly Row[]): readonly Row[] => {
  if (among === undefined) return rows;
  const names = new Set(
    among.flatMap(({ name, namespace }) => [
      `${namespace ?? ""}/${name}`,
      workloadOf({ name, namespace: namespace ?? "" }),
    ]),
  );
  const found = rows.filter(({ name, namespace }) => names.has(`${namespace ?? ""}/${name}`));
  return found.length === 0 ? rows : found;
};

/** It is not in the one namespace that the server shows by itself, and which others there are could not be listed. */
const unseenElsewhere = (
  { step, entry, knowledge }: Gap,
  { resource, source, candidates }: { resource: string; source: Source; candidates: readonly Candidate[] },
): Resolution | undefined => {
  const { language, catalog } = knowledge;
  const said = step.mentions.name ?? "";
  const parameter = parameterOf(entry, "namespace");
  if (source.kind !== "rows" || source.ofOne === undefined || matching(candidates, said).length > 0) return undefined;
  if (!parameter || parameter.name in step.args) return undefined;
  const place = say(language, "place", { namespace: source.ofOne });
  const slots = { said, resource: nounOf(resource, 1, language), place };
  const namespaces = read(knowledge, catalog.sourceOf(step.tool, parameter.name, step.args));
  const rest = othersLeft(language, source.ofOne, whyUnlisted(namespaces, language));
  return { kind: "impossible", code: "unavailable", text: `${say(language, "nothingMatches", slots)}\n${rest}` };
};

const noneOfQuality = (gap: Gap, resource: string): Resolution => {
  const { language } = gap.knowledge;
  const slots = { resource: nounOf(resource, 2, language), place: wholePlaceOf(gap) };
  return { kind: "impossible", code: "not_found", text: say(language, "noneSuch", slots) };
};

/** The direct way, with the namespace still open: lists of all namespaces answer “where” and “which” together. */
const everywhere = (gap: Gap, resource: string): { source: Source; wide: boolean } | undefined => {
  const namespace = parameterOf(gap.entry, "namespace");
  if (!namespace || namespace.name in gap.step.args) return undefined;
  const source = sourceInEach(gap, resource);
  return source.kind === "none" ? undefined : { source, wide: true };
};

const match = (gap: Gap, resource: string, candidates: readonly Candidate[]): Resolution => {
  const { language } = gap.knowledge;
  const said = gap.step.mentions.name ?? "";
  const other = inPlaceOf(gap, resource, candidates);
  if (other?.kind === "read") return other;
  if (other?.kind === "among") return ask(gap, { resource, candidates: other.candidates, word: "askNameAll" });
  if (other) return value(gap, resource, { name: other.candidate.row.name, ...other });
  const found = matching(candidates, said);
  const only = found.length === 1 ? found[0] : undefined;
  if (only && gap.knowledge.doubted.includes(resource)) return ask(gap, { resource, candidates, word: "askNameAll" });
  if (only) {
    const exact = only.row.name === said;
    // A diagnosis says itself what it is about.
    const note =
      exact || gap.step.diagnose === true
        ? undefined
        : say(language, "tookMatch", { key: nounOf(resource, 1, language), value: only.row.name });
    // A write goes only to a name that was typed in full or picked.
    if (exact || gap.step.effect === "read" || isDescribed(gap))
      return value(gap, resource, { name: only.row.name, candidate: only, note });
    return ask(gap, { resource, candidates: found, word: "didYouMean" });
  }
  const each = found.length > 1 ? eachOf(gap, found) : undefined;
  if (each) return each;
  const one = found.length > 1 ? oneOfReplicas(gap, found) : undefined;
  if (one?.kind === "read") return one;
  if (one) return value(gap, resource, { name: one.candidate.row.name, ...one });
  if (found.length > 1) return allOf(gap, found) ?? ask(gap, { resource, candidates: found, word: "askName" });
  const slots = { said, resource: nounOf(resource, 1, language), place: wholePlaceOf(gap) };
  const near = [...new Set([...nearMisses(candidates, said), ...likely(gap, candidates)])];
  const text = say(language, candidates.length === 0 ? "nothingThere" : "nothingMatches", slots);
  return near.length > 0
    ? ask(gap, { resource, candidates: near, word: "didYouMean" })
    : (kindred(gap, { resource, candidates }) ??
        elsewhere(gap, { resource, nothing: text }) ?? { kind: "impossible", code: "not_found", text });
};

/** What has the name that a model thought of. */
const likely = ({ step: { likelyName } }: Gap, candidates: readonly Candidate[]): readonly Candidate[] =>
  likelyName === undefined ? [] : matching(candidates, likelyName);

/** Logs that are read at once. */
const mostAtOnce = 6;

/** “The logs of all web pods”: one step for each, where all of them stand in one namespace. */
const eachOf = ({ step, entry }: Gap, found: readonly Candidate[]): Resolution | undefined => {
  const namespace = parameterOf(entry, "namespace");
  const [place, ...others] = new Set(found.map(({ row }) => row.namespace));
  const isOpen = namespace !== undefined && !(namespace.name in step.args);
  if (step.everyOne !== true || step.effect !== "read" || (isOpen && others.length > 0)) return undefined;
  return {
    kind: "expand",
    values: found.map(({ row }) => row.name).slice(0, mostAtOnce),
    total: found.length,
    ...(isOpen && place !== undefined ? { args: { [namespace.name]: place } } : {}),
  };
};

/** Its name and how it is fit one thing only, and what takes it away asks for its whole name. */
const isDescribed = ({ step, plan }: Gap): boolean =>
  step.effect === "destructive" && (step.part?.focus ?? plan.focus).quality !== undefined;

/** What is measured is measured of all that match: the list is read, and shows those. */
const allOf = (gap: Gap, found: readonly Candidate[]): Resolution | undefined => {
  if (!looksAtMany(gap.step) || gap.decisive.parameter.required) return undefined;
  const namespace = parameterOf(gap.entry, "namespace");
  const isOpen = namespace !== undefined && !(namespace.name in gap.step.args);
  const [place, ...others] = [...new Set(found.map(({ row }) => row.namespace))];
  const inNamespace = isOpen && others.length === 0 ? place : undefined;
  const wide = isOpen && inNamespace === undefined ? parameterOf(gap.entry, "allNamespaces") : undefined;
  return {
    kind: "value",
    args: {
      ...(namespace && inNamespace !== undefined ? { [namespace.name]: inNamespace } : {}),
      ...(wide === undefined ? {} : { [wide.name]: true }),
    },
    taken:
      inNamespace === undefined
        ? []
        : [{ key: "namespace", entity: { value: inNamespace, origin: "result" as const } }],
    only: gap.step.mentions.name ?? "",
  };
};

/** What has the beginning of the name in common: the same application runs here under another name. */
const kindred = (gap: Gap, offer: Pick<Offer, "resource" | "candidates">): Resolution | undefined => {
  const kin = kinOf(offer.candidates, gap.step.mentions.name ?? "");
  return kin.length === 0 ? undefined : ask(gap, { ...offer, candidates: kin, word: "didYouMean" });
};

type Offer = { resource: string; candidates: readonly Candidate[]; word: "askName" | "askNameAll" | "didYouMean" };

const ask = (gap: Gap, { resource, candidates, word }: Offer): Resolution => {
  const { language, entities } = gap.knowledge;
  const slots = {
    said: gap.step.mentions.name ?? "",
    resource: nounOf(resource, 1, language),
    things: nounOf(resource, 2, language),
    place: placeOf(gap),
  };
  if (candidates.length === 0) {
    return {
      kind: "impossible",
      code: "not_found",
      text: say(language, "nothingThere", { ...slots, place: wholePlaceOf(gap) }),
    };
  }
  const closer = lookCloser(gap, resource, candidates);
  if (closer.kind === "read") return closer;
  const remembered = entities[resource]?.value;
  const thought = likely(gap, closer.candidates);
  const rank = (each: Candidate) => (each.row.name === remembered ? 0 : thought.includes(each) ? 1 : 2);
  const ordered = [...closer.candidates].sort((left, right) => rank(left) - rank(right));
  return {
    kind: "ask",
    ask: {
      parameter: resource,
      ...offered(ordered, {
        text: changeAsked(gap, `${ofOneOnly(gap, resource)}${say(language, word, slots)}`, ordered.length > 1),
        language,
      }),
      open: true,
      ...(word === "didYouMean" ? { missed: true as const } : {}),
    },
  };
};

type Asked = Pick<Gap, "step" | "entry" | "knowledge">;

/** Events were asked for, and the server wants to be told of what. */
const isOfOneOnly = ({ step, entry }: Asked): boolean =>
  step.resource === "event" &&
  step.verb === "list" &&
  step.mentions.name === undefined &&
  parameterOf(entry, "name")?.required === true;

/** Why it has to be asked. */
export const ofOneOnly = (gap: Asked, resource: string): string => {
  const { language } = gap.knowledge;
  if (!isOfOneOnly(gap)) return "";
  return `${sayServed(language, "eventsOfOne", { thing: nounOf(resource, 1, language) })}${language === "zh" ? "" : " "}`;
};

/** The name, and with it the namespace where the list that found it was a wide one. */
const value = (
  gap: Gap,
  resource: string,
  found: { name: string; candidate?: Candidate; note?: string | undefined },
): Resolution => {
  const namespace = parameterOf(gap.entry, "namespace");
  const inNamespace = namespace && !(namespace.name in gap.step.args) ? found.candidate?.row.namespace : undefined;
  const origin = found.note === undefined ? "typed" : "single";
  return {
    kind: "value",
    args: {
      [gap.decisive.parameter.name]: found.name,
      ...(namespace && inNamespace !== undefined ? { [namespace.name]: inNamespace } : {}),
    },
    taken: [
      ...(inNamespace === undefined
        ? []
        : [{ key: "namespace", entity: { value: inNamespace, origin: "result" as const } }]),
      {
        key: resource,
        entity: { value: found.name, origin },
        ...(found.note === undefined ? {} : { note: found.note }),
      },
    ],
  };
};
