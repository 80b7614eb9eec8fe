import { nearNames } from "../../choices/near-names.ts";
import { stepsToBegin } from "../../guidance/next-steps.ts";
import { clusterOf, type Switching, switchingIn } from "../../language/index.ts";
import { clusterHere } from "../../memory/cluster-here.ts";
import { remember } from "../../memory/entities.ts";
import type { NextStep } from "../../output/output.ts";
import { listOf } from "../../words/fill.ts";
import { saySwitch } from "../../words/switch-words.ts";
import type { Parts } from "../parts.ts";
import { readingLive } from "../reads/max-age.ts";
import type { State, Update } from "../state.ts";
import { listedEach } from "./home-of.ts";
import { withKnownNames } from "./known-names.ts";

/** Clusters that are offered to turn to. */
const offeredLimit = 3;

/**
 * “Switch to staging” where nothing was asked before that could be asked there again: the place is remembered. Where
 * none or no known one is named, the clusters are told, each as a next step.
 */
export const switchedPlace = async (parts: Parts, state: State): Promise<Update | undefined> => {
  const { catalog } = parts;
  const { message, language, known, last, entities } = state;
  const switching = switchingIn(message);
  const clusters = known.cluster ?? [];
  // What was listed or looked at is looked at there, too; that is planned like any request.
  const isRepeated = last?.view === "call" && last.resource !== "cluster" && switching?.where !== undefined;
  if (switching === undefined || isRepeated || clusters.length === 0) return undefined;
  const { where } = switching;
  const slots = { name: where ?? "", names: listOf(language, clusters) };
  const others = clusters.filter((cluster) => cluster !== entities.cluster?.value);
  if (where === undefined)
    return {
      answer: saySwitch(language, clusters.length > 1 ? "which" : "one", slots),
      nextSteps: offers(state, others),
    };
  const { key, name } = placeCalled(where, switching?.kind, known);
  const anew = name === undefined && wasKept(parts) ? await listedAnew(parts, state) : undefined;
  if (anew && placeCalled(where, switching?.kind, anew).name !== undefined)
    return switchedPlace(parts, { ...state, known: anew });
  const asked = name === undefined ? readingLive(parts) : parts;
  const elsewhere = key === "namespace" ? await inOtherClusters(asked, state, name ?? where) : undefined;
  if (elsewhere !== undefined) return elsewhere;
  if (name === undefined)
    return { answer: unknownPlace(state, slots), nextSteps: offers(state, nearest(clusters, where)) };
  // Whoever turns to a place is in it from then on, like one who began there.
  const now = remember(entities, key, { value: name, origin: "configured" });
  return {
    answer: saySwitch(language, "switched", { place: saySwitch(language, key, { name }) }),
    entities: now,
    nextSteps: stepsToBegin({ catalog, language }, now.namespace?.value),
    // Namespaces that were listed are those of another cluster.
    known: key === "cluster" ? withoutNamespaces(known) : known,
  };
};

/** Whether names of places came from what was kept: that does not tell that there is none of a name. */
const wasKept = (parts: Parts): boolean =>
  parts.turn().record.calls.some(({ cached, resource }) => cached && ["cluster", "namespace"].includes(resource));

const listedAnew = (parts: Parts, state: State): Promise<State["known"]> => withKnownNames(readingLive(parts), state);

/** A namespace that the cluster of the conversation does not have, and others do: that is told, and they are offered. */
const inOtherClusters = async (parts: Parts, state: State, namespace: string): Promise<Update | undefined> => {
  const { known, language } = state;
  const clusters = (known.cluster ?? []).slice(0, mostClusters);
  const here = clusterHere(state);
  if (here === undefined || clusters.length < 2) return undefined;
  const rows = await listedEach(parts, clusters, "namespace");
  const having = clusters.filter((_, at) => rows[at]?.some(({ name }) => name === namespace));
  if (having.length === 0 || having.includes(here)) return undefined;
  const slots = { name: namespace, cluster: here, there: listOf(language, having), count: having.length };
  return { answer: saySwitch(language, "elsewhere", slots), nextSteps: offers(state, having) };
};

/** Clusters that are looked into for a namespace. */
const mostClusters = 8;

type Called = { readonly key: "cluster" | "namespace"; readonly name: string | undefined };

/** What has that very name, of the kind that was said; else the cluster that has the word in its name. */
const placeCalled = (
  where: string,
  kind: Switching["kind"],
  { cluster = [], namespace = [] }: State["known"],
): Called => {
  const [clusters, namespaces] = [kind === "namespace" ? [] : cluster, kind === "cluster" ? [] : namespace];
  const isCalled = (name: string) => name.toLowerCase() === where.toLowerCase();
  const named = clusters.find(isCalled);
  if (named !== undefined) return { key: "cluster", name: named };
  const within = namespaces.find(isCalled);
  if (within !== undefined) return { key: "namespace", name: within };
  const part = clusterOf(where, clusters);
  return part === undefined ? { key: "namespace", name: undefined } : { key: "cluster", name: part };
};

/** Where a namespace of that name was looked for, and what there is instead: other clusters may have it. */
const unknownPlace = (
  { language, known, entities }: State,
  slots: { readonly name: string; readonly names: string },
): string => {
  const { namespace: namespaces = [] } = known;
  if (namespaces.length === 0) return saySwitch(language, "unknown", slots);
  const cluster = entities.cluster?.value;
  const there = { ...slots, namespaces: listOf(language, namespaces.slice(0, shownNamespaces)) };
  return cluster === undefined
    ? saySwitch(language, "unknownHere", there)
    : saySwitch(language, "unknownIn", { ...there, cluster });
};

/** Namespaces that are named where the one that was said is none. */
const shownNamespaces = 12;

const withoutNamespaces = ({ namespace: _, ...known }: State["known"]): State["known"] => known;

const nearest = (clusters: readonly string[], where: string): readonly string[] => {
  const near = nearNames(clusters, where);
  return near.length > 0 ? near : clusters;
};

const offers = ({ language }: State, clusters: readonly string[]): readonly NextStep[] =>
  clusters.slice(0, offeredLimit).map((name) => ({
    label: saySwitch(language, "switchTo", { name }),
    message: saySwitch(language, "switchMessage", { name }),
  }));
