import type { Language } from "../../output/output.ts";
import { listedState, type RestartWord, saySafeRestart } from "../../words/safe-restart-words.ts";
import type { Home } from "../types.ts";

/**
 * What restarting means for this very thing: what it is, how many there are of it, and whether it is down meanwhile.
 * Empty where that was not found. kubernetes.io: “StatefulSet Basics”, “Deployments” (maxUnavailable is rounded down).
 */
export const restartOf = ({ resource, name, namespace, replicas }: Home, language: Language): readonly string[] => {
  if (resource === undefined || name === undefined || namespace === undefined || replicas === undefined) return [];
  const word = effects[resource]?.(replicas.desired);
  const state = listedState(language, { resource, name, namespace, ...replicas });
  return [state, ...(word === undefined ? [] : [saySafeRestart(language, word)])];
};

const effects: { readonly [resource: string]: (desired: number) => RestartWord } = {
  statefulset: (desired) => (desired === 0 ? "noneRuns" : desired === 1 ? "singleOrdered" : "ordered"),
  deployment: (desired) => (desired === 0 ? "noneRuns" : desired === 1 ? "singleRolled" : "rolled"),
  daemonset: () => "nodeByNode",
};
