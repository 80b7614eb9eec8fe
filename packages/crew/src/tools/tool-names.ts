import { canonicalJson } from "../canonical-json.ts";
import { CrewError } from "../errors.ts";
import type { Tool } from "../types.ts";

/** The tools by name. Throws `tool_name_taken` when two have the same: a call names its tool by nothing else. */
export function toolsByName(tools: readonly Tool[]): ReadonlyMap<string, Tool> {
  const byName = new Map<string, Tool>();
  for (const tool of tools) {
    const other = byName.get(tool.name);
    if (other !== undefined) {
      throw new CrewError(
        "tool_name_taken",
        `Two tools have the name "${tool.name}" (servers "${other.server}" and "${tool.server}").`,
        "Give one of them another name, for example with its server's name in front.",
      );
    }
    byName.set(tool.name, tool);
  }
  return byName;
}

/** The names of the tools that only one of the two has, or that are not the same in both. */
export function changedTools(before: ReadonlyMap<string, Tool>, after: ReadonlyMap<string, Tool>): readonly string[] {
  const prints = (tools: ReadonlyMap<string, Tool>, name: string) => {
    const tool = tools.get(name);
    return tool === undefined ? "" : toolFingerprint(tool);
  };
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => prints(before, name) !== prints(after, name),
  );
}

/** The same for two tools that say the same of themselves, whoever calls them how. */
export function toolFingerprint({ server, name, description, inputSchema, annotations }: Tool): string {
  return canonicalJson([server, name, description, inputSchema, annotations]);
}

/** Whether two tools say the same of themselves. */
export function isSameTool(one: Tool, other: Tool): boolean {
  return one === other || toolFingerprint(one) === toolFingerprint(other);
}

/** So many names are told as they are. */
const FEW = 20;

/** What to say to somebody who asked for a tool that is not there: which there are, or of many the nearest. */
export function unknownTool(name: string, names: Iterable<string>): string {
  const all = [...names];
  const told = all.length > FEW ? nearestNames(name, all) : all;
  const which = all.length > FEW ? "The nearest are" : "The tools are";
  return `There is no tool "${name}".${told.length === 0 ? "" : ` ${which}: ${told.join(", ")}.`}`;
}

/**
 * The names most like a wanted one, best first, at most three. `least` is how like they have to be. Words count before letters: `pod_logs` finds
 * `get_pod_logs` although half of the letters differ. Nothing is returned that has nothing in common.
 */
export function nearestNames(wanted: string, names: readonly string[], least = 0.4): string[] {
  return names
    .map((name) => ({ name, likeness: likeness(wanted, name) }))
    .filter((candidate) => candidate.likeness >= least)
    .sort((left, right) => right.likeness - left.likeness)
    .slice(0, 3)
    .map((candidate) => candidate.name);
}

/** 0 (nothing in common) to 1 (the same words, or the same letters). */
function likeness(left: string, right: string): number {
  return Math.max(overlap(words(left), words(right)), overlap(pairs(left), pairs(right)));
}

/** `getPodLogs`, `GET_POD_LOGS` and `get-pods-log` have the same three words. */
function words(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) => word.replace(/s$/, ""));
}

function pairs(name: string): string[] {
  const letters = words(name).join("");
  return [...letters].slice(1).map((letter, index) => `${letters[index]}${letter}`);
}

/** Dice's coefficient: twice the common part by the sum of both. */
function overlap(left: readonly string[], right: readonly string[]): number {
  const rest = [...right];
  const common = left.filter((item) => {
    const index = rest.indexOf(item);
    if (index >= 0) rest.splice(index, 1);
    return index >= 0;
  });
  return left.length + right.length === 0 ? 0 : (2 * common.length) / (left.length + right.length);
}
