import { z } from "zod";
import type { Stop } from "../limits.ts";
import { messageOf } from "../message-of.ts";
import type { CallCause, Fault, ToolOutput } from "../types.ts";
import type { Cause, ServerError } from "./causes.ts";

/** What has to be known of a call that did not work out. */
export type CallFacts = {
  /** The server's configured name. */
  readonly server: string;
  readonly repeatable: boolean;
  readonly timeoutMs: number;
  /** Bytes, and characters, of one result. */
  readonly sizeLimit: number;
};

type Failure = Extract<ToolOutput, { kind: "failure" }>;

/** A model that plans the next call has to know whether this one may have run. */
const effectSentences: { readonly [effect in Fault["effect"]]: string } = {
  none: " The call did not run.",
  unknown: " It is not known whether the call took effect; look before you repeat it.",
  read: "",
};

type Told = {
  readonly reason: Failure["reason"];
  readonly code: CallCause;
  readonly what: string;
  readonly neverRan?: boolean;
  readonly detail?: string;
};

const failureOf = ({ server, repeatable }: CallFacts, { reason, code, what, neverRan, detail = "" }: Told): Failure => {
  const effect = neverRan ? "none" : repeatable ? "read" : "unknown";
  const fault: Fault = { code, server, place: "", isLocal: false, detail, effect };
  return { kind: "failure", reason, message: `${what}${effectSentences[effect]}`, fault };
};

export const unreachableOutput = ({ repeatable }: CallFacts, { message, ...fault }: ServerError): Failure => {
  const effect = repeatable ? "read" : "none";
  return {
    kind: "failure",
    reason: "unavailable",
    message: `${message}.${effectSentences[effect]}`,
    fault: { ...fault, effect },
  };
};

export const changedOutput = (facts: CallFacts, tool: string): Failure =>
  failureOf(facts, {
    reason: "unavailable",
    code: "changed",
    what: `“${facts.server}” has changed the tool ${tool} or no longer has it. Look at its tools again.`,
    neverRan: true,
    detail: tool,
  });

/** `unsent`: what the server surely has not run. */
export const lostOutput = (facts: CallFacts, state: "sent" | "unsent"): Failure =>
  failureOf(facts, {
    reason: "unavailable",
    code: "lost",
    what: `The connection to “${facts.server}” broke during the call.`,
    neverRan: state === "unsent",
  });

export const refusedOutput = (facts: CallFacts, { code, detail, neverRan }: Cause): Failure =>
  failureOf(facts, {
    reason: "unavailable",
    code,
    what: `“${facts.server}” did not take the call: ${code}${detail === "" ? "" : ` (${detail})`}.`,
    neverRan,
    detail,
  });

export const protocolOutput = (facts: CallFacts, error: unknown): Failure => {
  const detail = firstLine(error);
  const what = `“${facts.server}” answered in a way that cannot be read: ${detail}.`;
  return failureOf(facts, { reason: "protocol", code: "unreadable", what, detail });
};

export const tooBigOutput = (facts: CallFacts): Failure => {
  const megabytes = `${Math.round(facts.sizeLimit / 1_000_000)} MB`;
  const what = `The result is larger than ${megabytes} and was not read. Ask for less.`;
  return failureOf(facts, { reason: "too_big", code: "too_big", what, detail: megabytes });
};

/** `sent`: the server may have begun. */
export const stoppedOutput = (facts: CallFacts, stop: Stop, sent: boolean): Failure => {
  const { server, timeoutMs } = facts;
  if (stop === "timeout") {
    const detail = `${Math.round(timeoutMs / 100) / 10} s`;
    const what = `“${server}” did not answer within ${detail}.`;
    return failureOf(facts, { reason: "timeout", code: "timeout", what, neverRan: !sent, detail });
  }
  const told =
    stop === "cancelled"
      ? ({ reason: "cancelled", code: "stopped", what: "The call was stopped." } as const)
      : ({ reason: "unavailable", code: "closed", what: `The connection to “${server}” is closed.` } as const);
  return failureOf(facts, { ...told, neverRan: !sent });
};

const firstLine = (error: unknown): string => {
  if (error instanceof z.ZodError) return "it has not the form of a result";
  return messageOf(error).split("\n")[0]?.slice(0, 200) ?? "";
};
