import type { Agent } from "../agent/types.ts";
import { defineTask } from "../task/define-task.ts";
import type { Task } from "../task/types.ts";
import type { Assigned } from "./assigned.ts";
import { given, madeOrProblem, toolsNamed } from "./bound.ts";
import type { Finding } from "./located.ts";
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
  /** All that the file of agents names, also those whose fields are wrong. */
  readonly agentNames: readonly string[];
  /** A hierarchical crew's tasks need no agent. */
  readonly needsAgent: boolean;
};

/** Makes tasks of what the file says of them, in the order in which they are done. */
export function bindTasks(entries: readonly ReadEntry[], given: TaskBindings): BoundTasks {
  const { order, problems: wrongOrder } = inOrder(entries, given.bindings.order);
  const problems: Finding[] = [...wrongOrder];
  const warnings: Finding[] = [];
  const tasks = new Map<string, Task>();
  for (const { entry, context, after } of inCrewOrder(order, given.assigned)) {
    const bound = bindTask({ entry, context, after, earlier: tasks, order, given });
    problems.push(...bound.problems);
    warnings.push(...bound.warnings);
    if (bound.task !== undefined) tasks.set(entry.name, bound.task);
  }
  return { tasks: [...tasks.values()], problems, warnings };
}

function inOrder(entries: readonly ReadEntry[], names: readonly string[] | undefined) {
  if (names === undefined) return { order: entries, problems: [] };
  const found = names.map((name) => ({ name, entry: entries.find((entry) => entry.name === name) }));
  return {
    order: found.flatMap(({ entry }) => entry ?? []),
    problems: found
      .filter(({ entry }) => entry === undefined)
      .map(({ name }) => ({
        file: "order",
        line: 0,
        key: name,
        message: `order names the task "${name}", which the file has not.`,
        remedy: `These are there: ${entries.map((entry) => entry.name).join(", ")}.`,
      })),
  };
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
  const toolNames = own.tools ?? entry.names("tools");
  const tools = toolsNamed({ names: toolNames ?? [], known: bindings.bindings.tools ?? {}, entry });
  const shown = contextTasks({ entry, names: context, earlier, order });
  const output = outputOf(entry, own.output);
  const problems = [...agent.problems, ...tools.problems, ...shown.problems, ...output.problems];
  const description = text("description");
  const { expectedOutput, warnings } = expectedOf(entry);
  if (description === undefined || problems.length > 0) return { problems, warnings };
  const definition = {
    name,
    description: flag("markdown") === true ? `${description}\n\n${asMarkdown}` : description,
    expectedOutput,
    ...given({
      agent: agent.agent,
      tools: toolNames === undefined ? undefined : tools.tools,
      context: shown.tasks,
      after: after.flatMap((other) => earlier.get(other) ?? []),
      output: own.output,
      guardrails: own.guardrails ?? guardrailsIn(entry),
      guardrailRetries: count("guardrail_max_retries") ?? count("max_retries"),
      humanInput: own.humanInput ?? flag("human_input"),
    }),
  };
  const { made, problems: wrong } = madeOrProblem(at, () =>
    own.condition === undefined ? defineTask(definition) : defineTask({ ...definition, condition: own.condition }),
  );
  return { task: made, problems: wrong, warnings };
}

const asMarkdown = "Write the answer in Markdown.";

function agentOf(entry: ReadEntry, { assigned, agents, agentNames, needsAgent }: TaskBindings) {
  const { name, text, at } = entry;
  const named = assigned.of(name).agent ?? text("agent");
  if (named === undefined) {
    const remedy = `Write agent: below it, or pass assign: { ${name}: "…" }. These are there: ${agentNames.join(", ")}.`;
    return { problems: needsAgent ? [at("agent", `Nobody does "${name}".`, remedy)] : [] };
  }
  const agent = agents.get(named);
  if (agent !== undefined) return { agent, problems: [] };
  // What is wrong with an agent of the file is told there.
  if (agentNames.includes(named)) return { problems: [] };
  return { problems: [at("agent", `There is no agent "${named}".`, `These are there: ${agentNames.join(", ")}.`)] };
}

type Showing = Pick<Binding, "entry" | "earlier" | "order"> & { readonly names: readonly string[] };

function contextTasks({ entry, names, earlier, order }: Showing) {
  const before = order.slice(0, order.indexOf(entry)).map(({ name }) => name);
  const problems = names.flatMap((name) => {
    if (before.includes(name)) return [];
    const isLater = order.some((other) => other.name === name);
    const message = isLater ? `The task "${name}" is done later.` : `There is no task "${name}".`;
    return [entry.at("context", message, `Before it are done: ${before.join(", ") || "none"}.`)];
  });
  return { tasks: names.flatMap((name) => earlier.get(name) ?? []), problems };
}

function outputOf({ name, text, at }: ReadEntry, output: unknown) {
  const key = ["output_pydantic", "output_json", "response_model"].find((one) => text(one) !== undefined);
  if (key === undefined || output !== undefined) return { problems: [] };
  const remedy = `Pass assign: { ${name}: { output: z.object(…) } }.`;
  return { problems: [at(key, `"${text(key)}" is a class of Python.`, remedy)] };
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
