import { argumentsFor } from "../../catalog/arguments.ts";
import { candidatesFrom, kinOf } from "../../choices/choices.ts";
import type { NextStep } from "../../output/output.ts";
import type { Read } from "../../overview/types.ts";
import type { Step } from "../../plan/types.ts";
import type { Row } from "../../results/types.ts";
import { sayChosen } from "../../words/chosen-words.ts";
import { listOf } from "../../words/fill.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import { rowsOf } from "../reads/rows-of.ts";
import { rowsIn, unproven } from "../repair/evidence.ts";
import type { State, Update } from "../state.ts";
import type { Doubt } from "./place-in-doubt.ts";

/** Pods that are named. */
const namedLimit = 5;

/** The pod whose events were asked for, as far as the conversation knows it for one. */
export const isPodOfTalk = ({ entities, subjects }: State, name: string): boolean =>
  entities.pod?.value === name || subjects.some((subject) => subject.resource === "pod" && subject.name === name);

/**
 * No events of a pod in a place where no pod is called so: a pod belongs to where it was seen, and “none” would read as
 * “nothing happened to it there”.
 */
export const podInDoubt = (parts: Parts, state: State): Doubt | undefined => {
  const [step, ...others] = state.plan?.view === "call" ? state.plan.steps : [];
  const name = step?.only;
  if (step?.resource !== "event" || others.length > 0 || name === undefined) return undefined;
  if (!isPodOfTalk(state, name) || rowsOf(parts, step).some((row) => isAbout(row, name))) return undefined;
  const there = podsThere(parts, step);
  const reads = unproven(parts, there === undefined ? [] : [there, step]);
  if (reads.length > 0) return { kind: "read", reads };
  const listed = there && rowsIn(parts, there);
  if (listed === undefined) return undefined;
  const { namespace } = placeOf(parts, step);
  const rows = listed.filter((row) => namespace === undefined || (row.namespace ?? namespace) === namespace);
  if (rows.some((row) => row.name === name)) return undefined;
  const knowledge = { now: parts.settings.now(), language: state.language };
  const kin = kinOf(candidatesFrom(rows, { resource: "pod", withNamespace: false, knowledge }), name);
  return { kind: "missing", update: missing(state, { name, namespace, kin: kin.map(({ row }) => row.name) }) };
};

const isAbout = (row: Row, name: string): boolean =>
  `${row.name} ${row.fields.object ?? ""}`.toLowerCase().includes(name.toLowerCase());

const podsThere = (parts: Parts, step: Step): Read | undefined => {
  const template = parts.catalog.find({ verb: "list", resource: "pod" })[0];
  if (!template) return undefined;
  const { cluster, namespace } = placeOf(parts, step);
  const args = { ...argumentsFor(template.entry, "pod", { cluster, namespace }), ...template.args };
  return { tool: template.entry.tool, args };
};

type Missing = { readonly name: string; readonly namespace: string | undefined; readonly kin: readonly string[] };

const missing = ({ language }: State, { name, namespace, kin }: Missing): Update => {
  const place = namespace === undefined ? "here" : "inNamespace";
  const where = sayChosen(language, place, { namespace: namespace ?? "" });
  const names = listOf(language, kin.slice(0, namedLimit));
  const message = sayChosen(language, kin.length === 0 ? "noSuchPod" : "noSuchPodButKin", { name, where, names });
  const nextSteps = kin.slice(0, namedLimit).map((other): NextStep => {
    const text = sayChosen(language, namespace === undefined ? "eventsOf" : "eventsOfIn", {
      name: other,
      namespace: namespace ?? "",
    });
    return { label: text, message: text };
  });
  return { answer: message, status: "error", error: { code: "not_found", message, remedy: "" }, nextSteps };
};
