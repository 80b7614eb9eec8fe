import { type Candidate, candidatesFrom, isInOnePlace, matching, nearMisses } from "../choices/choices.ts";
import { offered } from "../choices/offer.ts";
import { singleReadLimit } from "../overview/list-everywhere.ts";
import { oneNamespaceOf } from "../results/one-namespace.ts";
import { sayChoice } from "../words/choice-words.ts";
import { say } from "../words/conversation-words.ts";
import { nounOf } from "../words/nouns.ts";
import { othersLeft } from "../words/one-namespace-words.ts";
import { askFor } from "../words/question-words.ts";
import { sayReply } from "../words/reply-words.ts";
import { sayWhere } from "../words/where-words.ts";
import { elsewhereThan } from "./carried-place.ts";
import { changeAsked, doingAt } from "./change-asked.ts";
import { looksAtMany, namedResource } from "./decisive.ts";
import { creating, ofOneOnly } from "./fill-name.ts";
import type { Gap, Resolution } from "./fill-types.ts";
import { outOfReach, type Source, sourceOf, whyUnlisted } from "./source.ts";
import { placeOf, sourceInEach } from "./source-everywhere.ts";
import { isEverywhere } from "./types.ts";
import { clusterOfStep, otherClusterOf } from "./where.ts";

/** Where: the cluster or the namespace of a call. */
export const fillPlace = (gap: Gap, role: "cluster" | "namespace"): Resolution => {
  const { step, knowledge, plan } = gap;
  const said = step.mentions[role];
  const everywhere = role === "namespace" && said === undefined && isEverywhere(plan, step);
  const inEach = everywhere || (role === "cluster" && said === undefined && plan.everyCluster === true);
  const unasked = everywhere ? leftOpen(gap) : said === undefined ? withoutList(gap, role) : undefined;
  if (unasked) return unasked;
  const source = sourceOf(gap);
  if (source.kind === "unread") return { kind: "read", templates: source.templates };
  if (source.kind !== "rows") return unlisted(gap, role, source);
  const candidates = candidatesFrom(source.rows, { resource: role, knowledge, withNamespace: false });
  if (inEach) {
    return { kind: "expand", values: namesOf(candidates).slice(0, singleReadLimit), total: candidates.length };
  }
  return said === undefined ? choose(gap, role, candidates) : match(gap, role, candidates);
};

/** Over all namespaces at once, unless the server has shown that it then looks into one only. */
const leftOpen = ({ step, decisive }: Gap): Resolution | undefined =>
  decisive.parameter.required || step.byNamespace === true ? undefined : { kind: "omit" };

/** What needs no list: a remembered place, a place that the server may choose, or the open question. */
const withoutList = (gap: Gap, role: "cluster" | "namespace"): Resolution | undefined => {
  const { required } = gap.decisive.parameter;
  const remembered = fromMemory(gap, role);
  if (remembered) return remembered;
  if (role === "cluster") return required || wouldStray(gap) ? undefined : { kind: "omit" };
  if (!required && looksAtMany(gap.step)) return { kind: "omit" };
  if (isSought(gap)) return foundByName(gap) ? { kind: "omit" } : undefined;
  if (opensWithQuestion(gap)) return toldByName(gap) ?? openQuestion(gap);
  return foundByName(gap) ? { kind: "omit" } : undefined;
};

/**
 * Whoever names a thing in full, where there is one of it, has said where, if lists of all namespaces were read already. A
 * part of a name may be that of many, and whoever changes something says where.
 */
const toldByName = (gap: Gap): Resolution | undefined => {
  const { step, knowledge } = gap;
  const said = step.mentions.name;
  if (said === undefined || step.effect !== "read" || knowledge.doubted.includes("namespace")) return undefined;
  const resource = namedResource(step, knowledge.catalog);
  const source = sourceInEach(gap, resource);
  if (source.kind !== "rows") return undefined;
  const candidates = candidatesFrom(source.rows, { resource, knowledge, withNamespace: true });
  // Of what people set up there is mostly one of a name; pods have what runs them in theirs.
  const isOnly = resource !== "pod" && matching(candidates, said).length === 1;
  return isOnly || isInOnePlace(candidates, said) ? { kind: "omit" } : undefined;
};

/** Left to the server, a write goes to its own cluster, which need not be the one that the conversation is about. */
const wouldStray = ({ step, knowledge }: Gap): boolean =>
  step.effect !== "read" && knowledge.entities.cluster !== undefined;

