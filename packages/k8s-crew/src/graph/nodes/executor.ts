import { Command } from "@langchain/langgraph";
import { parameterOf } from "../../catalog/arguments.ts";
import { resourceByKey } from "../../catalog/resources.ts";
import { callKey } from "../../plan/source.ts";
import { isEverywhere, type Plan, type Step } from "../../plan/types.ts";
import { isOfOneNamespace } from "../../results/one-namespace.ts";
import { say } from "../../words/conversation-words.ts";
import { beginAnswer } from "../answers/begun.ts";
import { toDiagnose } from "../answers/diagnosis.ts";
import { statusOf } from "../answers/failed.ts";
import { conclude, investigate } from "../investigation/investigate.ts";
import type { Parts } from "../parts.ts";
import { bareLists } from "../reads/bare-lists.ts";
import { addFurther } from "../reads/further.ts";
import { otherNamespaces } from "../reads/other-namespaces.ts";
import { rowsOf } from "../reads/rows-of.ts";
import { surveyTargets } from "../reads/survey-targets.ts";
import { asksForUsers } from "../reads/users.ts";
import { type Doubt, placeInDoubt } from "../references/place-in-doubt.ts";
import { podInDoubt } from "../references/pod-in-doubt.ts";
import { wordInDoubt } from "../references/word-in-doubt.ts";
import { mendCluster } from "../repair/cluster.ts";
import { mendMissing } from "../repair/mend-results.ts";
import { plannedAnew } from "../repair/planned-anew.ts";
import type { State, Update } from "../state.ts";
import { mayAskModel } from "../turn.ts";
import { checkAfterWrite } from "../writes/check-after-write.ts";

/** Hands calls to the tool node until the plan is done, then lets the executor agent explain what the facts suggest. */
export const execute = (parts: Parts) => async (state: State) => {
  const { plan } = state;
  if (!plan) return new Command({ goto: "report" });
  const next = nextSteps(plan);
  if (next.some((step) => step.effect !== "read" && !state.approved.includes(callKey(step))))
    return new Command({ goto: "clarifier" });
  if (next.length > 0) return dispatch(plan, next);
  if (plan.view !== "call" && plan.surveyed !== true) {
    announceClusters(parts, state);
    const work = { kind: "survey" as const, for: "executor" as const };
    return new Command({ goto: "tools", update: { work, plan: { ...plan, surveyed: true } } });
  }
  const anew = plannedAnew(parts, state);
  if (anew) return new Command({ goto: "planner", update: anew });
  // A change waits until what was looked at is known.
  if (plan.steps.some(isLeft)) return new Command({ goto: "clarifier" });
  const again = mended(parts, state, plan) ?? readAgain(parts, state, plan);
  if (again) return new Command({ goto: again.work ? "tools" : "clarifier", update: again });
  const doubt = placeInDoubt(parts, state) ?? podInDoubt(parts, state) ?? wordInDoubt(parts, state);
  if (doubt) return inDoubt(doubt);
  const check = checkAfterWrite(parts, state);
  if (check) return dispatch({ ...plan, steps: [...plan.steps, check] }, [check]);
  return addFurther(parts, state, plan) ?? explain(parts, state, plan);
};

const goesOnAt = { missing: "report", open: "clarifier", again: "planner" } as const;

const inDoubt = (doubt: Doubt): Command => {
  if (doubt.kind !== "read") return new Command({ goto: goesOnAt[doubt.kind], update: doubt.update });
  const { reads, about } = doubt;
  const work = { kind: "reads", for: "executor", reads, fresh: true, ...(about && { about }) } as const;
  return new Command({ goto: "tools", update: { work } });
};

/** What was looked at where something kept proves to be no longer so. */
const mended = (parts: Parts, state: State, plan: Plan): Update | undefined =>
  mendCluster(parts, state, "executor") ?? mendMissing(parts, state, plan);

/** Lists that did not come to what was asked for are read by namespace; then what they do not tell is looked up. */
const readAgain = (parts: Parts, state: State, plan: Plan): Update | undefined => {
  const narrow = narrowSteps(parts, plan);
  if (narrow.length > 0) return { plan: byNamespace(plan, narrow) };
  const others = otherNamespaces(parts, state, plan);
  if (others) return others;
  if (asksForUsers(plan) && parts.turn().shelf.users === undefined) return { work: { kind: "users", for: "executor" } };
  if (bareLists(parts, plan).length > 0) return { work: { kind: "details", for: "executor" } };
  return toDiagnose(parts, plan).length > 0 ? { work: { kind: "diagnosis", for: "executor" } } : undefined;
};

