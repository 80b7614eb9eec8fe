import type { Agent } from "../agent/types.ts";
import { defineTask } from "../task/define-task.ts";
import type { Task } from "../task/types.ts";
import type { Assigned } from "./assigned.ts";
import { given, madeOrProblem, toolsNamed } from "./bound.ts";
import { contextTasks } from "./context-tasks.ts";
import type { Finding } from "./finding.ts";
import { didYouMean } from "./near.ts";
import type { ReadEntry } from "./read-fields.ts";
import { expectedOf, guardrailsIn, outputProblems, toolsIn } from "./task-fields.ts";
import { inCrewOrder } from "./task-order.ts";
import type { CrewBindings } from "./types.ts";

export type BoundTasks = {
  readonly tasks: readonly Task[];
  readonly problems: readonly Finding[];
  readonly warnings: readonly Finding[];
};

export type TaskBindings = {
  readonly bindings: CrewBindings;
  readonly assigned: Assigned;
  readonly agents: ReadonlyMap<string, Agent>;
  /** All that the file of agents names, also those whose fields are wrong; undefined where it could not be read. */
  readonly agentNames: readonly string[] | undefined;
  /** The tasks of the file that are not done. */
  readonly leftOut: readonly string[];
  /** A hierarchical crew's tasks need no agent. */
  readonly needsAgent: boolean;
  /** Whether a run can wait for a person. */
  readonly canWait: boolean;
};

/** Makes tasks of what the file says of them, which are in the order in which they are done. */
export function bindTasks(order: readonly ReadEntry[], given: TaskBindings): BoundTasks {
  const problems: Finding[] = [];
  const warnings: Finding[] = [];
  const tasks = new Map<string, Task>();
  for (const { entry, context, after } of inCrewOrder(order)) {
    const bound = bindTask({ entry, context, after, earlier: tasks, order, given });
    problems.push(...entry.problems, ...bound.problems);
    warnings.push(...entry.warnings, ...bound.warnings);
    if (bound.task !== undefined) tasks.set(entry.name, bound.task);
  }
  return { tasks: [...tasks.values()], problems, warnings };
}

type Binding = {
  readonly entry: ReadEntry;
  readonly context: readonly string[];
  readonly after: readonly string[];
  readonly earlier: ReadonlyMap<string, Task>;
  readonly order: readonly ReadEntry[];
  readonly given: TaskBindings;
};

function bindTask({ entry, context, after, earlier, order, given: bindings }: Binding) {
  const { name, text, count, flag, at } = entry;
  const own = bindings.assigned.of(name);
  const agent = agentOf(entry, bindings);
  const toolNames = own.tools ?? toolsIn(entry);
  const tools = toolsNamed({ names: toolNames ?? [], known: bindings.bindings.tools ?? {}, entry });
  const shown = contextTasks({ entry, names: context, earlier, order, leftOut: bindings.leftOut });
  const problems = [
    ...agent.problems,
    ...tools.problems,
    ...shown.problems,
    ...outputProblems(entry),
    ...waitProblems(entry, bindings),
  ];
  const description = text("description");
  const expected = expectedOf(entry);
  const warnings = [...shown.warnings, ...expected.warnings];
  if (description === undefined || entry.problems.length + problems.length > 0) return { problems, warnings };
  const definition = {
    name,
    description: flag("markdown") === true ? `${description}\n\n${asMarkdown}` : description,
    expectedOutput: expected.expectedOutput,
    ...given({
      agent: agent.agent,
      tools: toolNames === undefined ? undefined : tools.tools,
      context: shown.tasks,
      after: after.flatMap((other) => earlier.get(other) ?? []),
      output: own.output,
      guardrails: own.guardrails ?? guardrailsIn(entry),
      guardrailRetries: count("guardrail_max_retries") ?? count("max_retries"),
      humanInput: flag("human_input"),
    }),
  };
  const { made, problems: wrong } = madeOrProblem(at, () =>
    own.condition === undefined ? defineTask(definition) : defineTask({ ...definition, condition: own.condition }),
  );
  return { task: made, problems: wrong, warnings };
}

const asMarkdown = "Write the answer in Markdown.";

function agentOf({ name, text, at }: ReadEntry, { agents, agentNames, needsAgent, bindings }: TaskBindings) {
  const named = text("agent");
  const choices = agentNames === undefined ? "" : ` These are there: ${agentNames.join(", ")}.`;
  const assign = `pass assign: { ${name}: "…" }`;
  if (named === undefined) {
    return {
      problems: needsAgent
        ? [at("agent", `Nobody does "${name}".`, `Write agent: below it, or ${assign}.${choices}`)]
        : [],
    };
  }
  if (!needsAgent && named === bindings.manager) {
    const message = `"${named}" leads the crew and does no task itself.`;
    return { problems: [at("agent", message, "Take out the agent, or name another one.")] };
  }
  const agent = agents.get(named);
  if (agent !== undefined) return { agent, problems: [] };
  // What is wrong with an agent of the file, or with the file, is told there.
  if (agentNames === undefined || agentNames.includes(named)) return { problems: [] };
  const remedy = `${didYouMean(named, agentNames)}If Python code calls it otherwise, ${assign}.${choices}`;
  return { problems: [at("agent", `There is no agent "${named}".`, remedy)] };
}

function waitProblems({ name, flag, at }: ReadEntry, { canWait }: TaskBindings): readonly Finding[] {
  if (canWait || flag("human_input") !== true) return [];
  const message = `"${name}" waits for a person, and nothing keeps the run meanwhile.`;
  return [at("human_input", message, "Pass a checkpointer, such as new MemorySaver().")];
}
