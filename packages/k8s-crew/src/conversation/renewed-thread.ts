import type { Parts } from "../graph/parts.ts";
import type { State } from "../graph/state.ts";
import { clearShelf, type Turn, warn } from "../graph/turn.ts";
import type { Language } from "../output/output.ts";
import { sayRenewal } from "../words/renewal-words.ts";
import { begunAnew, type Given } from "./begun-anew.ts";
import { lately } from "./lately.ts";
import { afterRenewal, hasMoved, hasWritten, isOutdated, renewalOf, type Setting, tellRenewal } from "./renewal.ts";
import { stoppedHere } from "./stopped-here.ts";
import { createThread, type Input, type Thread, type ThreadOptions } from "./thread.ts";

export type RenewedThread = Omit<Thread, "run" | "values"> & {
  /** What the last turn had. */
  setting(): Setting;
  run(input: Input, options: RunOptions): ReturnType<Thread["run"]>;
};

type RunOptions = { readonly signal: AbortSignal; readonly language: Language };

/**
 * A thread whose turns take what is there when they begin, and keep it. `setting` is asked for before each; what came and
 * went since the one before is said.
 */
export const createRenewedThread = (
  setting: () => Setting,
  { turn, ...options }: ThreadOptions & { readonly turn: () => Turn },
): RenewedThread => {
  let current = setting();
  const withTurn = lately((from: Setting): Parts => ({ ...from.parts, turn }));
  const thread = createThread(() => withTurn(current), options);

  const renewed = async (given: Input, language: Language): Promise<Given> => {
    const now = setting();
    const renewal = renewalOf(current, now);
    if (renewal === undefined) return { input: given };
    const values: Partial<State> = await thread.values();
    const hasMovedReply = given.kind === "reply" && hasMoved(renewal, values.plan);
    const isOutdatedReply = given.kind === "reply" && isOutdated(renewal, values.plan);
    const isHalfDone = hasWritten(values.plan);
    // What has changed something does not begin anew: it goes on with the tools that it was planned for, where they are.
    if (isOutdatedReply && !hasMovedReply && isHalfDone) return { input: given };
    const stopped = hasMovedReply && isHalfDone ? stoppedHere(withTurn(current), values) : undefined;
    if (renewal.clusters.length > 0) clearShelf(turn().shelf);
    current = now;
    const known = { ...values, ...given.update };
    for (const text of tellRenewal(renewal, language, known)) warn(turn(), text);
    const update = { ...given.update, ...afterRenewal(renewal, known) };
    if (stopped !== undefined) return { input: { ...given, update: { ...update, ...stopped } } };
    if (given.kind !== "reply" || !(isOutdatedReply || hasMovedReply)) return { input: { ...given, update } };
    return { ...begunAnew({ ...given, update }, values), unused: hasMovedReply ? "notUsedThere" : "notUsed" };
  };

  /** A call was refused because its tool has changed meanwhile, and nothing was changed: the request begins anew. */
  const wasOvertaken = ({ plan }: State): boolean =>
    setting() !== current &&
    !hasWritten(plan) &&
    [...turn().shelf.results.values()].some(({ fault }) => fault?.code === "changed");

  const run = async ({ input, reply: replyTo, unused = "notUsed" }: Given, { signal, language }: RunOptions) => {
    const ended = await thread.run(input, signal);
    if (replyTo === undefined) return ended;
    const reply = "value" in ended && thread.pending() !== undefined ? replyTo(ended.value.ask) : undefined;
    if (reply !== undefined) return thread.run({ kind: "reply", update: {}, reply }, signal);
    warn(turn(), sayRenewal(language, unused));
    return ended;
  };

  return {
    ...thread,
    setting: () => current,
    run: async (given, options) => {
      const ended = await run(await renewed(given, options.language), options);
      if (!("value" in ended) || options.signal.aborted || !wasOvertaken(ended.value)) return ended;
      const { message, language, attachment } = ended.value;
      return run(await renewed({ kind: "request", update: { message, language, attachment } }, language), options);
    },
  };
};
