import type { Language, Standing, TurnResult } from "@k8s-copilot/k8s-crew";
import type { Flags } from "../flags.ts";
import type { Io } from "../io.ts";
import { callInShort } from "../output/call-text.ts";
import { emptyResult } from "../output/json.ts";
import { showResult, type Way } from "../output/result.ts";
import type { Say } from "../words.ts";

/** What a person has to know before a conversation goes on. */
export const standingWarnings = ({ voided, cut }: Standing, say: Say): readonly string[] => [
  ...(voided === null ? [] : [say("sessionVoided", { call: callInShort(voided.call) })]),
  ...(cut === null
    ? []
    : cut.maybeSent.length === 0
      ? [say("sessionCut", { message: cut.message })]
      : cut.maybeSent.map((call) => say("sessionMaybeSent", { call: callInShort(call) }))),
];

/** The command that goes on with the last conversation, as the person types it: with what chose the place. */
export const goOnCommand = ({ io, flags }: { readonly io: Pick<Io, "program">; readonly flags: Flags }): string => {
  const { sandbox, manifests, kubeconfig, offline } = flags;
  return [
    `${io.program} ask --continue`,
    ...(manifests !== undefined ? [`--manifests ${manifests}`] : sandbox ? ["--sandbox"] : []),
    ...(kubeconfig === undefined ? [] : [`--kubeconfig ${kubeconfig}`]),
    ...(offline ? ["--offline"] : []),
  ].join(" ");
};

type Waiting = { readonly session: string; readonly language: Language; readonly nothing: string };

/** Where a conversation stands, as the result of a turn that says so: its question once more, or that there is none. */
export const resultOfStanding = (standing: Standing | undefined, waiting: Waiting): TurnResult => {
  const { session, language, nothing } = waiting;
  const question = standing?.question ?? null;
  const empty = { ...emptyResult(language), session };
  return question === null ? { ...empty, answer: nothing } : { ...empty, status: "needs_input", question };
};

/** What a talk that goes on opens with: that it does, and the question that waits. */
export const tellStanding = (standing: Standing, id: string, way: Way & { readonly picks: boolean }): void => {
  if (!way.flags.quiet) way.console.note(way.say("sessionGoesOn", { id }));
  const result = resultOfStanding(standing, { session: id, language: "en", nothing: "" });
  showResult(result, { ...way, questionIsAnswer: true, ms: 0 });
};
