import type { Catalog } from "@k8s-copilot/k8s-crew";
import { literal, literalPlan } from "./literal.ts";
import type { PlanReply } from "./plan-reply.ts";
import { finalAnswer, type MindReply, type Question } from "./question.ts";

/** How a model of middling quality goes wrong: always the same way for the same request. */
const slips = ["none", "drops arguments", "none", "wrong tool", "none", "invents a namespace", "none", "none"] as const;

/** Places that no manifest has. */
const inventedNamespace = "blue-lagoon-7";

/** A mind whose plans are wrong three times of eight; the others it leaves as they are. */
export const middling = (question: Question): MindReply => {
  if (question.agent !== "planner") return literal(question);
  return { reply: finalAnswer(withSlip(literalPlan(question), question.turn.say, question.catalog)) };
};

/** The plan with the slip that falls to the request. */
const withSlip = (plan: PlanReply, said: string, catalog: Catalog): PlanReply => {
  const slip = slips[[...said].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % slips.length];
  const [first, ...rest] = plan.calls;
  if (first === undefined || slip === "none" || slip === undefined) return plan;
  if (slip === "drops arguments") {
    const kinds = namesOf(first.tool, catalog, (role) => role === "kind" || role === "apiVersion");
    const kept = first.arguments.filter(({ name }) => kinds.includes(name));
    return { ...plan, calls: [{ ...first, arguments: kept }, ...rest] };
  }
  if (slip === "wrong tool") {
    const own = catalog.get(first.tool);
    const other = catalog.entries.find(
      ({ tool, verb, effect }) => tool !== first.tool && verb === own?.verb && effect === "read",
    );
    return other === undefined ? plan : { ...plan, calls: [{ ...first, tool: other.tool, arguments: [] }, ...rest] };
  }
  const [namespace] = namesOf(first.tool, catalog, (role) => role === "namespace");
  if (namespace === undefined) return plan;
  const others = first.arguments.filter(({ name }) => name !== namespace);
  return {
    ...plan,
    calls: [{ ...first, arguments: [...others, { name: namespace, value: inventedNamespace }] }, ...rest],
  };
};

const namesOf = (tool: string, catalog: Catalog, isWanted: (role: string) => boolean): readonly string[] =>
  (catalog.get(tool)?.parameters ?? []).filter(({ role }) => isWanted(role)).map(({ name }) => name);
