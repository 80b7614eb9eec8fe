import { workloadOf } from "../results/replicas.ts";
import { remedyCommands, wideCommands } from "../words/causes/commands.ts";
import type { Finding, Remedies, Thing } from "./types.ts";

export type RemedyCommand = { readonly line: string; readonly kindGuessed: boolean };

const runPods: readonly string[] = ["deployment", "statefulset", "daemonset"];

/** The command of the table with what is known filled in; what is not stands in angle brackets. */
export const remedyCommand = (
  { cause, slots, object }: Finding,
  { target, cluster }: Pick<Remedies, "target" | "cluster">,
): RemedyCommand | undefined => {
  const template = remedyCommands[cause];
  if (template === undefined) return undefined;
  const owner = [target, object].find(({ resource }) => runPods.includes(resource));
  const pod = object.resource === "pod" ? object.name : "";
  const supposed = pod === "" ? "" : workloadOf({ name: pod }).replace(/^\//, "");
  const known: Readonly<Record<string, string | number | undefined>> = {
    name: object.name,
    ...slots,
    workload: owner ? `${owner.resource}/${owner.name}` : supposed && `deployment/${supposed}`,
    pod,
  };
  const words = template.replaceAll(/\{(\w+)\}/g, (_, slot: string) => String(known[slot] || `<${slot}>`));
  const line = ["kubectl", words, ...placeOf(words, [object, target]), ...contextOf(cluster)].join(" ");
  return { line, kindGuessed: owner === undefined && supposed !== "" && template.includes("{workload}") };
};

const placeOf = (words: string, things: readonly Thing[]): readonly string[] => {
  const namespace = things.map((thing) => thing.namespace).find((name) => name !== "");
  return namespace === undefined || wideCommands.test(words) ? [] : ["-n", namespace];
};

const contextOf = (cluster: string): readonly string[] => (cluster === "" ? [] : ["--context", cluster]);
