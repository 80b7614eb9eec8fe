import { CommanderError } from "commander";
import { completePlugin } from "./complete-plugin.ts";
import { completionScript } from "./completion.ts";
import { exitCodes } from "./exit-codes.ts";
import { contradictionIn, type Flags } from "./flags.ts";
import { canAsk, type Io } from "./io.ts";
import { chooseLanguage } from "./language.ts";
import { createStatus, type Status } from "./output/status.ts";
import { causeOf } from "./problem.ts";
import { type Actions, commandNames, createProgram } from "./program.ts";
import type { Backend, OpenRequest } from "./session.ts";
import { usageSentence } from "./usage-error.ts";
import { version } from "./version.ts";
import { createSay, type Say } from "./words.ts";

/** Loads what stands behind the terminal; called only by commands that need it. */
export type LoadBackend = () => Promise<Backend>;

/** Runs one command line; comes back with the exit code. */
export const run = async (io: Io, loadBackend: LoadBackend): Promise<number> => {
  const say = createSay(chooseLanguage(languageFlag(io.argv), saidIn(io.argv), io.environment));
  // A reader that went away, as with `| head`, is no error.
  for (const stream of [io.stdout, io.stderr]) stream.on("error", () => {});
  if (io.isCompletion) {
    io.stdout.write(completePlugin(io.argv));
    return exitCodes.ok;
  }
  let code: number = exitCodes.ok;
  const program = createProgram({
    name: io.program,
    version: version(),
    say,
    actions: createActions(io, { say, loadBackend }),
    onExit: (given) => {
      code = given;
    },
  });
  program.configureOutput({ writeOut: (text) => void io.stdout.write(text), writeErr: () => {} });
  program.hook("preAction", () => {
    const contradiction = contradictionIn(program.opts());
    if (contradiction === undefined) return;
    const [one, other] = contradiction;
    program.error(say("contradictingOptions", { one, other }), { code: "contradiction" });
  });
  if (io.argv.length === 0 && !canAsk(io)) {
    io.stderr.write(program.helpInformation());
    return exitCodes.usage;
  }
  try {
    await program.parseAsync([...io.argv], { from: "user" });
    return code;
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) {
      io.stderr.write(`${say("unexpected", { cause: causeOf(thrown), program: io.program })}\n`);
      return exitCodes.failure;
    }
    if (thrown.exitCode === 0) return exitCodes.ok;
    const operands = io.argv.filter(isWord);
    io.stderr.write(`${usageSentence(thrown, { program, say, operands })}\n`);
    return exitCodes.usage;
  }
};

/** `--help` and its like never get beyond this file: each action brings what it needs with it when it runs. */
const createActions = (io: Io, { say, loadBackend }: { say: Say; loadBackend: LoadBackend }): Actions => {
  const openConsole = async (flags: Flags, status: Status) =>
    (await import("./output/console.ts")).createConsole(io, flags, status);
  const begin = async (flags: Flags, { isTalk = false }: { readonly isTalk?: boolean } = {}) => {
    const status = createStatus(io, flags);
    if (!flags.quiet) greet(status, io, isTalk);
    const console = await openConsole(flags, status);
    return { io, flags, console, open: async (request: OpenRequest) => (await loadBackend()).open(request) };
  };
  return {
    ask: async (flags, words) => {
      const options = await begin(flags);
      return (await import("./ask.ts")).ask({ ...options, words });
    },
    chat: async (flags) => {
      const options = await begin(flags, { isTalk: true });
      return (await import("./chat.ts")).chat(options);
    },
    tools: async (flags) => {
      const options = await begin(flags);
      return (await import("./tools.ts")).tools(options);
    },
    doctor: async (flags) => {
      const options = await begin(flags);
      const probes: Backend["probes"] = {
        servers: async (request) => (await loadBackend()).probes.servers(request),
        model: async (request) => (await loadBackend()).probes.model(request),
      };
      return (await import("./doctor.ts")).doctor({ ...options, probes });
    },
    configShow: async (flags) => {
      const console = await openConsole(flags, createStatus(io, flags));
      return (await import("./config-show.ts")).configShow({ io, flags, console });
    },
    playbooks: async (flags) => {
      const console = await openConsole(flags, createStatus(io, flags));
      return (await import("./playbooks/command.ts")).playbooks({ io, flags, console });
    },
    sessions: async (flags, request) => {
      const console = await openConsole(flags, createStatus(io, flags));
      return (await import("./sessions/command.ts")).sessions({ io, flags, console }, request);
    },
    completion: async (shell) => {
      io.stdout.write(completionScript(shell, { say, program: io.program }));
      return exitCodes.ok;
    },
  };
};

/** The first sign of life, before anything is loaded; a name needs no language. Above a talk it stays. */
const greet = (status: Status, io: Io, isTalk: boolean): void => {
  if (isTalk || io.stderr.isTTY !== true) status.line(`${io.program} ${version()}`);
  if (io.stderr.isTTY === true) status.show(io.program);
};

const languageFlag = (argv: readonly string[]): "zh" | "en" | undefined => {
  const at = argv.indexOf("--lang");
  const value =
    at >= 0 ? argv[at + 1] : argv.find((argument) => argument.startsWith("--lang="))?.slice("--lang=".length);
  return value === "zh" || value === "en" ? value : undefined;
};

const isWord = (argument: string): boolean => !argument.startsWith("-");

/** What tells a person's language: the names of commands are English in every one. */
const saidIn = (argv: readonly string[]): string =>
  argv.filter((argument) => isWord(argument) && !commandNames.includes(argument)).join(" ");
