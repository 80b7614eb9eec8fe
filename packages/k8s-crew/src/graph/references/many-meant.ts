import { effectOfVerb } from "../../catalog/verbs.ts";
import { pointsAtMany, readRequest } from "../../language/index.ts";
import type { ShownRow } from "../../memory/shown.ts";
import type { State } from "../state.ts";

/** “Restart them”, “delete it all”: the rows that were shown or counted last, where a change is meant for several of them. */
export const manyMeant = ({ message, shown }: Pick<State, "message" | "shown">): readonly ShownRow[] => {
  const { verb, name, refersBack } = readRequest(message);
  const isChange = verb !== undefined && effectOfVerb(verb) !== "read";
  if (!isChange || name !== undefined || shown.length < 2) return [];
  return pointsAtMany(message) || (refersBack === true && meansAll.test(message)) ? shown : [];
};

const meansAll = /\ball\b|[都全]/iu;
