import { setMaxListeners } from "node:events";
import type { CallResult } from "@k8s-copilot/crew";
import { drive } from "../overview/chains.ts";
import { inLanes } from "../overview/lanes.ts";
import { surveyLine } from "../overview/render.ts";
import { surveyCluster } from "../overview/survey.ts";
import type { ClusterSurvey, Read } from "../overview/types.ts";
import { unread } from "../overview/unread.ts";
import { type LookResult, runLook, shownLooks, surveyedKinds } from "../playbooks/look-chain.ts";
import { progressLine } from "../playbooks/progress.ts";
import { say } from "../words/playbook-words.ts";
import { verdictAge } from "./max-age.ts";
import type { Parts } from "./parts.ts";
import { readAll } from "./read-all.ts";
import type { State } from "./state.ts";
import { asCluster, type ClusterTarget, surveyTargets } from "./survey-targets.ts";

/** A cluster that says nothing for so long is a row with its cause, and the others are not kept waiting. */
const clusterDeadlineMs = 5_000;

/** A cluster's deadline begins with its turn: one that was never asked must not pass for one that is slow. */
const lanes = { count: 4, patienceMs: 1_000 };

/** Looks at all clusters that are meant, each a chain of its own, so that a slow one delays nobody. */
export const runSurvey = async (parts: Parts, state: State): Promise<void> => {
  const { shelf } = parts.turn();
  const look = async (wanted: State) => {
    const targets = surveyTargets(wanted, { catalog: parts.catalog, shelf });
    const sights = await inLanes(targets, lanes, (target) => lookAtCluster(parts, wanted, target));
    return {
      targets,
      surveys: sights.flatMap(({ survey }) => survey ?? []),
      looks: sights.flatMap(({ looks }) => looks),
    };
  };
  const first = await look(state);
  const other = otherwise(parts, state, first);
  const { surveys, looks } = other ? await look(other) : first;
  shelf.surveys = whereItIs(surveys);
  shelf.looks = looks.filter(({ cluster }) => surveys.length === 0 || isAmong(shelf.surveys, cluster));
};

type Looked = { readonly targets: readonly ClusterTarget[]; readonly surveys: readonly ClusterSurvey[] };

/** What was meant instead, where nothing was found of what was said: a cluster, or no name at all. */
const otherwise = (parts: Parts, state: State, { targets, surveys }: Looked): State | undefined => {
  const asked = surveys.filter(({ reach }) => reach !== "not_selectable");
  if (asked.every(({ cause }) => cause === "no_namespace")) return asCluster(state, targets);
  const { plan, language } = state;
  const name = plan?.focus.name;
  const isNowhere = asked.length > 0 && asked.every(({ cause }) => cause === "no_such_name");
  if (!plan || name === undefined || plan.playbook?.nameGuessed !== true || !isNowhere) return undefined;
  parts.turn().record.notes.push(say(language, "withoutName", { name }));
  const { name: _, ...focus } = plan.focus;
  return { ...state, plan: { ...plan, focus } };
};

/** What was named stands in some clusters only; the others are not what was asked about. */
const whereItIs = (surveys: readonly ClusterSurvey[]): readonly ClusterSurvey[] =>
  surveys.some(({ reach }) => reach === "ok") ? surveys.filter(({ reach }) => reach !== "missing") : surveys;

const isAmong = (surveys: readonly ClusterSurvey[], name: string): boolean =>
  surveys.some(({ reach, cluster }) => reach === "ok" && cluster === name);

type Sight = { readonly survey?: ClusterSurvey; readonly looks: readonly LookResult[] };

/** One cluster: its survey and the looks beside it, side by side. */
const lookAtCluster = async (parts: Parts, state: State, target: ClusterTarget): Promise<Sight> => {
  const turn = parts.turn();
  const { plan, language } = state;
  const { refused, ...wanted } = target;
  if (refused) return { survey: { ...unread(wanted), ...refused }, looks: [] };
  const read = readerFor(parts);
  const kinds = plan?.playbook ? surveyedKinds(plan) : undefined;
  const view = plan?.view ?? "status";
  const chain = surveyCluster({
    ...wanted,
    catalog: parts.catalog,
    view,
    ...(kinds === undefined ? {} : { kinds }),
    now: parts.settings.now(),
  });
  const place = { catalog: parts.catalog, cluster: wanted.cluster, ...namespaceOf(wanted) };
  const looking = (plan?.playbook ? shownLooks(plan) : []).flatMap(({ id, look }) =>
    look
      ? [
          drive(runLook(place, look, wanted.name), read).then((listing) => ({
            stepId: id,
            cluster: wanted.cluster,
            listing,
          })),
        ]
      : [],
  );
  const survey = kinds?.length === 0 ? undefined : await drive(chain, read);
  const looks = await Promise.all(looking);
  if (survey) turn.emit({ type: "progress", text: surveyLine(survey, language) });
  if (plan?.playbook)
    turn.emit({ type: "progress", text: progressLine(plan, { survey, looks, cluster: wanted.cluster }, language) });
  return { ...(survey === undefined ? {} : { survey }), looks };
};

const namespaceOf = ({ namespace }: ClusterTarget) => (namespace === undefined ? {} : { namespace });

/** Reads for one cluster until its deadline. */
export const readerFor = (parts: Parts) => {
  const turn = parts.turn();
  const deadline = AbortSignal.timeout(clusterDeadlineMs);
  const signal = AbortSignal.any([turn.signal, deadline]);
  // Many reads listen to one signal; Node warns at the eleventh as if they had been forgotten.
  setMaxListeners(0, signal);
  return async (reads: readonly Read[]): Promise<readonly CallResult[]> => {
    const results = await readAll(parts, reads, { signal, maxAgeMs: verdictAge(parts.settings.maxAgeMs) });
    return results.map((result) => (deadline.aborted && !turn.signal.aborted ? asLate(result) : result));
  };
};

/** Nobody cancelled what the deadline ended. */
const asLate = (result: CallResult): CallResult =>
  result.outcome === "cancelled" ? { ...result, outcome: "timeout", message: "" } : result;
