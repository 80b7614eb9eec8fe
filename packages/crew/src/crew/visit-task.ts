import type { BaseCheckpointSaver } from "@langchain/langgraph";
import {
  interrupt,
  isGraphBubbleUp,
  isGraphInterrupt,
  type LangGraphRunnableConfig,
  task as step,
} from "@langchain/langgraph";
import { createDeadline } from "../abort.ts";
import { noUsage } from "../agent/no-usage.ts";
import { agentPrompt } from "../agent/prompt.ts";
import type { RunAgentOptions } from "../agent/run-agent.ts";
import type { Agent } from "../agent/types.ts";
import { monotonicNow } from "../clock.ts";
import { CrewError } from "../errors.ts";
import { fillPlaceholders } from "../placeholders.ts";
import { forgetful, type Remember } from "../remember.ts";
import { callBounded } from "../task/bounded.ts";
import { failureOf } from "../task/failure.ts";
import type { Review } from "../task/pending.ts";
import type { CrewPrompts } from "../task/prompts.ts";
import { runTask, type TaskResult } from "../task/run-task.ts";
import type { Task } from "../task/types.ts";
import { contextOf, tasksBefore } from "./dependencies.ts";
import { type RunContext, runContextOf } from "./run-context.ts";
import { outputsOf, type State } from "./state.ts";

/** What all runs of a crew have in common. */
export type CrewParts = {
  readonly tasks: readonly Task[];
  readonly checkpointer: BaseCheckpointSaver | undefined;
  readonly callbackTimeoutMs: number;
  readonly prompts: CrewPrompts;
  /** For every run of an agent. */
  readonly agentOptions: RunAgentOptions;
};

export type Visit = { readonly task: Task; readonly state: State; readonly config: LangGraphRunnableConfig };

/** The node of a task. Throws only what ends the graph: a pause, or the wish to stop. */
export function visitTask(parts: CrewParts, { task, state, config }: Visit): Promise<Partial<State>> {
  const run = runContextOf(config.configurable);
  return run.track(async () => {
    // Kept from an earlier run; or of no use any more.
    if (Object.hasOwn(state.outputs, task.name)) return {};
    if (Object.values(state.outputs).some(({ status }) => status === "failed")) return {};
    const deadline = createDeadline({ signals: [config.signal] });
    let release = () => {};
    try {
      release = (await run.slots?.take(deadline.signal)) ?? release;
      return { outputs: { [task.name]: await carryOut({ parts, task, state, run, signal: deadline.signal }) } };
    } finally {
      release();
      deadline.close();
    }
  });
}

type Place = Pick<Visit, "task" | "state"> & {
  readonly parts: CrewParts;
  readonly run: RunContext;
  readonly signal: AbortSignal;
};

async function carryOut(place: Place): Promise<TaskResult> {
  const { task, run } = place;
  const remember = rememberFor(place);
  const agent = agentFor(place);
  const isWanted = await askCondition(place, remember);
  if (isWanted.ok && !isWanted.value) {
    run.emit({ type: "task.skipped", task: task.name });
    const nothing = { raw: "", data: undefined, skipped: true, messages: [], usage: noUsage };
    return { status: "completed", output: { task: task.name, agent: agent.name, ...nothing } };
  }
  return betweenEvents(place, agent, async () => {
    if (isWanted.ok) return work(place, agent, remember);
    const message = `The condition of "${task.name}" gave no answer: ${isWanted.problem}`;
    const error = { code: "condition_failed", message, remedy: "Mend the condition.", task: task.name } as const;
    return { status: "failed", error, usage: noUsage };
  });
}

/** Every start has one end, whatever happens in between. */
async function betweenEvents(
  { task: { name: task }, run, signal }: Place,
  { name: agent }: Agent,
  carryOn: () => Promise<TaskResult>,
): Promise<TaskResult> {
  const startedAt = monotonicNow();
  run.emit({ type: "task.started", task, agent });
  const finish = (status: "completed" | "waiting" | "failed" | "cancelled", raw = "") =>
    run.emit({ type: "task.finished", task, agent, status, raw, ms: monotonicNow() - startedAt });
  try {
    const result = await carryOn();
    signal.throwIfAborted();
    if (result.status === "completed") finish("completed", result.output.raw);
    else finish("failed");
    return result;
  } catch (error) {
    if (isGraphInterrupt(error)) run.asks(task, error.interrupts);
    if (isGraphBubbleUp(error) || signal.aborted) {
      finish(signal.aborted ? "cancelled" : "waiting");
      throw error;
    }
    finish("failed");
    return { status: "failed", error: failureOf(error, task), usage: noUsage };
  }
}

function work({ parts, task, state, run, signal }: Place, agent: Agent, remember: Remember): Promise<TaskResult> {
  const { prompts, callbackTimeoutMs, tasks, agentOptions } = parts;
  const context = outputsOf(contextOf(task, tasks), state.outputs).map(({ raw }) => raw);
  const description = filled(task.description, state);
  const expectedOutput = filled(task.expectedOutput, state);
  return runTask({
    task,
    agent,
    request: prompts.task({ description, expectedOutput, context }),
    prompts,
    agentOptions,
    meters: run.meters,
    signal,
    callbackTimeoutMs,
    emit: run.emit,
    remember,
    review({ data }) {
      const question: Review = { kind: "review", question: prompts.review(task.name), subject: data };
      const reply: unknown = interrupt(question);
      return reply === true ? "" : `${reply}`.trim();
    },
  });
}

function agentFor({ parts, task, state }: Place): Agent {
  const { agent, tools } = task;
  if (agent === undefined) {
    throw new CrewError("agent_missing", `The task "${task.name}" has no agent.`, "Say which agent does it.");
  }
  return {
    ...agent,
    role: filled(agent.role, state),
    goal: filled(agent.goal, state),
    backstory: filled(agent.backstory, state),
    tools: tools ?? agent.tools,
    prompt: agent.prompt === agentPrompt ? parts.prompts.role : agent.prompt,
  };
}

function filled(text: string, { inputs }: State): string {
  return inputs === null ? text : fillPlaceholders(text, inputs);
}

async function askCondition({ parts, task, state, signal }: Place, remember: Remember) {
  const { condition } = task;
  const previous = outputsOf(tasksBefore(task, parts.tasks), state.outputs).at(-1);
  if (condition === undefined || previous === undefined) return { ok: true, value: true } as const;
  const bounds = { signal, timeoutMs: parts.callbackTimeoutMs };
  return remember("condition", () => callBounded(bounds, () => condition(previous)));
}

/**
 * LangGraph keeps what a step of a node came to, if there is a checkpointer, by how many steps the node had begun before
 * it. So all steps begin in an order that depends on nothing but what earlier ones came to. One that was broken off is
 * not kept: it would be given again as if it were a result.
 */
function rememberFor({ task, run, signal }: Place): Remember {
  if (!run.remembers) return forgetful;
  return async (name, work) => {
    const kept = step(name, async () => {
      try {
        const value = await work();
        signal.throwIfAborted();
        return { value };
      } catch (error) {
        if (isGraphInterrupt(error)) run.asks(task.name, error.interrupts);
        throw error;
      }
    });
    const { value } = await kept();
    return value;
  };
}
