import { argumentsFor } from "../../catalog/arguments.ts";
import { nearNames } from "../../choices/near-names.ts";
import type { Language, NextStep } from "../../output/output.ts";
import type { Read } from "../../overview/types.ts";
import { callKey, read } from "../../plan/source.ts";
import type { Step } from "../../plan/types.ts";
import { parseResult } from "../../results/parse-result.ts";
import type { Row } from "../../results/types.ts";
import { listOf } from "../../words/fill.ts";
import { sayGuided } from "../../words/guided-words.ts";
import { sayNodeDoubt } from "../../words/node-doubt-words.ts";
import { nounOf } from "../../words/nouns.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import type { State, Update } from "../state.ts";

/** Whether a place exists in which nothing was found: the list that tells, or that there is none such. */
export type Doubt =
  | { readonly kind: "read"; readonly read: Read }
  | { readonly kind: "missing"; readonly update: Update };

/** Namespaces or nodes that are named where none is called nearly so. */
const namedLimit = 10;

/** An empty list of a place that does not exist would read as “nothing runs there”. */
export const placeInDoubt = (parts: Parts, state: State): Doubt | undefined =>
  namespaceInDoubt(parts, state) ?? nodeInDoubt(parts, state);

const namespaceInDoubt = (parts: Parts, state: State): Doubt | undefined => {
  const { plan } = state;
  const steps = plan?.view === "call" ? plan.steps : [];
  const [first] = steps;
  if (!first || !steps.every((step) => rowsOf(parts, step)?.length === 0)) return undefined;
  const { namespace, cluster } = placeOf(parts, first);
  if (namespace === undefined) return undefined;
  const doubt = listedPlaces(parts, "namespace", cluster);
  if (doubt === undefined || "kind" in doubt) return doubt;
  const names = doubt;
  if (names.length === 0 || names.includes(namespace)) return undefined;
  return { kind: "missing", update: missing(state, { namespace, cluster, names, resource: first.resource }) };
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
  const doubt = listedPlaces(parts, "node", cluster);
  if (doubt === undefined || "kind" in doubt) return doubt;
  if (doubt.length === 0 || doubt.some((name) => name.toLowerCase() === node.toLowerCase())) return undefined;
  const near = nearNames(doubt, node);
  const names = listOf(language, near.length > 0 ? near : doubt.slice(0, namedLimit));
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

/** The names of the places of a kind, or the read that tells them. */
const listedPlaces = (
  parts: Parts,
  resource: "namespace" | "node",
  cluster: string | undefined,
): readonly string[] | Extract<Doubt, { kind: "read" }> | undefined => {
  const template = parts.catalog.find({ verb: "list", resource })[0];
  if (!template) return undefined;
  const args = { ...argumentsFor(template.entry, resource, { cluster }), ...template.args };
  const lookup = (call: Read) => parts.turn().shelf.results.get(callKey(call));
  const source = read({ lookup }, { ...template, args });
  if (source.kind === "unread") return { kind: "read", read: { tool: template.entry.tool, args } };
  return source.kind === "rows" ? source.rows.map(({ name }) => name) : [];
};

const rowsOf = (parts: Parts, step: Step): readonly Row[] | undefined => {
  const result = parts.turn().shelf.results.get(callKey(step));
  if (step.verb !== "list" || step.effect !== "read" || result?.outcome !== "ok") return undefined;
  const parsed = parseResult({ ...result, verb: step.verb, resource: step.resource });
  return parsed.form === "rows" ? parsed.rows : undefined;
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
