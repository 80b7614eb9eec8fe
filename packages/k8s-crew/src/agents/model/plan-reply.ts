import type { Catalog } from "../../catalog/types.ts";
import { admit } from "../../plan/admit.ts";
import { callKey } from "../../plan/source.ts";
import type { DraftStep, Mentions } from "../../plan/types.ts";
import { holdsMasked } from "../../safety/secret-mask.ts";
import { sayOfModel } from "../../words/model-claims.ts";
import { withinBegan } from "../rules/began-in.ts";
import type { PlannerInput, PlannerReply } from "../types.ts";
import { planLimit } from "./prompts.ts";
import { draftFrom, type ModelPlan } from "./schemas.ts";

/** The calls of a plan, each once. */
export const callsOf = ({ calls }: ModelPlan): readonly DraftStep[] => [
  ...new Map(calls.map(draftFrom).map((draft) => [callKey(draft), draft])).values(),
];

/** What a plan comes to, without what its model made up. */
export const replyFrom = (plan: ModelPlan, turn: PlannerInput, catalog: Catalog): PlannerReply => {
  if (plan.view === "none" || plan.view === "more_tools") return { kind: "answer", text: plan.reply ?? "" };
  const { entities } = turn;
  const calls = callsOf(plan);
  const steps = calls
    .slice(0, planLimit)
    .map((draft) => withoutInvented(draft, turn, catalog))
    .map((draft) => (plan.all_namespaces === true ? draft : withinBegan(draft, { entities, catalog })));
  const said = (value: string | undefined) =>
    value !== undefined && value !== "" && wasSaid(value, turn) ? value : undefined;
  const cluster = said(plan.cluster);
  const namespace = said(plan.namespace);
  const focusNode = said(plan.focus_node);
  const focusName = plan.view === "call" ? plan.focus_name : said(plan.focus_name);
  return {
    kind: "plan",
    view: plan.view,
    steps,
    focus: {
      ...(focusName === undefined || focusName === "" ? {} : { name: focusName }),
      ...(focusNode === undefined ? {} : { node: focusNode }),
      ...(plan.focus_quality === undefined ? {} : { quality: plan.focus_quality }),
    },
    allNamespaces: plan.all_namespaces ?? false,
    place: { ...(cluster === undefined ? {} : { cluster }), ...(namespace === undefined ? {} : { namespace }) },
    ...(plan.lead_in === undefined ? {} : { leadIn: firstSentence(plan.lead_in) }),
    ...(calls.length <= planLimit
      ? {}
      : { warnings: [sayOfModel(turn.language, "planCut", { count: calls.length, limit: planLimit })] }),
  };
};

/**
 * A place or a name that nobody typed and no list returned is taken out: it becomes a question. So does a secret: the
 * model was not told it, and a mask is no value.
 */
const withoutInvented = (draft: DraftStep, turn: PlannerInput, catalog: Catalog): DraftStep => {
  const admission = admit(draft, catalog, "check");
  if (admission.kind === "rejected") return draft;
  const { mentions } = admission.step;
  const keys: readonly (keyof Mentions)[] = ["cluster", "namespace", "name", "container"];
  const invented = keys.flatMap((key) => {
    const value = mentions[key];
    return value !== undefined && !wasSaid(value, turn) ? [value] : [];
  });
  return {
    ...draft,
    args: Object.fromEntries(
      Object.entries(draft.args).filter(
        ([, value]) => !holdsMasked(value) && !(typeof value === "string" && invented.includes(value)),
      ),
    ),
  };
};

const wasSaid = (value: string, turn: PlannerInput): boolean => {
  const word = value.toLowerCase();
  const texts = [turn.message, ...turn.history.filter(({ role }) => role === "user").map(({ text }) => text)];
  return (
    texts.some((text) => text.toLowerCase().includes(word)) ||
    Object.values(turn.entities).some((entity) => entity.value === value) ||
    Object.values(turn.known).some((names) => names.includes(value))
  );
};

const firstSentence = (text: string): string =>
  (/^[^\n]{1,200}?[。！？.!?](?=\s|$)|^[^\n]{1,120}/.exec(text.trim())?.[0] ?? "").trim();
