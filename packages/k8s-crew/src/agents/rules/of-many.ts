import type { Said } from "../../catalog/arguments.ts";
import type { Verb } from "../../catalog/types.ts";
import { kubectlFor } from "../../guidance/kubectl.ts";
import type { Request } from "../../language/index.ts";
import type { ShownRow } from "../../memory/shown.ts";
import { deploymentOfPod, isNumbered, workloadNameOf } from "../../results/replicas.ts";
import { listOf } from "../../words/fill.ts";
import { sayReply } from "../../words/reply-words.ts";
import type { PlannerInput } from "../types.ts";

/** What is done to pods themselves, and not to what runs them. */
const toThemselves: readonly Verb[] = ["delete", "label", "annotate", "exec"];

/** “Them” are the rows that were shown: no single thing that was spoken of before, and of their kind where that is changed. */
export const ofMany = (request: Request, { many = [] }: PlannerInput): Request => {
  if (many.length === 0 || request.name !== undefined) return request;
  const { refersBack: _, ...rest } = request;
  const [kind, ...others] = new Set(many.map(({ resource }) => resource));
  const isOfKind = request.verb !== undefined && toThemselves.includes(request.verb) && others.length === 0;
  const [namespace, ...elsewhere] = new Set(many.map((row) => row.namespace));
  const isInOne = namespace !== undefined && elsewhere.length === 0 && request.namespace === undefined;
  return {
    ...rest,
    ...(isOfKind && request.resource === undefined && kind !== undefined ? { resource: kind } : {}),
    ...(isInOne ? { namespace } : {}),
  };
};

/** Commands that are written out. */
const most = 15;

type Meant = { readonly verb: Verb; readonly said: Said; readonly cluster: string | undefined };

/** The change of each of them as a command, and which are left out because their names do not tell what runs them. */
export const commandsForMany = (
  { many = [], language }: PlannerInput,
  { verb, said, cluster }: Meant,
): readonly string[] => {
  if (many.length === 0) return [];
  const meant = many.map((row) => ({ row, thing: toThemselves.includes(verb) ? row : runnerOf(row) }));
  const lines = meant.flatMap(({ row, thing }) => {
    const place = { namespace: row.namespace, cluster: row.cluster ?? cluster };
    const line = thing && kubectlFor({ ...said, ...place, verb, resource: thing.resource, name: thing.name });
    return line === undefined ? [] : [line];
  });
  const unclear = [...new Set(meant.filter(({ thing }) => thing === undefined).map(({ row }) => row.name))];
  const unique = [...new Set(lines)];
  return [
    ...(unique.length === 0
      ? []
      : [
          sayReply(language, "eachWithKubectl", { count: many.length }),
          ...unique.slice(0, most).map((line) => `  ${line}`),
        ]),
    ...(unique.length > most ? [sayReply(language, "andMore", { count: unique.length - most })] : []),
    ...(unclear.length === 0 ? [] : [sayReply(language, "runnerUnknown", { names: listOf(language, unclear) })]),
  ];
};

type Runner = Pick<ShownRow, "resource" | "name">;

/** What runs a pod, where its name tells of which kind that is; a Job's pods are not told from a DaemonSet's. */
const runnerOf = ({ resource, name }: ShownRow): Runner | undefined => {
  if (resource !== "pod") return runs.includes(resource) ? { resource, name } : undefined;
  if (isNumbered(name)) return { resource: "statefulset", name: workloadNameOf(name) };
  const deployment = deploymentOfPod(name);
  return deployment === undefined ? undefined : { resource: "deployment", name: deployment };
};

const runs: readonly string[] = ["deployment", "statefulset", "daemonset"];
