import type { Exchange, Session } from "./sessions.ts";
import type { CallFault } from "./types.ts";
import { answerText, event, streamHeaders, writeHtml, writeStatus } from "./wire-faults.ts";

/** A call that is to go wrong. */
export type Trouble = {
  readonly exchange: Exchange;
  readonly session: Session;
  readonly id: unknown;
  /** Ends the process that the double plays; with `restart`, another one starts. */
  readonly die: (restart: boolean) => Promise<void>;
};

/** “as usual”: the protocol server goes on, and makes the fault itself if it can. */
export const misbehave = async (fault: CallFault, trouble: Trouble): Promise<"done" | "as usual"> => {
  const { response } = trouble.exchange;
  switch (fault) {
    case "die":
    case "restart":
      await trouble.die(fault === "restart");
      return "done";
    case "cut":
    case "end":
      await stopStream(trouble, fault);
      return "done";
    case "html":
      writeHtml(response);
      return "done";
    case "invalid_json":
      return write(trouble, ['{"jsonrpc":"2.0","id":']);
    case "wrong_id":
      return write(trouble, [answerText(424_242, "not yours")]);
    case "twice":
      return write(trouble, [answerText(trouble.id, "first"), answerText(trouble.id, "second")]);
    case "old_answer":
      return write(trouble, [answerText(Number(trouble.id) - 1, "old"), answerText(trouble.id, "own")]);
    default:
      if (typeof fault !== "object" || !("status" in fault)) return "as usual";
      writeStatus(response, fault.status);
      return "done";
  }
};

const stopStream = async ({ exchange: { response }, session }: Trouble, how: "cut" | "end"): Promise<void> => {
  const { stream } = session;
  if (stream) response.writeHead(202).end("Accepted");
  else response.writeHead(200, streamHeaders);
  const answering = stream ?? response;
  await new Promise((resolve) => answering.write(": working\n\n", resolve));
  if (how === "cut") answering.destroy();
  else answering.end();
};

const write = ({ exchange: { response }, session }: Trouble, answers: readonly string[]): "done" => {
  const events = answers.map(event).join("");
  if (session.stream) {
    response.writeHead(202).end("Accepted");
    session.stream.write(events);
  } else response.writeHead(200, streamHeaders).end(events);
  return "done";
};
