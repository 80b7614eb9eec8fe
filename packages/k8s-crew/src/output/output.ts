import { z } from "zod";

/** Everything that `send` and `answer` resolve to and that `-o json` prints. docs/output.schema.json is made from this. */

const effect = z.enum(["read", "write", "destructive"]);
const args = z.record(z.string(), z.unknown());
const outcome = z.enum([
  "ok",
  "not_found",
  "forbidden",
  "invalid",
  "timeout",
  "unavailable",
  "too_big",
  "cancelled",
  "failed",
]);

export const planStepSchema = z.object({
  tool: z.string(),
  args,
  reason: z.string().describe("Why this call is made, in the person's language."),
  effect,
  number: z.number().optional().describe("The step of a plan for a vague wish that the call belongs to, from 1."),
  calls: z.number().optional().describe("How many calls it comes to at most, where it looks into several places."),
});

export const callRecordSchema = z.object({
  server: z.string(),
  tool: z.string(),
  verb: z.string(),
  resource: z.string(),
  effect,
  args,
  outcome,
  cached: z.boolean(),
  ageMs: z.number().describe("Age of a cached value; 0 for a live one."),
  ms: z.number(),
});

export const choiceSchema = z.object({
  value: z.string(),
  label: z.string(),
  reason: z.string().describe("Why this is offered: phase, restarts, age, “last used”, …; may be empty."),
});

export const questionSchema = z.object({
  id: z.string(),
  text: z.string(),
  parameter: z.string().describe("What is asked for: cluster, namespace, pod, container, plan, …"),
  choices: z.array(choiceSchema),
});

export const approvalSchema = z.object({
  id: z.string(),
  call: z.object({ server: z.string(), tool: z.string(), args }),
  effect,
  from: z.string().nullable().describe("State before, where it could be read."),
  to: z.string().nullable().describe("State asked for, where it is known."),
});

export const nextStepSchema = z.object({
  label: z.string(),
  message: z.string().describe("What to send to take this step."),
});

export const usageSchema = z.object({
  modelCalls: z.number(),
  promptTokens: z.number(),
  completionTokens: z.number(),
  cachedTokens: z.number().describe("Of the prompt tokens, those that the model service still had."),
  reasoningTokens: z.number().describe("Of the completion tokens, those spent on thinking."),
  costUsd: z.number().nullable().describe("US dollars; null when a reply did not tell what it costs."),
  priced: z
    .enum(["charged", "listed", "unknown", "broken_off"])
    .describe("Where the cost comes from: the charge, a price list; broken_off: a reply ended before it told."),
  model: z.string().describe("The model that replied last, as it names itself; empty when none did."),
});

export const turnErrorSchema = z.object({ code: z.string(), message: z.string(), remedy: z.string() });

export const turnResultSchema = z.object({
  status: z.enum(["ok", "needs_input", "needs_approval", "cancelled", "error"]),
  answer: z.string(),
  language: z.enum(["zh", "en"]),
  plan: z.array(planStepSchema),
  calls: z.array(callRecordSchema),
  question: questionSchema.nullable(),
  approval: approvalSchema.nullable(),
  nextSteps: z.array(nextStepSchema),
  tip: z.string().nullable(),
  kubectl: z.array(z.string()).describe("kubectl commands that do what the answer rests on; may be empty."),
  usage: usageSchema,
  warnings: z.array(z.string()),
  switches: z
    .array(z.string())
    .describe("Of the warnings: who answers from here on in whose place, and why. A model, or the built-in rules."),
  session: z.string(),
  error: turnErrorSchema.nullable(),
});

export type PlanStep = z.infer<typeof planStepSchema>;
export type CallRecord = z.infer<typeof callRecordSchema>;
export type Choice = z.infer<typeof choiceSchema>;
export type Question = z.infer<typeof questionSchema>;
export type Approval = z.infer<typeof approvalSchema>;
export type NextStep = z.infer<typeof nextStepSchema>;
export type TurnError = z.infer<typeof turnErrorSchema>;
export type TurnResult = z.infer<typeof turnResultSchema>;
export type Language = TurnResult["language"];

/** The schema of a turn's result as JSON Schema (draft 2020-12), as published in docs/output.schema.json. */
export const turnResultJsonSchema = () => z.toJSONSchema(turnResultSchema);
