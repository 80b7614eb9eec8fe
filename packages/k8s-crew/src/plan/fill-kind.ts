import { parameterOf } from "../catalog/arguments.ts";
import { resourceByKey } from "../catalog/resources.ts";
import type { CallTemplate } from "../catalog/types.ts";
import { type Candidate, candidatesFrom, matching, nearMisses, replicasOf } from "../choices/choices.ts";
import type { Language } from "../output/output.ts";
import { mayBeOfOneNamespace } from "../results/one-namespace.ts";
import { allOf, listOf } from "../words/fill.ts";
import { sayName } from "../words/name-words.ts";
import { namedThing, nounOf } from "../words/nouns.ts";
import { sayServed } from "../words/served-words.ts";
import type { Source } from "./source.ts";
import { type SearchGap, sourceEverywhere, sourceInEach } from "./source-everywhere.ts";

/**
 * Where a named thing is looked for when its kind was not said and it is none of the kind that was guessed, as far as the
 * server lists them: what people run and what on, then what they set up for it, then what is rarely spoken of. Each row
 * is read at once, and only where the rows before it had nothing of that name.
 */
const otherKinds: readonly (readonly string[])[] = [
  ["deployment", "statefulset", "daemonset", "service", "node", "job", "cronjob", "pvc"],
  ["ingress", "configmap", "secret", "hpa", "resourcequota", "serviceaccount", "networkpolicy", "pv", "storageclass"],
  ["pdb", "limitrange", "role", "rolebinding", "clusterrole", "clusterrolebinding", "ingressclass", "crd"],
];

const [commonKinds = []] = otherKinds;

/** Those of them that are listed in full even by a server that looks into one namespace at a time. */
const clusterWide = otherKinds.flat().filter((resource) => resourceByKey.get(resource)?.namespaced === false);

export type KindSearch =
  /** Nothing speaks against the kind that was guessed. */
  | { readonly kind: "as_guessed" }
  /** `missed`: the kind that was guessed, once nothing of it has the name. */
  | { readonly kind: "read"; readonly templates: readonly CallTemplate[]; readonly missed?: string }
  /** `also`: other kinds that have a thing of that very name. */
  | {
      readonly kind: "elsewhere";
      readonly said: string;
      readonly resource: string;
      readonly also?: readonly string[];
    }
  | { readonly kind: "impossible"; readonly code: "not_found"; readonly text: string };

/**
 * Looks for the thing that a step names by lists of the whole cluster: first of the kind that was guessed, then of the
 * others side by side. The exact name counts before a part of one.
 */
export const searchKind = (gap: SearchGap): KindSearch => {
  const { step } = gap;
  const said = step.mentions.name ?? step.only;
  if (said === undefined) return { kind: "as_guessed" };
  const guess = { resource: step.guessed ?? step.resource, said };
  const guessed = sourceOfGuess(gap, guess);
  if (guessed.kind === "unread") return { kind: "read", templates: guessed.templates };
  const candidates = candidatesOf(gap, guess.resource, guessed);
  // To take away “shop” takes away what is called so, not a pod of it that comes back.
  const matches = matching(candidates, said);
  const exactly = step.effect !== "read";
  if (matches.some(({ row }) => !exactly || row.name === said)) return { kind: "as_guessed" };
  const wide = guessed.kind === "rows";
  if (!wide && step.mentions.namespace !== undefined) return { kind: "as_guessed" };
  for (const kinds of kindsFor(step, wide)) {
    const found = searchAmong(gap, kinds, { said, exactly: exactly && matches.length > 0 });
    if (found) return found.kind === "read" ? { ...found, missed: guess.resource } : found;
  }
  if (step.verb === "scale") return { kind: "as_guessed" };
  // Where the pods of all namespaces cannot be listed, the thing may still be one of them.
  const isLike = nearMisses(candidates, said).length > 0 || replicasOf(candidates, said).length > 0;
  if (!wide || matches.length > 0 || step.resource === "event" || isLike) return { kind: "as_guessed" };
  return { kind: "impossible", code: "not_found", text: `${clusterOf(gap)}${nowhere(gap, guess)}` };
};

/** A list that may be of one namespace only, and has no such thing, says nothing of the others. */
const sourceOfGuess = (
  gap: SearchGap,
  { resource, said }: { readonly resource: string; readonly said: string },
): Source => {
  const wide = isOpen(gap) ? sourceInEach(gap, resource) : sourceEverywhere(gap, resource);
  const isLacking =
    wide.kind === "rows" &&
    mayBeOfOneNamespace(wide.rows, resource) &&
    matching(candidatesOf(gap, resource, wide), said).length === 0;
  return isLacking ? sourceInEach(gap, resource) : wide;
};

