import type { Reply } from "@k8s-copilot/doubles";
import { oneOf } from "../draw.ts";
import { literalFields, literalPlan } from "../literal.ts";
import { type Fields, finalAnswer, type MindReply, type Question } from "../question.ts";
import { callOf, isChinese, planSlips } from "./plan-slips.ts";

/** What goes wrong with a reply, whoever gives it. */
const replySlips: Readonly<Record<string, (fields: Fields) => Reply>> = {
  "cut reply": (fields) => ({ ...calling(fields, 1), cut: "in_string" }),
  "empty reply": () => ({ fault: "odd.empty_stop" }),
  prose: () => ({ text: "Sure thing! Give me a moment while I have a look around." }),
  "forty calls at once": (fields) => calling(fields, 40),
};

const choiceSlips: Readonly<Record<string, Fields>> = {
  "a choice that is not offered": { choice: "99" },
  "another choice": { choice: "1" },
};

/** What goes wrong with a round of an investigation; what it looks at is anything that the server can do. */
const roundSlips: Readonly<Record<string, (question: Question) => Fields>> = {
  "contradicting counts": ({ turn }) => ({
    hypothesis: isChinese(turn.say) ? "全部 4711 个 pod 都在正常运行。" : "All 4711 pods are running and healthy.",
  }),
  "an invented name": ({ turn }) => ({
    hypothesis: isChinese(turn.say)
      ? "很可能是因为 blue-lagoon-7 没有响应。"
      : "The most likely cause is that blue-lagoon-7 does not respond.",
  }),
  "a deed that was not done": ({ turn }) => ({
    hypothesis: isChinese(turn.say) ? "我已经把它重启好了。" : "I have restarted it and it is fixed now.",
  }),
  "wrong language": ({ turn }) => ({
    hypothesis: isChinese(turn.say)
      ? "The most likely cause is that memory ran out on this one."
      : "最可能的原因是这里的内存已经用完了。",
  }),
  "wrong effect": ({ catalog }) => ({
    hypothesis: "",
    reads: catalog.entries
      .filter(({ effect }) => effect !== "read")
      .slice(0, 8)
      .map((entry) => callOf(entry, noPlan)),
  }),
  "too many steps": ({ catalog }) => ({
    hypothesis: "",
    reads: Array.from({ length: 60 }, (_, index) => catalog.entries[index % catalog.entries.length]).flatMap((entry) =>
      entry === undefined ? [] : [callOf(entry, noPlan)],
    ),
  }),
  "unknown tool": () => ({ hypothesis: "", reads: [{ tool: "kubectl_look", arguments: [], reason: "to be sure" }] }),
};

const noPlan = { calls: [] };

/** Of four replies one is as it should be. */
const isRight = ({ draw }: Question): boolean => draw() < 0.25;

/** A mind that makes every mistake that a model makes, in all three of its tasks. */
export const clumsy = (question: Question): MindReply => {
  const fields = literalFields(question);
  if (isRight(question)) return { reply: finalAnswer(fields) };
  const own = Object.keys(ownSlips[question.agent]);
  const slip = oneOf([...own, ...Object.keys(replySlips)], question.draw) ?? "prose";
  const spoil = replySlips[slip];
  return { reply: spoil ? spoil(fields) : finalAnswer(wrongFields(question, slip) ?? fields), slips: [slip] };
};

const ownSlips = { planner: planSlips, clarifier: choiceSlips, executor: roundSlips };

const wrongFields = (question: Question, slip: string): Fields | undefined => {
  if (question.agent === "planner") return planSlips[slip]?.(literalPlan(question), question);
  return question.agent === "clarifier" ? choiceSlips[slip] : roundSlips[slip]?.(question);
};

const calling = (fields: Fields, times: number) => ({
  toolCalls: Array.from({ length: times }, () => ({ name: "final_answer", args: { ...fields } })),
});
