import { argumentsFor } from "../../catalog/arguments.ts";
import { resourceByKey } from "../../catalog/resources.ts";
import { followed } from "../../overview/chains.ts";
import { failureOf, listEverywhere, templateOf } from "../../overview/list-everywhere.ts";
import type { Listing, Read } from "../../overview/types.ts";
import { callKey } from "../../plan/source.ts";
import { isEverywhere, type Plan, type Step } from "../../plan/types.ts";
import { mayBeOfOneNamespace } from "../../results/one-namespace.ts";
import type { Row } from "../../results/types.ts";
import { othersLeft } from "../../words/one-namespace-words.ts";
import { causeWord } from "../../words/overview-words.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import type { State, Update } from "../state.ts";
import { rowsOf } from "./rows-of.ts";

/**
 * A list of all namespaces that may be of one only is held against what the others have: what is to be read for that,
 * or the plan as it is once that is known.
 */
export const otherNamespaces = (parts: Parts, { language }: State, plan: Plan): Update | undefined => {
  const step = plan.view === "call" ? plan.steps.find((each) => isInDoubt(parts, plan, each)) : undefined;
  if (step === undefined) return undefined;
  const place = { catalog: parts.catalog, cluster: placeOf(parts, step).cluster ?? "" };
  const lookup = (call: Read) => parts.turn().shelf.results.get(callKey(call));
  const reached = followed(listEverywhere(place, step.resource), lookup);
  if (reached.kind === "unread") return { work: { kind: "reads", for: "executor", reads: reached.reads } };
  const replaced = (by: Step): Update => ({
    plan: { ...plan, steps: plan.steps.map((each) => (each === step ? by : each)) },
  });
  const unknown = othersUnknown(reached.result);
  if (unknown !== undefined) {
    const note = othersLeft(language, unknown.namespace, causeWord(language, unknown.cause));
    return replaced({ ...step, byNamespace: true, wide: false, note });
  }
  const isRead = parts.turn().shelf.results.get(callKey(step))?.outcome === "ok";
  if (reached.result.kind === "unlisted" || (isRead && isAll(parts, step, reached.result)))
    return (isRead ? onceMore(parts, step) : undefined) ?? replaced({ ...step, allSeen: true });
  return replaced(narrowed(parts, step) ?? { ...step, byNamespace: true });
};

/**
 * That there is nothing anywhere is said after two looks: a server that asks each time whether all may be listed falls
 * back to one namespace, without a word, where only that question failed.
 */
const onceMore = (parts: Parts, step: Step): Update | undefined => {
  const { record } = parts.turn();
  if (rowsOf(parts, step).length > 0 || record.repaired.includes(callKey(step))) return undefined;
  const { tool, args } = step;
  return { work: { kind: "reads", for: "executor", reads: [{ tool, args }], fresh: true } };
};

const isInDoubt = (parts: Parts, plan: Plan, step: Step): boolean =>
  step.verb === "list" &&
  step.done &&
  step.byNamespace !== true &&
  step.allSeen !== true &&
  isEverywhere(plan, step) &&
  placeOf(parts, step).namespace === undefined &&
  templateOf({ catalog: parts.catalog, cluster: "" }, step.resource, "one") !== undefined &&
  mayBeOfOne(parts, step);

/** It was refused, or shows one namespace at most. */
const mayBeOfOne = (parts: Parts, step: Step): boolean => {
  const result = parts.turn().shelf.results.get(callKey(step));
  if (result?.outcome !== "ok") return failureOf(result)?.cause === "forbidden" && isNamespaced(step);
  return mayBeOfOneNamespace(rowsOf(parts, step), step.resource);
};

const isNamespaced = ({ resource }: Step): boolean => resourceByKey.get(resource)?.namespaced === true;

const othersUnknown = (listing: Listing<Row>) =>
  listing.kind === "listed" ? listing.notes?.find((note) => note.kind === "others_unknown") : undefined;

/** What was listed is all that there is. */
const isAll = (parts: Parts, step: Step, listing: Extract<Listing<Row>, { kind: "listed" }>): boolean =>
  (listing.notes ?? []).length === 0 && listing.items.length === rowsOf(parts, step).length;

/** The same list by the tool that is told a namespace. */
const narrowed = (parts: Parts, step: Step): Step | undefined => {
  const { cluster } = placeOf(parts, step);
  const template = templateOf({ catalog: parts.catalog, cluster: cluster ?? "" }, step.resource, "one");
  if (template === undefined) return undefined;
  const { entry, args } = template;
  const kept = Object.entries(step.args).filter(([key]) => entry.parameters.some(({ name }) => name === key));
  const placed = argumentsFor(entry, step.resource, { cluster });
  return {
    ...step,
    tool: entry.tool,
    args: { ...Object.fromEntries(kept), ...placed, ...args },
    ready: false,
    done: false,
    byNamespace: true,
  };
};
