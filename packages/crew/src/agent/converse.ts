import { type BaseMessage, HumanMessage, type SystemMessage, ToolMessage } from "@langchain/core/messages";
import { CrewError } from "../errors.ts";
import type { Reply, RequestedCall } from "../read-reply.ts";
import { toToolMessage } from "../tools/tool-message.ts";
import type { CallResult } from "../types.ts";
import type { Answer, ReadAnswer } from "./answer.ts";
import { type Asked, askOrRemember, isAskedAgain, type ModelCaller, type Request } from "./ask-model.ts";
import { errorOf, modelFailure } from "./model-failure.ts";
import { abortFailure } from "./patience.ts";
import type { LoopPrompts } from "./prompt.ts";
import { type Batch, withoutAnswer } from "./run-calls.ts";
import { runUntilAnswer } from "./run-until-answer.ts";
import { nextLimit, withShortResults } from "./shorten.ts";
import type { Agent, AgentError } from "./types.ts";

export type Conversation = {
  readonly caller: ModelCaller;
  readonly system: SystemMessage;
  /** Grows with everything that is said. */
  readonly history: BaseMessage[];
  /** Grows with every call. */
  readonly results: CallResult[];
  readonly answer: Answer;
  readonly runBatch: (requested: readonly RequestedCall[]) => Promise<Batch>;
  readonly showResult: (result: CallResult) => string;
  readonly prompts: LoopPrompts;
};

export type Ending =
  | { readonly status: "completed"; readonly text: string; readonly data: unknown; readonly truncated: boolean }
  | { readonly status: "failed"; readonly error: AgentError };

/** What the loop remembers from one turn to the next. */
type Progress = {
  iteration: number;
  emptyReplies: number;
  repairs: number;
  fruitlessTurns: number;
  repairing: boolean;
  /** Characters that the model is shown of a result. */
  resultLimit: number;
};

const MAX_REPAIRS = 1;
const MAX_EMPTY_REPLIES = 1;
/** Turns in a row in which the model calls only what it called before or what is not there, before it has to answer. */
const MAX_FRUITLESS_TURNS = 2;

/** Of an agent without tools every call is one of what is not there: it is told so once. */
const isStuck = ({ caller: { agent } }: Conversation, { fruitlessTurns }: Progress): boolean =>
  fruitlessTurns >= (agent.tools.length === 0 ? 1 : MAX_FRUITLESS_TURNS);

/** The loop: ask the model, run the calls it asks for, until it has answered or may not go on. */
export async function converse(talk: Conversation): Promise<Ending> {
  const { agent, deadline } = talk.caller;
  try {
    return await turnByTurn(talk);
  } catch (error) {
    // What outlasts its run, such as a schema that never tells whether an answer fits, is left behind.
    if (!deadline.signal.aborted || error !== deadline.signal.reason) throw error;
    return { status: "failed", error: errorOf(abortFailure(agent, deadline)) };
  }
}

async function turnByTurn(talk: Conversation): Promise<Ending> {
  const progress: Progress = {
    iteration: 1,
    emptyReplies: 0,
    repairs: 0,
    fruitlessTurns: 0,
    repairing: false,
    resultLimit: Number.POSITIVE_INFINITY,
  };
  for (; ; progress.iteration += 1) {
    const last = isLastTurn(talk, progress);
    const asked = await askInLength(talk, progress, last);
    if (!asked.ok) return { status: "failed", error: asked.error };
    const ending = await takeTurn(talk, { reply: asked.reply, progress, last });
    if (ending !== undefined) return ending;
  }
}

/** Asks, and where the conversation is too long for the model asks again with less of what tools returned. */
async function askInLength(talk: Conversation, progress: Progress, last: boolean): Promise<Asked> {
  const shorter = () => nextLimit(talk.history, progress.resultLimit);
  const request = { ...requestOf(talk, progress, last), canBeShorter: () => shorter() !== undefined };
  const asked = await askOrRemember(talk.caller, request);
  if (asked.ok || !isAskedAgain(asked.error, request)) return asked;
  progress.resultLimit = shorter() ?? progress.resultLimit;
  return askInLength(talk, progress, last);
}

function isLastTurn(talk: Conversation, progress: Progress): boolean {
  const { agent, meter } = talk.caller;
  const spent = meter.modelCallsLeft() <= 1 || meter.toolCallsLeft() === 0;
  return spent || progress.iteration > agent.maxIterations || isStuck(talk, progress);
}

