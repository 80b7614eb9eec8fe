import { parameterOf } from "../../catalog/arguments.ts";
import type { ShownRow } from "../../memory/shown.ts";
import { shownRow } from "../../memory/shown.ts";
import { callKey } from "../../plan/source.ts";
import type { Place, Step } from "../../plan/types.ts";
import { parseResult } from "../../results/parse-result.ts";
import { workloadOf } from "../../results/replicas.ts";
import type { Row } from "../../results/types.ts";
import type { Parts } from "../parts.ts";

type Mention = { readonly row: ShownRow; readonly start: number; readonly end: number };

const other =
  /\b(?:the|its|that|an)? ?other (?:one|pod|replica|instance|copy|half|node)\b(?! (?:than|that|which))|\bits (?:twin|sibling)\b|另外?(?:那|这)?(?:一个|个|一台|台)(?:副本|实例|pod|节点)?(?!命名空间|集群|问题|名字|ns)/iu;

/**
 * “The other one”, “另一个”: of two things that a person has before them, or of replicas, the one that was not looked at
 * last. `subjects`: what was looked at, the present one last.
 */
export const otherOne = (
  message: string,
  shown: readonly ShownRow[],
  subjects: readonly ShownRow[],
): Mention | undefined => {
  const present = subjects.at(-1);
  const match = other.exec(message);
  if (match === null || present === undefined) return undefined;
  const others = shown.filter((each) => !isSame(each, present));
  if (others.length === shown.length || (others.length > 1 && !shown.every((each) => isReplica(each, present))))
    return undefined;
  // Of several replicas the next that was not looked at yet.
  const row = others.find((each) => !subjects.some((subject) => isSame(each, subject))) ?? others[0];
  return row && { row, start: match.index, end: match.index + match[0].length };
};

const isSame = (one: ShownRow, other: ShownRow): boolean =>
  one.name === other.name && (one.namespace ?? other.namespace) === (other.namespace ?? one.namespace);

const isReplica = (one: ShownRow, { resource, name, namespace }: ShownRow): boolean =>
  one.resource === resource &&
  workloadOf({ ...one, namespace: one.namespace ?? namespace ?? "" }) ===
    workloadOf({ name, namespace: namespace ?? one.namespace ?? "" });

/** The thing that was looked at and its like, where a list that found it shows them; else nothing. */
export const twinsOf = (
  parts: Parts,
  step: Step,
  { name, namespace }: Place & { name?: string },
): readonly ShownRow[] => {
  const found = rowsFor(parts, step);
  const own = found.find((row) => row.name === name && (row.namespace ?? namespace) === namespace);
  if (own === undefined) return [];
  const alike = found.filter((row) => workloadOf(row) === workloadOf(own));
  return alike.length > 1 ? alike.map((row) => shownRow("pod", row, namespace)) : [];
};

/** The pods that were listed to find the one that the step is about. */
const rowsFor = (parts: Parts, step: Step): readonly Row[] => {
  const entry = parts.catalog.get(step.tool);
  const name = entry && parameterOf(entry, "name", "pod");
  const namespace = entry && parameterOf(entry, "namespace");
  if (!entry || !name) return [];
  const { [namespace?.name ?? ""]: _, ...wide } = step.args;
  for (const args of [step.args, wide]) {
    const template = parts.catalog.sourceOf(step.tool, name.name, args);
    const key = template && callKey({ tool: template.entry.tool, args: template.args });
    const result = key === undefined ? undefined : parts.turn().shelf.results.get(key);
    const parsed = result?.outcome === "ok" ? parseResult({ ...result, verb: "list", resource: "pod" }) : undefined;
    if (parsed?.form === "rows") return parsed.rows;
  }
  return [];
};
