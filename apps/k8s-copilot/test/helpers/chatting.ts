import type { ChildProcess } from "node:child_process";
import { expect, inject } from "vitest";
import { pause, runApp } from "./app.ts";

/** A line that is typed and what the answer has to hold, or something that happens meanwhile. */
export type ChatTurn = { readonly line: () => string; readonly told: () => RegExp } | (() => unknown);

export const says = (line: string, told: RegExp): ChatTurn => ({ line: () => line, told: () => told });

const patienceMs = 20_000;

/** Types line after line into the bin, each once the answer to the one before is there; all that it said, warnings too. */
export const chatting = async (
  args: readonly string[],
  turns: readonly ChatTurn[],
  environment: Readonly<Record<string, string>> = {},
): Promise<string> => {
  let said = "";
  const talk = async (child: ChildProcess): Promise<void> => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => {
        said += chunk.toString();
      });
    for (const turn of turns) {
      if (typeof turn === "function") await turn();
      else {
        const before = said.length;
        child.stdin?.write(`${turn.line()}\n`);
        const isTold = () => turn.told().test(said.slice(before));
        for (let waited = 0; waited < patienceMs && !isTold(); waited += 50) await pause(50);
        expect(said.slice(before)).toMatch(turn.told());
      }
    }
  };
  const talking: Promise<void>[] = [];
  const onStart = (child: ChildProcess) => {
    const talked = talk(child).finally(() => child.stdin?.end());
    // What it did not hear is told once the child has ended.
    talked.catch(() => {});
    talking.push(talked);
  };
  await runApp(inject("installedApp"), ["chat", "--offline", ...args], { environment, stdin: "open", onStart });
  await Promise.all(talking);
  return said;
};
