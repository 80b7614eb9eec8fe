import type { Catalog } from "../catalog/types.ts";
import type { Ask } from "../choices/types.ts";
import { choicesAge } from "../graph/answers/age-note.ts";
import { sandboxNote } from "../graph/answers/sandbox-note.ts";
import type { Parts } from "../graph/parts.ts";
import type { State } from "../graph/state.ts";
import type { Turn } from "../graph/turn.ts";
import type { Approval, Language, PlanStep, Question, TurnResult } from "../output/output.ts";
import { inLanguage } from "../playbooks/types.ts";
import { say } from "../words/conversation-words.ts";
import { stoppedText } from "./stopped-text.ts";

type Ended = {
  /** Absent when the turn was stopped or failed. */
  readonly state: State | undefined;
  readonly failure: unknown;
  readonly aborted: boolean;
  readonly turn: Turn;
  readonly session: string;
  readonly language: Language;
  readonly pending: string | undefined;
  readonly parts: Pick<Parts, "catalog" | "settings">;
};

/** The one object that a turn comes to, however it ended. */
export const turnResult = (ended: Ended): TurnResult => {
  const { state, turn, session, language } = ended;
  const common = {
    calls: [...turn.record.calls],
    usage: turn.account.usage(),
    warnings: [...turn.record.warnings],
    switches: [...turn.record.switches],
    session,
  };
  if (!state) return { ...common, ...stopped(ended) };
  const plan = planOf(state, ended.parts.catalog);
  const ask = ended.pending === undefined ? null : state.ask;
  if (ask && ended.pending !== undefined)
    return { ...common, ...waiting(ask, { ...ended, id: ended.pending, state }), plan };
  return {
    ...common,
    status: state.status,
    answer: state.answer,
    language: state.language ?? language,
    plan,
    question: null,
    approval: null,
    nextSteps: [...state.nextSteps],
    tip: tipOf(state),
    kubectl: [...state.kubectl],
    error: state.error,
  };
};

/** What the answer says itself is not said beside it. */
const tipOf = ({ tip, answer }: State): string | null => (tip === null || answer.includes(tip.text) ? null : tip.text);

type Rest = Omit<TurnResult, "calls" | "usage" | "warnings" | "switches" | "session">;

const empty = { plan: [], question: null, approval: null, nextSteps: [], tip: null, kubectl: [], error: null };

const stopped = ({ aborted, failure, language, turn }: Ended): Rest => {
  if (aborted) return { ...empty, status: "cancelled", answer: stoppedText(turn.record, language), language };
  const message = say(language, "broke", { cause: failure instanceof Error ? failure.message : String(failure) });
  return { ...empty, status: "error", answer: message, language, error: { code: "internal", message, remedy: "" } };
};

/** The steps of the plan, then those that were added because of what it found. */
const planOf = ({ plan, further, language }: State, catalog: Catalog): PlanStep[] => [
  ...(plan?.steps ?? []).map(({ tool, args, reason, effect }) => ({
    tool,
    args: { ...args },
    reason,
    effect: catalog.get(tool) ? effect : ("write" as const),
  })),
  ...(further ?? []).flatMap(({ tool, args, why, look, number }) =>
    why === undefined
      ? [
          {
            tool,
            args: { ...args },
            reason: inLanguage(look, language),
            effect: "read" as const,
            number,
          },
        ]
      : [],
  ),
];

type Waiting = Ended & { readonly id: string; readonly state: State };

const waiting = (ask: Ask, { id, state, turn, parts: { catalog, settings } }: Waiting): Omit<Rest, "plan"> => {
  const { language } = state;
  const asking = { id, language, now: settings.now() };
  const said = [
    ...sandboxNote(settings, language),
    ...(state.lead === "" ? [] : [state.lead]),
    ...turn.record.notes,
    questionText(ask, asking),
    ...ask.choices.map(({ label, reason }, index) => `  ${index + 1}. ${label}${reason === "" ? "" : `  ${reason}`}`),
  ];
  const base = {
    answer: said.join("\n"),
    language,
    nextSteps: [],
    tip: null,
    kubectl: [],
    error: null,
  };
  if (ask.kind !== "approval")
    return { ...base, status: "needs_input", question: questionOf(ask, asking), approval: null };
  return {
    ...base,
    status: "needs_approval",
    question: null,
    approval: approvalOf(ask, { id, plan: state.plan, catalog }),
  };
};

type Asking = { readonly id: string; readonly language: Language; readonly now: number };

const questionText = (ask: Ask, asking: Asking): string =>
  [ask.lead, ask.text, choicesAge(ask, asking)].filter((part) => part !== undefined && part !== "").join("\n");

export const questionOf = (ask: Ask, asking: Asking): Question => ({
  id: asking.id,
  text: questionText(ask, asking),
  parameter: ask.parameter,
  choices: [...ask.choices],
});

type OfPlan = { readonly id: string; readonly plan: State["plan"] | undefined; readonly catalog: Catalog };

export const approvalOf = (ask: Ask, { id, plan, catalog }: OfPlan): Approval => {
  const step = plan?.steps.find((each) => each.id === ask.stepId);
  const tool = ask.consent?.tool ?? step?.tool ?? "";
  return {
    id,
    call: { server: catalog.get(tool)?.server ?? "", tool, args: { ...(ask.consent?.args ?? {}) } },
    effect: step?.effect ?? "write",
    from: ask.consent?.change?.from ?? null,
    to: ask.consent?.change?.to ?? null,
  };
};
