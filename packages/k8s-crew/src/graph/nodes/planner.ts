import { Command } from "@langchain/langgraph";
import type { PlannerReply } from "../../agents/types.ts";
import { isOfferable } from "../../choices/choices.ts";
import { withQuickCommands } from "../../guidance/help.ts";
import { readRequest } from "../../language/index.ts";
import { admit } from "../../plan/admit.ts";
import type { Place } from "../../plan/types.ts";
import { parseResult } from "../../results/parse-result.ts";
import type { Row } from "../../results/types.ts";
import { say } from "../../words/conversation-words.ts";
import type { Parts } from "../parts.ts";
import { planSteps } from "../plan-gate.ts";
import { readAll } from "../read-all.ts";
import type { State } from "../state.ts";
import { addUsage, warn } from "../turn.ts";

/** Turns the message into a plan or an answer. A model that fails hands the turn to the rules, which is said. */
export const plan = (parts: Parts) => async (state: State) => {
  const turn = parts.turn();
  // What an earlier request read is not the answer to this one; one that is planned again has read for itself.
  if (Object.keys(state.kinds).length === 0) {
    turn.shelf.surveys = [];
    turn.shelf.looks = [];
    turn.shelf.diagnoses = [];
    turn.shelf.results.clear();
    turn.shelf.details.clear();
  }
  const byRules = state.byRules || parts.planner === parts.rules;
  turn.emit({ type: "planning", by: byRules ? "rules" : "model" });
  const known = await withClusters(parts, state);
  const reply = await (byRules ? parts.rules : parts.planner)(
    {
      message: state.message,
      language: state.language,
      entities: state.entities,
      known,
      kinds: state.kinds,
      history: state.messages,
      ...(state.attachment === "" ? {} : { attachment: state.attachment }),
      ...(state.last === null ? {} : { last: state.last }),
      ...(state.lastResource === "" ? {} : { lastResource: state.lastResource }),
    },
    { signal: turn.signal },
  );
  addUsage(turn.record, reply.usage);
  for (const warning of reply.warnings ?? []) warn(turn, warning);
  return reply.kind === "plan" ? planned(parts, { ...state, known }, reply) : answered(parts, state, reply);
};

/**
 * The clusters' names, once a message names something: without them “in prod-cluster” would be taken for a namespace of
 * the current cluster.
 */
const withClusters = async (parts: Parts, state: State): Promise<State["known"]> => {
  const { known, message, language } = state;
  const { kind, namespace, name, cluster } = readRequest(message, { language });
  const named = kind !== "help" && (namespace ?? name ?? cluster) !== undefined;
  const template = parts.catalog.find({ verb: "list", resource: "cluster" })[0];
  if (!named || known.cluster !== undefined || !template) return known;
  if (template.entry.parameters.some(({ required, name: parameter }) => required && !(parameter in template.args)))
    return known;
  const read = { tool: template.entry.tool, args: template.args };
  const [result] = await readAll(parts, [read], { signal: parts.turn().signal, maxAgeMs: parts.settings.maxAgeMs });
  if (result?.outcome !== "ok") return known;
  const parsed = parseResult({ text: result.text, structured: result.structured, verb: "list", resource: "cluster" });
  if (parsed.form !== "rows") return known;
  const names = (rows: readonly Row[]) => rows.map(({ name }) => name).filter(isOfferable);
  const current = parsed.rows.filter(({ fields }) => fields.current === "true");
  return { ...known, cluster: names(parsed.rows), currentCluster: names(current) };
};

const planned = (parts: Parts, state: State, reply: Extract<PlannerReply, { kind: "plan" }>) => {
  const turn = parts.turn();
  const steps = reply.steps.flatMap((draft, index) => {
    const admission = admit(draft, parts.catalog, `step${index + 1}`);
    if (admission.kind === "rejected") warn(turn, admission.reason);
    return admission.kind === "admitted" ? [admission.step] : [];
  });
  if (steps.length === 0 && reply.view === "call") return answered(parts, state, { kind: "not_understood" });
  // A plan that a person may still change is told when it is settled.
  if (!reply.playbook) turn.emit({ type: "plan", steps: planSteps(steps) });
  return new Command({
    goto: "clarifier",
    update: {
      known: state.known,
      explained: reply.fellBack === true,
      plan: {
        view: reply.view,
        steps,
        focus: reply.focus ?? {},
        allNamespaces:
          reply.allNamespaces === true ||
          (state.everywhere && steps.every(({ mentions }) => mentions.namespace === undefined)),
        ...(state.everyCluster ? { everyCluster: true } : {}),
        place: placeOf(state, reply),
        leadIn: reply.leadIn ?? "",
        left: reply.left ?? [],
        ...(reply.asked === undefined ? {} : { asked: reply.asked }),
        ...(reply.playbook === undefined ? {} : { playbook: reply.playbook }),
      },
    },
  });
};

/** A survey stays in the place that was named now, or that the person began in (`--context`, `--namespace`). */
const placeOf = ({ entities }: State, { place = {} }: Extract<PlannerReply, { kind: "plan" }>): Place => {
  const began = (key: "cluster" | "namespace") =>
    entities[key]?.origin === "configured" ? entities[key]?.value : undefined;
  const cluster = place.cluster ?? began("cluster");
  const namespace = place.namespace ?? began("namespace");
  return { ...(cluster === undefined ? {} : { cluster }), ...(namespace === undefined ? {} : { namespace }) };
};

const answered = (parts: Parts, state: State, reply: Exclude<PlannerReply, { kind: "plan" }>) => {
  const { language } = state;
  if (reply.kind === "answer")
    return new Command({ goto: "report", update: { answer: reply.text, nextSteps: reply.nextSteps ?? [] } });
  if (reply.kind === "failed") {
    return new Command({
      goto: "report",
      update: { answer: reply.error.message, status: "error" as const, error: reply.error },
    });
  }
  const message = say(language, "notUnderstood");
  const error = { code: "not_understood", message, remedy: "" };
  return new Command({
    goto: "report",
    update: { answer: withQuickCommands(parts.catalog, language, message), status: "error" as const, error },
  });
};
