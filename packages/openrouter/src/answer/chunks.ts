import { ModelError } from "../errors/model-error.ts";

/** No answer is longer: what goes on beyond that is none. Far above what any limit of tokens lets through. */
export const longestReply = 16 * 1024 * 1024;

/** The bytes of a reply as they come. */
export type Chunks = {
  /** Undefined at the end. */
  read(): Promise<Uint8Array | undefined>;
  cancel(): void;
};

/** How a line of a server-sent event stream begins. JSON and web pages begin otherwise. */
const eventLines = ["data:", "event:", "id:", "retry:", ":"];

/**
 * The body of a reply, and whether it is a stream of events: what it begins with decides, since endpoints name the type
 * as they like. Reads up to the first word.
 */
export async function openBody(body: ReadableStream<Uint8Array>): Promise<{ isStream: boolean; chunks: Chunks }> {
  const reader = body.getReader();
  const held: Uint8Array[] = [];
  const decoder = new TextDecoder();
  let begin = "";
  let isOver = false;
  let length = 0;
  const counted = (value: Uint8Array | undefined): Uint8Array | undefined => {
    length += value?.length ?? 0;
    if (length <= longestReply) return value;
    void reader.cancel().catch(() => undefined);
    throw new ModelError({ cause: "malformed", detail: `the reply is longer than ${longestReply / 1024 / 1024} MiB` });
  };
  while (!isOver && eventLines.some((line) => line.startsWith(begin) && line !== begin)) {
    const { done, value } = await reader.read();
    isOver = done;
    if (value === undefined) continue;
    counted(value);
    held.push(value);
    begin = (begin + decoder.decode(value, { stream: true })).trimStart().slice(0, 20);
  }
  const chunks = {
    read: async () => held.shift() ?? counted((await reader.read()).value),
    cancel: () => void reader.cancel().catch(() => undefined),
  };
  return { isStream: eventLines.some((line) => begin.startsWith(line)), chunks };
}

export async function readText({ read }: Chunks): Promise<string> {
  const decoder = new TextDecoder();
  const parts: string[] = [];
  for (let chunk = await read(); chunk !== undefined; chunk = await read())
    parts.push(decoder.decode(chunk, { stream: true }));
  return [...parts, decoder.decode()].join("");
}

/** The beginning of a text, of which no more is wanted. */
export async function readHead(body: ReadableStream<Uint8Array> | null, bytes: number): Promise<string> {
  if (body === null) return "";
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let left = bytes; left > 0; ) {
    const { value } = await reader.read();
    if (value === undefined) return text + decoder.decode();
    text += decoder.decode(value.subarray(0, left), { stream: true });
    left -= value.length;
  }
  void reader.cancel().catch(() => undefined);
  return text;
}
