import type { Said } from "../../catalog/arguments.ts";
import { effectOfVerb } from "../../catalog/verbs.ts";
import type { Request } from "../../language/index.ts";
import type { DraftStep } from "../../plan/types.ts";
import { thingId } from "../../playbooks/built-in/index.ts";
import { lookSteps } from "../../playbooks/look-steps.ts";
import { type Playbook, resourcesOf } from "../../playbooks/types.ts";
import type { PlannerReply } from "../types.ts";
import { draft } from "./calls.ts";
import { diagnosedKind } from "./diagnosis.ts";
import { focusOf, placeOf } from "./focus.ts";
import { type Guess, withKind } from "./kind-of-name.ts";
import { noTool } from "./no-tool.ts";
import type { Context } from "./plan-context.ts";
import { followed, thingSteps } from "./playbook-plan.ts";
import { saidIn, subjectOf } from "./said.ts";

export const followPlaybook = (asked: Request, playbook: Playbook, context: Context): PlannerReply => {
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

type Diagnosed = {
  readonly said: Said;
  readonly resource: string;
  readonly guessed: Guess;
  readonly context: Context;
  readonly playbook?: Playbook;
};

export const diagnosis = (
  request: Request,
  { said, resource, guessed, context, playbook = playbookOf(thingId, context) }: Diagnosed,
): PlannerReply => {
  const { catalog, turn } = context;
  const { language } = turn;
  const drafts = playbook ? thingSteps(catalog, playbook.steps, { resource, said, language }) : [];
  const steps = drafts.map((step) => ({ ...step, ...guessed, ...lookedFor(request) }));
  if (playbook && steps.length > 0)
    return { kind: "plan", view: "call", steps, focus: focusOf(request), playbook: followed(playbook, language) };
  return noTool({ verb: "diagnose", resource, name: said.name, said }, context);
};

/** What of the request decides what is looked at beside the thing itself, or how it is told. */
const lookedFor = ({ reach, carriedPlace, guesses, logSought }: Request) => ({
  ...(reach === undefined ? {} : { reach }),
  ...(carriedPlace === undefined ? {} : { carriedPlace }),
  ...(guesses === undefined ? {} : { guesses }),
  ...(logSought === undefined ? {} : { logSought }),
});

export const surveySteps = (request: Request, { catalog, turn }: Context): readonly DraftStep[] => {
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

/** The team's own playbook of that id stands before the one that comes with it. */
export const playbookOf = (id: string, { playbooks }: Context): Playbook | undefined =>
  playbooks.find((playbook) => playbook.id === id);
