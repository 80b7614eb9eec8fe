import { parameterOf } from "../../catalog/arguments.ts";
import type { NextStep } from "../../output/output.ts";
import type { Step } from "../../plan/types.ts";
import { sayGuided } from "../../words/guided-words.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import type { State } from "../state.ts";

/** Clusters that a wider search offers. */
const clusterLimit = 2;

/** Where else a thing may be looked for that is not in its place: all namespaces unless that was done, another cluster, what there is. */
export const widerSearch = (
  parts: Parts,
  state: State,
  { step, everywhere }: { readonly step: Step; readonly everywhere?: true },
): readonly NextStep[] => {
  const { language, known, entities } = state;
  const { namespace, cluster = entities.cluster?.value ?? known.currentCluster?.[0] } = placeOf(parts, step);
  const name = step.mentions.name;
  const place = namespace ?? entities.namespace?.value;
  const entry = parts.catalog.get(step.tool);
  const canChoose = entry !== undefined && parameterOf(entry, "cluster") !== undefined;
  const others = (canChoose ? (known.cluster ?? []) : []).filter((other) => other !== cluster).slice(0, clusterLimit);
  const offer = (word: "findEverywhere" | "findInCluster" | "seeThere", slots: { readonly [slot: string]: string }) => {
    const text = sayGuided(language, word, slots);
    return { label: text, message: text };
  };
  return [
    ...(name === undefined || place === undefined || everywhere ? [] : [offer("findEverywhere", { name })]),
    ...(name === undefined ? [] : others.map((other) => offer("findInCluster", { name, cluster: other }))),
    ...(place === undefined ? [] : [offer("seeThere", { namespace: place })]),
  ];
};
