import { z } from "zod";
import { serverKinds } from "../stage/stage.ts";
import { anyRead, type CallPattern, parseCall, parsePattern, type TextPattern } from "./texts.ts";

/** What may stand in a file of conversations; README.md of this package explains it to who writes one. */

const call = z.string().transform((text, context): CallPattern => {
  const parsed = parseCall(text);
  if ("value" in parsed) return parsed.value;
  context.addIssue({ code: "custom", message: parsed.mistake });
  return z.NEVER;
});

const pattern = z.coerce.string().transform((text, context): TextPattern => {
  const parsed = parsePattern(text);
  if ("value" in parsed) return parsed.value;
  context.addIssue({ code: "custom", message: parsed.mistake });
  return z.NEVER;
});

const status = z.enum(["ok", "needs_input", "needs_approval", "cancelled", "error"]);
export const classes = ["direct", "vague", "follow-up"] as const;

/** What the scripted model plans for a turn; what is not stated is what the turn expects. */
const plan = z.strictObject({
  view: z.enum(["call", "status", "overview", "health", "changes", "none"]).default("call"),
  calls: z.array(call).default([]),
  name: z.string().optional(),
  quality: z.string().optional(),
  cluster: z.string().optional(),
  namespace: z.string().optional(),
  all_namespaces: z.boolean().optional(),
  reply: z.string().optional(),
  explanation: z.string().optional(),
});

const turnShape = {
  say: z.string().min(1),
  /** Text that comes with the message, as a piped log does. */
  attach: z.string().optional(),
  class: z.enum(classes).optional(),
  status: z
    .union([status, z.array(status)])
    .transform((one) => (Array.isArray(one) ? one : [one]))
    .optional(),
  calls: z.array(call).optional(),
  also: z.array(z.union([z.literal(anyRead), call])).default([]),
  needs: z.array(call).default([]),
  question: z.string().optional(),
  choices: z.array(z.string()).default([]),
  approval: call.optional(),
  facts: z.array(pattern).default([]),
  forbidden: z.array(pattern).default([]),
  model: z
    .union([plan, z.array(call)])
    .transform((one) => (Array.isArray(one) ? plan.parse({ calls: one.map(({ text }) => text) }) : one))
    .optional(),
};
const turn = z.strictObject(turnShape);

const begin = z.strictObject({
  cluster: z.string().optional(),
  namespace: z.string().optional(),
  guidance: z.enum(["guided", "direct"]).optional(),
});

/** Why a conversation is not served yet; `on` and `with` narrow it to kinds of server and to who plans. */
const pending = z.strictObject({
  reason: z.string().min(1),
  on: z.array(z.enum(serverKinds)).optional(),
  with: z.enum(["rules", "scripted", "model"]).optional(),
});

const shared = {
  category: z.string().optional(),
  language: z.enum(["zh", "en"]).optional(),
  class: z.enum(classes).optional(),
  begin: begin.optional(),
  model_calls_at_most: z.number().int().optional(),
  pending: z
    .union([
      z
        .string()
        .min(1)
        .transform((reason) => ({ reason })),
      pending,
    ])
    .optional(),
};

export const conversationSchema = z.strictObject({ ...shared, name: z.string().min(1), turns: z.array(turn).min(1) });

/** What holds for every conversation of a file that does not say otherwise. */
export const fileSchema = z.strictObject({
  about: z.string().optional(),
  world: z.string().default("default"),
  category: z.string().min(1),
  language: z.enum(["zh", "en"]),
  class: z.enum(classes).default("direct"),
  begin: begin.default({}),
  extra_reads: z.enum(["mistake", "allowed"]).default("mistake"),
  conversations: z.array(z.unknown()).min(1),
});

export const turnKeys: ReadonlySet<string> = new Set(Object.keys(turnShape).filter((key) => key !== "class"));

export type Turn = z.output<typeof turn>;
export type ModelPlan = z.output<typeof plan>;
export type TurnClass = (typeof classes)[number];

/** A conversation with all that its file says of it. */
export type Conversation = {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly world: string;
  readonly category: string;
  readonly language: "zh" | "en";
  readonly class: TurnClass;
  readonly begin: z.output<typeof begin>;
  readonly extraReads: "mistake" | "allowed";
  readonly modelCallsAtMost: number | undefined;
  readonly pending: z.output<typeof pending> | undefined;
  readonly turns: readonly Turn[];
};
