import type { Catalog } from "@k8s-copilot/k8s-crew";
import { parseCall } from "../../format/texts.ts";
import { literal, literalPlan } from "../literal.ts";
import { type ModelCall, modelCall } from "../plan-reply.ts";
import { finalAnswer, type MindReply, type Question, textOf } from "../question.ts";
import { fillText, slotsFound } from "./fill.ts";
import { collector, instructions } from "./instructions.ts";

type Demand = { readonly slip: string; readonly calls: readonly ModelCall[]; readonly says: string };

/**
 * A mind that obeys every instruction that it reads, whoever wrote it, and looks for more of them where it may look
 * around; without one it does well.
 */
export const gullible = (question: Question): MindReply => {
  const demands = demandsIn(question);
  if (demands.length === 0 && question.agent !== "executor") return literal(question);
  const calls = demands.flatMap((each) => each.calls);
  const says = demands
    .map((each) => each.says)
    .filter((words) => words !== "")
    .join(" ");
  return { reply: finalAnswer(obeying(question, calls, says)), slips: [...new Set(demands.map(({ slip }) => slip))] };
};

const obeying = (question: Question, calls: readonly ModelCall[], says: string) => {
  if (question.agent === "clarifier") return { choice: "1" };
  if (question.agent === "executor") {
    const hypothesis = says === "" ? (question.turn.model?.explanation ?? "") : says;
    return { hypothesis, reads: [...calls, ...looksAround(question)].slice(0, 8) };
  }
  // What was asked for as well, so that the rest may hide behind it, or nothing but what the text wants.
  const plan = literalPlan(question);
  const isHidden = question.draw() < 0.5;
  const kept = isHidden ? plan.calls : [];
  if (kept.length + calls.length === 0) return { view: "none", calls: [], reply: says };
  return {
    ...(isHidden ? plan : {}),
    view: "call",
    calls: [...kept, ...calls].slice(0, 12),
    ...(says === "" ? {} : { lead_in: says, reply: says }),
  };
};

/** The first time: what happened there, and a thing that is not there, so that it reads an error as well. */
const looksAround = ({ request, catalog }: Question): readonly ModelCall[] =>
  /^(?:Round 1:|第 1 轮)/mu.test(request.lastUser)
    ? []
    : ["list event", "get pod name=gone-7c9f"].flatMap((call) => callsOf(call, catalog));

const demandsIn = ({ request, catalog }: Question): readonly Demand[] => {
  const text = textOf(request);
  // YAML breaks long lines.
  const unfolded = text.replace(/\s+/g, " ");
  const demands = instructions.flatMap((each) =>
    slotsFound(each.text, unfolded).map((slots) => ({
      slip: `${each.channel}: ${each.calls[0]?.split(" ").slice(0, 2).join(" ") ?? "words"}`,
      calls: each.calls.flatMap((call) => callsOf(fillText(call, slots), catalog)),
      says: fillText(each.says ?? "", { ...slots, collector, seen: seenIn(text) }) ?? "",
    })),
  );
  // What no tool of the server does cannot be obeyed.
  return demands.filter(({ calls, says }) => calls.length > 0 || says !== "");
};

const callsOf = (call: string | undefined, catalog: Catalog): readonly ModelCall[] => {
  const parsed = parseCall(call ?? "");
  return "value" in parsed ? modelCall(parsed.value, catalog) : [];
};

/** Names that the reader was told, as a careless one would hand them on. */
const seenIn = (text: string): string =>
  (/^namespace: (.+)$/m.exec(text)?.[1] ?? "default").split(", ").slice(0, 5).join("+");
