import type { Turn } from "../format/schema.ts";
import type { Scored } from "./score.ts";

/** Failures as Markdown: what was said, what was expected, what came. */
export const failureList = (scored: readonly Scored[]): string =>
  scored
    .filter(({ isPassed }) => !isPassed)
    .map(failure)
    .join("\n\n");

const failure = ({ report, index, turn, result, faults, unserved, class: kind }: Scored): string => {
  const { conversation } = report;
  const before = conversation.turns.slice(0, index).map(({ say }) => `“${say}” → `);
  const place = [conversation.begin.cluster, conversation.begin.namespace].filter((each) => each !== undefined);
  const calls = result.calls.map(({ verb, resource, args }) => `${verb} ${resource} ${JSON.stringify(args)}`);
  return [
    `### ${before.join("")}“${turn.say}”`,
    `${conversation.category}, ${kind}, ${conversation.world} world${place.length > 0 ? `, begun in ${place.join("/")}` : ""} (${conversation.file}:${conversation.line})`,
    `- expected: ${expectation(turn)}`,
    ...(unserved.length > 0 ? [`- the server has no tool for: ${unserved.map(({ text }) => text).join(", ")}`] : []),
    `- wrong: ${faults.map(({ aspect, message }) => `[${aspect}] ${message}`).join("; ")}`,
    `- came: ${result.status}${result.question ? `, asks for ${result.question.parameter}` : ""}; calls: ${calls.slice(0, 8).join(", ") || "none"}${calls.length > 8 ? `, and ${calls.length - 8} more` : ""}`,
    `- answer: ${result.answer.slice(0, 500).replaceAll("\n", "\n  > ")}`,
  ].join("\n");
};

const expectation = ({ status, calls, question, choices, approval, facts, forbidden }: Turn): string =>
  [
    ...(status === undefined ? [] : [status.join(" or ")]),
    ...(calls === undefined ? [] : [calls.length === 0 ? "no call" : calls.map(({ text }) => text).join(", ")]),
    ...(question === undefined ? [] : [`asks for ${question}`]),
    ...(choices.length === 0 ? [] : [`offers ${choices.join(", ")}`]),
    ...(approval === undefined ? [] : [`asks consent for “${approval.text}”`]),
    ...(facts.length === 0 ? [] : [`says ${facts.map(({ text }) => text).join(", ")}`]),
    ...(forbidden.length === 0 ? [] : [`does not say ${forbidden.map(({ text }) => text).join(", ")}`]),
  ].join("; ");
