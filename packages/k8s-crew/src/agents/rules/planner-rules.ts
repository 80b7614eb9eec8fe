import type { Said } from "../../catalog/arguments.ts";
import type { CallTemplate, Catalog, Verb } from "../../catalog/types.ts";
import { effectOfVerb } from "../../catalog/verbs.ts";
import { explainTerms, termsIn, unknownTerm } from "../../guidance/explain.ts";
import { helpFor, withQuickCommands } from "../../guidance/help.ts";
import { joinedNames, type Request, readRequest, readRequests, respelled, takeBeyond } from "../../language/index.ts";
import { roomFor } from "../../plan/rows-needed.ts";
import type { DraftStep, LeftPart } from "../../plan/types.ts";
import { builtInPlaybooks, healthId, thingId } from "../../playbooks/built-in/index.ts";
import { lookSteps } from "../../playbooks/look-steps.ts";
import { type Playbook, resourcesOf } from "../../playbooks/types.ts";
import { createWishes, isMeant, isWord, saysWord, type Wish } from "../../playbooks/wish.ts";
import { say } from "../../words/conversation-words.ts";
import { sayInTalk } from "../../words/talk-words.ts";
import type { Planner, PlannerInput, PlannerReply } from "../types.ts";
import { aboutAccess } from "./access.ts";
import { meaningToChange, onlyBeyond, withReading } from "./as-read.ts";
import { beganIn } from "./began-in.ts";
import { heldBeside } from "./beside.ts";
import { draft, needsManifest, needsName, templateFor } from "./calls.ts";
import { defaultResource, servedBy } from "./default-resource.ts";
import { diagnosedKind } from "./diagnosis.ts";
import { eachCluster } from "./each-cluster.ts";
import { focusOf, labelsAsConditions, placeOf, withConditions } from "./focus.ts";
import { type Guess, withKind } from "./kind-of-name.ts";
import { withLeftOut } from "./left-out.ts";
import { noTool } from "./no-tool.ts";
import { noteFor } from "./notes.ts";
import { eachOnceMore } from "./once-more.ts";
import { inOtherCluster } from "./other-cluster.ts";
import { asksTheWay, fromOutside } from "./outside.ts";
import { faultsIn, isAboutData } from "./piped-data.ts";
import { followed, thingSteps } from "./playbook-plan.ts";
import { contextOf } from "./reading-context.ts";
import { isMeasuredBeside, saidIn, subjectOf } from "./said.ts";
import { scopeOf } from "./scope-of.ts";
import { leaving, together } from "./together.ts";
import { turned, withoutMereLook } from "./turned.ts";
import { unusedThings } from "./unused.ts";
import { viewOf } from "./view-of.ts";

/** A planner made of tables: understands direct requests, and vague wishes that a playbook stands for. */
export const plannerFromRules = (catalog: Catalog, playbooks: readonly Playbook[] = builtInPlaybooks): Planner => {
  const wishes = createWishes(playbooks);
  return async (turn) => {
    const context = contextOf(turn);
    const { beyond, rest } = takeBeyond(turn.message);
    const { text, corrected, offered } = respelled(rest, context);
    if (offered !== undefined) return meaningToChange(offered, turn.language);
    const vain = onlyBeyond(text, beyond, context);
    if (vain !== undefined) return vain;
    const reply = replyToSpelled({ ...turn, message: text }, { catalog, playbooks, wishes });
    return withReading(reply, { corrected, beyond });
  };
};

type Reading = Pick<Context, "catalog" | "playbooks"> & { readonly wishes: ReturnType<typeof createWishes> };

const replyToSpelled = (turn: PlannerInput, { catalog, playbooks, wishes }: Reading): PlannerReply => {
  const reply = (text: string, request: Request) =>
    replyTo(request, { catalog, turn, playbooks, wish: meantWish(wishes.in(text), request) });
  const context = contextOf(turn);
  const { requests, strange } = readRequests(joinedNames(turn.message, turn.known), context);
  const [first] = requests;
  if (first === undefined) return { kind: "not_understood" };
  if (turn.attachment !== undefined && isAboutData(first.request))
    return { kind: "answer", text: faultsIn(turn.attachment, turn.language) };
  if (requests.length === 1) {
    const said = withoutMereLook(first.request, turn);
    const request = turned(said, turn) ?? withLeftOut(said, turn, (text) => readRequest(text, context));
    const again = eachOnceMore(request, turn).map((each) => ({
      text: turn.message,
      reply: reply(turn.message, each),
    }));
    return leaving(together(again), strange.map(notUnderstood));
  }
  const parts = requests.map(({ text, request }) => ({ text, reply: reply(text, request) }));
  return leaving(together(parts), strange.map(notUnderstood));
};

