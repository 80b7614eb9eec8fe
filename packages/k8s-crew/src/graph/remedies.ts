import { pastedIn } from "../diagnosis/pasted.ts";
import type { Diagnosis } from "../diagnosis/types.ts";
import { pastedSteps, pastedText, remediesText, type Told } from "../guidance/remedies.ts";
import { asksForRemedy, kindsIn, readRequest } from "../language/index.ts";
import { callKey } from "../plan/source.ts";
import { sayRemedy } from "../words/remedy-words.ts";
import type { Parts } from "./parts.ts";
import type { State, Update } from "./state.ts";

/** Causes that are kept for “how do I fix it”. */
const mostTold = 5;

/** What this turn's answer told of causes; empty where it was about something else. */
export const toldBy = (parts: Parts, { plan }: State): readonly Told[] => {
  const { diagnoses, causes } = parts.turn().shelf;
  const made = (plan?.steps ?? []).flatMap((step) => diagnoses.get(callKey(step)) ?? []);
  return [...made, ...(causes?.diagnoses ?? [])].flatMap(toldOf).slice(0, mostTold);
};

const toldOf = ({ findings, target, cluster }: Diagnosis): readonly Told[] =>
  findings.map(({ cause, slots, object }) => ({ cause, slots, object, target, cluster }));

/** What to do about what was found. Undefined where that was not asked, or nothing was found. */
export const remedies = (state: State): Update | undefined => {
  const { told, nextSteps } = state;
  if (told.length === 0 || !asksForRemedy(state.message)) return undefined;
  return { answer: remediesText(told, textOf(state)), nextSteps, told };
};

/** Where nothing was looked into yet, what to do about something is told by what is wrong with it. */
export const troubleInstead = ({ message, last, told, language }: State): string | undefined =>
  last !== null && told.length === 0 && asksForRemedy(message) ? sayRemedy(language, "itsTrouble") : undefined;

/** An error message that was pasted, explained. */
export const pastedTrouble = (state: State): Update | undefined => {
  const { message, language } = state;
  const pasted = state.attachment === "" ? pastedIn(message) : undefined;
  if (pasted === undefined || asksInside(message)) return undefined;
  const { name, kinds } = saidBefore(state, pasted.at);
  if (name !== undefined || kinds.length > 0) return undefined;
  return {
    answer: pastedText(pasted, textOf(state)),
    nextSteps: pastedSteps(pasted, language),
    told: pasted.causes.map((each) =>
      pasted.pod ? { ...each, object: { resource: "pod", namespace: "", ...pasted.pod } } : each,
    ),
  };
};

/** What such a message is said of by name is looked into. */
export const pastedOf = (state: State): string | undefined => {
  const { message, language, attachment } = state;
  const pasted = attachment === "" ? pastedIn(message) : undefined;
  if (pasted === undefined || asksInside(message)) return undefined;
  const { name, namespace } = saidBefore(state, pasted.at);
  if (name === undefined) return undefined;
  return namespace === undefined
    ? sayRemedy(language, "askWhyAnywhere", { name })
    : sayRemedy(language, "askWhy", { name, namespace });
};

const saidBefore = ({ message, language, known }: State, at: number) => {
  const before = message.slice(0, at).replaceAll(reasons, " ").replaceAll(machineWords, " ");
  const { cluster: clusters = [], namespace: namespaces = [] } = known;
  return { ...readRequest(before, { language, clusters, namespaces }), kinds: kindsIn(before) };
};

/** Reasons of events are one word of several: FailedScheduling. */
const reasons = /\b(?:[A-Z][a-z]+){2,}\b|\bUnhealthy\b/g;

/** What stands around a message where a program prints it; none of it is a name. */
const machineWords =
  /\bpods?\/\S+|\b\d+[smhd]\b|\b\S*(?:\d[.:]){2,}\S*|\S+:\/\/\S+|\b\w+=\S*|\b(?:dial|tcp|udp|lookup|get|post|put|read|write|rpc|desc|code|error|err|fatal|warn|warning|failed|failure|could not|cannot|can't|unable|connect|connecting|connection|call|from|server|kubelet|default-scheduler|spec\.\S+|exception|caused by|traceback|level|msg|message|normal|reason|last state|over|back-off|x\d+|terminated|state)\b|["'\x60[\](){}]/giu;

/** What asks for logs, lists or events that hold such words explains none of them. */
const asksInside = (message: string): boolean => {
  const { kind, verb, name } = readRequest(message);
  return (
    kind === "request" &&
    (verb === "logs" || (verb === "list" && name === undefined && kindsIn(message).length > 0 && message.length < 60))
  );
};

const textOf = ({ language, guidanceMemory }: State) => ({ language, commands: guidanceMemory.kubectl !== "off" });
