import { resourceByKey } from "../catalog/resources.ts";
import type { CallTemplate, Catalog, Verb } from "../catalog/types.ts";
import type { Language } from "../conversation/output.ts";
import { quickCommands, type Request, readRequest, type View } from "../language/index.ts";
import type { Entities } from "../memory/entities.ts";
import { argumentsFor, parameterOf, type Said } from "../plan/arguments.ts";
import type { DraftStep, Focus, Place } from "../plan/types.ts";
import { errorLines } from "../report/log-excerpt.ts";
import { resourceWord, say } from "../words/conversation-words.ts";
import { reasonFor } from "../words/reasons.ts";
import type { Planner, PlannerInput, PlannerReply } from "./types.ts";

/** A planner made of tables: understands direct requests and the common vague ones, in Chinese and English. */
export const plannerFromRules =
  (catalog: Catalog): Planner =>
  async (turn) => {
    const request = readRequest(turn.message, {
      clusters: [...(turn.known.cluster ?? [])],
      namespaces: [...(turn.known.namespace ?? [])],
      ...(turn.lastResource === undefined ? {} : { lastResource: turn.lastResource }),
      language: turn.language,
    });
    if (turn.attachment !== undefined && isAboutData(request))
      return { kind: "answer", text: faultsIn(turn.attachment, turn.language) };
    return replyTo(onceMore(placedAsSaid(request, turn.message), turn), { catalog, turn });
  };

/**
 * “dev” may be a part of a cluster's name and a namespace's whole one. Unless the message speaks of clusters it is first
 * held against the namespaces: a list of one namespace taken for that of a cluster would be untrue.
 */
const placedAsSaid = (request: Request, message: string): Request => {
  const { cluster, ...rest } = request;
  const text = message.toLowerCase();
  if (cluster === undefined || request.namespace !== undefined || text.includes(cluster.toLowerCase())) return request;
  if (/集群|上下文|cluster|context/.test(text)) return request;
  const said = cluster
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .find((part) => part !== "" && text.includes(part));
  return said === undefined ? request : { ...rest, namespace: said };
};

/** “Why does this fail?” beside a piped log is about the log, not about a cluster. */
const isAboutData = ({ kind, verb, name }: Request): boolean =>
  kind === "unknown" ||
  kind === "empty" ||
  (kind === "request" && name === undefined && (verb === "diagnose" || verb === "logs" || verb === "explain"));

/** Lines that are shown of piped data. */
const faultLimit = 20;

/** What rules can say about piped data: the lines that speak of a fault. */
const faultsIn = (data: string, language: Language): string => {
  const faults = errorLines(data);
  const total = data.trimEnd().split("\n").length;
  if (faults.length === 0) return say(language, "dataFine", { total });
  const shown = faults.slice(-faultLimit).map(({ number, text }) => `${number}: ${text}`);
  return [say(language, "dataFaults", { count: faults.length, total }), ...shown].join("\n");
};

/** “And in prod?”: the same as before, in the place that is named now. */
const onceMore = (request: Request, { last }: PlannerInput): Request => {
  const points = request.refersBack === true && request.verb === undefined && (request.view ?? "call") === "call";
  if (!points || last === undefined || (request.kind !== "request" && request.kind !== "unknown")) return request;
  if (last.view !== "call") return { ...request, kind: "request", view: last.view };
  const { verb, resource } = last;
  const name = request.name ?? last.name;
  return {
    ...request,
    kind: "request",
    view: "call",
    verb,
    resource: request.resource ?? resource,
    ...(name === undefined ? {} : { name }),
  };
};

type Context = { readonly catalog: Catalog; readonly turn: PlannerInput };

const replyTo = (request: Request, context: Context): PlannerReply => {
  const { language } = context.turn;
  switch (request.kind) {
    case "help":
      return { kind: "answer", text: withQuickCommands(language, say(language, "help")) };
    case "greeting":
      return { kind: "answer", text: withQuickCommands(language, say(language, "greeting")) };
    case "thanks":
      return { kind: "answer", text: say(language, "thanks") };
    case "out_of_scope":
      return { kind: "answer", text: withQuickCommands(language, say(language, "outOfScope")) };
    case "empty":
      return { kind: "answer", text: say(language, "empty") };
    case "request":
      return planFor(request, context);
    default:
      return { kind: "not_understood" };
  }
};