const meantWish = (wish: Wish | undefined, request: Request): Wish | undefined =>
  wish && isMeant(wish, request) ? wish : undefined;

const notUnderstood = (message: string): LeftPart => ({ message, why: "" });

type Context = {
  readonly catalog: Catalog;
  readonly turn: PlannerInput;
  readonly playbooks: readonly Playbook[];
  /** The playbook that the message calls by one of its phrases. */
  readonly wish: Wish | undefined;
};

const replyTo = (request: Request, context: Context): PlannerReply => {
  const { language } = context.turn;
  const elsewhere = request.kind === "request" ? inOtherCluster(request, context) : undefined;
  if (elsewhere) return askedFor(request, elsewhere);
  // What changed is told by its own view, wherever a playbook has words for it too.
  const { wish } = context;
  const asked = wish && withoutItsWords(request, wish);
  if (wish && asked && asked.view !== "changes" && asked.beside === undefined && !isOfOne(asked, wish.playbook))
    return askedFor(asked, followPlaybook(asked, wish.playbook, context));
  switch (request.kind) {
    case "help":
      return { kind: "answer", ...helpFor(context.catalog, language) };
    case "about_assistant":
      return { kind: "answer", ...withQuickCommands(context.catalog, language, sayInTalk(language, "aboutAssistant")) };
    case "greeting":
      return { kind: "answer", ...withQuickCommands(context.catalog, language, say(language, "greeting")) };
    case "thanks":
      return { kind: "answer", text: say(language, "thanks") };
    case "out_of_scope":
      return { kind: "answer", ...withQuickCommands(context.catalog, language, say(language, "outOfScope")) };
    case "empty":
      return { kind: "answer", text: say(language, "empty") };
    case "request":
      if (request.access !== undefined) return aboutAccess(request, context);
      if (asksTheWay(request))
        return askedFor(
          request,
          fromOutside(request, (part) => planFor(part, context)),
        );
      if (request.beside !== undefined)
        return askedFor(
          request,
          heldBeside(request, (part) => planFor(part, context)),
        );
      if (request.unused === true) return unusedThings(request, (part) => planFor(part, context));
      return askedFor(request, planFor(request, context));
    default:
      return { kind: "not_understood" };
  }
};

/** “Out of disk” names nothing “disk”, and leaves no word of it unread. */
const withoutItsWords = (request: Request, wish: Wish): Request => {
  const unread = (request.unread ?? []).filter((word) => !saysWord(wish, word));
  const { name, resource, namespace, unread: _, ...rest } = request;
  const place = namespace === undefined || isWord(wish, namespace) ? {} : { namespace };
  const named = name === undefined || isWord(wish, name) ? {} : { name };
  const kind = resource === undefined || (name !== undefined && isWord(wish, name)) ? {} : { resource };
  return { ...rest, ...named, ...kind, ...place, ...(unread.length === 0 ? {} : { unread }) };
};

/** Why one thing that is called by a name fails is told by looking into it, and by no look at all places. */
const isOfOne = ({ verb, name = "" }: Request, { about }: Playbook): boolean =>
  about === "place" && verb === "diagnose" && /^[a-z\d]+(?:[-.][a-z\d]+)+$/iu.test(name);

/** Remembers what was asked, so that it can be asked once more in another place. */
const askedFor = (request: Request, reply: PlannerReply): PlannerReply =>
  reply.kind === "plan"
    ? { ...reply, asked: request }
    : reply.kind === "answer" && reply.about !== undefined
      ? { ...reply, about: { ...reply.about, asked: request } }
      : reply;

