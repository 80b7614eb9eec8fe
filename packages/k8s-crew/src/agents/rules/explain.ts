import { explainTerms, termsIn, unknownTerm } from "../../guidance/explain.ts";
import type { Request } from "../../language/index.ts";
import type { PlannerReply } from "../types.ts";
import type { Context } from "./plan-context.ts";

/** From the glossary; a word that neither it nor a tool of the server explains is not guessed at. */
export const explain = ({ name, resource }: Request, { catalog, turn }: Context): PlannerReply | undefined => {
  const { language, message } = turn;
  const terms = termsIn(message);
  if (terms.length > 0) {
    const { answer: text, nextSteps } = explainTerms(terms, { catalog, language });
    return { kind: "answer", text, nextSteps };
  }
  if (resource !== undefined && catalog.find({ verb: "explain", resource }).length > 0) return undefined;
  return { kind: "answer", text: unknownTerm(name ?? message.trim().slice(0, 60), language) };
};
