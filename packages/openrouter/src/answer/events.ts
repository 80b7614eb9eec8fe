import { ModelError } from "../errors/model-error.ts";

/**
 * The `data:` texts of a server-sent event stream. Comment lines keep a connection open but are no progress: when no
 * event comes for `idleMs` the stream counts as stalled and a ModelError is thrown.
 */
export async function* readEvents(body: ReadableStream<Uint8Array>, idleMs: number): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const watchdog = createWatchdog(idleMs);
  const lines = createLines();
  let data: string[] = [];
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), watchdog.barked]);
      for (const line of lines.split(done ? decoder.decode() : decoder.decode(value, { stream: true }), done)) {
        if (line.startsWith("data:")) data.push(line.slice(5).trimStart());
        if (line !== "" || data.length === 0) continue;
        watchdog.feed();
        yield data.join("\n");
        data = [];
      }
      if (done) break;
    }
    if (data.length > 0) yield data.join("\n");
  } finally {
    watchdog.stop();
    reader.cancel().catch(() => undefined);
  }
}

function createLines() {
  let rest = "";
  return {
    /** The whole lines so far; at the end also the last one, and an empty one that closes an open event. */
    split(text: string, isEnd: boolean): readonly string[] {
      const lines = (rest + text).split(/\r?\n/);
      rest = isEnd ? "" : (lines.pop() ?? "");
      return lines;
    },
  };
}

function createWatchdog(idleMs: number) {
  let timer: NodeJS.Timeout | undefined;
  let bark: (error: Error) => void = () => undefined;
  const barked = new Promise<never>((_, reject) => {
    bark = reject;
  });
  // Nobody may be waiting when it barks.
  barked.catch(() => undefined);
  const feed = () => {
    clearTimeout(timer);
    const detail = `${idleMs / 1000} s`;
    timer = setTimeout(() => bark(new ModelError({ cause: "stalled", detail })), idleMs);
  };
  feed();
  return { barked, feed, stop: () => clearTimeout(timer) };
}
