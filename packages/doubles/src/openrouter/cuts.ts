import type { Answer } from "./answer.ts";
import { type CutName, isObject, isString, type JsonObject } from "./types.ts";

/** Where an answer breaks off, and how the connection ends then. */
export type Cut = {
  /** How many characters are left of the last thing said: the arguments of the last call, else the text. */
  readonly keeps: (said: string) => number;
  /**
   * close: a proper end. reset: the socket is destroyed. done: `[DONE]` without a finish reason. error: the provider's error
   * takes the place of the rest. length: a whole answer whose finish reason is `length`.
   */
  readonly end: "close" | "reset" | "done" | "error" | "length";
  readonly must: string;
};

const half = (said: string) => Math.floor(said.length / 2);
/** Within the last text, so that what is left can be taken for a shorter one. */
function inLastString(said: string): number {
  const end = said.lastIndexOf('"');
  const start = said.lastIndexOf('"', end - 1);
  return start < 0 ? half(said) : start + 1 + Math.ceil((end - start - 1) / 2);
}
const inFirstKey = (said: string) => Math.min(4, said.length);
const whole = (said: string) => said.length;

const notTaken = "takes it for no answer, marks it as cut, asks once more while nothing was run";
const notRun = "runs nothing of it: what can be repaired into a valid call is not what the model meant";

/** Ways to break off the very answer that a script gives, so that a cut plan can be told from one that was never made. */
export const openRouterCuts: { readonly [name in CutName]: Cut } = {
  reset: { keeps: half, end: "reset", must: notTaken },
  clean_end: { keeps: half, end: "close", must: notTaken },
  done: { keeps: half, end: "done", must: notTaken },
  error_chunk: { keeps: half, end: "error", must: notTaken },
  length: { keeps: half, end: "length", must: notTaken },
  in_string: { keeps: inLastString, end: "close", must: notRun },
  in_key: { keeps: inFirstKey, end: "close", must: notRun },
  after_arguments: { keeps: whole, end: "close", must: `${notRun}; no finish reason came` },
  length_in_arguments: { keeps: inLastString, end: "length", must: notRun },
};

/** The answer with the last thing said cut short, and what that was when it was whole. */
export function shortened(answer: Answer, { keeps, end }: Cut): { readonly answer: Answer; readonly said: string } {
  const finish =
    end === "length"
      ? { finishReason: "length", nativeFinishReason: "MAX_TOKENS" }
      : {
          finishReason: "error",
          nativeFinishReason: "ERROR",
          ...(end === "error" && { choice: { error: disconnected } }),
        };
  const last = answer.toolCalls.at(-1);
  if (last === undefined) {
    const said = answer.content ?? "";
    return { said, answer: { ...answer, ...finish, content: said.slice(0, keeps(said)) } };
  }
  const said = argumentsOf(last);
  const called = isObject(last.function) ? last.function : {};
  const cut = { ...last, function: { ...called, arguments: said.slice(0, keeps(said)) } };
  return { said, answer: { ...answer, ...finish, toolCalls: [...answer.toolCalls.slice(0, -1), cut] } };
}

function argumentsOf(call: JsonObject): string {
  return isObject(call.function) && isString(call.function.arguments) ? call.function.arguments : "";
}

export const disconnected = { code: 502, message: "Provider disconnected unexpectedly" };
