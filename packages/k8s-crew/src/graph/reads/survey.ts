import { timeline } from "../../diagnosis/changes/timeline.ts";
import { diagnoseWorst, thingOf, worstLimit } from "../../diagnosis/worst.ts";
import { drive } from "../../overview/chains.ts";
import { inLanes } from "../../overview/lanes.ts";
import { unlisted } from "../../overview/listings.ts";
import { surveyLine } from "../../overview/render.ts";
import { surveyCluster } from "../../overview/survey.ts";
import type { ClusterSurvey } from "../../overview/types.ts";
import { unread } from "../../overview/unread.ts";
import type { Plan } from "../../plan/types.ts";
import { type LookResult, runLook, shownLooks, surveyedKinds } from "../../playbooks/look-chain.ts";
import { progressLine } from "../../playbooks/progress.ts";
import { worstOf } from "../../playbooks/worst.ts";
import { say as sayOverview } from "../../words/overview-words.ts";
import { say } from "../../words/playbook-words.ts";
import type { Parts } from "../parts.ts";
import type { State } from "../state.ts";
import { clusterReads, lanes } from "./cluster-reads.ts";
import { isTogether, lookTogether } from "./look-together.ts";
import { verdictAge } from "./max-age.ts";
import { readAnew } from "./read-all.ts";
import { placesOf } from "./survey-places.ts";
import { asCluster, type ClusterTarget, leftOutTwins, surveyTargets } from "./survey-targets.ts";

/** Looks at all places that are meant. */
export const runSurvey = async (parts: Parts, state: State): Promise<void> => {
  const sights = await Promise.all(placesOf(state).map((placed) => surveyPlace(parts, placed)));
  const { shelf, record } = parts.turn();
  for (const twin of leftOutTwins(state, shelf)) record.notes.push(sayOverview(state.language, "sameServer", twin));
  shelf.surveys = sights.flatMap(({ surveys }) => surveys);
  shelf.looks = sights.flatMap(({ looks }) => looks);
  if (state.plan?.view === "health") await findCauses(parts, state.plan);
  if (state.plan?.view === "changes") await findChanges(parts, state);
};

type Sights = { readonly surveys: readonly ClusterSurvey[]; readonly looks: readonly LookResult[] };

/** All clusters of a place, each a chain of its own, so that a slow one delays nobody. */
const surveyPlace = async (parts: Parts, state: State): Promise<Sights> => {
  const { shelf } = parts.turn();
  const look = async (wanted: State) => {
    const targets = surveyTargets(wanted, { catalog: parts.catalog, shelf });
    const sights = await inLanes(targets, lanes, (target) => lookAtCluster(parts, wanted, target));
    const surveys = sights.flatMap(({ survey }) => survey ?? []);
    return { targets, surveys, looks: sights.flatMap(({ looks }) => looks) };
  };
  const first = await look(state);
  const other = otherwise(parts, state, first);
  const { surveys, looks } = other ? await look(other) : first;
  const there = whereItIs(surveys);
  return {
    surveys: there,
    looks: looks.filter(({ cluster }) => !isSurveyed(surveys, cluster) || isAmong(there, cluster)),
  };
};

type Looked = {
  readonly targets: readonly ClusterTarget[];
  readonly surveys: readonly ClusterSurvey[];
  readonly looks: readonly LookResult[];
};

/** What was meant instead, where nothing was found of what was said: a cluster, or no name at all. */
const otherwise = (parts: Parts, state: State, { targets, surveys, looks }: Looked): State | undefined => {
  const asked = surveys.filter(({ reach }) => reach !== "not_selectable");
  const isEmpty =
    looks.length > 0 && looks.every(({ listing }) => listing.kind === "listed" && listing.items.length === 0);
  const isInNoNamespace = asked.every(({ cause }) => cause === "no_namespace");
  if (isInNoNamespace && (asked.length > 0 || !isEmpty)) return asCluster(state, targets);
  const { plan, language } = state;
  const name = plan?.focus.name;
  const isNowhere = asked.length > 0 ? asked.every(({ cause }) => cause === "no_such_name") : isEmpty;
  if (!plan || name === undefined || plan.playbook?.nameGuessed !== true || !isNowhere) return undefined;
  parts.turn().record.notes.push(say(language, "withoutName", { name }));
  const { name: _, ...focus } = plan.focus;
  return { ...state, plan: { ...plan, focus } };
};

