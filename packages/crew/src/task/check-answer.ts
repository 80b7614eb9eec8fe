import { inspect } from "node:util";
import { z } from "zod";
import { createAnswer } from "../agent/answer.ts";
import { createMeter } from "../agent/meter.ts";
import { noUsage } from "../agent/no-usage.ts";
import { addUsage } from "../agent/usage.ts";
import { rememberOrDo } from "../remember.ts";
import type { Usage } from "../types.ts";
import { type Bounded, callBounded } from "./bounded.ts";
import type { CrewFailure } from "./failure.ts";
import { judge } from "./judge.ts";
import type { Answered, Guardrail, Verdict } from "./types.ts";
import type { TaskWork } from "./work.ts";

export type Checked = { readonly usage: Usage } & (
  | { readonly kind: "accepted"; readonly answer: Answered }
  /** `isNew`: it was refused now, and not before a pause. */
  | { readonly kind: "refused"; readonly guardrail: number; readonly feedback: string; readonly isNew: boolean }
  | { readonly kind: "failed"; readonly error: CrewFailure }
);

/** Asks all guardrails in order, each about what the one before made of the answer, until one refuses it. */
export async function checkAnswer(work: TaskWork, given: Answered): Promise<Checked> {
  let answer = given;
  let usage = noUsage;
  for (const [guardrail, rule] of work.task.guardrails.entries()) {
    const { value: asked, isNew } = await askGuardrail(work, { index: guardrail, rule, answer });
    usage = addUsage(usage, asked.usage);
    const { verdict } = asked;
    if (!verdict.ok) return { kind: "failed", error: guardrailFailure(work, guardrail, verdict.problem), usage };
    const { value } = verdict;
    if (value === true) continue;
    if (value === false || typeof value === "string") {
      return { kind: "refused", guardrail, feedback: value || work.prompts.noReason, isNew, usage };
    }
    const replaced = await replace(work, answer, value.replaceWith);
    if (!replaced.ok) return { kind: "failed", error: guardrailFailure(work, guardrail, replaced.problem), usage };
    if (typeof replaced.value === "string")
      return { kind: "refused", guardrail, feedback: replaced.value, isNew, usage };
    answer = replaced.value;
  }
  return { kind: "accepted", answer, usage };
}

function toGuardrail({ agent, prompts }: TaskWork, rule: Guardrail | string): Guardrail {
  return typeof rule === "string" ? judge(agent.model, rule, prompts.judge) : rule;
}

const Replacement = z.object({ replaceWith: z.string() });

const verdicts = "true, false, a text that says what is wrong, or { replaceWith: text }";

/** What is none of a verdict's shapes (a pair as crewAI's guardrails return, nothing at all) accepts nothing. */
function readVerdict(value: unknown): Bounded<Verdict> {
  if (typeof value === "boolean" || typeof value === "string") return { ok: true, value };
  const replacement = Replacement.safeParse(value);
  if (replacement.success) return { ok: true, value: replacement.data };
  const shown = inspect(value, { depth: 1, breakLength: Number.POSITIVE_INFINITY }).slice(0, 100);
  return { ok: false, problem: `It returned ${shown}.` };
}

type Asked = { readonly verdict: Bounded<Verdict>; readonly usage: Usage };

type Question = { readonly index: number; readonly rule: Guardrail | string; readonly answer: Answered };

function askGuardrail(work: TaskWork, { index, rule, answer }: Question) {
  const { signal, callbackTimeoutMs: timeoutMs, remember, meters } = work;
  const guardrail = toGuardrail(work, rule);
  return rememberOrDo(remember, {
    name: "guardrail",
    async work(): Promise<Asked> {
      const own = createMeter();
      const said = await callBounded<unknown>({ signal, timeoutMs }, (limit) =>
        guardrail(answer, { signal: limit, meters: [own, ...meters] }),
      );
      return { verdict: said.ok ? readVerdict(said.value) : said, usage: own.usage() };
    },
    failureIn: ({ verdict }) => (verdict.ok ? undefined : guardrailFailure(work, index, verdict.problem)),
  });
}

/** `guardrail` counts from 0, as in the events. */
function guardrailFailure({ task }: TaskWork, guardrail: number, problem: string): CrewFailure {
  const isInWords = typeof task.guardrails[guardrail] === "string";
  const message = `${isInWords ? "The judge of guardrails" : "guardrails"}[${guardrail}] of "${task.name}" gave no verdict: ${problem}`;
  const remedy = isInWords
    ? "See to the model of the task's agent, which judges by the rule, or write a function in place of the rule."
    : `Mend the guardrail: it has to return ${verdicts}.`;
  return { code: "guardrail_failed", message, remedy, task: task.name };
}

/** The answer with another text, or what is wrong with that. */
async function replace(work: TaskWork, answer: Answered, raw: string): Promise<Bounded<Answered | string>> {
  const { signal, callbackTimeoutMs: timeoutMs } = work;
  const { output } = work.task;
  if (output === undefined) return { ok: true, value: { ...answer, raw, data: raw } };
  const reader = createAnswer({ output, answerWith: "text" }, []);
  return callBounded<Answered | string>({ signal, timeoutMs }, async (limit) => {
    const read = await reader.readText(raw, limit);
    return read.fits ? { ...answer, raw: read.text, data: read.data } : read.problem;
  });
}
