import type { Catalog } from "../../catalog/types.ts";
import { toldText } from "../../investigation/told-text.ts";
import { type Quality, qualitiesIn } from "../../language/index.ts";
import { admit } from "../../plan/admit.ts";
import { callKey } from "../../plan/source.ts";
import type { DraftStep, Mentions, Step } from "../../plan/types.ts";
import { holdsMasked } from "../../safety/secret-mask.ts";
import { terminalSafe } from "../../safety/terminal-safe.ts";
import { sayOfModel } from "../../words/model-claims.ts";
import { reasonFor } from "../../words/reasons.ts";
import { withinBegan } from "../rules/began-in.ts";
import type { PlannerInput, PlannerReply } from "../types.ts";
import { claimsOwnDeed, isInOtherLanguage, tellsOfCluster } from "./claims.ts";
import { mayGoTo } from "./held-places.ts";
import { knownTo, leadInOf } from "./plain-reply.ts";
import { planLimit } from "./prompts.ts";
import { draftFrom, type ModelPlan } from "./schemas.ts";

/** The calls of a plan, each once. */
export const callsOf = ({ calls }: ModelPlan): readonly DraftStep[] => eachOnce(calls.map(draftFrom));

const eachOnce = (drafts: readonly DraftStep[]): readonly DraftStep[] => [
  ...new Map(drafts.map((draft) => [callKey(draft), draft])).values(),
];

type Replying = {
  readonly turn: PlannerInput;
  readonly catalog: Catalog;
  /** What the rules read of the same message. */
  readonly reading: PlannerReply | undefined;
};

/** What a plan comes to, without what its model made up. */
export const replyFrom = (plan: ModelPlan, replying: Replying): PlannerReply => {
  if (plan.view === "none" || plan.view === "more_tools") return { kind: "answer", text: plan.reply ?? "" };
  const { turn, catalog } = replying;
  const { entities } = turn;
  const calls = callsOf(plan);
  // Without the names that nobody said, calls may be one and the same.
  const steps = eachOnce(calls.slice(0, planLimit).map((draft) => withoutInvented(draft, replying))).map((draft) =>
    plan.all_namespaces === true ? draft : withinBegan(draft, { entities, catalog }),
  );
  const cluster = plan.cluster !== undefined && mayGoTo(plan.cluster, turn) ? plan.cluster : undefined;
  const said = (value: string | undefined) =>
    value !== undefined && value !== "" && wasSaid(value, replying) ? value : undefined;
  const namespace = said(plan.namespace);
  const focusNode = said(plan.focus_node);
  const leadIn = leadInOf(plan.lead_in, turn);
  const focusName = focusSaid(plan.focus_name, replying);
  const quality = qualitySaid(plan.focus_quality, replying);
  return {
    kind: "plan",
    view: plan.view,
    steps,
    focus: {
      ...(focusName === undefined ? {} : { name: focusName }),
      ...(focusNode === undefined ? {} : { node: focusNode }),
      ...(quality === undefined
        ? {}
        : { quality, ...(isWorded(quality, replying) ? {} : { supposed: true as const }) }),
    },
    allNamespaces: plan.all_namespaces ?? false,
    place: { ...(cluster === undefined ? {} : { cluster }), ...(namespace === undefined ? {} : { namespace }) },
    ...(leadIn === undefined ? {} : { leadIn }),
    ...(calls.length <= planLimit
      ? {}
      : { warnings: [sayOfModel(turn.language, "planCut", { count: calls.length, limit: planLimit })] }),
  };
};

/**
 * A place or a name that nobody typed and no list returned is taken out: it becomes a question, which offers first what
 * has that name. So does a secret: the model was not told it, and a mask is no value.
 */
