import type { Role } from "../catalog/types.ts";
import type { Step, Unmet } from "../plan/types.ts";
import { say, type Word } from "../words/conversation-words.ts";
import { nounOf } from "../words/nouns.ts";
import type { State } from "./state.ts";

const words: { readonly [role in Role]?: Word } = {
  since: "cannotNarrowTime",
  previous: "cannotReadPrevious",
  labelSelector: "cannotNarrowLabels",
};

/** What a person said that the tools could not be told, one sentence each. */
export const unmetNotes = ({ plan, language, known }: State): readonly string[] => {
  const note = ({ tool }: Step, { role, value }: Unmet): string =>
    say(language, words[role] ?? "cannotChoose", { tool, value, what: nounOf(role, 1, language) });
  const done = (plan?.steps ?? []).filter((step) => step.done);
  const notes = done.flatMap((step) => [
    ...(step.note === undefined ? [] : [step.note]),
    ...(step.unmet ?? []).filter((unmet) => !isHere(unmet, known)).map((unmet) => note(step, unmet)),
  ]);
  return [...new Set(notes)];
};

/** Who names the cluster that a server speaks of anyway gets what they asked for. */
const isHere = ({ role, value }: Unmet, known: State["known"]): boolean =>
  role === "cluster" && (known.currentCluster ?? []).includes(value);
