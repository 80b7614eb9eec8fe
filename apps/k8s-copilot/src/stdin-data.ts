import type { Io } from "./io.ts";

export type StdinData = { readonly text: string; readonly cut: boolean; readonly invalid: boolean };

const limitBytes = 8 * 1024 * 1024;

/** Milliseconds until the first byte: a pipe that stays open and silent is not waited for. */
const patienceMs = 500;

/** What was piped in beside the question. Undefined when nothing was. */
export const readStdinData = async ({ stdin }: Pick<Io, "stdin">): Promise<StdinData | undefined> => {
  if (stdin.isTTY) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  const cut = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => finish(false), patienceMs);
    const finish = (tooLong: boolean) => {
      clearTimeout(timer);
      stdin.off("data", take).off("end", end).off("error", end);
      stdin.pause();
      stdin.destroy();
      resolve(tooLong);
    };
    const end = () => finish(false);
    const take = (chunk: Buffer | string) => {
      clearTimeout(timer);
      const bytes = Buffer.from(chunk);
      chunks.push(bytes);
      size += bytes.length;
      if (size > limitBytes) finish(true);
    };
    stdin.on("data", take).on("end", end).on("error", end);
  });
  if (size === 0) return undefined;
  const bytes = Buffer.concat(chunks).subarray(0, limitBytes);
  const text = new TextDecoder("utf-8").decode(bytes, { stream: cut });
  return { text, cut, invalid: text.includes("\ufffd") };
};
