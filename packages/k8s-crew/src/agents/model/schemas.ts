import { z } from "zod";
import { qualities } from "../../language/quality.ts";
import type { Language } from "../../output/output.ts";
import type { DraftStep } from "../../plan/types.ts";
import { promptText as say } from "./prompt-texts.ts";

/** A call as a model writes it: arguments as pairs, because free-form objects are where vendors differ most. */
const draftSchema = z.object({
  tool: z.string(),
  arguments: z.array(z.object({ name: z.string(), value: z.string() })),
  reason: z.string(),
});

export const draftFrom = ({ tool, arguments: pairs, reason }: z.infer<typeof draftSchema>): DraftStep => ({
  tool,
  args: Object.fromEntries(pairs.map(({ name, value }) => [name, value])),
  reason: reason.slice(0, 200),
});

/** The form in which a plan arrives. */
export const planSchema = (language: Language) =>
  z.object({
    view: z.enum(["call", "status", "overview", "health", "changes", "none", "more_tools"]),
    calls: z.array(draftSchema),
    about: z.string().optional().describe(say(language, "fieldAbout")),
    focus_name: z.string().optional(),
    focus_node: z.string().optional().describe(say(language, "fieldNode")),
    focus_quality: z.enum(qualities).optional(),
    all_namespaces: z.boolean().optional(),
    cluster: z.string().optional().describe(say(language, "fieldCluster")),
    namespace: z.string().optional().describe(say(language, "fieldNamespace")),
    lead_in: z.string().optional(),
    reply: z.string().optional(),
  });

export type ModelPlan = z.infer<ReturnType<typeof planSchema>>;

/** The form in which one round of an investigation arrives. */
export const roundSchema = (language: Language) =>
  z.object({
    hypothesis: z.string().describe(say(language, "fieldHypothesis")),
    evidence_for: z.array(z.string()).optional().describe(say(language, "fieldFor")),
    evidence_against: z.array(z.string()).optional().describe(say(language, "fieldAgainst")),
    reads: z.array(draftSchema).optional().describe(say(language, "fieldReads")),
    stop_reason: z.string().optional().describe(say(language, "fieldStop")),
    more_tools_about: z.string().optional().describe(say(language, "fieldMore")),
  });

/** The tool by which an answer is given. */
export const answerTool = (language: Language) => ({
  name: "final_answer",
  description: say(language, "answerTool"),
});
