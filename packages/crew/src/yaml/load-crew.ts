import { createCrew } from "../crew/create-crew.ts";
import type { Crew, CrewOptions } from "../crew/types.ts";
import { CrewError } from "../errors.ts";
import { checkOptions } from "../options/check-options.ts";
import { fileOptions, loadOptions } from "../options/entries.ts";
import { readAssigned, withAssigned } from "./assigned.ts";
import { bindAgents } from "./bind-agents.ts";
import { bindTasks } from "./bind-tasks.ts";
import { given } from "./bound.ts";
import type { Finding } from "./finding.ts";
import { agentKeys, type KeyRules, taskKeys } from "./keys.ts";
import type { LocatedFile } from "./located.ts";
import { didYouMean } from "./near.ts";
import { type OutputFiles, writeOutputs } from "./output-files.ts";
import { type ReadEntry, readFields } from "./read-fields.ts";
import { readCrewFile } from "./read-file.ts";
import type { CrewBindings, CrewFiles } from "./types.ts";

export type LoadOptions = CrewBindings & Omit<CrewOptions, "tasks" | "agents" | "managerAgent">;

/** A crew, and what its files say that has no effect here. */
export type LoadedCrew = Crew & { readonly warnings: readonly Finding[] };

/** All that is wrong with the files of a crew, or with what was passed beside them. */
export class CrewFilesError extends CrewError {
  readonly problems: readonly Finding[];
  /** What alone would not keep the crew from being made, such as a key that nothing knows. */
  readonly warnings: readonly Finding[];

  constructor(problems: readonly Finding[], warnings: readonly Finding[]) {
    const beside = warnings.length === 0 ? "" : `Beside these:\n${linesOf(warnings)}`;
    super("crew_files_invalid", `The crew cannot be made:\n${linesOf(problems)}${beside}`, "Mend these, all at once.");
    this.problems = problems;
    this.warnings = warnings;
  }
}

function linesOf(findings: readonly Finding[]): string {
  const lines = findings.map(({ file, line, key, message, remedy }) => {
    const place = [line > 0 ? `${file}:${line}` : file, key].filter((part) => part !== "").join(" ");
    return `${place}: ${message} ${remedy}\n`;
  });
  return lines.join("");
}

/**
 * A crew out of the `agents.yaml` and `tasks.yaml` of a crewAI project, unmodified. What Python code decides there is passed
 * in code: `models` by the names that the files use, `tools`, and with `assign` who does what. The other options are those of
 * `createCrew`. Tasks run in crewAI's order: one after another, but beside each other with `async_execution`. What is wrong
 * with an agent that no task needs, or with a key that has no effect, is among `warnings`.
 *
 * Throws `CrewFilesError` (`crew_files_invalid`) with everything that is wrong, each with file, line, key and remedy, and
 * what `createCrew` throws; `options_invalid` for files that are none, or an option that there is not.
 */
export async function loadCrew(files: CrewFiles, options: LoadOptions): Promise<LoadedCrew> {
  checkOptions(files, fileOptions);
  checkOptions(options, loadOptions);
  const { models, tools, assign, order, manager, outputDirectory, ...crewOptions } = options;
  const bindings: CrewBindings = { models, ...given({ tools, assign, order, manager }) };
  const [agentsFile, tasksFile] = await Promise.all([
    readCrewFile(files.agents, "agent"),
    readCrewFile(files.tasks, "task"),
  ]);
  const agentNames = agentsFile.entries.map(({ name }) => name);
  const assigned = readAssigned(bindings, [...agentNames, ...tasksFile.entries.map(({ name }) => name)]);
  const read = ({ file, entries }: LocatedFile, rules: KeyRules) =>
    readFields(
      file,
      entries.map((entry) => withAssigned(entry, assigned.of(entry.name))),
      rules,
    );
  const ordered = inOrder(read(tasksFile, taskKeys), order);
  const isHierarchical = crewOptions.process === "hierarchical";
  const agents = read(agentsFile, agentKeys);
  const doers = [manager, ...ordered.tasks.map(({ text }) => text("agent"))];
  const bound = bindAgents(agents, bindings, isHierarchical ? agentNames : withCoworkers(agents, doers));
  const made = bindTasks(ordered.tasks, {
    bindings,
    assigned,
    agents: bound.agents,
    agentNames: agentNames.length === 0 ? undefined : agentNames,
    leftOut: ordered.leftOut,
    needsAgent: !isHierarchical,
    canWait: crewOptions.checkpointer !== undefined,
  });
  const leading = leaderIn(agentNames, manager);
  const problems = [agentsFile, tasksFile, assigned, bound, leading, ordered, made].flatMap((part) => part.problems);
  const warnings = [agentsFile, tasksFile, bound, made].flatMap((part) => part.warnings);
  if (problems.length > 0) throw new CrewFilesError(problems, warnings);
  const outputFiles = outputFilesOf(ordered.tasks);
  const managerAgent = manager === undefined ? undefined : bound.agents.get(manager);
  const crew = createCrew({
    ...crewOptions,
    tasks: made.tasks,
    agents: [...bound.agents.values()].filter(({ name }) => name !== manager),
    ...(managerAgent && { managerAgent }),
    afterKickoff: async (run) => {
      const written = await writeOutputs(run, outputFiles, outputDirectory);
      return (await crewOptions.afterKickoff?.(written)) ?? written;
    },
  });
  return { ...crew, warnings };
}

/** Who does a task, and all others too where one of them may hand on work. */
function withCoworkers(agents: readonly ReadEntry[], doers: readonly (string | undefined)[]) {
  const handsOn = agents.some(({ name, flag }) => doers.includes(name) && flag("allow_delegation") === true);
  return handsOn ? agents.map(({ name }) => name) : doers;
}

function inOrder(entries: readonly ReadEntry[], names: readonly string[] | undefined) {
  if (names === undefined || entries.length === 0) return { tasks: entries, leftOut: [], problems: [] };
  const all = entries.map((entry) => entry.name);
  const wrong = (key: string, message: string, remedy: string) => ({ file: "order", line: 0, key, message, remedy });
  const unknown = names
    .filter((name) => !all.includes(name))
    .map((name) => {
      const remedy = `${didYouMean(name, all)}These are there: ${all.join(", ")}.`;
      return wrong(name, `order names the task "${name}", which the file has not.`, remedy);
    });
  const twice = names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => wrong(name, `order names the task "${name}" twice.`, "Name it once."));
  const tasks = [...new Set(names)].flatMap((name) => entries.find((entry) => entry.name === name) ?? []);
  return { tasks, leftOut: all.filter((name) => !names.includes(name)), problems: [...unknown, ...twice] };
}

function leaderIn(names: readonly string[], manager: string | undefined): { readonly problems: readonly Finding[] } {
  if (manager === undefined || names.length === 0 || names.includes(manager)) return { problems: [] };
  const message = `There is no agent "${manager}".`;
  return {
    problems: [{ file: "manager", line: 0, key: "", message, remedy: `These are there: ${names.join(", ")}.` }],
  };
}

function outputFilesOf(entries: readonly ReadEntry[]): OutputFiles {
  return new Map(
    entries.flatMap(({ name, text }) => {
      const file = text("output_file");
      return file === undefined ? [] : [[name, file] as const];
    }),
  );
}
