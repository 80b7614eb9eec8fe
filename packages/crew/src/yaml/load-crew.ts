import { readFile } from "node:fs/promises";
import { createCrew } from "../crew/create-crew.ts";
import type { Crew, CrewOptions } from "../crew/types.ts";
import { CrewError } from "../errors.ts";
import { readAssigned } from "./assigned.ts";
import { bindAgents } from "./bind-agents.ts";
import { bindTasks } from "./bind-tasks.ts";
import { agentKeys, type KeyRules, taskKeys } from "./keys.ts";
import { type Finding, readLocated } from "./located.ts";
import { type OutputFiles, writeOutputs } from "./output-files.ts";
import { type ReadFile, readFields } from "./read-fields.ts";
import type { CrewBindings, CrewFile, CrewFiles } from "./types.ts";

export type LoadOptions = CrewBindings & Omit<CrewOptions, "tasks" | "agents" | "managerAgent">;

/** A crew, and what its files say that has no effect here. */
export type LoadedCrew = Crew & { readonly warnings: readonly Finding[] };

/** All that is wrong with the files of a crew, or with what was passed beside them. */
export class CrewFilesError extends CrewError {
  readonly problems: readonly Finding[];

  constructor(problems: readonly Finding[]) {
    const lines = problems.map(({ file, line, key, message, remedy }) => {
      const place = [line > 0 ? `${file}:${line}` : file, key].filter((part) => part !== "").join(" ");
      return `${place}: ${message} ${remedy}`;
    });
    super("crew_files_invalid", `The crew cannot be made:\n${lines.join("\n")}\n`, "Mend these, all at once.");
    this.problems = problems;
  }
}

/**
 * A crew out of the `agents.yaml` and `tasks.yaml` of a crewAI project, unmodified. What Python code decides there is passed
 * in code: `models` by the names that the files use, `tools`, and with `assign` who does what. The other options are those of
 * `createCrew`. Tasks run in crewAI's order: one after another, but beside each other with `async_execution`.
 *
 * Throws `CrewFilesError` (`crew_files_invalid`) with everything that is wrong, each with file, line, key and remedy, and
 * what `createCrew` throws.
 */
export async function loadCrew(files: CrewFiles, options: LoadOptions): Promise<LoadedCrew> {
  const { models, tools, assign, order, manager, outputDirectory, ...crewOptions } = options;
  const bindings: CrewBindings = {
    models,
    ...(tools && { tools }),
    ...(assign && { assign }),
    ...(order && { order }),
  };
  const [agentsFile, tasksFile] = await Promise.all([read(files.agents, agentKeys), read(files.tasks, taskKeys)]);
  const agentNames = agentsFile.entries.map(({ name }) => name);
  const assigned = readAssigned(bindings, [...agentNames, ...tasksFile.entries.map(({ name }) => name)]);
  const bound = bindAgents(agentsFile.entries, bindings, assigned);
  const taskBindings = {
    bindings,
    assigned,
    agents: bound.agents,
    agentNames,
    needsAgent: crewOptions.process !== "hierarchical",
  };
  const made = bindTasks(tasksFile.entries, taskBindings);
  const leading = leaderIn(agentNames, manager);
  const problems = [agentsFile, tasksFile, assigned, bound, leading, made].flatMap((part) => part.problems);
  if (problems.length > 0) throw new CrewFilesError(problems);
  const outputFiles = outputFilesOf(tasksFile);
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
  return { ...crew, warnings: [agentsFile, tasksFile, bound, made].flatMap((part) => part.warnings) };
}

async function read(source: CrewFile, rules: KeyRules): Promise<ReadFile> {
  if (typeof source !== "string") return readFields(readLocated(source.file, source.text), rules);
  try {
    return readFields(readLocated(source, await readFile(source, "utf8")), rules);
  } catch (error) {
    const message = `It cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
    const remedy = "Pass the path of the file, seen from where the program runs.";
    return { entries: [], warnings: [], problems: [{ file: source, line: 0, key: "", message, remedy }] };
  }
}

function leaderIn(names: readonly string[], manager: string | undefined): { readonly problems: readonly Finding[] } {
  if (manager === undefined || names.includes(manager)) return { problems: [] };
  const message = `There is no agent "${manager}".`;
  return {
    problems: [{ file: "manager", line: 0, key: "", message, remedy: `These are there: ${names.join(", ")}.` }],
  };
}

function outputFilesOf({ entries }: ReadFile): OutputFiles {
  return new Map(
    entries.flatMap(({ name, text }) => {
      const file = text("output_file");
      return file === undefined ? [] : [[name, file] as const];
    }),
  );
}
