import { createInterface } from "node:readline";
import type { LineEnd } from "./line-editor.ts";

/** Messages from a pipe, one a line. Lines that come while nobody reads wait. */
export const createPipedLines = (stdin: NodeJS.ReadableStream) => {
  const lines = createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY });
  const iterator = lines[Symbol.asyncIterator]();
  return {
    readLine: async (): Promise<LineEnd> => {
      const { done, value } = await iterator.next();
      return done === true ? { kind: "end" } : { kind: "line", text: value };
    },
    close: () => lines.close(),
  };
};