/** The kinds that are searched, round by round; what is to be scaled is one of the few that can be. */
const kindsFor = ({ verb }: SearchGap["step"], wide: boolean): readonly (readonly string[])[] => {
  if (verb === "scale") return [scalable];
  return wide ? otherKinds : [clusterWide];
};

const scalable: readonly string[] = ["statefulset"];

/** `exactly`: a part of a name will not do. */
type Wanted = { readonly said: string; readonly exactly: boolean };

/** Nobody is led and no namespace is known: it is looked for in every one anyway. */
const isOpen = ({ step, knowledge }: SearchGap): boolean =>
  knowledge.guidance === "direct" &&
  step.mentions.namespace === undefined &&
  (knowledge.entities.namespace === undefined || knowledge.doubted.includes("namespace"));

/** Lists that a thing of an unknown kind is looked for in, where each is of one namespace. */
const searchLimit = 60;

/** A list of all of a kind: at once, or by namespace where so many lists may be read. */
const sourceOfKind = (gap: SearchGap, resource: string): Source => {
  const wide = sourceEverywhere(gap, resource);
  if (wide.kind !== "none" || !isOpen(gap)) return wide;
  const namespaces = sourceEverywhere(gap, "namespace");
  const isAffordable = namespaces.kind === "rows" && namespaces.rows.length * commonKinds.length <= searchLimit;
  return isAffordable ? sourceInEach(gap, resource) : wide;
};

/** The kind that has the name, else the lists that are still to be read; undefined when none has it. */
const searchAmong = (gap: SearchGap, kinds: readonly string[], { said, exactly }: Wanted): KindSearch | undefined => {
  const sources = kinds.map((resource) => ({ resource, source: sourceOfKind(gap, resource) }));
  const templates = sources.flatMap(({ source }) => (source.kind === "unread" ? source.templates : []));
  if (templates.length > 0) return { kind: "read", templates };
  const found = sources
    .map(({ resource, source }) => ({ resource, matches: matching(candidatesOf(gap, resource, source), said) }))
    .filter(({ matches }) => matches.some(({ row }) => !exactly || row.name === said));
  const [exact, ...also] = found.filter(({ matches }) => matches.some(({ row }) => row.name === said));
  const best = exact ?? found[0];
  return best && { kind: "elsewhere", said, resource: best.resource, also: also.map(({ resource }) => resource) };
};

/** That it is nowhere, with the kinds that were looked through where these are not all of them. */
const nowhere = (gap: SearchGap, { resource, said }: { readonly resource: string; readonly said: string }): string => {
  const { language } = gap.knowledge;
  const near = nearAmong(gap, [...new Set([resource, ...otherKinds.flat()])], said);
  const others = otherKinds.flat().filter((kind) => sourceOfKind(gap, kind).kind === "rows");
  if (commonKinds.every((kind) => others.includes(kind)) && others.includes("configmap"))
    return withNear(sayName(language, "nowhere", { said }), near, language);
  const kinds = [...new Set([resource, ...others])].map((kind) => nounOf(kind, 2, language));
  return withNear(sayServed(language, "nowhereAmong", { said, kinds: allOf(language, kinds) }), near, language);
};

/** Things of any kind whose name is a slip of the pen away. */
const nearAmong = (gap: SearchGap, kinds: readonly string[], said: string): readonly string[] =>
  kinds
    .flatMap((kind) =>
      nearMisses(candidatesOf(gap, kind, sourceOfKind(gap, kind)), said).map(({ row }) =>
        namedThing(gap.knowledge.language, kind, row.name),
      ),
    )
    .slice(0, nearLimit);

const nearLimit = 5;

const withNear = (text: string, near: readonly string[], language: Language): string =>
  near.length === 0 ? text : `${text}\n${sayName(language, "near", { names: listOf(language, near) })}`;

/** Of several clusters that are looked into, the one that it was not found in. */
const clusterOf = ({ step, entry }: SearchGap): string => {
  const cluster = step.part === undefined ? undefined : parameterOf(entry, "cluster");
  const looked = cluster && step.args[cluster.name];
  return typeof looked === "string" ? `${looked}: ` : "";
};

const candidatesOf = ({ knowledge }: SearchGap, resource: string, source: Source): readonly Candidate[] =>
  source.kind === "rows" ? candidatesFrom(source.rows, { resource, knowledge, withNamespace: false }) : [];