/**
 * Some things of a list are asked for, and it does not tell in which namespace they stand: they can neither be looked at
 * one by one nor found by whoever reads of them.
 */
const lacksPlaces = (parts: Parts, plan: Plan, step: Step): boolean => {
  const { quality, conditions, per, fact, compare } = step.part?.focus ?? plan.focus;
  const entry = parts.catalog.get(step.tool);
  const narrowed = quality ?? conditions ?? per ?? fact ?? compare;
  if (narrowed === undefined || step.verb !== "list" || step.resource === "event") return false;
  if (resourceByKey.get(step.resource)?.namespaced !== true || !entry || !parameterOf(entry, "namespace")) return false;
  return rowsOf(parts, step).some(({ namespace }) => namespace === undefined);
};

/** Lists over all namespaces that turn out to be of one namespace only, or do not tell of which. */
const narrowSteps = (parts: Parts, plan: Plan): readonly Step[] =>
  plan.view === "call"
    ? plan.steps.filter(
        (step) =>
          isEverywhere(plan, step) &&
          step.done &&
          step.byNamespace !== true &&
          (isOfOneNamespace(parts.turn().shelf.results.get(callKey(step))) || lacksPlaces(parts, plan, step)),
      )
    : [];

const byNamespace = (plan: Plan, narrow: readonly Step[]): Plan => ({
  ...plan,
  steps: plan.steps.map((step) =>
    narrow.includes(step) ? { ...step, ready: false, done: false, byNamespace: true } : step,
  ),
});

/** Everything that only reads, side by side; a write waits for what stands before it and goes alone. */
const nextSteps = (plan: Plan): readonly Step[] => {
  const isSurveying = plan.view !== "call" && plan.surveyed !== true;
  const open = plan.steps.filter(
    ({ done, look, ready, effect }) =>
      !done && look === undefined && (plan.view === "call" || ready || (isSurveying && effect === "read")),
  );
  const firstWrite = open.findIndex(({ effect }) => effect !== "read");
  if (firstWrite === 0) return open.slice(0, 1);
  return firstWrite < 0 ? open : open.slice(0, firstWrite);
};

const isLeft = ({ done, look }: Step): boolean => !done && look === undefined;

/** A step is marked before it is sent: whatever happens then, no write goes out twice. */
const dispatch = (plan: Plan, steps: readonly Step[]) => {
  const ids = steps.map(({ id }) => id);
  return new Command({
    goto: "tools",
    update: {
      plan: {
        ...plan,
        steps: plan.steps.map((step) => (ids.includes(step.id) ? { ...step, ready: true, done: true } : step)),
      },
      work: {
        kind: "reads" as const,
        for: "executor" as const,
        reads: steps.map(({ tool, args }) => ({ tool, args })),
      },
    },
  });
};

const announceClusters = (parts: Parts, state: State): void => {
  const turn = parts.turn();
  const names = surveyTargets(state, { catalog: parts.catalog, shelf: turn.shelf })
    .map(({ cluster }) => cluster)
    .filter((name) => name !== "");
  if (names.length > 0) turn.emit({ type: "progress", text: `${say(state.language, "clusters")}${names.join(", ")}` });
};

const explain = async (parts: Parts, state: State, plan: Plan): Promise<Command> => {
  const { executor } = parts;
  if (!executor || state.explained || !worthExplaining(parts, plan)) return new Command({ goto: "report" });
  if (mayAskModel(parts.turn(), state.language)) {
    tellFacts(parts, state);
    return investigate(parts, state, { plan, executor });
  }
  return state.rounds.length === 0 ? new Command({ goto: "report" }) : conclude(state, "budget");
};

/** The facts do not wait for who explains them. Where nothing came of the request, there are none. */
const tellFacts = (parts: Parts, state: State): void => {
  if (state.rounds.length > 0 || statusOf(parts, state).status !== "ok") return;
  const text = beginAnswer(parts, state);
  if (text !== "") parts.turn().emit({ type: "answer.begun", text });
};

const explained: readonly string[] = ["logs", "describe", "diagnose"];

/** Lists speak for themselves; what may hide a cause is read by the agent. */
const worthExplaining = (parts: Parts, plan: Plan): boolean => {
  if (plan.view !== "call") return true;
  const results = plan.steps.map((step) => parts.turn().shelf.results.get(callKey(step)));
  return (
    plan.steps.some(({ verb, diagnose }) => diagnose === true || explained.includes(verb)) &&
    results.some((result) => result?.outcome === "ok")
  );
};
