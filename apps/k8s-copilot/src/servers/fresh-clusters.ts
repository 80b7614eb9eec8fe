import type { ClustersChange, Conversation, TurnResult } from "@k8s-copilot/k8s-crew";
import type { Say } from "../words.ts";
import type { KubeconfigWatch } from "./kubeconfig-watch.ts";

export type FreshClustersOptions = {
  readonly watch: KubeconfigWatch;
  /** The server that reads the kubeconfig. */
  readonly server: string;
  readonly restart: (server: string) => Promise<void>;
  readonly clustersChanged: (change: ClustersChange) => void;
  readonly say: Say;
};

/**
 * The same conversation, which looks before each turn whether the kubeconfig was edited. The server is started anew then: it
 * would notice by itself, a moment later, and until then answer for clusters and users of before.
 */
export const withFreshClusters = (conversation: Conversation, options: FreshClustersOptions): Conversation => {
  const { watch, server, say } = options;
  const refresh = async (): Promise<readonly string[]> => {
    const look = watch.look();
    if (look.kind === "broken") return [say("kubeconfigNotTaken", { cause: look.problem.message })];
    if (look.kind === "changed") {
      await options.restart(server);
      options.clustersChanged({ server, before: look.before, now: look.now });
    }
    return [];
  };
  const freshly = async (turn: () => Promise<TurnResult>): Promise<TurnResult> => {
    const told = await refresh();
    const result = await turn();
    return told.length === 0 ? result : { ...result, warnings: [...told, ...result.warnings] };
  };
  return {
    ...conversation,
    send: (text, given) => freshly(() => conversation.send(text, given)),
    answer: (reply, given) => freshly(() => conversation.answer(reply, given)),
  };
};