function requestOf(
  { caller, system, history, answer, prompts }: Conversation,
  progress: Progress,
  last: boolean,
): Omit<Request, "canBeShorter"> {
  const used = new Set(history.filter(ToolMessage.isInstance).map((message) => message.tool_call_id));
  return {
    messages: [
      system,
      ...withShortResults(history, progress.resultLimit),
      ...noteFor(progress, { last, caller, answer, prompts }),
    ],
    toolChoice: choiceFor(progress, { last, caller, answer, prompts }),
    takesCutWords: answer.isInWords,
    isTaken: (id) => used.has(id),
  };
}

type Occasion = Pick<Conversation, "caller" | "answer" | "prompts"> & { readonly last: boolean };

/** Left to the model, until it has to answer: through the answer's tool where there is one, else without any. */
function choiceFor({ repairing }: Progress, { last, caller, answer }: Occasion): string | undefined {
  const mustAnswer = last || repairing || caller.agent.tools.length === 0;
  if (!mustAnswer || caller.definitions.length === 0) return undefined;
  return answer.tool?.name ?? "none";
}

/** What is said for this request only. */
function noteFor({ emptyReplies, repairing }: Progress, { last, caller, answer, prompts }: Occasion): HumanMessage[] {
  if (emptyReplies > 0) return [new HumanMessage(prompts.emptyReply)];
  if (!last || repairing || caller.agent.tools.length === 0) return [];
  return [new HumanMessage(prompts.answerNow(answer.tool?.name))];
}

type Turn = { readonly reply: Reply; readonly progress: Progress; readonly last: boolean };

/**
 * What one reply leads to: the end, or undefined when the model has to be asked again. Calls beside an answer that fits are
 * not sent: no answer can rest on what was asked for together with it, and what they would do nobody would be told. Those
 * beside one that does not fit are, since the model goes on.
 */
async function takeTurn(talk: Conversation, { reply, progress, last }: Turn): Promise<Ending | undefined> {
  const { answer, prompts } = talk;
  const toolCalls = last ? [] : reply.calls.filter(({ call }) => call.tool !== answer.tool?.name);
  const answerCall = reply.calls.find(({ call }) => call.tool === answer.tool?.name);
  const text = toolCalls.length === 0 ? reply.text : "";
  const given = await readAnswer(talk, { answerCall, text });
  if (given === undefined && toolCalls.length === 0) return nothingSaid(talk, reply, progress);
  progress.emptyReplies = 0;
  if (given?.fits) {
    say(talk, reply, (requested) => (requested === answerCall ? prompts.answered : prompts.notRun));
    return { status: "completed", text: given.text, data: given.data, truncated: reply.ending === "cut" };
  }
  const problem = given?.problem;
  if (problem !== undefined) progress.repairs += 1;
  if (progress.repairs > MAX_REPAIRS) {
    refuse(talk, reply.calls, prompts.notRun);
    return failed("model_bad_reply", `The model's answer does not fit: ${problem}`);
  }
  progress.repairing = problem !== undefined && toolCalls.length === 0;
  if (toolCalls.length > 0) return runCalls(talk, { reply, progress, problem });
  askForRepair(talk, reply, problem ?? "");
  return undefined;
}

function nothingSaid(talk: Conversation, { calls }: Reply, progress: Progress): Ending | undefined {
  refuse(talk, calls, talk.prompts.answerNow(talk.answer.tool?.name));
  if (calls.length > 0 && isStuck(talk, progress))
    return failed("model_bad_reply", "The model only called tools, and gave no answer.");
  if (calls.length > 0) return failed("budget_exceeded", "The model called tools to the end, and gave no answer.");
  progress.emptyReplies += 1;
  if (progress.emptyReplies <= MAX_EMPTY_REPLIES) return undefined;
  return failed("model_bad_reply", "The model's replies were empty.", { cause: "empty", detail: "" });
}

type Given = { readonly answerCall: RequestedCall | undefined; readonly text: string };

/** The answer, or what is wrong with it; undefined when none was given. */
async function readAnswer(
  { answer, caller }: Conversation,
  { answerCall, text }: Given,
): Promise<ReadAnswer | undefined> {
  const { signal } = caller.deadline;
  if (answerCall === undefined) return text === "" ? undefined : answer.readText(text, signal);
  const { call, problem } = answerCall;
  return problem === undefined ? answer.readCall(call.args, signal) : { fits: false, problem };
}

