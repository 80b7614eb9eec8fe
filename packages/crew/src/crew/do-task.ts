import { randomUUID } from "node:crypto";
import type { RunAgentOptions } from "../agent/run-agent.ts";
import type { Agent, AgentEvent } from "../agent/types.ts";
import { headAndTail } from "../head-and-tail.ts";
import { leaveBehind } from "../leave-behind.ts";
import type { MemorySession } from "../memory/types.ts";
import { type Remember, rememberOrDo } from "../remember.ts";
import { callBounded } from "../task/bounded.ts";
import { runTask, type TaskResult } from "../task/run-task.ts";
import { askPerson } from "./ask-person.ts";
import { createDelegatingRunner, delegatedUsage, delegationTool } from "./delegation.ts";
import { contextOf } from "./dependencies.ts";
import { openMemory } from "./open-memory.ts";
import type { Place } from "./place.ts";
import { PLAN, planFor } from "./planning.ts";
import { assignmentOf, fillTexts, prepareAgent } from "./staff.ts";
import { outputsOf } from "./state.ts";
import { tellOnce } from "./tell-once.ts";

/** Has the task's agent, or the manager, do it, with what is remembered; and remembers what it came to. */
export async function doTask(place: Place, remember: Remember): Promise<TaskResult> {
  const { parts, task, run, signal, account } = place;
  const { prompts, callbackTimeoutMs, agentOptions } = parts;
  const meters = [...run.meters, account.meter];
  const tell = reporterFor(place);
  const optionsFor = () => ({
    ...agentOptions,
    meters,
    uses: account.uses,
    signal,
    ...tellOnce({ onEvent: tell, remember }),
    prompts: prompts.loop,
  });
  const options = optionsFor();
  const memory = memoryOf(place);
  const request = await requestFor(place, remember, memory);
  const { agent, runner } = equip(place, optionsFor);
  try {
    const result = await runTask({
      task,
      agent,
      request,
      prompts,
      agentOptions: runner === undefined ? options : { ...options, runner },
      meters,
      signal,
      callbackTimeoutMs,
      emit: run.emit,
      remember,
      delegatedUsage,
      review: ({ data }) =>
        askPerson(task.name, { kind: "review", question: prompts.review(task.name), subject: data }),
    });
    await keep(place, result, memory);
    return result;
  } finally {
    await runner?.close();
  }
}

function reporterFor({ task, run }: Place): (event: AgentEvent) => void {
  return (event) => {
    if (event.type !== "agent.started" && event.type !== "agent.finished") run.emit({ ...event, task: task.name });
  };
}

/** The agent with what it may use for this task; with a way to its tools of its own where it may hand on work. */
function equip({ parts, task, state }: Place, optionsFor: () => RunAgentOptions) {
  const { prompts, staff, agentOptions } = parts;
  const { agent, coworkers } = assignmentOf(task, staff);
  const prepare = (one: Agent) => prepareAgent(one, state.inputs, prompts);
  const tools = staff.manager === undefined ? (task.tools ?? agent.tools) : agent.tools;
  const ready = { ...prepare(agent), tools };
  if (coworkers.length === 0) return { agent: ready, runner: undefined };
  const workers = coworkers.map((one) => prepare(staff.manager && task.tools ? { ...one, tools: task.tools } : one));
  const delegation = delegationTool({ coworkers: workers, prompts, optionsFor });
  const runner = createDelegatingRunner({
    tools,
    checkArguments: agent.checkArguments,
    delegation,
    runner: agentOptions.runner,
  });
  return { agent: { ...ready, tools: [...tools, delegation] }, runner };
}

/** That of the run; where the graph is run without its crew, one for this task. */
function memoryOf({ parts, task, run }: Place): MemorySession | undefined {
  return task.name === PLAN ? undefined : (run.memory ?? (parts.memory && openMemory(parts.memory)));
}

async function requestFor(place: Place, remember: Remember, memory: MemorySession | undefined): Promise<string> {
  const { parts, task, state, run } = place;
  const { prompts, tasks } = parts;
  const fill = fillTexts(state.inputs);
  const description = fill(task.description);
  const outputs = outputsOf(contextOf(task, tasks), state.outputs).map(({ raw }) => raw);
  const context = outputs.map((raw) => headAndTail(raw, parts.contextLimit));
  const plan = planFor(tasks.indexOf(task) + 1, state.outputs);
  const query = { text: description, without: outputs };
  const recalled =
    memory && (await rememberOrDo(remember, { name: "memory", work: () => recall(place, memory, query) }));
  const { items = [], problem } = recalled?.value ?? {};
  if (problem !== undefined && recalled?.isNew) run.emit({ type: "memory.failed", task: task.name, message: problem });
  const memories = items.map(({ text }) => text);
  return prompts.task({ description, expectedOutput: fill(task.expectedOutput), context, plan, memories });
}

async function recall(place: Place, memory: MemorySession, query: { text: string; without: readonly string[] }) {
  const { parts, signal } = place;
  const bounds = { signal, timeoutMs: parts.callbackTimeoutMs };
  const found = await callBounded(bounds, (limit) =>
    memory.recall(query.text, { without: query.without, signal: limit }),
  );
  return found.ok ? found.value : { items: [], problem: found.problem };
}

async function keep(
  { task, run, signal, state }: Place,
  result: TaskResult,
  memory: MemorySession | undefined,
): Promise<void> {
  if (memory === undefined || result.status === "failed") return;
  const { agent, raw } = result.output;
  const request = fillTexts(state.inputs)(task.description);
  memory.remember(`${run.threadId || randomUUID()}/${task.name}`, { task: task.name, agent, text: raw, request });
  // A run waits for what it writes at its end, which a graph without its crew does not have.
  if (run.memory === undefined) await leaveBehind(memory.settled(), signal);
}
