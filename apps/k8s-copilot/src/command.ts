import { exitCodeOfError, exitCodes } from "./exit-codes.ts";
import type { Flags } from "./flags.ts";
import type { Io } from "./io.ts";
import type { Console } from "./output/console.ts";
import { showProblem } from "./output/result.ts";
import { causeOf, type Problem } from "./problem.ts";
import type { Open, OpenRequest, Session } from "./session.ts";
import { type Prepared, prepare } from "./start.ts";
import { createStopping, type Stopping, untilStopped } from "./stopping.ts";
import type { Say } from "./words.ts";

/** What every command is given. */
export type CommandOptions = { readonly io: Io; readonly flags: Flags; readonly console: Console; readonly open: Open };

/** A conversation that is open, and what belongs to it. */
export type Started = { readonly session: Session; readonly prepared: Prepared; readonly stopping: Stopping };

/**
 * Opens a conversation, does something with it, and closes it whatever happens. What stands in the way is told; what is
 * thrown becomes one sentence. Comes back with the exit code. `message` is what the person said, if they did already.
 */
export const withSession = async (
  options: CommandOptions,
  { message = "", ...kind }: { readonly message?: string } & Pick<OpenRequest, "guidance" | "isTalk">,
  use: (started: Started) => Promise<number>,
): Promise<number> => {
  const { io, flags, console, open } = options;
  const prepared = await prepare({ flags, io, message });
  const { say, language } = prepared;
  const fail = (problem: Problem) => {
    showProblem(problem, language, { console, flags, say });
    return exitCodeOfError(problem.code);
  };
  if (prepared.kind === "problem") return fail(prepared.problem);
  if (prepared.loaded.settings.plain.value) console.status.rest();
  const stopping = createStopping(io, console.readerGone);
  /** Who stopped it before a conversation was open is told that nothing had begun. */
  const end = (problem: Problem): number => {
    const code = stopping.code();
    if (code === undefined) return fail(problem);
    if (code !== exitCodes.ok) console.note(say("stoppedBefore"));
    return code;
  };
  try {
    tellNotices(prepared, options);
    const opened = await untilStopped(open(prepared.request({ signal: stopping.signal, ...kind })), stopping.signal);
    if (opened?.kind === "ok") return await useAndClose(opened.value, { prepared, stopping, options, use });
    return end(opened?.problem ?? problemOf("stopped", io, say));
  } catch (thrown) {
    return end(problemOf(thrown, io, say));
  } finally {
    console.status.clear();
    stopping.end();
  }
};

type Use = {
  readonly prepared: Prepared;
  readonly stopping: Stopping;
  readonly options: CommandOptions;
  readonly use: (started: Started) => Promise<number>;
};

const useAndClose = async (session: Session, { prepared, stopping, options, use }: Use): Promise<number> => {
  const { console, flags } = options;
  try {
    if (stopping.code() !== undefined) return stopping.code() ?? exitCodes.ok;
    if (!flags.quiet)
      for (const text of session.warnings) console.note(console.err.warning(prepared.say("warning", { text })));
    return await use({ session, prepared, stopping });
  } finally {
    await session.close();
  }
};

const tellNotices = (prepared: Prepared, { console, flags }: CommandOptions): void => {
  const { notice, ineffective } = prepared.loaded;
  if (!flags.quiet && notice !== undefined) console.note(console.err.dim(notice));
  if (!flags.quiet && ineffective !== undefined) {
    const text = `${ineffective.message} ${ineffective.remedy}`;
    console.note(console.err.warning(prepared.say("warning", { text })));
  }
  console.status.show(prepared.say("stageConnecting"));
};

/** What to say of something that should not have been thrown. */
export const problemOf = (thrown: unknown, io: Io, say: Say): Problem => ({
  code: "failure",
  message: say("turnFailed", { cause: causeOf(thrown) }),
  remedy: say("turnFailedRemedy", { program: io.program }),
});
