import { createDeadline } from "../abort.ts";
import { CrewError } from "../errors.ts";
import { checkOptions } from "../options/check-options.ts";
import { kickoffOptions } from "../options/definitions.ts";
import type { CrewEvent } from "../task/events.ts";
import type { CrewRun, CrewStream, KickoffOptions } from "./types.ts";

type Begin = (options: KickoffOptions) => Promise<CrewRun>;

/** The events of a run, which begins with the first that is asked for and ends with whoever leaves. */
export function createStream(options: KickoffOptions, begin: Begin): CrewStream {
  checkOptions(options, { ...kickoffOptions, by: "stream" });
  const controller = new AbortController();
  const queue: CrewEvent[] = [];
  let wake = () => {};
  let work: Promise<void> | undefined;
  let end: { readonly run: CrewRun } | undefined;
  let isOver = false;

  async function start(): Promise<void> {
    const either = createDeadline({ signals: [options.signal, controller.signal] });
    const onEvent = (event: CrewEvent) => {
      queue.push(event);
      wake();
      return options.onEvent?.(event);
    };
    try {
      end = { run: await begin({ ...options, signal: either.signal, onEvent }) };
    } finally {
      either.close();
      isOver = true;
      wake();
    }
  }

  async function close(): Promise<void> {
    controller.abort(new DOMException("The stream was closed.", "AbortError"));
    // What it was misused with is told to whoever reads it.
    await work?.catch(() => {});
    queue.length = 0;
  }

  async function* read(): AsyncGenerator<CrewEvent, void> {
    if (controller.signal.aborted) return;
    work ??= start();
    // Who reads is told when they have read so far, which may be after it has failed.
    work.catch(() => {});
    try {
      while (!isOver || queue.length > 0) {
        const event = queue.shift();
        if (event !== undefined) yield event;
        else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
      await work;
    } finally {
      await close();
    }
  }

  const events = read();
  return {
    [Symbol.asyncIterator]: () => events,
    get result() {
      if (end === undefined || queue.length > 0) {
        const message = "The stream has not come to its end, and there is no result before.";
        throw new CrewError("stream_not_ended", message, "Take all its events first, or call `kickoff`.");
      }
      return end.run;
    },
    close,
  };
}
