import type { Role } from "../../catalog/types.ts";
import { kubectlFor } from "../../guidance/kubectl.ts";
import type { Step, Unmet } from "../../plan/types.ts";
import { sayAccess } from "../../words/access-words.ts";
import { say, type Word } from "../../words/conversation-words.ts";
import { nounOf } from "../../words/nouns.ts";
import type { Parts } from "../parts.ts";
import { placeOf } from "../place-of.ts";
import type { State } from "../state.ts";

const words: { readonly [role in Role]?: Word } = {
  since: "cannotNarrowTime",
  previous: "cannotReadPrevious",
  labelSelector: "cannotNarrowLabels",
};

/** What a person said that the tools could not be told, one sentence each. */
export const unmetNotes = (parts: Parts, { plan, language, known, entities }: State): readonly string[] => {
  const note = (step: Step, { role, value }: Unmet): string => {
    const slots = { tool: step.tool, value, what: nounOf(role, 1, language) };
    const text = say(language, words[role] ?? "cannotChoose", slots);
    const command = role === "previous" ? previousLog(parts, step, entities.cluster?.value) : undefined;
    return command === undefined ? text : `${text}\n${sayAccess(language, "withKubectl", { command })}`;
  };
  const done = (plan?.steps ?? []).filter((step) => step.done);
  const notes = done.flatMap((step) => [
    ...(step.note === undefined ? [] : [step.note]),
    ...(step.unmet ?? []).filter((unmet) => !isHere(unmet, known)).map((unmet) => note(step, unmet)),
  ]);
  return [...new Set(notes)];
};

const previousLog = (parts: Parts, step: Step, cluster: string | undefined): string | undefined =>
  kubectlFor({ verb: "logs", resource: "pod", cluster, ...placeOf(parts, step), previous: true });

/** Who names the cluster that a server speaks of anyway gets what they asked for. */
const isHere = ({ role, value }: Unmet, known: State["known"]): boolean =>
  role === "cluster" && (known.currentCluster ?? []).includes(value);