/** What changed, in every place that was reached. */
const findChanges = async (parts: Parts, { plan }: State): Promise<void> => {
  const { shelf, signal } = parts.turn();
  const limits = { signal, maxAgeMs: verdictAge(parts.settings.maxAgeMs) };
  const { sinceSeconds, time } = plan?.asked ?? {};
  const scopes = shelf.surveys
    .filter(({ reach }) => reach === "ok")
    .map(({ cluster, namespace, name }) => ({
      catalog: parts.catalog,
      cluster,
      now: parts.settings.now(),
      ...(namespace === undefined ? {} : { namespace }),
      ...(name === undefined ? {} : { name }),
      ...(sinceSeconds === undefined ? {} : { sinceSeconds }),
      ...(time === undefined ? {} : { time }),
    }));
  shelf.timelines = await inLanes(scopes, lanes, (scope) =>
    drive(timeline(scope), (reads) => readAnew(parts, reads, limits)),
  );
};

/**
 * Why the worst is as it is. Of a whole landscape the table is enough, unless the plan says that it looks closely; of one
 * place a person wants to know why.
 */
const findCauses = async (parts: Parts, plan: Plan): Promise<void> => {
  const { shelf, signal } = parts.turn();
  const reached = shelf.surveys.filter(({ reach }) => reach === "ok");
  const isWanted = plan.playbook ? plan.steps.some(({ look }) => look?.atFindings) : reached.length === 1;
  if (!isWanted) return;
  const found = reached.flatMap(({ cluster, troubles }) => troubles.map((trouble) => ({ cluster, trouble })));
  // Of several places one thing of each family: what else there is is told as not looked into.
  const all = reached.length > 1 ? worstOf(found, found.length) : found;
  const [worst, rest] = reached.length > 1 ? [all.slice(0, worstLimit), all.slice(worstLimit)] : [all, []];
  const clusters = [...new Set(worst.map(({ cluster }) => cluster))];
  const limits = { signal, maxAgeMs: verdictAge(parts.settings.maxAgeMs) };
  const each = await Promise.all(
    clusters.map((cluster) => {
      const place = { catalog: parts.catalog, cluster, now: parts.settings.now() };
      const troubles = worst.flatMap((one) => (one.cluster === cluster ? [one.trouble] : []));
      return drive(diagnoseWorst(place, troubles), (reads) => readAnew(parts, reads, limits));
    }),
  );
  if (each.length === 0) return;
  const left = [...each.flatMap((one) => one.left), ...rest.map(({ trouble }) => thingOf(trouble))];
  shelf.causes = { diagnoses: each.flatMap(({ diagnoses }) => diagnoses), left };
};

/** What was named stands in some clusters only; the others are not what was asked about. */
const whereItIs = (surveys: readonly ClusterSurvey[]): readonly ClusterSurvey[] =>
  surveys.some(({ reach }) => reach === "ok") ? surveys.filter(({ reach }) => reach !== "missing") : surveys;

/** Without kinds to judge there are looks only. */
const isSurveyed = (surveys: readonly ClusterSurvey[], name: string): boolean =>
  surveys.some(({ cluster }) => cluster === name);

const isAmong = (surveys: readonly ClusterSurvey[], name: string): boolean =>
  surveys.some(({ reach, cluster }) => reach === "ok" && cluster === name);

type Sight = { readonly survey?: ClusterSurvey; readonly looks: readonly LookResult[] };

/** One cluster: its survey and the looks beside it, side by side. */
const lookAtCluster = async (parts: Parts, state: State, target: ClusterTarget): Promise<Sight> => {
  const { plan, language } = state;
  const { emit } = parts.turn();
  const { refused, ...wanted } = target;
  const { cluster, namespace, name } = wanted;
  if (refused) return { survey: { ...unread(wanted), ...refused }, looks: [] };
  const reader = clusterReads(parts);
  const kinds = plan?.playbook ? surveyedKinds(plan) : undefined;
  const { catalog } = parts;
  const chain = surveyCluster({
    ...wanted,
    catalog,
    view: plan?.view ?? "status",
    ...(kinds === undefined ? {} : { kinds }),
    now: parts.settings.now(),
  });
  const place = { catalog, cluster, ...(namespace === undefined ? {} : { namespace }) };
  const shown = plan?.playbook ? shownLooks(plan) : [];
  const looking = shown
    .filter((step) => !isTogether(step))
    .map(async ({ id, look }) => ({
      stepId: id,
      cluster,
      listing: look ? await drive(runLook(place, look, { name }), reader.read) : unlisted,
    }));
  // Where nothing is judged it is only told whether the namespace is there at all.
  const surveying =
    kinds?.length !== 0
      ? drive(chain, reader.read)
      : namespace === undefined
        ? undefined
        : drive(chain, reader.read).then((found) => (found.cause === "no_namespace" ? found : undefined));
  const [survey, apart] = await Promise.all([surveying, Promise.all(looking)]).finally(reader.close);
  const looks = [...apart, ...(await lookTogether(parts, shown.filter(isTogether), { ...place, name }))];
  if (survey) emit({ type: "progress", text: surveyLine(survey, language) });
  if (plan?.playbook) emit({ type: "progress", text: progressLine(plan, { survey, looks, cluster }, language) });
  return { ...(survey === undefined ? {} : { survey }), looks };
};
