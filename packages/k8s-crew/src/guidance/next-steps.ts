import { resourceByKey } from "../catalog/resources.ts";
import type { Catalog, Verb } from "../catalog/types.ts";
import type { Language, NextStep } from "../output/output.ts";
import { fill } from "../words/fill.ts";
import { type Need, serves } from "./needs.ts";
import {
  detours,
  stepsAfter,
  stepsAfterFailure,
  stepsAfterNothing,
  stepsAfterWrite,
  stepsInstead,
  stepsInTrouble,
} from "./step-table.ts";
import { type Suggestion, type SuggestionKey, suggestions } from "./suggestions.ts";

/** What was just done and what it showed, for choosing what may come next. */
export type Done = {
  readonly view: string;
  readonly verb: Verb | undefined;
  readonly resource: string;
  /** `ok`, or how the call failed. */
  readonly outcome: string;
  readonly wrote: boolean;
  /** It listed nothing. */
  readonly empty: boolean;
  /** All namespaces were looked into. */
  readonly everywhere: boolean;
  /** The thing that was looked at, or the one in the list that needs a look most. */
  readonly kind: string;
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  /** Where the thing stands, when the conversation would look elsewhere. */
  readonly cluster?: string | undefined;
  readonly troubled: boolean;
  /** What is wrong with it, in the words of Kubernetes; "" when nothing is. */
  readonly state: string;
  /** It was restarted, and the server can give the log of the run before. */
  readonly hasPreviousLog: boolean;
  /** All that was shown, `verb resource`: a diagnosis shows its events beside its log. */
  readonly shown: readonly string[];
};

type Offering = { readonly catalog: Catalog; readonly language: Language };

const stepLimit = 3;

/** At most three next steps, the most fitting first: all complete, and none that the server cannot do or that was just done. */
export const nextStepsFor = (done: Done, offering: Offering): readonly NextStep[] => {
  const trouble = done.troubled ? stepsInTrouble.find(({ state }) => state.test(done.state)) : undefined;
  const keys = [...new Set([...(trouble?.steps ?? []), ...stepsBy(done)])].filter((key) => !trouble?.not.includes(key));
  return keys
    .flatMap((key) => offered(suggestions[key], done, offering))
    .filter(isFirst)
    .slice(0, stepLimit);
};

const stepsBy = (done: Done): readonly SuggestionKey[] => {
  const { view, verb = "", resource, outcome, wrote, empty } = done;
  if (outcome !== "ok") return stepsAfterFailure[outcome] ?? stepsAfterFailure.other ?? [];
  if (wrote) return stepsAfterWrite[verb] ?? stepsAfterWrite.other ?? [];
  if (empty && view === "call") return stepsAfterNothing[resource] ?? stepsAfterNothing.other ?? [];
  const own = view === "call" ? (stepsAfter[`${verb} ${resource}`] ?? stepsAfter[`${verb} *`]) : stepsAfter[view];
  return [...(own ?? []), ...(stepsAfter.other ?? [])];
};

const isFirst = (step: NextStep, index: number, all: readonly NextStep[]): boolean =>
  all.findIndex(({ label }) => label === step.label) === index;

const offered = (suggestion: Suggestion, done: Done, { catalog, language }: Offering): readonly NextStep[] => {
  const { only, of } = suggestion;
  if ((only === "troubled" && !done.troubled) || (only === "restarted" && !done.hasPreviousLog)) return [];
  if (of !== undefined && !of.includes(done.kind)) return [];
  if (showsOf(suggestion, done.kind).some((shown) => done.shown.includes(shown))) return [];
  const needs = suggestion.needs.map(([verb, resource]): Need => [verb, ofKind(resource, done.kind)]);
  return needs.some((need) => serves(catalog, need)) ? fillIn(suggestion, done, language) : [];
};

const ofKind = (text: string, kind: string): string => text.replace("{kind}", kind);

/** What shows the same as a suggestion would. */
const showsOf = ({ shows, needs }: Suggestion, kind: string): readonly string[] =>
  (shows ?? needs.map((need) => need.join(" "))).map((shown) => ofKind(shown, kind));

type Wish = {
  readonly verb: Verb;
  readonly resource?: string | undefined;
  readonly name?: string | undefined;
  readonly namespace?: string | undefined;
};

/** A name of one of these is the beginning of its pods' names. */
const withPods: readonly string[] = ["pod", "deployment", "statefulset", "daemonset", "replicaset", "job"];

/** Reads of the same thing, and a detour where there is one: at most three, all of which the server has tools for. */
export const insteadOf = (
  { verb, resource: wished, name: said, namespace }: Wish,
  offering: Offering,
): readonly NextStep[] => {
  const name = wished === undefined || withPods.includes(wished) ? said : undefined;
  const done: Done = { ...nothingDone, verb, name, namespace };
  const rows = (keys: readonly SuggestionKey[]) => keys.flatMap((key) => offered(suggestions[key], done, offering));
  const detour = detours[verb];
  const around = detour === undefined ? [] : rows([detour]);
  return [...rows(stepsInstead).slice(0, stepLimit - around.length), ...around];
};

export const nothingDone: Done = {
  view: "call",
  verb: undefined,
  resource: "pod",
  outcome: "ok",
  wrote: false,
  empty: false,
  everywhere: false,
  kind: "pod",
  name: undefined,
  namespace: undefined,
  troubled: false,
  state: "",
  hasPreviousLog: false,
  shown: [],
};

/** Where nothing was looked at: what most people begin with. */
export const stepsToBegin = (offering: Offering, namespace: string | undefined): readonly NextStep[] =>
  nextStepsFor({ ...nothingDone, view: "other", namespace }, offering);

/** One suggestion as a step, where it says something new and the server can do it. */
export const stepFor = (key: SuggestionKey, done: Done, offering: Offering): NextStep | undefined =>
  offered(suggestions[key], done, offering)[0];

/** A namespace and its cluster, to stand where a message names the namespace. */
const placeIn: { readonly [language in Language]: (namespace: string, cluster: string) => string } = {
  zh: (namespace, cluster) => `${cluster} 集群的命名空间 ${namespace}`,
  en: (namespace, cluster) => `${namespace} of cluster ${cluster}`,
};

/** What looks for things of a kind, or for one of them, in namespaces: nothing that stands in none is found so. */
const isOfNamespaces = ({ message: { en } }: Suggestion): boolean =>
  /\{(?:name|kind)\}/.test(en) && /\{namespace\}|all namespaces/.test(en);

const fillIn = (suggestion: Suggestion, done: Done, language: Language): readonly NextStep[] => {
  const message = suggestion.message[language];
  const needs = (slot: string) => message.includes(slot) || suggestion.label[language].includes(slot);
  const wide = resourceByKey.get(done.kind)?.namespaced === false;
  if (wide && isOfNamespaces(suggestion)) return [];
  if ((needs("{name}") && done.name === undefined) || (needs("{namespace}") && done.namespace === undefined)) return [];
  const kind = resourceByKey.get(done.kind)?.kind || done.kind;
  const slots = { name: done.name ?? "", namespace: done.namespace ?? "", kind };
  const place = done.cluster === undefined ? slots.namespace : placeIn[language](slots.namespace, done.cluster);
  return [
    {
      label: fill(suggestion.label[language], slots),
      message: message
        .replace("{name}", slots.name)
        .replace(done.cluster === undefined ? "{namespace}" : /(?:命名空间 )?\{namespace\}/, place)
        .replace("{kind}", done.kind),
    },
  ];
};
