import { callInLine } from "../output/call-text.ts";
import { undoWords } from "../words/sessions.ts";
import type { Say } from "../words.ts";
import type { KeptResult, KeptTurn } from "./kept-turn.ts";
import type { ReadSession } from "./summary.ts";

/** A conversation as an incident report, in Markdown: who asked what, which calls were made, what was found. */
export const reportOf = (id: string, { about, turns }: ReadSession, say: Say): string => {
  const results = turns.flatMap(({ result }) => (result === undefined ? [] : [result]));
  const calls = results.flatMap((result) => result.calls);
  const changes = calls.filter(({ effect }) => effect !== "read");
  return [
    `# ${say("reportTitle", { id })}`,
    "",
    `- ${say("reportTime", { from: dateTime(about.begun), to: dateTime(turns.at(-1)?.at ?? about.begun) })}`,
    `- ${say("reportWho", { user: about.user, host: about.host })}`,
    `- ${say("reportAbout", { place: about.heldWith })}`,
    `- ${say("reportCounts", { turns: turns.length, calls: calls.length, changes: changes.length })}`,
    `- ${say("reportMasked")}`,
    "",
    `## ${say("reportFindings")}`,
    "",
    ...turns.flatMap(findingOf),
    "",
    `## ${say("reportChanges")}`,
    "",
    ...(changes.length === 0 ? [say("reportNoChanges")] : changes.map((call) => `- ${callLine(call, say)}`)),
    "",
    `## ${say("reportCourse")}`,
    ...turns.flatMap((turn, index) => ["", ...turnLines(turn, index + 1, say)]),
    "",
  ].join("\n");
};

export const dateTime = (at: number): string => new Date(at).toISOString().slice(0, 19).replace("T", " ");

const inLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** Lines of an answer's beginning that stand among the findings. */
const findingLines = 6;

/** What stands in brackets, and what was assumed and one word takes back: it was not found. */
const isAside = (line: string): boolean => aside.test(line);

const aside = new RegExp(`^[(（].*[)）]$|[(（][^()（）]*“(?:${undoWords.join("|")})”[^()（）]*[)）]$`);

/**
 * The first paragraph of an answer says what it comes to, those with a cause what is wrong; after a change it is what was
 * seen then. What stands in brackets says what to think of all of it. Where nothing was looked at, nothing was found.
 */
const findingOf = ({ at, result }: KeptTurn): readonly string[] => {
  if (result === undefined || !["ok", "error"].includes(result.status) || result.calls.length === 0) return [];
  const told = result.answer.split("\n").filter((line) => !isAside(line.trim()));
  const [first = "", ...others] = told
    .join("\n")
    .trim()
    .split(/\n\s*\n/);
  const changed = result.calls.some(({ effect }) => effect !== "read");
  const [line = "", ...rest] = [first, ...(changed ? others.slice(0, 1) : [])]
    .flatMap((paragraph) => paragraph.split("\n").slice(0, findingLines))
    .map(inLine);
  const causes = others.flatMap(troubleIn);
  return line === "" ? [] : [`- ${dateTime(at).slice(11)} ${line}`, ...[...rest, ...causes].map((each) => `  ${each}`)];
};

/** What is wrong with a thing and the likely cause: a numbered line, and the first that stands under it and no evidence is. */
const troubleIn = (paragraph: string): readonly string[] => {
  const [head = "", ...under] = paragraph.split("\n");
  const cause = under.find((each) => /^ {3}[^\s\-$|]/.test(each));
  return /^\d+\. /.test(head) && cause !== undefined
    ? [`- ${inLine(head.replace(/^\d+\. /, ""))}`, `  ${inLine(cause)}`]
    : [];
};

const turnLines = ({ at, message, result }: KeptTurn, number: number, say: Say): readonly string[] => [
  `### ${number}. ${dateTime(at).slice(11)} ${inLine(message)}`,
  "",
  ...(result === undefined ? [say("reportNoAnswer")] : resultLines(result, say)),
];

const resultLines = ({ calls, kubectl, answer, approval, error }: KeptResult, say: Say): readonly string[] => {
  const blocks = [
    calls.map((call) => `- ${callLine(call, say)}`),
    kubectl.length === 0 ? [] : fenced(kubectl.join("\n"), "sh"),
    approval === null ? [] : [say("reportAsked", { call: inCode(callInLine(approval.call)) })],
    answer.trim() === "" ? [] : fenced(answer.trimEnd(), "text"),
    error === null || answer.includes(error.message) ? [] : [inLine(error.message)],
  ];
  return blocks.filter((block) => block.length > 0).flatMap((block, index) => (index === 0 ? block : ["", ...block]));
};

const callLine = (call: KeptResult["calls"][number], say: Say): string => {
  const slots = { call: inCode(callInLine(call)), outcome: call.outcome, ms: call.ms };
  return say(call.cached ? "reportCallCached" : "reportCallLine", slots);
};

const inCode = (text: string): string => `\`${text.replaceAll("`", "'")}\``;

/** A fence longer than any that stands in the text. */
const fenced = (text: string, kind: string): readonly string[] => {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return [`${fence}${kind}`, text, fence];
};
