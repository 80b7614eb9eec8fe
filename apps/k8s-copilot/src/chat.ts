import type { TurnResult } from "@k8s-copilot/k8s-crew";
import type { Assembled } from "./assemble.ts";
import { exitCodes } from "./exit-codes.ts";
import { type Io, say } from "./io.ts";
import { createLineReader } from "./line-input.ts";
import type { Session } from "./session.ts";
import { type AppLanguage, word } from "./words.ts";

export type ChatOptions = {
  readonly io: Io;
  readonly session: Session;
  readonly assembled: Assembled;
  readonly quickCommands: readonly string[];
  readonly language: AppLanguage;
  readonly quiet: boolean;
};

/** Two Ctrl-C within this time leave. */
const twiceMs = 2_000;

/** Reads, answers, until `/exit`, the end of the input, or Ctrl-C twice. A failed turn never ends it. */
export const chat = async (options: ChatOptions): Promise<number> => {
  const { io, session, language } = options;
  if (!options.quiet) open(options);
  const reader = createLineReader(io);
  let running: AbortController | undefined;
  let lastInterrupt = 0;
  let left = false;
  const interrupt = () => {
    const now = Date.now();
    if (running) running.abort();
    else if (now - lastInterrupt < twiceMs) {
      left = true;
      reader.close();
      return;
    }
    lastInterrupt = now;
    say(io, running ? word(language, "stopping") : `\n${word(language, "againToExit")}`);
  };
  reader.onInterrupt(interrupt);
  process.on("SIGINT", interrupt);
  try {
    for (;;) {
      const message = await reader.read(word(language, "prompt"));
      if (message === undefined) return left ? exitCodes.interrupted : exitCodes.ok;
      if (message.trim() === "") continue;
      if (isExit(message)) return exitCodes.ok;
      running = new AbortController();
      await turn(options, message, running.signal);
      running = undefined;
    }
  } finally {
    process.off("SIGINT", interrupt);
    reader.close();
    await session.close();
  }
};

const isExit = (message: string): boolean => /^\s*(\/(exit|quit|退出)|exit|quit|退出|再见)\s*$/i.test(message);

const turn = async (
  { io, session, language }: ChatOptions,
  message: string,
  signal: AbortSignal,
): Promise<TurnResult | undefined> => {
  try {
    return await session.turn(message, signal);
  } catch (error) {
    say(io, word(language, "unexpected", { cause: error instanceof Error ? error.message : String(error) }));
    return undefined;
  }
};

const open = ({ io, assembled, quickCommands, language }: ChatOptions): void => {
  const model =
    assembled.model === undefined ? word(language, "rules") : word(language, "model", { model: assembled.model });
  const cluster = assembled.sandbox
    ? word(language, "sandbox")
    : (assembled.cluster ?? word(language, "clusterUnnamed"));
  say(io, word(language, "opening", { server: assembled.server, tools: assembled.toolCount, model, cluster }));
  say(io, word(language, "quick"));
  say(io, `  ${quickCommands.map((label) => `[${label}]`).join(" ")}`);
};
