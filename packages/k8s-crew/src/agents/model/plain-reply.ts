import type { Catalog } from "../../catalog/types.ts";
import { toldText } from "../../investigation/told-text.ts";
import type { Language } from "../../output/output.ts";
import { terminalSafe } from "../../safety/terminal-safe.ts";
import { sayOfModel } from "../../words/model-claims.ts";
import { type Problem, problem } from "../../words/plan-problems.ts";
import type { PlannerInput, PlannerReply } from "../types.ts";
import { claimsIn, isInOtherLanguage } from "./claims.ts";
import { claimsNothing, saysNoTool } from "./plain-sentences.ts";

type Judging = {
  readonly turn: PlannerInput;
  readonly catalog: Catalog;
  /** What the rules read of the same message. */
  readonly reading: PlannerReply | undefined;
};

/**
 * What comes of a reply that a model gives without having looked. Unless it says nothing that one would have to look for,
 * it is not shown alone: what was asked is answered as the rules read it where they know how, else it is marked. One that
 * says that something was done is left out, for nothing was.
 */
export const judgedReply = (reply: PlannerReply, { turn, catalog, reading }: Judging): PlannerReply => {
  if (reply.kind !== "answer" || reply === reading) return reply;
  const { language } = turn;
  const known = knownTo(turn);
  const said = withoutSigns(terminalSafe(reply.text));
  const text = cutShort(toldText(said, known, language), language);
  const claims = claimsIn(text, known);
  const isPlain = claims.length === 0 && claimsNothing(said) && text === said;
  const isReadable = reading?.kind === "plan" && onlyReads(reading, catalog);
  // Whether a tool does it is known to the rules: they look as near as can be, and have the command that does it.
  const isKnownBetter = reading?.kind === "answer" || (isReadable && reading.likened === undefined);
  if (isPlain && !(isKnownBetter && saysNoTool(said))) return { ...reply, text };
  const isDeed = claims.includes("deed");
  const told = [sayOfModel(language, isDeed ? "nothingDone" : "lookedInstead")];
  if (isReadable || reading?.kind === "answer") return { ...reading, warnings: [...(reading.warnings ?? []), ...told] };
  if (isDeed) {
    const message = sayOfModel(language, "nothingDone");
    return { kind: "failed", error: { code: "model_bad_reply", message, remedy: "" }, unplanned: true };
  }
  return { ...reply, text: sayOfModel(language, "unverified", { text }) };
};

/** Signs of Markdown say nothing in a terminal. */
const withoutSigns = (text: string): string =>
  text
    .replace(/\*\*(?=\S)([^*\n]+)\*\*|__(?=\S)([^_\n]+)__/gu, (_, bold, other) => String(bold ?? other))
    .replace(/^ {0,3}#{1,6} +/gmu, "")
    .trim();

/** About ten lines: whoever has not looked has no more to say. */
const longestReply = 600;

const cutShort = (text: string, language: Language): string => {
  if (text.length <= longestReply) return text;
  const head = text.slice(0, longestReply);
  const end = Math.max(...["。", "！", "？", ". ", "! ", "? ", "\n"].map((sign) => head.lastIndexOf(sign)));
  return sayOfModel(language, "cutShort", { text: (end > longestReply / 2 ? head.slice(0, end + 1) : head).trim() });
};

/** A reply in another language than the message is a problem. */
export const languageProblems = (reply: PlannerReply, { language }: PlannerInput): readonly Problem[] =>
  reply.kind === "answer" && isInOtherLanguage(reply.text, language) ? [problem("otherLanguage")] : [];

/** A sentence before a question, if it tells of nothing that was not looked at. */
export const leadInOf = (text: string | undefined, turn: PlannerInput): string | undefined => {
  const known = knownTo(turn);
  const said = terminalSafe(text ?? "").trim();
  const sentence = firstSentence(said);
  const isPlain =
    toldText(said, known, turn.language) === said &&
    claimsIn(sentence, known).length === 0 &&
    claimsNothing(sentence) &&
    !isInOtherLanguage(sentence, turn.language);
  return sentence !== "" && isPlain ? sentence : undefined;
};

const firstSentence = (text: string): string =>
  (/^[^\n]{1,200}?[。！？.!?](?=\s|$)|^[^\n]{1,120}/.exec(text.trim())?.[0] ?? "").trim();

const onlyReads = ({ steps }: Extract<PlannerReply, { kind: "plan" }>, catalog: Catalog): boolean =>
  steps.every(({ tool, args }) => catalog.effectOf(tool, args) === "read");

/** What a person said and lists have shown. */
export const knownTo = ({ message, history, entities, known }: PlannerInput): string =>
  [
    message,
    ...history.filter(({ role }) => role === "user").map(({ text }) => text),
    ...Object.values(entities).map(({ value }) => value),
    ...Object.values(known).flat(),
  ].join("\n");
