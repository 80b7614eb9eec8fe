import { nearNames } from "../../choices/near-names.ts";
import type { Language, NextStep } from "../../output/output.ts";
import type { Read } from "../../overview/types.ts";
import { callKey } from "../../plan/source.ts";
import type { Step } from "../../plan/types.ts";
import { parseResult } from "../../results/parse-result.ts";
import type { Row } from "../../results/types.ts";
import { listOf } from "../../words/fill.ts";
import { sayGuided } from "../../words/guided-words.ts";
import { sayNodeDoubt } from "../../words/node-doubt-words.ts";
import { nounOf } from "../../words/nouns.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import { unproven } from "../repair/evidence.ts";
import { isConfigured, namespaceOf, placesLive, tellGone, withoutPlace } from "../repair/place.ts";
import type { Doubted } from "../repair/read-live.ts";
import type { State, Update } from "../state.ts";

/**
 * Whether what was not found is there: the lists that tell, that there is none such, or what is to be filled anew or read
 * again as a whole.
 */
export type Doubt =
  | { readonly kind: "read"; readonly reads: readonly Read[]; readonly about?: Doubted | undefined }
  | { readonly kind: "missing" | "open" | "again"; readonly update: Update };

/** Namespaces or nodes that are named where none is called nearly so. */
const namedLimit = 10;

/** An empty list of a place that does not exist would read as “nothing runs there”. */
export const placeInDoubt = (parts: Parts, state: State): Doubt | undefined =>
  namespaceInDoubt(parts, state) ?? nodeInDoubt(parts, state);

const namespaceInDoubt = (parts: Parts, state: State): Doubt | undefined => {
  const { plan } = state;
  const steps = plan?.view === "call" ? plan.steps : [];
  const [first] = steps;
  if (!first || !steps.every((step) => foundNothing(parts, step))) return undefined;
  const doubt = namespaceOf(parts, first);
  const reads = unproven(parts, [...steps, ...(doubt?.kind === "read" ? [doubt.read] : [])]);
  if (reads.length > 0)
    return { kind: "read", reads, about: doubt && { resource: "namespace", name: doubt.namespace } };
  if (doubt?.kind !== "gone") return undefined;
  // Whoever began in a place that there never was is told so; one that was there before is picked anew.
  if (isConfigured(state, doubt.namespace))
    return { kind: "missing", update: missing(state, { ...doubt, resource: first.resource }) };
  const isNews = tellGone(parts, state, doubt);
  return isNews && plan ? { kind: "open", update: withoutPlace(parts, state, { plan, doubt }) } : undefined;
};

/** Nothing of a list is on the node that was named. */
const nodeInDoubt = (parts: Parts, state: State): Doubt | undefined => {
  const { plan, language } = state;
  const node = plan?.view === "call" ? plan.focus.node : undefined;
  const steps = plan?.steps ?? [];
  const [first] = steps;
  if (node === undefined || !first) return undefined;
  const lists = steps.map((step) => rowsOf(parts, step));
  const isThere = ({ fields }: Row) => fields.node?.toLowerCase() === node.toLowerCase();
  const isOpen = lists.every((rows) => rows !== undefined && !rows.some(isThere));
  if (!isOpen || new Set(steps.map((step) => placeOf(parts, step).cluster)).size > 1) return undefined;
  const { cluster } = placeOf(parts, first);
  const listed = placesLive(parts, "node", cluster);
  if (listed === undefined) return undefined;
  const isListed = listed.kind === "names" && listed.names.some((name) => name.toLowerCase() === node.toLowerCase());
  if (isListed) return undefined;
  const reads = unproven(parts, [...steps, ...(listed.kind === "read" ? [listed.read] : [])]);
  if (listed.kind === "read" || reads.length > 0) return { kind: "read", reads };
  const near = nearNames(listed.names, node);
  const names = listOf(language, near.length > 0 ? near : listed.names.slice(0, namedLimit));
  const message = sayNodeDoubt(language, near.length > 0 ? "near" : "none", {
    node,
    where: whereIs(language, cluster),
    names,
  });
  const nextSteps = near.slice(0, 2).map((name) => {
    const text = sayNodeDoubt(language, "there", { node: name });
    return { label: text, message: text };
  });
  return {
    kind: "missing",
    update: { answer: message, status: "error", error: { code: "not_found", message, remedy: "" }, nextSteps },
  };
};

const rowsOf = (parts: Parts, step: Step): readonly Row[] | undefined => {
  const result = parts.turn().shelf.results.get(callKey(step));
  if (step.verb !== "list" || step.effect !== "read" || result?.outcome !== "ok") return undefined;
  const parsed = parseResult({ ...result, verb: step.verb, resource: step.resource });
  return parsed.form === "rows" ? parsed.rows : undefined;
};

/** A list of a place that there is not is empty for most servers; others say that the place is not found. */
const foundNothing = (parts: Parts, step: Step): boolean => {
  const { outcome } = parts.turn().shelf.results.get(callKey(step)) ?? {};
  const isList = step.verb === "list" && step.effect === "read";
  return isList && (outcome === "not_found" || rowsOf(parts, step)?.length === 0);
};

type Missing = {
  readonly namespace: string;
  readonly cluster: string | undefined;
  readonly names: readonly string[];
  readonly resource: string;
};

const whereIs = (language: Language, cluster: string | undefined): string =>
  cluster === undefined ? sayGuided(language, "thisCluster") : sayGuided(language, "thatCluster", { cluster });

const missing = ({ language }: State, { namespace, cluster, names, resource }: Missing): Update => {
  const near = nearNames(names, namespace);
  const where = whereIs(language, cluster);
  const shown = near.length > 0 ? near : names.slice(0, namedLimit);
  const slots = { namespace, where, names: listOf(language, shown) };
  const message = sayGuided(language, near.length > 0 ? "noNamespaceNear" : "noNamespace", slots);
  const things = nounOf(resource, 2, language);
  const offer = (text: string): NextStep => ({ label: text, message: text });
  const nextSteps = [
    ...near.slice(0, 2).map((name) => offer(sayGuided(language, "listThere", { things, namespace: name }))),
    offer(sayGuided(language, "listEverywhere", { things })),
  ];
  return { answer: message, status: "error", error: { code: "not_found", message, remedy: "" }, nextSteps };
};