const withoutInvented = (draft: DraftStep, replying: Replying): DraftStep => {
  const { turn, catalog } = replying;
  const admission = admit(draft, catalog, "check");
  if (admission.kind === "rejected") return draft;
  const { mentions } = admission.step;
  const keys: readonly (keyof Mentions)[] = ["cluster", "namespace", "name", "container"];
  const invented = keys.flatMap((key) => {
    const value = mentions[key];
    if (value === undefined) return [];
    return key === "cluster" ? (mayGoTo(value, turn) ? [] : [value]) : wasSaid(value, replying) ? [] : [value];
  });
  const isGuess = mentions.name !== undefined && invented.includes(mentions.name) && admission.step.effect === "read";
  return {
    ...draft,
    ...(isGuess ? { likelyName: mentions.name } : {}),
    reason: reasonOf(admission.step, { turn, invented }),
    args: Object.fromEntries(
      Object.entries(draft.args).filter(
        ([, value]) => !holdsMasked(value) && !(typeof value === "string" && invented.includes(value)),
      ),
    ),
  };
};

/**
 * Why a call is made, as the model says it; what a change does, or what it says in another language or with a link in it,
 * is said by code.
 */
const reasonOf = ({ verb, resource, mentions, reason, effect }: Step, { turn, invented }: Reasoning): string => {
  const { language } = turn;
  const said = terminalSafe(reason).trim();
  const isPlain = said !== "" && toldText(said, knownTo(turn), language) === said;
  const isHeld =
    effect === "read" && isPlain && !claimsOwnDeed(said) && !tells(said) && !isInOtherLanguage(said, language);
  const name = mentions.name === undefined || invented.includes(mentions.name) ? undefined : mentions.name;
  return isHeld ? said : reasonFor(language, { verb, resource, name });
};

/** Of a look that is still to be made: what it is to find out is no claim of how things are. */
const tells = (reason: string): boolean => tellsOfCluster(reason.replace(findingOut, ""));

/** Up to where the next part of the sentence begins: what follows a comma, a colon or “which is” tells, unless it asks. */
const findingOut =
  /\b(?:(?<=^|\b(?:see|find|out|check|know|and|to) )which|which(?! (?:is|are|was|were|has|have)\b)|what|why|whether|how|if|where|when|who|see|check|find|look for|any)\b(?:(?! which (?:is|are|was|were|has|have)\b)[^.!?;,:])*|(?:哪|什么|为何|是否|有没有|是不是|多少|怎么|看看|查看|检查|确认|排查|找)[^。！？；，：,:]*/giu;

type Reasoning = { readonly turn: PlannerInput; readonly invented: readonly string[] };

/** A filter hides things: that lists have shown a name is no reason to show nothing else. */
const focusSaid = (name: string | undefined, replying: Replying): string | undefined => {
  const { turn, reading } = replying;
  if (name === undefined || name === "") return undefined;
  const isAsked = reading?.kind === "plan" && [reading.asked?.name, reading.focus?.name].includes(name);
  return isAsked || isTold(name, { ...turn, known: {} }) ? name : undefined;
};

/** Trouble may be put in words that no table has; to show only what is well, or in an order, has to be asked for. */
const qualitySaid = (quality: Quality | undefined, replying: Replying): Quality | undefined => {
  if (quality === undefined || quality === "broken" || quality === "errors" || quality === "warnings") return quality;
  const { reading } = replying;
  const isLikened = reading?.kind === "plan" && reading.focus?.quality === quality;
  return isLikened || isWorded(quality, replying) ? quality : undefined;
};

/** What the message was only likened to is in none of its words. */
const isWorded = (quality: Quality, { turn, reading }: Replying): boolean => {
  const plan = reading?.kind === "plan" && reading.likened === undefined ? reading : undefined;
  return (plan?.asked?.quality ?? plan?.focus?.quality) === quality || qualitiesIn(turn.message).includes(quality);
};

/** What the rules took a word of the message for is as good as said. */
const wasSaid = (value: string, { turn, reading }: Replying): boolean =>
  isTold(value, turn) || (reading?.kind === "plan" && reading.asked?.name === value);

/** Words side by side may be a name that is written with hyphens. */
const isTold = (value: string, turn: PlannerInput): boolean => {
  const word = value.toLowerCase();
  const texts = [turn.message, ...turn.history.filter(({ role }) => role === "user").map(({ text }) => text)];
  return (
    texts
      .map((text) => text.toLowerCase())
      .some((text) => text.includes(word) || text.replace(/\s+/g, "-").includes(word)) ||
    Object.values(turn.entities).some((entity) => entity.value === value) ||
    Object.values(turn.known).some((names) => names.includes(value))
  );
};