/** A list that may not be read is no reason to doubt a name that was typed. */
const unlisted = (gap: Gap, role: "cluster" | "namespace", source: Source): Resolution => {
  const said = gap.step.mentions[role];
  if (said !== undefined) return value(gap, role, said);
  return role === "namespace" && !gap.decisive.parameter.required
    ? inOneOnly(gap, source)
    : (outOfReach(source, gap.knowledge.language) ?? openQuestion(gap));
};

/** The server shows one namespace, and nobody knows which others there are: that is no list of all. */
const inOneOnly = ({ step, knowledge, decisive }: Gap, source: Source): Resolution => {
  if (step.byNamespace !== true) return { kind: "omit" };
  const namespace = oneNamespaceOf(knowledge.lookup({ tool: step.tool, args: step.args }));
  const note = othersLeft(knowledge.language, namespace, whyUnlisted(source, knowledge.language));
  return namespace === undefined
    ? { kind: "omit", note }
    : { kind: "value", args: { [decisive.parameter.name]: namespace }, taken: [], note };
};

const fromMemory = (gap: Gap, role: "cluster" | "namespace"): Resolution | undefined => {
  const { step, knowledge, decisive } = gap;
  const entity = knowledge.entities[role];
  if (role === "namespace" && isOfOtherCluster(gap)) return undefined;
  if (!entity || knowledge.doubted.includes(role)) return undefined;
  // A write never goes to a place that was only remembered.
  if (step.effect !== "read" && entity.origin !== "configured" && role === "cluster") return undefined;
  const note =
    entity.origin === "configured" || knowledge.settled.includes(role)
      ? undefined
      : say(knowledge.language, "tookMemory", { key: nounOf(role, 1, knowledge.language), value: entity.value });
  return {
    kind: "value",
    args: { [decisive.parameter.name]: entity.value },
    taken: [{ key: role, entity, ...(note === undefined ? {} : { note }) }],
  };
};

/** The namespace that is remembered is one of another cluster, and says nothing of this one. */
const isOfOtherCluster = (gap: Gap): boolean => {
  const { entities, here } = gap.knowledge;
  const home = entities.cluster?.value ?? here;
  const there = clusterOfStep(gap);
  return entities.namespace !== undefined && home !== undefined && there !== undefined && home !== there;
};

/** Who goes on in another cluster has named the thing before: it is looked for there. */
const isSought = (gap: Gap): boolean =>
  gap.step.effect === "read" && (gap.step.carriedPlace === "namespace" || isOfOtherCluster(gap));

/** The guided way: before any list is read, say what is missing and offer to list it. */
const opensWithQuestion = ({ step, knowledge }: Gap): boolean =>
  knowledge.guidance === "guided" && step.mentions.name !== undefined && !knowledge.listed.includes("namespace");

/** The direct way: lists of all namespaces will tell where the named thing is, so nobody needs to be asked. */
const foundByName = (gap: Gap): boolean =>
  (gap.knowledge.guidance === "direct" || isSought(gap)) &&
  gap.step.mentions.name !== undefined &&
  sourceInEach(gap, namedResource(gap.step, gap.knowledge.catalog)).kind !== "none";

/** Nobody knows where a thing is that is to be made. */
const isNew = ({ step }: Gap): boolean => creating.includes(step.verb);

const openQuestion = (gap: Gap): Resolution => {
  const { language } = gap.knowledge;
  const text =
    gap.decisive.role === "cluster"
      ? say(language, "askCluster")
      : isNew(gap)
        ? changeAsked(gap, askFor(language, "newPlace"), false)
        : gap.step.effect === "read"
          ? say(language, "askNamespaceOpen", { thing: thingOf(gap) })
          : sayReply(language, "placeForChange", { doing: doingAt(gap) });
  return { kind: "ask", ask: { parameter: gap.decisive.role, text, choices: [], fields: {}, open: true } };
};

const thingOf = ({ step, knowledge: { language } }: Gap): string => {
  const name = step.mentions.name;
  const noun = nounOf(step.resource, 1, language);
  if (name === undefined) return language === "zh" ? noun : `the ${noun}`;
  if (step.verb === "logs") return language === "zh" ? ` \`${name}\` 的日志` : `the logs of \`${name}\``;
  return language === "zh" ? ` \`${name}\` ` : `\`${name}\``;
};