/** Tells of calls that are not sent, and why. The answer's tool is none that could be. */
function refuse({ caller, results, answer }: Conversation, calls: readonly RequestedCall[], reason: string): void {
  const { agent, emit } = caller;
  for (const { call } of calls.filter(({ call: { tool } }) => tool !== answer.tool?.name)) {
    const result = withoutAnswer(call, "invalid", reason);
    results.push(result);
    emit({ type: "tool.refused", agent: agent.name, result });
  }
}

/** Adds the reply to the conversation, and an answer to each of its calls: without one, vendors refuse what follows. */
function say(talk: Conversation, reply: Reply, answerTo: (requested: RequestedCall) => string): void {
  const { history, prompts } = talk;
  refuse(talk, reply.calls, prompts.notRun);
  history.push(reply.message);
  for (const requested of reply.calls) {
    const { id, tool } = requested.call;
    history.push(new ToolMessage({ content: answerTo(requested), tool_call_id: id, name: tool }));
  }
}

function askForRepair(talk: Conversation, reply: Reply, problem: string): void {
  const { prompts, answer } = talk;
  const { tool } = answer;
  const request = prompts.repairAnswer(tool?.name, problem);
  say(talk, reply, ({ call }) => (call.tool === tool?.name ? request : prompts.notRun));
  if (reply.calls.length === 0) talk.history.push(new HumanMessage(request));
}

type CallsTurn = { readonly reply: Reply; readonly progress: Progress; readonly problem: string | undefined };

async function runCalls(talk: Conversation, { reply, progress, problem }: CallsTurn): Promise<Ending | undefined> {
  const { caller, history, results, answer, showResult, prompts } = talk;
  const isAnswer = (name: string) => name === answer.tool?.name;
  const requested = reply.calls.map((wanted) =>
    isAnswer(wanted.call.tool) ? { ...wanted, problem: problem ?? "" } : wanted,
  );
  const { tools } = caller.agent;
  const { signal } = caller.deadline;
  const batch = await runUntilAnswer({ tools, answer, signal, runBatch: talk.runBatch }, requested);
  history.push(reply.message);
  for (const result of batch.results) history.push(toToolMessage(result, shownBy(showResult, result)));
  const notSent = requested.slice(batch.results.length);
  for (const { call } of notSent) {
    history.push(new ToolMessage({ content: prompts.notRun, tool_call_id: call.id, name: call.tool }));
  }
  const ofTools = batch.results.filter(({ call }) => !isAnswer(call.tool));
  results.push(...ofTools);
  refuse(talk, notSent, prompts.notRun);
  if (batch.given !== undefined) {
    return { status: "completed", text: batch.given.text, data: batch.given.data, truncated: false };
  }
  progress.fruitlessTurns = batch.isFruitless ? progress.fruitlessTurns + 1 : 0;
  const failures = ofTools.filter((result) => result.outcome !== "ok");
  const fatal = failures.find((result) => meaningOf(result, caller.agent) === "fail");
  if (fatal === undefined || caller.deadline.signal.aborted) return undefined;
  const message = `The tool "${fatal.call.tool}" failed: ${fatal.message}`;
  const remedy = "Look at the tool's own message.";
  return { status: "failed", error: { code: "tool_failed", message, remedy, detail: fatal.message } };
}

/** An async function would show the model a promise. */
function shownBy(showResult: Conversation["showResult"], result: CallResult): string {
  const shown: unknown = showResult(result);
  if (typeof shown === "string") return shown;
  throw new CrewError(
    "options_invalid",
    `showResult returned ${typeof shown}, no text.`,
    "Have it return a text at once.",
  );
}

/** A hook that throws, or says neither, as an async one, decides for caution; one that says nothing for the default. */
function meaningOf(result: CallResult, agent: Agent): "tell" | "fail" {
  try {
    const meaning = agent.onToolError(result) ?? "tell";
    return meaning === "tell" ? "tell" : "fail";
  } catch {
    return "fail";
  }
}

function failed(...[code, text, known]: Parameters<typeof modelFailure>): Ending {
  return { status: "failed", error: errorOf(modelFailure(code, text, known)) };
}