export const withQuickCommands = (language: Language, text: string): string =>
  [text, ...quickCommands(language).map(({ label }) => `  [${label}]`)].join("\n");

const planFor = (request: Request, context: Context): PlannerReply => {
  const { catalog, turn } = context;
  const focus = focusOf(request);
  const view = viewOf(request);
  if (view !== "call") {
    const steps = surveySteps(request, context);
    const name = subjectOf(request, turn);
    const about = name === undefined ? focus : { ...focus, name };
    return { kind: "plan", view, steps, focus: about, place: placeOf(request) };
  }
  const verb = request.verb ?? "list";
  if (verb === "diagnose") return diagnosis(request, context);
  const resource = request.resource ?? defaultResource(verb, request);
  const said = saidIn(request, { entities: turn.entities, resource });
  const wanted = scopeOf(request, { verb, said });
  // Events of something named are those of a pod unless another kind was said.
  const of = request.of ?? (resource === "event" && said.name !== undefined ? "pod" : undefined);
  const template = templateFor(catalog, { verb, resource, ...wanted, name: said.name, of });
  if (!template) {
    const slots = { verb, resource: resourceWord(turn.language, resource) };
    return { kind: "answer", text: say(turn.language, "noTool", slots) };
  }
  const allNamespaces = request.allNamespaces === true || (wanted.scope === "all" && said.namespace === undefined);
  const step = draft(template, { resource, said, language: turn.language, verb });
  return {
    kind: "plan",
    view: "call",
    steps: [step],
    focus,
    allNamespaces,
  };
};

/** What is wrong with a place, or which places are in trouble, is told by what is in them. */
const viewOf = ({ view = "call", verb, resource, name, refersBack, quality, cluster, namespace }: Request): View => {
  const isPlace = resource === "cluster" || resource === "namespace";
  if (view !== "call" || name !== undefined || refersBack === true) return view;
  if (verb === "list" && isPlace && quality === "broken") return "health";
  const placed = isPlace || (resource === undefined && (cluster ?? namespace) !== undefined);
  return verb === "diagnose" && placed ? "health" : view;
};

const placeOf = ({ cluster, namespace }: Request): Place => ({
  ...(cluster === undefined ? {} : { cluster }),
  ...(namespace === undefined ? {} : { namespace }),
});

const focusOf = (request: Request): Focus => (request.quality === undefined ? {} : { quality: request.quality });

/** What is meant when only the verb was said. */
const defaultResource = (verb: Verb, request: Request): string => {
  if (verb === "scale" || verb === "restart" || verb === "rollback" || verb === "set") return "deployment";
  if (verb === "cordon" || verb === "uncordon" || verb === "drain") return "node";
  if (verb === "top" && request.name === undefined) return "node";
  return "pod";
};

const saidIn = (request: Request, known: { entities: Entities; resource: string }): Said => ({
  cluster: request.cluster,
  namespace: request.namespace,
  name: request.name ?? (request.refersBack === true ? backReference(known.entities, known.resource) : undefined),
  container: request.container,
  tail: request.tail,
  sinceSeconds: request.sinceSeconds,
  previous: request.previous,
  labelSelector: request.labelSelector,
  replicas: request.replicas,
  image: request.image,
});

/** What a survey is about, where that is not a whole place: a name, or “it”. */
const subjectOf = (request: Request, { entities, lastResource, last }: PlannerInput): string | undefined => {
  if (request.name !== undefined || request.refersBack !== true) return request.name;
  const surveyed = last !== undefined && last.view !== "call" ? last.name : undefined;
  return surveyed ?? backReference(entities, request.resource ?? lastResource ?? "pod");
};

/** “it”: the thing of the wanted kind that the conversation is about; for events and logs the pod. */
const backReference = (entities: Entities, resource: string): string | undefined =>
  (entities[resource] ?? (resource === "event" ? entities.pod : undefined))?.value;

