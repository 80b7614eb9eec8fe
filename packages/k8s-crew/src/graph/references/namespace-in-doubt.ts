import { argumentsFor } from "../../catalog/arguments.ts";
import { nearNames } from "../../choices/near-names.ts";
import type { NextStep } from "../../output/output.ts";
import type { Read } from "../../overview/types.ts";
import { callKey, read } from "../../plan/source.ts";
import type { Step } from "../../plan/types.ts";
import { parseResult } from "../../results/parse-result.ts";
import { listOf } from "../../words/fill.ts";
import { sayGuided } from "../../words/guided-words.ts";
import { nounOf } from "../../words/nouns.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import type { State, Update } from "../state.ts";

/** Whether a namespace exists in which nothing was found: the list that tells, or that there is none such. */
export type Doubt =
  | { readonly kind: "read"; readonly read: Read }
  | { readonly kind: "missing"; readonly update: Update };

/** Namespaces that are named where none is near. */
const namedLimit = 10;

/** An empty list of a namespace that does not exist would read as “nothing runs there”. */
export const namespaceInDoubt = (parts: Parts, state: State): Doubt | undefined => {
  const { plan } = state;
  const steps = plan?.view === "call" ? plan.steps : [];
  const [first] = steps;
  if (!first || !steps.every((step) => isEmpty(parts, step))) return undefined;
  const { namespace, cluster } = placeOf(parts, first);
  const template = parts.catalog.find({ verb: "list", resource: "namespace" })[0];
  if (namespace === undefined || !template) return undefined;
  const args = { ...argumentsFor(template.entry, "namespace", { cluster }), ...template.args };
  const lookup = (call: Read) => parts.turn().shelf.results.get(callKey(call));
  const source = read({ lookup }, { ...template, args });
  if (source.kind === "unread") return { kind: "read", read: { tool: template.entry.tool, args } };
  const names = source.kind === "rows" ? source.rows.map(({ name }) => name) : [];
  if (names.length === 0 || names.includes(namespace)) return undefined;
  return { kind: "missing", update: missing(state, { namespace, cluster, names, resource: first.resource }) };
};

const isEmpty = (parts: Parts, step: Step): boolean => {
  const result = parts.turn().shelf.results.get(callKey(step));
  if (step.verb !== "list" || step.effect !== "read" || result?.outcome !== "ok") return false;
  const parsed = parseResult({ ...result, verb: step.verb, resource: step.resource });
  return parsed.form === "rows" && parsed.rows.length === 0;
};

type Missing = {
  readonly namespace: string;
  readonly cluster: string | undefined;
  readonly names: readonly string[];
  readonly resource: string;
};

const missing = ({ language }: State, { namespace, cluster, names, resource }: Missing): Update => {
  const near = nearNames(names, namespace);
  const where =
    cluster === undefined ? sayGuided(language, "thisCluster") : sayGuided(language, "thatCluster", { cluster });
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
