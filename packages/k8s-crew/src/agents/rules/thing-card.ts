import { resourceByKey } from "../../catalog/resources.ts";
import type { Language, Request } from "../../language/index.ts";
import { namedThing } from "../../words/nouns.ts";
import { sayThing } from "../../words/thing-named-words.ts";
import type { NamedThing, PlannerReply } from "../types.ts";
import { planFor } from "./plan-call.ts";
import type { Context } from "./plan-context.ts";
import { together } from "./together.ts";

type Beside = (thing: NamedThing) => Partial<Request> | undefined;

/** Where what runs is reached by its name. */
const itsService: Beside = ({ name, also = [] }) =>
  also.includes("service") ? { verb: "get", resource: "service", name } : undefined;

/** What is read beside the thing itself, because it does not tell that of itself: who uses it, what runs on it. */
const beside: Readonly<Record<string, Beside>> = {
  deployment: itsService,
  statefulset: itsService,
  daemonset: itsService,
  node: ({ name }) => ({ verb: "list", resource: "pod", node: name, allNamespaces: true }),
  storageclass: ({ name }) => ({
    verb: "list",
    resource: "pvc",
    allNamespaces: true,
    conditions: [{ field: "storageClass", comparison: "equal", value: name }],
  }),
  pvc: ({ name }) => ({
    verb: "list",
    resource: "pod",
    conditions: [{ field: "claims", comparison: "contains", value: name }],
  }),
};

/** Of what a person may have wanted besides, so many are offered. */
const mostOffers = 2;

/**
 * The card of a thing that was named with a wish that nobody read: what it is, how it is, and what is wrong where its
 * list does not say that nothing is. Undefined where no tool of the server reads one of its kind.
 */
export const cardOf = (thing: NamedThing, context: Context): PlannerReply | undefined => {
  const { language, message } = context.turn;
  const { resource, name, guesses } = thing;
  const own = planFor(ownRequest(thing, language), context);
  if (own.kind !== "plan") return undefined;
  const more = besideRequest(thing, language);
  const besides = more === undefined ? [] : [asCard(planFor(more, context))];
  const replies = [withCard(own, thing), ...besides];
  const card = together(replies.flatMap((reply) => (reply.kind === "plan" ? [{ text: message, reply }] : [])));
  if (card.kind !== "plan") return undefined;
  const word = resource === "namespace" ? "placeIsSo" : isOpen(thing) ? "isOneOf" : "thisIsIt";
  const likened = thing.likened ?? sayThing(language, word, { thing: namedThing(language, resource, name) });
  const fitting = guesses.filter((text) => text.includes(name));
  const offers = fitting.slice(0, mostOffers).map((text) => ({ label: text, message: text }));
  return { ...card, likened, offers };
};

const ownRequest = (thing: NamedThing, language: Language): Request => {
  const { resource, name } = thing;
  const common = { ...whereOf(thing), kind: "request", language, hits: [] } as const;
  return resource === "namespace"
    ? { ...common, view: "health", namespace: name }
    : { ...common, view: "call", verb: "get", resource, name };
};

/** Where it is still to be asked which of several is meant, nothing else is read. */
const besideRequest = (thing: NamedThing, language: Language): Request | undefined => {
  const more = beside[thing.resource]?.(thing);
  return more === undefined || isOpen(thing)
    ? undefined
    : { ...whereOf(thing), kind: "request", view: "call", language, hits: [], ...more };
};

const whereOf = (thing: NamedThing): Pick<Request, "cluster" | "namespace"> => {
  const { cluster, namespace } = thing;
  return {
    ...(cluster === undefined ? {} : { cluster }),
    ...(namespace === undefined || !isNamespaced(thing) ? {} : { namespace }),
  };
};

const isNamespaced = ({ resource }: NamedThing): boolean => resourceByKey.get(resource)?.namespaced === true;

/** In which of several namespaces it is meant is still to be asked. */
const isOpen = (thing: NamedThing): boolean => isNamespaced(thing) && thing.namespace === undefined;

/** What is wrong with it is looked into, unless nothing is. */
const withCard = (reply: Plan, { isWell }: NamedThing): PlannerReply =>
  asCard(
    isWell || reply.view !== "call"
      ? reply
      : { ...reply, steps: reply.steps.map((step) => ({ ...step, diagnose: true })) },
  );

type Plan = Extract<PlannerReply, { kind: "plan" }>;

/** Without the whole of it: what counts is enough where nobody asked for more. */
const asCard = (reply: PlannerReply): PlannerReply =>
  reply.kind === "plan" && reply.view === "call" ? { ...reply, focus: { ...reply.focus, card: true } } : reply;
