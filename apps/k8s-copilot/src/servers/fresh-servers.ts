import type { ClustersChange, Conversation, TurnResult } from "@k8s-copilot/k8s-crew";
import type { Say } from "../words.ts";
import type { Entry } from "./entry.ts";
import type { Reached } from "./reach.ts";

export type FreshServersOptions = Pick<Reached<unknown>, "reads" | "revive" | "restart"> & {
  readonly clustersChanged: (change: ClustersChange) => void;
  readonly say: Say;
};

/**
 * The same conversation, which looks before each turn at what it rests on. A connection that was lost is opened again, so
 * that a server that was updated is known with its tools of now. Where its kubeconfig was edited, a server of ours is started
 * anew: it would notice by itself, a moment later, and until then answer for clusters and users of before.
 */
export const withFreshServers = (conversation: Conversation, options: FreshServersOptions): Conversation => {
  const refreshed = async (): Promise<readonly string[]> => {
    const told = options.reads === undefined ? [] : await readAgain(options.reads, options);
    await options.revive();
    return told;
  };
  const freshly = async (turn: () => Promise<TurnResult>, signal: AbortSignal | undefined): Promise<TurnResult> => {
    // Who stops the turn waits for no server that starts.
    const told = await unlessStopped(refreshed(), signal);
    const result = await turn();
    return told.length === 0 ? result : { ...result, warnings: [...told, ...result.warnings] };
  };
  return {
    ...conversation,
    send: (text, given) => freshly(() => conversation.send(text, given), given?.signal),
    answer: (reply, given) => freshly(() => conversation.answer(reply, given), given?.signal),
  };
};

const unlessStopped = async (
  refreshed: Promise<readonly string[]>,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> => {
  if (signal?.aborted === true) return [];
  let stop = () => {};
  const stopped = new Promise<readonly string[]>((resolve) => {
    stop = () => resolve([]);
    signal?.addEventListener("abort", stop);
  });
  return Promise.race([refreshed, stopped]).finally(() => signal?.removeEventListener("abort", stop));
};

const readAgain = async (
  { server, kubeconfig }: NonNullable<Entry["reads"]>,
  { restart, clustersChanged, say }: FreshServersOptions,
): Promise<readonly string[]> => {
  const look = kubeconfig.look();
  if (look.kind === "broken") return [say("kubeconfigNotTaken", { cause: look.problem.message })];
  if (look.kind === "changed") {
    await restart(server);
    clustersChanged({ server, before: look.before, now: look.now });
  }
  return [];
};
