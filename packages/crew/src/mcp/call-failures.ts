import { z } from "zod";
import type { Stop } from "../limits.ts";
import type { ToolOutput } from "../types.ts";
import type { Cause, ServerError } from "./causes.ts";

/** What a sentence about a call that did not work out needs to know. */
export type CallFacts = {
  /** The server's configured name. */
  readonly server: string;
  readonly repeatable: boolean;
  readonly timeoutMs: number;
  /** Bytes, and characters, of one result. */
  readonly sizeLimit: number;
};

type Failure = Extract<ToolOutput, { kind: "failure" }>;

const doubt = " It is not known whether the call took effect; look before you repeat it.";
const unharmed = " The call did not run.";

export const unreachableOutput = ({ message, remedy }: ServerError): Failure => ({
  kind: "failure",
  reason: "unavailable",
  message: `${message} ${remedy}`,
});

export const changedOutput = (tool: string, server: string): Failure => ({
  kind: "failure",
  reason: "unavailable",
  message: `“${server}” has changed the tool ${tool} or no longer has it, so the call was not sent. Look at its tools again.`,
});

/** `unsent`: what the server surely has not run. */
export const lostOutput = ({ server, repeatable }: CallFacts, state: "sent" | "unsent"): Failure => ({
  kind: "failure",
  reason: "unavailable",
  message: `The connection to “${server}” broke during the call.${state === "unsent" ? unharmed : repeatable ? "" : doubt}`,
});

export const refusedOutput = ({ server, repeatable }: CallFacts, { what, remedy, neverRan }: Cause): Failure => ({
  kind: "failure",
  reason: "unavailable",
  message: `“${server}” did not take the call: ${what}.${neverRan ? unharmed : repeatable ? "" : doubt} ${remedy}`,
});

export const protocolOutput = ({ server, repeatable }: CallFacts, error: unknown): Failure => ({
  kind: "failure",
  reason: "protocol",
  message: `“${server}” answered in a way that cannot be read: ${firstLine(error)}.${repeatable ? "" : doubt}`,
});

export const tooBigOutput = (sizeLimit: number): Failure => ({
  kind: "failure",
  reason: "too_big",
  message: `The result is larger than ${Math.round(sizeLimit / 1_000_000)} MB and was not read. Ask for less.`,
});

/** `sent`: the server may have begun. */
export const stoppedOutput = ({ server, repeatable, timeoutMs }: CallFacts, stop: Stop, sent: boolean): Failure => {
  const effect = !sent ? unharmed : repeatable ? "" : doubt;
  if (stop === "timeout") {
    const message = `“${server}” did not answer within ${Math.round(timeoutMs / 100) / 10} s.${effect}`;
    return { kind: "failure", reason: "timeout", message };
  }
  if (stop === "cancelled") return { kind: "failure", reason: "cancelled", message: `The call was stopped.${effect}` };
  return { kind: "failure", reason: "unavailable", message: `The connection to “${server}” is closed.${effect}` };
};

const firstLine = (error: unknown): string => {
  if (error instanceof z.ZodError) return "it has not the form of a result";
  return (error instanceof Error ? error.message : String(error)).split("\n")[0]?.slice(0, 200) ?? "";
};
