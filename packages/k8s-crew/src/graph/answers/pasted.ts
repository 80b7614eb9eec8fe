import { type Pasted, pastedIn, toldBy } from "../../diagnosis/pasted.ts";
import { renderPasted } from "../../diagnosis/render-remedies.ts";
import { kindsIn, readRequest } from "../../language/index.ts";
import type { Language, NextStep } from "../../output/output.ts";
import { sayRemedy } from "../../words/remedy-words.ts";
import type { State, Update } from "../state.ts";

/** An error message that was pasted, explained. */
export const pastedTrouble = (state: State): Update | undefined => {
  const { message, language, attachment, guidanceMemory } = state;
  const pasted = attachment === "" ? pastedIn(message) : undefined;
  if (pasted === undefined || asksInside(message)) return undefined;
  const { name, kinds } = saidBefore(state, pasted.at);
  if (name !== undefined || kinds.length > 0) return undefined;
  const told = toldBy(pasted);
  const text = { language, commands: guidanceMemory.kubectl !== "off" };
  return { answer: renderPasted(told, text), nextSteps: stepsAfter(pasted, language), remedies: [told] };
};

/** The pod that the message names is looked into on a word. */
const stepsAfter = ({ pod }: Pasted, language: Language): readonly NextStep[] => {
  if (pod === undefined) return [];
  const { name, namespace } = pod;
  const message =
    namespace === undefined
      ? sayRemedy(language, "askWhyAnywhere", { name })
      : sayRemedy(language, "askWhy", { name, namespace });
  return [{ label: sayRemedy(language, "lookInto", { name }), message }];
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

const saidBefore = (state: State, at: number) => {
  const { message, language, known } = state;
  const before = `${message.slice(0, at)} ${behind(message.slice(at))}`
    .replaceAll(reasons, " ")
    .replaceAll(machineWords, " ");
  const { cluster: clusters = [], namespace: namespaces = [] } = known;
  return { ...readRequest(before, { language, clusters, namespaces }), kinds: kindsIn(before) };
};

/** What a person adds behind such a message, as far as it has a name as names are written. */
const behind = (text: string): string => {
  const added = /(?:\s[-–—]\s|[，。？?\n]|, )(?<added>[^，。\n]{3,80})$/u.exec(text)?.groups?.added ?? "";
  return /\b[a-z][a-z\d]*(?:-[a-z\d]+)+\b/u.test(added) ? added : "";
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
