import type { CallTemplate } from "../../catalog/types.ts";
import type { Request, View } from "../../language/index.ts";
import type { ShownRow } from "../../memory/shown.ts";
import { roomFor } from "../../plan/rows-needed.ts";
import type { DraftStep } from "../../plan/types.ts";
import { healthId, nodesId } from "../../playbooks/built-in/index.ts";
import type { PlannerInput, PlannerReply } from "../types.ts";
import { beganIn } from "./began-in.ts";
import { type CallRead, callRead } from "./call-read.ts";
import { draft, needsManifest, needsName, type Search, templateFor } from "./calls.ts";
import { eachCluster } from "./each-cluster.ts";
import { explain } from "./explain.ts";
import { focusOf, labelsAsConditions, placeOf, withConditions } from "./focus.ts";
import { diagnosis, followPlaybook, playbookOf, surveySteps } from "./follow-playbook.ts";
import { type Guess, withKind } from "./kind-of-name.ts";
import { noTool } from "./no-tool.ts";
import { noteFor } from "./notes.ts";
import type { Context } from "./plan-context.ts";
import { isMeasuredBeside, subjectOf } from "./said.ts";
import { scopeOf } from "./scope-of.ts";
import { viewOf } from "./view-of.ts";

/** What a request comes to: a look at all that is there, words alone, a thing looked into, or one call. */
export const planFor = (asked: Request, context: Context): PlannerReply => {
  const { turn } = context;
  const { request: found, guessed } = withKind(asked, turn);
  const request = asTold(found);
  const view = viewOf(request, turn.entities);
  if (view !== "call") return lookAtAll(request, view, context);
  const explained = request.verb === "explain" ? explain(request, context) : undefined;
  if (explained) return explained;
  const read = callRead(request, guessed, context);
  if (read.verb === "diagnose") return diagnosis(request, { ...read, context });
  const search = searchFor(request, read, turn);
  const template = templateFor(context.catalog, search);
  return !template || isUnwritten(template, request)
    ? unable(request, { read, search, template }, context)
    : callPlan(request, { read, search, template }, context);
};

/**
 * What is asked of a thing is told by what its kind has: how a CronJob is, by when it ran last; the password of what runs,
 * by the Secret that it takes it from; how much is used of what is no quota, by what it uses.
 */
const asTold = (request: Request): Request => {
  const { resource = "", fact } = request;
  if (resource === "cronjob" && fact === "state") return { ...request, fact: "schedule" };
  if (fact === "data" && runsPods(resource)) return { ...request, fact: "secrets" };
  const { fact: _, ...rest } = request;
  if (fact === "quota" && resource === "node") return { ...rest, verb: "top" };
  return fact === "quota" && runsPods(resource) ? { ...rest, verb: "top", resource: "pod" } : request;
};

const runsPods = (resource: string): boolean =>
  ["pod", "deployment", "statefulset", "daemonset", "replicaset", "job", "cronjob"].includes(resource);

/** What is told by all that is there, and by no call of its own. */
const lookAtAll = (request: Request, view: Exclude<View, "call">, context: Context): PlannerReply => {
  const health = view === "health" ? playbookOf(request.resource === "node" ? nodesId : healthId, context) : undefined;
  if (health) return followPlaybook(request, health, context);
  const focus = focusOf(request);
  const name = subjectOf(request, context.turn);
  const about = name === undefined ? focus : { ...focus, name };
  return { kind: "plan", view, steps: surveySteps(request, context), focus: about, place: placeOf(request) };
};

/** What the tool has to be able to do that is called. */
const searchFor = (request: Request, { verb, resource, said }: CallRead, { entities }: PlannerInput): Search => {
  const placed = entities.namespace !== undefined;
  // What is not said of events is where the conversation is: those of everything are noise to whoever looks at one place.
  const began = (resource === "event" && placed) || beganIn(entities, resource);
  const { scope } = scopeOf(request, { verb, said, resource, placed, began });
  // Events of something named are those of a pod unless another kind was said.
  const of = request.of ?? (resource === "event" && said.name !== undefined ? "pod" : undefined);
  return { verb, resource, scope, name: said.name, of };
};

