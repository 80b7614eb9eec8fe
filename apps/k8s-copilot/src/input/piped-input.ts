/** What came in through a pipe, to be looked at with the question. */
export type PipedInput = {
  readonly text: string;
  /** More came than was read. */
  readonly capped: boolean;
  /** Not all of it was UTF-8; what was not is replaced by U+FFFD. */
  readonly invalid: boolean;
};

export const maxPipedBytes = 8_000_000;

/** A pipe that is open but silent, as many callers leave it, counts as empty after this time. */
const firstByteMs = 500;

/** Reads to the end, or to the cap; undefined when nothing came. The stream is of no use afterwards. */
export const readPipedInput = async (
  stream: NodeJS.ReadableStream & { destroy(): unknown },
  signal: AbortSignal,
): Promise<PipedInput | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  let silent: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve) => {
    silent = setTimeout(resolve, firstByteMs);
    stream.on("data", (chunk: Buffer) => {
      clearTimeout(silent);
      chunks.push(chunk);
      size += chunk.length;
      if (size > maxPipedBytes) resolve();
    });
    for (const event of ["end", "error", "close"]) stream.once(event, resolve);
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  clearTimeout(silent);
  stream.removeAllListeners("data");
  stream.on("error", () => {});
  stream.destroy();
  if (size === 0) return undefined;
  const capped = size > maxPipedBytes;
  return { ...decode(atCharacter(Buffer.concat(chunks).subarray(0, maxPipedBytes), capped)), capped };
};

/** A character that the cap cut in two is left out whole. */
const atCharacter = (bytes: Buffer, capped: boolean): Buffer => {
  if (!capped) return bytes;
  let end = bytes.length;
  while (end > 0 && bytes.length - end < 4 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end--;
  const lead = bytes[end - 1] ?? 0;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return end - 1 + length > bytes.length ? bytes.subarray(0, end - 1) : bytes;
};

const decode = (bytes: Buffer): { text: string; invalid: boolean } => {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), invalid: false };
  } catch {
    return { text: new TextDecoder().decode(bytes), invalid: true };
  }
};
