import { type CallResult, createDeadline } from "@k8s-copilot/crew";
import { timeline } from "../diagnosis/changes/timeline.ts";
import { diagnoseWorst } from "../diagnosis/worst.ts";
import { drive } from "../overview/chains.ts";
import { inLanes } from "../overview/lanes.ts";
import { surveyLine } from "../overview/render.ts";
import { surveyCluster } from "../overview/survey.ts";
import type { ClusterSurvey } from "../overview/types.ts";
import { unread } from "../overview/unread.ts";
import { verdictAge } from "./max-age.ts";
import type { Parts } from "./parts.ts";
import { readAll, readAnew } from "./read-all.ts";
import type { State } from "./state.ts";
import { asCluster, type ClusterTarget, surveyTargets } from "./survey-targets.ts";

/** A cluster that says nothing for so long is a row with its cause, and the others are not kept waiting. */
const clusterDeadlineMs = 5_000;

/** A cluster's deadline begins with its turn: one that was never asked must not pass for one that is slow. */
const lanes = { count: 4, patienceMs: 1_000 };

/** Looks at all places that are meant. */
export const runSurvey = async (parts: Parts, state: State): Promise<void> => {
  const surveys = await Promise.all(placesOf(state).map((placed) => surveyPlace(parts, placed)));
  parts.turn().shelf.surveys = surveys.flat();
  if (state.plan?.view === "health") await findCauses(parts);
  if (state.plan?.view === "changes") await findChanges(parts, state);
};

/** The state once for each place of its plan. */
const placesOf = (state: State): readonly State[] => {
  const { plan } = state;
  if (plan === null) return [state];
  const others = (plan.others ?? []).map(({ name, ...place }) => {
    const { name: _, ...focus } = plan.focus;
    return { ...state, plan: { ...plan, place, focus: name === undefined ? focus : { ...focus, name } } };
  });
  return [state, ...others];
};

/** All clusters of a place, each a chain of its own, so that a slow one delays nobody. */
const surveyPlace = async (parts: Parts, state: State): Promise<readonly ClusterSurvey[]> => {
  const { shelf } = parts.turn();
  const targetsOf = (wanted: State) => surveyTargets(wanted, { catalog: parts.catalog, shelf });
  const look = (some: readonly ClusterTarget[]) => inLanes(some, lanes, (target) => surveyOne(parts, state, target));
  const targets = targetsOf(state);
  const surveys = await look(targets);
  const asked = surveys.filter(({ reach }) => reach !== "not_selectable");
  const instead = asked.every(({ cause }) => cause === "no_namespace") ? asCluster(state, targets) : undefined;
  return whereItIs(instead ? await look(targetsOf(instead)) : surveys);
};

/** What changed, in every place that was reached. */
const findChanges = async (parts: Parts, { plan }: State): Promise<void> => {
  const { shelf, signal } = parts.turn();
  const limits = { signal, maxAgeMs: verdictAge(parts.settings.maxAgeMs) };
  const sinceSeconds = plan?.asked?.sinceSeconds;
  const scopes = shelf.surveys
    .filter(({ reach }) => reach === "ok")
    .map(({ cluster, namespace, name }) => ({
      catalog: parts.catalog,
      cluster,
      now: parts.settings.now(),
      ...(namespace === undefined ? {} : { namespace }),
      ...(name === undefined ? {} : { name }),
      ...(sinceSeconds === undefined ? {} : { sinceSeconds }),
    }));
  shelf.timelines = await inLanes(scopes, lanes, (scope) =>
    drive(timeline(scope), (reads) => readAnew(parts, reads, limits)),
  );
};

/** Of a whole landscape the table is enough; of one place a person wants to know why. */
const findCauses = async (parts: Parts): Promise<void> => {
  const { shelf, signal } = parts.turn();
  const [survey, ...others] = shelf.surveys.filter(({ reach }) => reach === "ok");
  if (!survey || others.length > 0 || survey.troubles.length === 0) return;
  const place = { catalog: parts.catalog, cluster: survey.cluster, now: parts.settings.now() };
  const limits = { signal, maxAgeMs: verdictAge(parts.settings.maxAgeMs) };
  shelf.causes = await drive(diagnoseWorst(place, survey.troubles), (reads) => readAnew(parts, reads, limits));
};

/** What was named stands in some clusters only; the others are not what was asked about. */
const whereItIs = (surveys: readonly ClusterSurvey[]): readonly ClusterSurvey[] =>
  surveys.some(({ reach }) => reach === "ok") ? surveys.filter(({ reach }) => reach !== "missing") : surveys;

const surveyOne = async (parts: Parts, state: State, target: ClusterTarget): Promise<ClusterSurvey> => {
  const turn = parts.turn();
  const { refused, ...wanted } = target;
  if (refused) return { ...unread(wanted), ...refused };
  const deadline = createDeadline({ signals: [turn.signal], timeoutMs: clusterDeadlineMs });
  const chain = surveyCluster({
    ...wanted,
    catalog: parts.catalog,
    view: state.plan?.view ?? "status",
    now: parts.settings.now(),
  });
  const limits = { signal: deadline.signal, maxAgeMs: verdictAge(parts.settings.maxAgeMs) };
  const survey = await drive(chain, async (reads) => {
    const results = await readAll(parts, reads, limits);
    return results.map((result) => (deadline.timedOut() ? asLate(result) : result));
  }).finally(deadline.close);
  turn.emit({ type: "progress", text: surveyLine(survey, state.language) });
  return survey;
};

/** Nobody cancelled what the deadline ended. */
const asLate = (result: CallResult): CallResult =>
  result.outcome === "cancelled" ? { ...result, outcome: "timeout", message: "" } : result;