/** A list without a namespace is one over all of them, unless the conversation is already in one. */
const scopeOf = (request: Request, asked: { verb: Verb; said: Said }): { scope: "one" | "all" } => {
  if (request.allNamespaces === true) return { scope: "all" };
  const lists = asked.verb === "list" || asked.verb === "top";
  return { scope: lists && asked.said.namespace === undefined && asked.said.name === undefined ? "all" : "one" };
};

type Search = { verb: Verb; resource: string; scope: "one" | "all"; name: string | undefined; of?: string | undefined };

/** Verbs that stand in for one another when a server lacks the right tool, in order. */
const substitutes: { readonly [verb in Verb]?: readonly Verb[] } = {
  describe: ["get", "list"],
  get: ["describe", "list"],
  top: ["get"],
  restart: ["multi"],
  health: ["diagnose"],
};

const templateFor = (catalog: Catalog, search: Search): CallTemplate | undefined => {
  for (const verb of [search.verb, ...(substitutes[search.verb] ?? [])]) {
    const of = search.of === undefined ? {} : { of: search.of };
    const found = catalog.find({ verb, resource: search.resource, scope: search.scope, ...of });
    const templates =
      found.length > 0 || search.scope === "one" ? found : catalog.find({ verb, resource: search.resource, ...of });
    const fitting =
      search.name === undefined
        ? templates.find((template) => !needsName(template, search.resource))
        : templates.find((template) => namesOne(template, search.resource));
    const template = fitting ?? templates[0];
    if (template) return template;
  }
  return undefined;
};

const namesOne = ({ entry }: CallTemplate, resource: string): boolean =>
  parameterOf(entry, "name", resource === "event" ? undefined : resource) !== undefined;

const needsName = ({ entry }: CallTemplate, resource: string): boolean =>
  parameterOf(entry, "name", resource === "event" ? undefined : resource)?.required === true;

type Drafting = { resource: string; said: Said; language: Language; verb: Verb };

const draft = (template: CallTemplate, drafting: Drafting): DraftStep => ({
  tool: template.entry.tool,
  args: { ...argumentsFor(template.entry, drafting.resource, drafting.said), ...template.args },
  ...(template.entry.verb === "list" && drafting.said.name !== undefined && !namesOne(template, drafting.resource)
    ? { only: drafting.said.name }
    : {}),
  reason: reasonFor(drafting.language, { verb: drafting.verb, resource: drafting.resource, name: drafting.said.name }),
});

const surveySteps = (request: Request, { catalog, turn }: Context): readonly DraftStep[] => {
  const clusters = catalog.find({ verb: "list", resource: "cluster" })[0];
  const first =
    clusters ??
    catalog.find({ verb: "list", resource: "node" })[0] ??
    catalog.find({ verb: "list", resource: "pod", scope: "all" })[0];
  if (!first) return [];
  const said: Said = clusters ? {} : { cluster: request.cluster };
  const resource = clusters ? "cluster" : first.entry.resource === "*" ? "node" : first.entry.resource;
  return [draft(first, { resource, said, language: turn.language, verb: "list" })];
};

/** “Why is it broken”: its description, its events, then its log, the one before the restart included. */
const diagnosis = (request: Request, { catalog, turn }: Context): PlannerReply => {
  const resource = request.resource && resourceByKey.has(request.resource) ? request.resource : "pod";
  const said = saidIn(request, { entities: turn.entities, resource });
  const wanted: readonly (readonly [Verb, string, Said])[] = [
    ["describe", resource, said],
    ["list", "event", said],
    ["logs", "pod", { ...said, tail: said.tail ?? 50 }],
  ];
  const steps = wanted.flatMap(([verb, key, words]) => {
    if (verb === "logs" && resource !== "pod") return [];
    const of = key === "event" ? resource : undefined;
    const template = templateFor(catalog, { verb, resource: key, scope: "one", name: said.name ?? "", of });
    return template
      ? [draft(template, { resource: key === "event" ? resource : key, said: words, language: turn.language, verb })]
      : [];
  });
  if (steps.length === 0) {
    const slots = { verb: "describe", resource: resourceWord(turn.language, resource) };
    return { kind: "answer", text: say(turn.language, "noTool", slots) };
  }
  return { kind: "plan", view: "call", steps, focus: focusOf(request) };
};