const choose = (gap: Gap, role: "cluster" | "namespace", candidates: readonly Candidate[]): Resolution => {
  const { language } = gap.knowledge;
  const only = candidates.length === 1 ? candidates[0] : undefined;
  if (only) {
    const name = only.row.name;
    const note = say(language, "tookSingle", { key: nounOf(role, 1, language), value: name });
    return {
      kind: "value",
      args: { [gap.decisive.parameter.name]: name },
      taken: [{ key: role, entity: { value: name, origin: "single" }, note }],
    };
  }
  if (candidates.length === 0) return openQuestion(gap);
  const why = ofOneOnly(gap, namedResource(gap.step, gap.knowledge.catalog));
  const question = `${why}${role === "cluster" ? say(language, "askCluster") : whichNamespace(gap)}`;
  return asking(gap, changeAsked(gap, question, false), candidates);
};

const whichNamespace = (gap: Gap): string => {
  const { language } = gap.knowledge;
  const cluster = otherClusterOf(gap);
  const thing = thingOf(gap);
  if (isNew(gap)) return askFor(language, "newPlace");
  if (looksAtMany(gap.step))
    return cluster === undefined
      ? say(language, "askNamespaceList")
      : sayWhere(language, "askNamespaceListIn", { cluster });
  return cluster === undefined
    ? say(language, "askNamespace", { thing })
    : sayWhere(language, "askNamespaceIn", { cluster, thing });
};

/** That no place is called so: namespaces are those of one cluster. */
const noneCalled = (gap: Gap, role: "cluster" | "namespace", isNear: boolean): string => {
  const { language } = gap.knowledge;
  const cluster = role === "namespace" ? clusterOfStep(gap) : undefined;
  const slots = { said: gap.step.mentions[role] ?? "", resource: nounOf(role, 1, language) };
  return cluster === undefined
    ? say(language, isNear ? "didYouMean" : "noSuch", slots)
    : sayWhere(language, isNear ? "didYouMeanIn" : "noSuchIn", { ...slots, cluster });
};

const match = (gap: Gap, role: "cluster" | "namespace", candidates: readonly Candidate[]): Resolution => {
  const { language } = gap.knowledge;
  const said = gap.step.mentions[role] ?? "";
  const found = matching(candidates, said);
  const exact = found.find(({ row }) => row.name === said);
  // A part of a cluster's name is how people speak of it; a part of a namespace's name is another namespace.
  const one = exact ?? (role === "cluster" && found.length === 1 ? found[0] : undefined);
  if (one) return value(gap, role, one.row.name);
  const near = found.length > 0 ? found : nearMisses(candidates, said);
  const instead = role === "namespace" ? elsewhereThan(gap, namesOf(candidates)) : undefined;
  if (instead) return instead;
  if (role === "namespace" && near.length === 0 && isOneOfClusters(gap)) {
    const { cluster } = placeOf(gap);
    return {
      kind: "impossible",
      text: sayChoice(language, "skipped", { cluster, namespace: said }),
      code: "not_found",
    };
  }
  const text = noneCalled(gap, role, near.length > 0);
  return { kind: "ask", ask: { ...asking(gap, text, near.length > 0 ? near : candidates).ask, missed: true } };
};

/** The same is asked of several clusters: where one has no such place, the others still answer. */
const isOneOfClusters = (gap: Gap): boolean => {
  const { step, plan } = gap;
  const { cluster } = placeOf(gap);
  const others = plan.steps.filter(
    (other) => other.id !== step.id && other.tool === step.tool && other.mentions.namespace === step.mentions.namespace,
  );
  return cluster !== "" && others.some((other) => !["", cluster].includes(placeOf({ ...gap, step: other }).cluster));
};

const value = (gap: Gap, role: string, name: string): Resolution => ({
  kind: "value",
  args: { [gap.decisive.parameter.name]: name },
  taken: [{ key: role, entity: { value: name, origin: "typed" } }],
});

const asking = (gap: Gap, text: string, candidates: readonly Candidate[]): Extract<Resolution, { kind: "ask" }> => {
  const { entities, language } = gap.knowledge;
  const remembered = entities[gap.decisive.role]?.value;
  const first = ({ row }: Candidate) => (row.name === remembered ? 0 : row.fields.current === "true" ? 1 : 2);
  const ordered = [...candidates].sort((left, right) => first(left) - first(right));
  const ask = { parameter: gap.decisive.role, ...offered(ordered, { text, language }), open: true };
  return { kind: "ask", ask };
};

const namesOf = (candidates: readonly Candidate[]): readonly string[] => candidates.map(({ row }) => row.name);
