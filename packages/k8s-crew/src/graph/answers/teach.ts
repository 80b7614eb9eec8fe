import { type Done, stepFor } from "../../guidance/next-steps.ts";
import { tipFor } from "../../guidance/tips/tips.ts";
import { guide } from "../../words/guidance-words.ts";
import type { Parts } from "../parts.ts";
import type { State, Update } from "../state.ts";
import { lessonOf } from "./signs.ts";

/** At most one tip, none twice in a conversation; what it offers is among the next steps. */
export const teach = (parts: Parts, state: State, done: Done): Update => {
  const { guidanceMemory, language, nextSteps } = state;
  if (guidanceMemory.tips === "off") return {};
  const lesson = lessonOf(parts, state, done);
  const tip = tipFor(lesson, guidanceMemory.shown);
  if (!tip) return {};
  const { key, page, about } = tip;
  const offer = tip.offer && stepFor(tip.offer, { ...done, troubled: true }, { catalog: parts.catalog, language });
  const text = offer
    ? guide(language, "tipOffer", { tip: tip[language], label: midSentence(offer.label) })
    : tip[language];
  return {
    tip: { text, page, ...(about === undefined ? {} : { about }), ...(offer ? { offer } : {}) },
    guidanceMemory: { ...guidanceMemory, shown: [...guidanceMemory.shown, key] },
    ...(offer && !nextSteps.some(({ label }) => label === offer.label)
      ? { nextSteps: [offer, ...nextSteps].slice(0, 3) }
      : {}),
  };
};

const midSentence = (label: string): string => label.slice(0, 1).toLowerCase() + label.slice(1);
