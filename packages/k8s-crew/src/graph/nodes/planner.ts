import { Command } from "@langchain/langgraph";
import type { Home, PlannerInput, PlannerReply } from "../../agents/types.ts";
import type { Ask } from "../../choices/types.ts";
import { withQuickCommands } from "../../guidance/help.ts";
import type { Request } from "../../language/index.ts";
import { readingKey, windowKey } from "../../memory/entities.ts";
import type { Language } from "../../output/output.ts";
import { admit } from "../../plan/admit.ts";
import type { Place } from "../../plan/types.ts";
import { withSaid } from "../../playbooks/plan-text.ts";
import { beyondNotes } from "../../words/beyond-words.ts";
import { say } from "../../words/conversation-words.ts";
import { sayUnread, unreadNote } from "../../words/unread-words.ts";
import type { Parts } from "../parts.ts";
import { readingLive } from "../reads/max-age.ts";
import { planSteps } from "../reads/plan-gate.ts";
import { withPlaceInFull } from "../references/full-words.ts";
import { homeOf } from "../references/home-of.ts";
import { withKnownNames } from "../references/known-names.ts";
import { manyMeant } from "../references/many-meant.ts";
import { placePointed } from "../references/place-pointed.ts";
import { switchedPlace } from "../references/switch-place.ts";
import { thingNamed } from "../references/thing-named.ts";
import { withWindow } from "../references/time-window.ts";
import { readingAsk, requestAsk } from "../replies/reading-replies.ts";
import type { State, Update } from "../state.ts";
import { agentOptions, clearShelf, mayAskModel, tellSwitch, warn } from "../turn.ts";

/** Turns the message into a plan or an answer. A model that fails hands the turn to the rules, which is said. */
export const plan = (usual: Parts) => async (given: State) => {
  const parts = given.fresh ? readingLive(usual) : usual;
  const turn = parts.turn();
  turn.record.heard ??= turn.record.notes.length;
  // What an earlier request read is not the answer to this one; one that is planned again has read for itself.
  if (Object.keys(given.kinds).length === 0) clearShelf(turn.shelf);
  const byRules = given.byRules || parts.planner === parts.rules || !mayAskModel(turn, given.language);
  turn.emit({ type: "planning", by: byRules ? "rules" : "model" });
  const known = await withKnownNames(parts, given);
  const pointed = given.byRules ? undefined : placePointed({ ...given, known });
  if (pointed?.kind === "open") return toPause(pointed.ask, { known });
  const said = { ...given, known, message: pointed?.message ?? given.message };
  const state = { ...given, message: withPlaceInFull(said) };
  const switched = await switchedPlace(parts, { ...state, known });
  if (switched) return new Command({ goto: "report", update: { known, ...switched } });
  const input = inputOf({ ...state, known });
  const first = await (byRules ? parts.rules : parts.planner)(input, agentOptions(turn));
  const placed = await withHome(parts, { ...state, known }, first);
  const reply = byRules ? await withThing(parts, { ...state, known }, placed) : placed;
  if (first.switched !== undefined) tellSwitch(turn, first.switched);
  for (const warning of reply.warnings ?? []) warn(turn, warning);
  // What is read again for what it names is read in the same words.
  const notes = readingNotes(reply, state.language).filter((note) => !turn.record.notes.includes(note));
  turn.record.notes.push(...notes);
  return reply.kind === "plan" ? planned(parts, { ...state, known }, reply) : answered(parts, state, reply);
};

const toPause = (ask: Ask, update: Update = {}): Command =>
  new Command({ goto: "pause", update: { ...update, ask, plan: null } });

/** What the planner is told of the conversation. */
const inputOf = (state: State): PlannerInput => {
  const many = manyMeant(state);
  return {
    message: state.message,
    language: state.language,
    entities: state.entities,
    known: state.known,
    kinds: state.kinds,
    history: state.messages,
    ...(state.otherClusters.length === 0 ? {} : { otherClusters: state.otherClusters }),
    ...(state.attachment === "" ? {} : { attachment: state.attachment }),
    ...(state.last === null ? {} : { last: state.last }),
    ...(many.length === 0 ? {} : { many }),
    ...(state.lastResource === "" ? {} : { lastResource: state.lastResource }),
    ...(state.doubted.includes(readingKey) ? { doubtsReading: true as const } : {}),
  };
};

/** A command for a thing says where that is: what was said of its place is held against what there is. */
const withHome = async (parts: Parts, state: State, reply: PlannerReply): Promise<PlannerReply> => {
  if (reply.kind !== "answer" || reply.seeks === undefined) return reply;
  const home = await homeOf(parts, state, reply.seeks);
  const again = atHome(await parts.rules({ ...inputOf(state), home }, agentOptions(parts.turn())), home);
  return reply.warnings === undefined ? again : { ...again, warnings: reply.warnings };
};

/** What is asked next is about the thing where it was found. */
const atHome = (reply: PlannerReply, { cluster, namespace, name }: Home): PlannerReply => {
  if (reply.kind !== "answer" || reply.about?.asked === undefined || namespace === undefined) return reply;
  const place = { namespace, ...(cluster === undefined ? {} : { cluster }), ...(name === undefined ? {} : { name }) };
  return { ...reply, about: { ...reply.about, asked: { ...reply.about.asked, ...place } } };
};