const planFor = (asked: Request, context: Context): PlannerReply => {
  const { catalog, turn } = context;
  const { request: found, guessed } = withKind(asked, turn);
  const request = asItsRuns(found);
  const focus = focusOf(request);
  const view = viewOf(request, turn.entities);
  const health = view === "health" ? playbookOf(healthId, context) : undefined;
  if (health) return followPlaybook(request, health, context);
  if (view !== "call") {
    const steps = surveySteps(request, context);
    const name = subjectOf(request, turn);
    const about = name === undefined ? focus : { ...focus, name };
    return { kind: "plan", view, steps, focus: about, place: placeOf(request) };
  }
  const verb = request.verb ?? "list";
  const explained = verb === "explain" ? explain(request, context) : undefined;
  if (explained) return explained;
  const wanted = request.resource ?? kindOfIt(request, turn) ?? defaultResource(verb, request);
  const resource = kindRead(request, { catalog, verb, wanted });
  const said = saidIn(request, { entities: turn.entities, resource, last: turn.last });
  if (verb === "diagnose") return diagnosis(request, { said, resource, guessed, context });
  // What is not said of events is where the conversation is: those of everything are noise to whoever looks at one place.
  const here = resource === "event" && turn.entities.namespace !== undefined;
  const reach = scopeOf(request, {
    verb,
    said,
    resource,
    placed: turn.entities.namespace !== undefined,
    began: here || beganIn(turn.entities, resource),
  });
  // Events of something named are those of a pod unless another kind was said.
  const of = request.of ?? (resource === "event" && said.name !== undefined ? "pod" : undefined);
  const template = templateFor(catalog, { verb, resource, ...reach, name: said.name, of });
  // A kind that was only supposed is not named as if it had been said.
  const lacking = { verb, resource: request.resource ?? (said.name === undefined ? resource : undefined) };
  if (!template || isUnwritten(template, request)) {
    const { imageTag, setting } = request;
    const whole = wholeOf(template);
    const supposed = { of, supposed: resource, name: said.name, said, imageTag, setting, unwritten: whole };
    return noTool({ ...lacking, ...supposed, allNamespaces: reach.scope === "all" }, context);
  }
  // A server that has events of one pod only cannot list those of all: where and which are questions then.
  const ofOne = said.name === undefined && needsName(template, resource);
  const allNamespaces =
    request.allNamespaces === true || (reach.scope === "all" && said.namespace === undefined && !ofOne);
  const labels = labelsAsConditions(template, verb, said);
  const drafted = draft(template, { resource, of, said: labels.said, language: turn.language, verb });
  // Events that are picked out by a name may be of anything that has it.
  const noted = noteFor(request, { template, context });
  const narrowed = withConditions(focus, labels.conditions);
  const step =
    resource === "event" && drafted.only !== undefined
      ? drafted
      : { ...drafted, ...soughtAs(request, guessed), ...meansAnyPod({ wanted, resource, name: said.name }) };
  const roomy = { ...step, ...moreOf(request), args: { ...step.args, ...roomFor(template.entry, narrowed) } };
  const drafts = eachCluster({ ...roomy, ...noted }, { request, template, turn, focus: narrowed, allNamespaces });
  return { kind: "plan", view: "call", steps: drafts, focus: narrowed, allNamespaces };
};

/** How a CronJob is tells when it ran last. */
const asItsRuns = (request: Request): Request =>
  request.resource === "cronjob" && request.fact === "state" ? { ...request, fact: "schedule" } : request;

/** One limit or variable is a part of a whole that rules do not write, whatever tool would take that. */
const isUnwritten = (template: CallTemplate, { setting }: Request): boolean =>
  needsManifest(template) || setting !== undefined;

const wholeOf = (template: CallTemplate | undefined): string | undefined =>
  template && needsManifest(template) ? template.entry.tool : undefined;

/** “How many replicas does it have”: of the kind that was spoken of last, though nothing came of it. */
const kindOfIt = ({ refersBack, name }: Request, { last }: PlannerInput): string | undefined =>
  refersBack === true && name === undefined && last?.open === true && last.name !== undefined
    ? last.resource
    : undefined;

const moreOf = ({
  replicasBy,
  otherThan,
  everyOne,
}: Request): Pick<DraftStep, "replicasBy" | "otherThan" | "everyOne"> => ({
  ...(everyOne === undefined ? {} : { everyOne }),
  ...(replicasBy === undefined ? {} : { replicasBy }),
  ...(otherThan === undefined ? {} : { otherThan }),
});

type Wanted = { readonly catalog: Catalog; readonly verb: Verb; readonly wanted: string };

/** What is measured of workloads is measured of their pods. */
const kindRead = (request: Request, { catalog, verb, wanted }: Wanted): string => {
  if (verb === "diagnose") return diagnosedKind(request.resource);
  return servedBy(catalog, verb, isMeasuredBeside(request) && wanted !== "node" ? "pod" : wanted);
};

