import { ModelError } from "../errors/model-error.ts";
import type { Chunks } from "./chunks.ts";
import { createLines } from "./lines.ts";
import { createWatchdog } from "./watchdog.ts";

export type Events = {
  /** The data of the next event; undefined when nothing more comes. */
  next(): Promise<string | undefined>;
  /** What came last took the answer further: the time that it may pause begins anew. */
  progress(): void;
  /** From now on nothing is waited for longer than so many milliseconds in all: then it counts as the end. */
  hurry(ms: number): void;
  /** Leaves the end of the reply to the server, so that its connection can be used again. */
  leave(): void;
  /** Breaks off. */
  close(): void;
};

/** Events that only keep a connection open. */
const idleEvents = /^(ping|heartbeat|keep-?alive)$/i;

/** How long a server is given to end a reply of which all was said. */
const farewellMs = 1000;

/**
 * The events of a server-sent event stream. Comment lines and empty events only keep a connection open; which of
 * the others take an answer further is said by who reads them. When none does for `idleMs` the stream counts as stalled
 * and a ModelError is thrown.
 */
export function createEvents(chunks: Chunks, idleMs: number): Events {
  const ready: string[] = [];
  const parser = createParser();
  const bells = createBells(idleMs);
  let isOver = false;

  async function readOn(): Promise<void> {
    const chunk = await Promise.race([chunks.read(), bells.rung]);
    isOver = chunk === undefined;
    const events = parser.add(chunk);
    ready.push(...events);
  }

  return {
    async next() {
      while (ready.length === 0 && !isOver) await readOn();
      return ready.shift();
    },
    progress: bells.progress,
    hurry: bells.hurry,
    leave() {
      bells.stop();
      drain(chunks).catch(() => undefined);
    },
    close() {
      bells.stop();
      chunks.cancel();
    },
  };
}

/** Lines to events: undefined is the end, where an open event counts too. */
function createParser() {
  const decoder = new TextDecoder();
  const lines = createLines();
  let data: string[] = [];
  let kind = "";

  function take(line: string): readonly string[] {
    if (line.startsWith("data:")) data.push(line.slice(5).trimStart());
    if (line.startsWith("event:")) kind = line.slice(6).trim();
    if (line !== "") return [];
    const text = data.join("\n").trim();
    const isIdle = text === "" || idleEvents.test(kind);
    data = [];
    kind = "";
    return isIdle ? [] : [text];
  }

  return {
    add(chunk: Uint8Array | undefined): readonly string[] {
      if (chunk !== undefined) return lines.add(decoder.decode(chunk, { stream: true })).flatMap(take);
      return [...lines.add(decoder.decode()), lines.end(), ""].flatMap(take);
    },
  };
}

/** What ends the waiting for a piece: silence, as an error, or the hurry of who reads, as the end. */
function createBells(idleMs: number) {
  let ring: () => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const rung = new Promise<undefined>((resolve, reject) => {
    ring = () => resolve(undefined);
    fail = reject;
  });
  // Nobody may be waiting when it rings.
  rung.catch(() => undefined);
  const detail = `${idleMs / 1000} s`;
  const silence = createWatchdog(idleMs, () => fail(new ModelError({ cause: "stalled", detail })));
  let hurried: NodeJS.Timeout | undefined;
  let due = Number.POSITIVE_INFINITY;
  return {
    rung,
    progress: () => due === Number.POSITIVE_INFINITY && silence.feed(),
    hurry(ms: number) {
      silence.stop();
      if (performance.now() + ms >= due) return;
      due = performance.now() + ms;
      clearTimeout(hurried);
      hurried = setTimeout(ring, ms);
    },
    stop() {
      silence.stop();
      clearTimeout(hurried);
    },
  };
}

async function drain(chunks: Chunks): Promise<void> {
  const timer = setTimeout(chunks.cancel, farewellMs);
  timer.unref();
  try {
    while ((await chunks.read()) !== undefined);
  } finally {
    clearTimeout(timer);
  }
}