/** Where no wish was read, or one that was only guessed, the one thing that was named is shown, unless that was taken back. */
const withThing = async (parts: Parts, state: State, reply: PlannerReply): Promise<PlannerReply> => {
  const guess = reply.kind === "plan" && reply.guessed === true && reply.asked?.name !== undefined ? reply : undefined;
  const isOpen = reply.kind === "not_understood" || (reply.kind === "readings" && reply.changes !== true);
  if (!(isOpen || guess) || state.doubted.includes(readingKey) || state.attachment !== "") return reply;
  const named = await thingNamed(parts, state, reply.kind === "readings" ? reply.readings : []);
  const isLook = guess?.asked !== undefined && asksOnlyToLook(guess.asked);
  if (named === undefined || (guess && !isLook && runsOrHoldsWhatRuns.includes(named.resource))) return reply;
  const thing = { ...named, ...(isLook && guess?.likened !== undefined ? { likened: guess.likened } : {}) };
  const shown = await parts.rules({ ...inputOf(state), thing }, agentOptions(parts.turn()));
  return shown.kind === "plan" ? shown : reply;
};

/** What counts about a thing is more than a look at what it runs. */
const asksOnlyToLook = ({ verb, fact, conditions }: Request): boolean =>
  (verb === "get" || verb === "describe") && fact === undefined && conditions === undefined;

/** Kinds that people ask for logs, limits and the like of: a guess that is about anything else is beside the point. */
const runsOrHoldsWhatRuns: readonly string[] = [
  ...["pod", "deployment", "statefulset", "daemonset", "job", "cronjob"],
  ...["service", "ingress", "hpa", "node", "namespace", "pvc"],
];

/** Words that were not taken as they stand, or not at all. */
const readingNotes = (
  { readAs = [], unread = [], beyond = [] }: PlannerReply,
  language: Language,
): readonly string[] => [
  ...beyondNotes(language, beyond),
  ...readAs.map((word) => sayUnread(language, "readAs", word)),
  ...(unread.length === 0 ? [] : [unreadNote(language, unread)]),
];

const planned = (parts: Parts, state: State, reply: Extract<PlannerReply, { kind: "plan" }>) => {
  const turn = parts.turn();
  const admitted = reply.steps.flatMap((draft, index) => {
    const admission = admit(draft, parts.catalog, `step${index + 1}`);
    if (admission.kind === "rejected") warn(turn, admission.reason[state.language]);
    return admission.kind === "admitted" ? [admission.step] : [];
  });
  const { steps, note, assumed } = withWindow(parts, state, { steps: admitted, asked: reply.asked });
  const told = [reply.likened, note].flatMap((each) => each ?? []).filter((each) => !turn.record.notes.includes(each));
  turn.record.notes.push(...told);
  if (steps.length === 0 && reply.view === "call") return answered(parts, state, { kind: "not_understood" });
  // A plan that a person may still change is told when it is settled.
  const shown = steps.map((step) => ({ ...step, args: withSaid(step, parts.catalog) }));
  if (!reply.playbook) turn.emit({ type: "plan", steps: planSteps(shown) });
  return new Command({
    goto: "clarifier",
    update: {
      known: state.known,
      ...taken([...(assumed === undefined ? [] : [windowKey]), ...(reply.likened === undefined ? [] : [readingKey])]),
      // Planned once more with what was read, it is the same request, and its model has failed already.
      explained: state.explained || reply.fellBack === true,
      ...(reply.offers === undefined ? {} : { nextSteps: reply.offers, planConfirmed: true }),
      plan: {
        view: reply.view,
        steps,
        focus: reply.focus ?? {},
        allNamespaces:
          reply.allNamespaces === true ||
          (state.everywhere && steps.every(({ mentions }) => mentions.namespace === undefined)),
        ...(state.everyCluster ? { everyCluster: true } : {}),
        place: placeOf(state, reply),
        ...(reply.others === undefined || reply.others.length === 0 ? {} : { others: reply.others }),
        leadIn: reply.leadIn ?? "",
        left: reply.left ?? [],
        ...(reply.asked === undefined ? {} : { asked: reply.asked }),
        ...(reply.parts === undefined ? {} : { parts: reply.parts }),
        ...(reply.playbook === undefined ? {} : { playbook: reply.playbook }),
      },
    },
  });
};

/** What was assumed for the request, to be said and undone. */
const taken = (assumed: readonly string[]): Partial<State> => (assumed.length === 0 ? {} : { assumed });

/** A survey stays in the place that was named now, or that the person began in (`--context`, `--namespace`). */
const placeOf = ({ entities }: State, { place = {}, asked }: Extract<PlannerReply, { kind: "plan" }>): Place => {
  const began = (key: "cluster" | "namespace") =>
    entities[key]?.origin === "configured" ? entities[key]?.value : undefined;
  const cluster = place.cluster ?? (asked?.allClusters === true ? undefined : began("cluster"));
  const namespace = place.namespace ?? began("namespace");
  return { ...(cluster === undefined ? {} : { cluster }), ...(namespace === undefined ? {} : { namespace }) };
};

const answered = (parts: Parts, state: State, reply: Exclude<PlannerReply, { kind: "plan" }>) => {
  const { language } = state;
  if (reply.kind === "answer") {
    const { text, nextSteps = [], about } = reply;
    const spoken = about === undefined ? {} : { last: about };
    return new Command({ goto: "report", update: { answer: text, nextSteps, ...spoken } });
  }
  if (reply.kind === "failed" && reply.unplanned === true) {
    warn(parts.turn(), reply.error.message);
    return toPause(requestAsk(parts.catalog, language));
  }
  if (reply.kind === "failed") {
    return new Command({
      goto: "report",
      update: { answer: reply.error.message, status: "error" as const, error: reply.error },
    });
  }
  if (reply.kind === "readings") return toPause(readingAsk(reply.readings, language));
  const message = say(language, "notUnderstood");
  const error = { code: "not_understood", message, remedy: "" };
  const { text: answer, nextSteps } = withQuickCommands(parts.catalog, language, message);
  return new Command({ goto: "report", update: { answer, nextSteps, status: "error" as const, error } });
};