/** One limit or variable is a part of a whole that rules do not write, whatever tool would take that. */
const isUnwritten = (template: CallTemplate, { setting }: Request): boolean =>
  needsManifest(template) || setting !== undefined;

type Lacking = { readonly read: CallRead; readonly search: Search; readonly template: CallTemplate | undefined };

const unable = (request: Request, { read, search, template }: Lacking, context: Context): PlannerReply => {
  const { verb, resource, said } = read;
  const { imageTag, setting } = request;
  // A kind that was only supposed is not named as if it had been said.
  const lacking = { verb, resource: request.resource ?? (said.name === undefined ? resource : undefined) };
  const unwritten = wholeOf(template);
  const placeWord = request.clusterWord;
  const supposed = {
    of: search.of,
    supposed: resource,
    name: said.name,
    said,
    placeWord,
    imageTag,
    setting,
    unwritten,
  };
  return noTool({ ...lacking, ...supposed, allNamespaces: search.scope === "all" }, context);
};

const wholeOf = (template: CallTemplate | undefined): string | undefined =>
  template && needsManifest(template) ? template.entry.tool : undefined;

type Served = { readonly read: CallRead; readonly search: Search; readonly template: CallTemplate };

const callPlan = (request: Request, { read, search, template }: Served, context: Context): PlannerReply => {
  const { turn } = context;
  const { verb, resource, said } = read;
  // A server that has events of one pod only cannot list those of all: where and which are questions then.
  const ofOne = said.name === undefined && needsName(template, resource);
  const allNamespaces =
    request.allNamespaces === true || (search.scope === "all" && said.namespace === undefined && !ofOne);
  const labels = labelsAsConditions(template, verb, said);
  const focus = withConditions(focusOf(request), labels.conditions);
  const drafted = draft(template, { resource, of: search.of, said: labels.said, language: turn.language, verb });
  const step = {
    ...withItsKind(drafted, request, read),
    ...moreOf(request),
    ...(turn.many === undefined || read.said.name !== undefined ? {} : { among: turn.many.map(placedName) }),
    args: { ...drafted.args, ...roomFor(template.entry, focus) },
    ...noteFor(request, { template, context }),
  };
  const steps = eachCluster(step, { request, template, turn, focus, allNamespaces });
  return { kind: "plan", view: "call", steps, focus, allNamespaces };
};

const placedName = ({ name, namespace }: ShownRow) => ({ name, ...(namespace === undefined ? {} : { namespace }) });

/** Events that are picked out by a name may be of anything that has it. */
const withItsKind = (
  step: DraftStep,
  request: Request,
  { verb, wanted, resource, said, guessed }: CallRead,
): DraftStep =>
  resource === "event" && step.only !== undefined
    ? step
    : {
        ...step,
        ...soughtAs(request, guessed),
        ...(verb === "top" ? {} : meansAnyPod({ wanted, resource, name: said.name })),
      };

const moreOf = ({
  replicasBy,
  otherThan,
  everyOne,
  carriedPlace,
}: Request): Pick<DraftStep, "replicasBy" | "otherThan" | "everyOne" | "carriedPlace"> => ({
  ...(carriedPlace === undefined ? {} : { carriedPlace }),
  ...(everyOne === undefined ? {} : { everyOne }),
  ...(replicasBy === undefined ? {} : { replicasBy }),
  ...(otherThan === undefined ? {} : { otherThan }),
});

/** What is measured side by side is listed whole; where its kind is a guess, its name is looked for. */
const soughtAs = (request: Request, guessed: Guess): Pick<DraftStep, "guessed" | "only"> =>
  isMeasuredBeside(request) && guessed.guessed !== undefined && request.name !== undefined
    ? { ...guessed, only: request.name }
    : guessed;

/** What runs pods was named, and one of these is read. */
const meansAnyPod = ({ wanted, resource, name }: { wanted: string; resource: string; name?: string | undefined }) =>
  wanted === resource || name === undefined ? {} : { anyPod: true };
