import { type Reply, readRequest } from "../../language/index.ts";
import type { Step } from "../../plan/types.ts";
import { sayDialogue } from "../../words/dialogue-words.ts";
import { placeOf } from "../place-of.ts";
import { again, type Replying, type Understood } from "./understood.ts";

/** A place that is one side of a comparison already is no answer to which the other is. */
export const otherSide = (replying: Replying, read: Reply, text: string): Understood | undefined => {
  const { parts, state, ask } = replying;
  const { plan, known, language } = state;
  const asked = plan?.steps.find(({ id }) => id === ask.stepId);
  const role = ask.parameter;
  if (asked?.part?.focus.compare !== true || (role !== "cluster" && role !== "namespace")) return undefined;
  const said = readRequest(text, { namespaces: [...(known.namespace ?? [])], clusters: [...(known.cluster ?? [])] });
  const place = read.kind === "picked" && read.values.length === 1 ? read.values[0] : said[role];
  const isThere = (step: Step) =>
    step.part?.index !== asked.part?.index && (step.mentions[role] ?? placeOf(parts, step)[role]) === place;
  if (place === undefined || plan?.steps.some(isThere) !== true) return undefined;
  return again(state, ask, { lead: sayDialogue(language, "isOtherSide", { place }) });
};
