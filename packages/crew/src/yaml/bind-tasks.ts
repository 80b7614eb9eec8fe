import type { Agent } from "../agent/types.ts";
import { defineTask } from "../task/define-task.ts";
import type { Task } from "../task/types.ts";
import type { Assigned } from "./assigned.ts";
import { given, madeOrProblem, toolsNamed } from "./bound.ts";
import { contextTasks } from "./context-tasks.ts";
import type { Finding } from "./finding.ts";
import { didYouMean } from "./near.ts";
import type { ReadEntry } from "./read-fields.ts";
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
  const problems = [...agent.problems, ...tools.problems, ...shown.problems, ...outputProblems(entry)];
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

/** In crewAI a task whose list of tools is empty has those of its agent. */
function toolsIn({ names }: ReadEntry): readonly string[] | undefined {
  const tools = names("tools") ?? [];
  return tools.length === 0 ? undefined : tools;
}

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

function outputProblems({ name, text, at }: ReadEntry): readonly Finding[] {
  const key = ["output_pydantic", "output_json", "response_model"].find((one) => text(one) !== undefined);
  if (key === undefined) return [];
  const remedy = `Pass assign: { ${name}: { output: z.object(…) } }.`;
  return [at(key, `"${text(key)}" is a class of Python.`, remedy)];
}

/** crewAI takes an empty text; here an answer is held against it. */
function expectedOf({ text, at }: ReadEntry) {
  const said = text("expected_output") ?? "";
  if (said !== "") return { expectedOutput: said, warnings: [] };
  const expectedOutput = "The result of the task.";
  const message = `expected_output is empty; "${expectedOutput}" stands in for it.`;
  return { expectedOutput, warnings: [at("expected_output", message, "Say what a good answer looks like.")] };
}

function guardrailsIn({ text, names }: ReadEntry): readonly string[] | undefined {
  const single = text("guardrail");
  return single === undefined ? names("guardrails") : [single];
}