/** What is measured side by side is listed whole; where its kind is a guess, its name is looked for. */
const soughtAs = (request: Request, guessed: Guess): Pick<DraftStep, "guessed" | "only"> =>
  isMeasuredBeside(request) && guessed.guessed !== undefined && request.name !== undefined
    ? { ...guessed, only: request.name }
    : guessed;

/** What runs pods was named, and one of these is read. */
const meansAnyPod = ({ wanted, resource, name }: { wanted: string; resource: string; name?: string | undefined }) =>
  wanted === resource || name === undefined ? {} : { anyPod: true };

/** From the glossary; a word that neither it nor a tool of the server explains is not guessed at. */
const explain = ({ name, resource }: Request, { catalog, turn }: Context): PlannerReply | undefined => {
  const { language, message } = turn;
  const terms = termsIn(message);
  if (terms.length > 0) {
    const { answer: text, nextSteps } = explainTerms(terms, { catalog, language });
    return { kind: "answer", text, nextSteps };
  }
  if (resource !== undefined && catalog.find({ verb: "explain", resource }).length > 0) return undefined;
  return { kind: "answer", text: unknownTerm(name ?? message.trim().slice(0, 60), language) };
};

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

type Diagnosed = {
  readonly said: Said;
  readonly resource: string;
  readonly guessed: Guess;
  readonly context: Context;
  readonly playbook?: Playbook;
};

/** The team's own playbook of that id stands before the one that comes with it. */
const playbookOf = (id: string, { playbooks }: Context): Playbook | undefined =>
  playbooks.find((playbook) => playbook.id === id);

const followPlaybook = (asked: Request, playbook: Playbook, context: Context): PlannerReply => {
  const { catalog, turn } = context;
  const isOfOne = playbook.named === "diagnose" && subjectOf(asked, turn) !== undefined;
  if (playbook.about === "thing" || isOfOne) {
    const { request, guessed } = withKind({ ...asked, kind: "request", view: "call", verb: "diagnose" }, turn);
    const resource = diagnosedKind(request.resource);
    const said = saidIn(request, { entities: turn.entities, resource, last: turn.last });
    return diagnosis(request, { said, resource, guessed, context, ...(isOfOne ? {} : { playbook }) });
  }
  const looks = lookSteps(playbook, catalog, turn.language);
  const writes = playbook.steps.filter(({ verb }) => effectOfVerb(verb) !== "read");
  const change = { resource: "pod", said: placeOf(asked), language: turn.language };
  const changes = writes.map((step) => ({ step, drafts: thingSteps(catalog, [step], change) }));
  const lacking = changes.flatMap(({ step, drafts }) =>
    drafts.length > 0 ? [] : [{ number: 0, verb: step.verb, resource: resourcesOf(step)[0] ?? "pod" }],
  );
  // “The cluster” is the place, and nothing that is called so.
  const isPlace = asked.name === undefined && (asked.resource === "cluster" || asked.resource === "namespace");
  const name = isPlace ? undefined : subjectOf(asked, turn);
  return {
    kind: "plan",
    view: "health",
    steps: [...surveySteps(asked, context), ...looks.steps, ...changes.flatMap(({ drafts }) => drafts)],
    focus: { ...focusOf(asked), ...(name === undefined ? {} : { name }) },
    place: placeOf(asked),
    playbook: {
      ...followed(playbook, turn.language, [...looks.unable, ...lacking]),
      ...(context.wish === undefined ? {} : { nameGuessed: true as const }),
    },
  };
};

const diagnosis = (
  request: Request,
  { said, resource, guessed, context, playbook = playbookOf(thingId, context) }: Diagnosed,
): PlannerReply => {
  const { catalog, turn } = context;
  const { language } = turn;
  const drafts = playbook ? thingSteps(catalog, playbook.steps, { resource, said, language }) : [];
  const reach = request.reach === undefined ? {} : { reach: request.reach };
  const steps = drafts.map((step) => ({ ...step, ...guessed, ...reach }));
  if (playbook && steps.length > 0)
    return { kind: "plan", view: "call", steps, focus: focusOf(request), playbook: followed(playbook, language) };
  return noTool({ verb: "diagnose", resource, name: said.name, said }, context);
};
