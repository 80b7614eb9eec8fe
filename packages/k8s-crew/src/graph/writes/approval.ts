import { parameterOf } from "../../catalog/arguments.ts";
import type { Ask } from "../../choices/types.ts";
import { isReplyWord } from "../../language/index.ts";
import type { Language } from "../../output/output.ts";
import type { Step } from "../../plan/types.ts";
import { sayCard } from "../../words/card-words.ts";
import { say } from "../../words/conversation-words.ts";
import type { Parts } from "../parts.ts";
import type { State } from "../state.ts";
import { clusterOfChange } from "./cluster-of-change.ts";
import { type Change, changeOf } from "./current-value.ts";
import { lossNote } from "./loss.ts";

/** The card for a call that is not a read: the exact call, what it does, and the word that consents. */
export const approvalFor = (parts: Parts, { language }: State, step: Step): Ask => {
  const entry = parts.catalog.get(step.tool);
  const parameter = entry ? parameterOf(entry, "name", step.resource) : undefined;
  const name = parameter ? step.args[parameter.name] : undefined;
  const typed = step.effect === "destructive" && typeof name === "string";
  const change = changeOf(parts, step);
  const loss = lossNote(parts, step, language);
  const slots = {
    change: changeNote(isNew(step) ? undefined : change, language),
    call: cardOf(step, [entry?.server ?? "", placeNote(parts, step, language)]),
    effect: [say(language, step.effect === "destructive" ? "effectDestructive" : "effectWrite"), loss]
      .filter((part) => part !== "")
      .join(language === "zh" ? "。" : ". ")
      .replace(/[.。]$/u, ""),
    name: typed ? typedName(name, step) : "yes",
  };
  return {
    kind: "approval",
    stepId: step.id,
    parameter: "approval",
    text: say(language, typed ? "askApprovalTyped" : "askApproval", slots),
    choices: [],
    fields: {},
    open: false,
    attempts: 0,
    consent: {
      tool: step.tool,
      args: step.args,
      word: slots.name,
      ...(change ? { change } : {}),
      ...(loss === "" ? {} : { loss }),
    },
  };
};

/** The name of what is lost; one that could as well be a reply (“cancel”) with its kind. */
const typedName = (name: string, { resource }: Step): string => (isReplyWord(name) ? `${resource}/${name}` : name);

/** What is not there yet is not changed to anything. */
const isNew = ({ verb }: Step): boolean => verb === "run" || verb === "create";

const changeNote = (change: Change | undefined, language: Language): string => {
  if (!change) return "";
  return change.from === null
    ? say(language, "changeTo", { to: change.to })
    : say(language, "changeFromTo", { from: change.from, to: change.to });
};

/** A call that names no cluster goes to the current one, whose name a person has to know before they agree. */
const placeNote = (parts: Parts, step: Step, language: Language): string => {
  const entry = parts.catalog.get(step.tool);
  const parameter = entry && parameterOf(entry, "cluster");
  if (parameter && parameter.name in step.args) return "";
  const cluster = clusterOfChange(parts, step);
  if (cluster !== undefined) return sayCard(language, "inCluster", { cluster });
  return parameter ? say(language, "placeHere") : sayCard(language, "here");
};

/** The tool and where it is, then its arguments as they will be sent; a text of several lines, as a manifest is, keeps them. */
const cardOf = ({ tool, args }: Step, places: readonly string[]): string => {
  const notes = places.filter((note) => note !== "");
  const lines = Object.entries(args).flatMap(([name, value]) => {
    const [first = "", ...rest] = (typeof value === "string" ? value : JSON.stringify(value)).split("\n");
    return [`    ${name}: ${first}`, ...rest.map((line) => `      ${line}`)];
  });
  return [`${tool}${notes.length === 0 ? "" : ` (${notes.join(", ")})`}`, ...lines].join("\n");
};
