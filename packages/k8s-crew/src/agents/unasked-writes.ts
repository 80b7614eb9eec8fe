import { parameterOf } from "../catalog/arguments.ts";
import type { Catalog, Verb } from "../catalog/types.ts";
import { kubectlFor } from "../guidance/kubectl.ts";
import { type ChangeWished, changeWished, respelled, takeBeyond } from "../language/index.ts";
import type { Language } from "../output/output.ts";
import { admit } from "../plan/admit.ts";
import type { DraftStep, LeftPart, Step } from "../plan/types.ts";
import { type Problem, problem } from "../words/plan-problems.ts";
import { reasonFor } from "../words/reasons.ts";
import { sayUnasked } from "../words/unasked-words.ts";
import { contextOf } from "./rules/reading-context.ts";
import type { PlannerInput, PlannerReply } from "./types.ts";

type Asking = {
  readonly turn: PlannerInput;
  readonly catalog: Catalog;
  /** What the rules read of the same message. */
  readonly reading: PlannerReply | undefined;
};

/** Changes that nobody asked for, for who planned them. */
export const unaskedOf = (reply: PlannerReply, asking: Asking): readonly Problem[] => {
  const wished = wishedIn(asking);
  return changesOf(reply, asking).flatMap(({ step }) =>
    heldAgainst(step, wished) === "unasked"
      ? [problem("notAsked", (language) => ({ doing: doing(step, language) }))]
      : [],
  );
};

/**
 * A plan without the changes that nobody asked for: each is a suggestion in words, and never a card. One that was wished
 * for without being named is marked as proposed.
 */
export const withoutUnasked = (reply: PlannerReply, asking: Asking): PlannerReply => {
  if (reply.kind !== "plan") return reply;
  const { catalog, reading, turn } = asking;
  const wished = wishedIn(asking);
  const changes = new Map(changesOf(reply, asking).map(({ draft, step }) => [draft, step]));
  const isKept = (draft: DraftStep) => {
    const step = changes.get(draft);
    return step === undefined || heldAgainst(step, wished) !== "unasked";
  };
  const steps = reply.steps.filter(isKept).map((draft) => {
    const step = changes.get(draft);
    return step && heldAgainst(step, wished) === "wished" ? { ...draft, proposed: true as const } : draft;
  });
  const left = [...changes].flatMap(([draft, step]) => (isKept(draft) ? [] : [suggestion(step, asking)]));
  if (left.length === 0) return { ...reply, steps };
  if (steps.length > 0 || reply.view !== "call") return { ...reply, steps, left: [...(reply.left ?? []), ...left] };
  const looks =
    reading?.kind === "plan" && reading.steps.every(({ tool, args }) => catalog.effectOf(tool, args) === "read");
  if (looks) return { ...reading, left: [...(reading.left ?? []), ...left] };
  const suggested = onlySuggesting(left);
  // What came with the message is told of all the same, and a step that it may have asked for is not offered by number.
  return reading?.kind === "answer" && turn.attachment !== undefined
    ? { ...reading, text: [reading.text, suggested.text].join("\n\n") }
    : suggested;
};

const onlySuggesting = (left: readonly LeftPart[]): Extract<PlannerReply, { kind: "answer" }> => ({
  kind: "answer",
  text: left.map(({ why }) => why).join("\n"),
  nextSteps: left.map(({ message, label = message }) => ({ label, message })),
});

const changesOf = (reply: PlannerReply, { catalog }: Asking): readonly { draft: DraftStep; step: Step }[] =>
  reply.kind !== "plan"
    ? []
    : reply.steps.flatMap((draft) => {
        const admission = admit(draft, catalog, "check");
        const isChange = admission.kind === "admitted" && admission.step.effect !== "read";
        return isChange ? [{ draft, step: admission.step }] : [];
      });

/** What the words of the message ask for, and the change that it goes on with: “and api too”. */
const wishedIn = ({ turn, catalog, reading }: Asking): ChangeWished => {
  const context = contextOf(turn);
  const { text, offered = text } = respelled(takeBeyond(turn.message).rest, context);
  const wished = changeWished(offered, context);
  const goesOn = turn.last !== undefined && !wished.looks && wished.verbs.length === 0 ? [turn.last.verb] : [];
  return { ...wished, verbs: [...wished.verbs, ...verbsOf(reading, catalog), ...goesOn] };
};

const verbsOf = (reading: PlannerReply | undefined, catalog: Catalog): readonly Verb[] => {
  if (reading?.kind === "answer") return reading.about === undefined ? [] : [reading.about.verb];
  if (reading?.kind !== "plan") return [];
  const changes = reading.steps.filter(({ tool, args }) => catalog.effectOf(tool, args) !== "read");
  return changes.flatMap(({ tool }) => catalog.get(tool)?.verb ?? []);
};

/** Named, wished for without being named, or neither. What cannot be undone has to be named. */
const heldAgainst = ({ verb, effect }: Step, { verbs, vague }: ChangeWished): "asked" | "wished" | "unasked" => {
  if (verbs.some((asked) => asked === verb || alike.some((group) => group.includes(asked) && group.includes(verb))))
    return "asked";
  if (effect === "destructive") return "unasked";
  return vague || verbs.some((asked) => groupedVerbs.has(asked)) || !groupedVerbs.has(verb) ? "wished" : "unasked";
};

/** Verbs by which people and servers mean the same change. */
const alike: readonly (readonly Verb[])[] = [
  ["delete", "uninstall"],
  ["scale", "start", "stop", "set", "update", "patch", "apply"],
  ["set", "update", "patch", "apply", "label", "annotate", "upgrade"],
  ["create", "apply", "run", "install"],
  ["install", "upgrade"],
  ["restart"],
  ["rollback"],
  ["pause"],
  ["resume"],
  ["cordon"],
  ["uncordon"],
  ["drain"],
  ["taint"],
  ["untaint"],
];

/** Any other tool may as well be one that looks: whether it changes something depends on what it is given. */
const groupedVerbs: ReadonlySet<Verb> = new Set(alike.flat());

const suggestion = (step: Step, { turn: { language }, catalog }: Asking): LeftPart => {
  const { verb, resource, mentions, args, tool } = step;
  const entry = catalog.get(tool);
  const parameter = entry && parameterOf(entry, "replicas");
  const count = parameter && args[parameter.name];
  const replicas = typeof count === "number" ? count : undefined;
  const label = doing(step, language);
  const { name, namespace, cluster } = mentions;
  const message = kubectlFor({ verb, resource, name, namespace, cluster, replicas }) ?? label;
  const said = language === "en" ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label;
  return { message, label, why: sayUnasked(language, "suggested", { doing: said }), by: "model" };
};

/** The change with its number and place, as it stands alone. */
const doing = ({ verb, resource, mentions: { name, namespace } }: Step, language: Language): string => {
  const plain = reasonFor(language, { verb, resource, name });
  return namespace === undefined ? plain : sayUnasked(language, "doingIn", { doing: plain, place: namespace });
};
