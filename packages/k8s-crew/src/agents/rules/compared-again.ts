import { followUpIn, type Request } from "../../language/index.ts";
import { sayDialogue } from "../../words/dialogue-words.ts";
import { allOf } from "../../words/fill.ts";
import { nounOf } from "../../words/nouns.ts";
import type { PlannerInput, PlannerReply } from "../types.ts";

/** What a place said after a comparison comes to: other sides, one of them alone, or a question which one it replaces. */
type Again =
  | { readonly kind: "requests"; readonly requests: readonly Request[] }
  | { readonly kind: "reply"; readonly reply: PlannerReply };

type Role = "cluster" | "namespace";
const roles: readonly Role[] = ["cluster", "namespace"];

/** “No, in prod-cluster”, “不对，是 dev 和 default 的” after two places were held side by side. Undefined: nothing of that. */
export const comparedAgain = (requests: readonly Request[], turn: PlannerInput): Again | undefined => {
  const { parts = [] } = turn.last ?? {};
  const role = roles.find((each) => new Set(parts.map((part) => part[each])).size > 1);
  const isCompared = parts.length > 1 && parts.every(({ compare }) => compare === true);
  if (!isCompared || role === undefined || !requests.every((request) => isPlace(request, turn.message)))
    return undefined;
  const placed = requests.flatMap((request) => request[role] ?? []);
  const named = (followUpIn(turn.message)?.words ?? []).filter((word) => turn.known[role]?.includes(word));
  const said = named.length > placed.length ? named : placed;
  const [first, ...others] = said;
  if (first === undefined || placed.length < requests.length) return undefined;
  const sides = [...new Set(parts.flatMap((part) => part[role] ?? []))];
  const whatOf = parts.filter((part) => part[role] === sides[0]);
  const at = (place: string) => whatOf.map((part) => ({ ...part, [role]: place }));
  if (others.length > 0) return { kind: "requests", requests: said.flatMap(at) };
  if (!sides.includes(first)) return { kind: "reply", reply: whichSide(first, sides, { turn, whatOf }) };
  return { kind: "requests", requests: at(first).map(({ compare: _, ...alone }) => alone) };
};

/** It names where, and nothing else that is wanted there. */
const isPlace = ({ verb, view = "call", name, corrects, cluster, namespace }: Request, message: string): boolean =>
  verb === undefined &&
  view === "call" &&
  name === undefined &&
  (cluster ?? namespace) !== undefined &&
  (corrects === true || followUpIn(message) !== undefined);

type Compared = { readonly turn: PlannerInput; readonly whatOf: readonly Request[] };

const whichSide = (place: string, sides: readonly string[], { turn, whatOf }: Compared): PlannerReply => {
  const { language, last } = turn;
  const noun = nounOf(whatOf[0]?.resource ?? "deployment", 2, language);
  const nextSteps = sides.map((side) => {
    const message = sayDialogue(language, "compareThese", { side, place, noun });
    return { label: message, message };
  });
  const text = sayDialogue(language, "whichSide", { sides: allOf(language, sides), place });
  return { kind: "answer", text, nextSteps, ...(last === undefined ? {} : { about: last }) };
};
