import { type BaseMessage, HumanMessage } from "@langchain/core/messages";
import { noUsage } from "../agent/no-usage.ts";
import { runAgent } from "../agent/run-agent.ts";
import type { AgentRun } from "../agent/types.ts";
import { addUsage } from "../agent/usage.ts";
import { keptSafely } from "../keepable.ts";
import type { Usage } from "../types.ts";
import { checkAnswer } from "./check-answer.ts";
import type { CrewFailure } from "./failure.ts";
import type { Task, TaskOutput } from "./types.ts";
import type { TaskWork } from "./work.ts";

/** What a task came to, as the graph keeps it. */
export type TaskResult =
  | { readonly status: "completed"; readonly output: TaskOutput }
  | { readonly status: "failed"; readonly error: CrewFailure; readonly usage: Usage };

/**
 * Has the agent work until an answer stands: accepted by every guardrail, and by the person where one is asked. What was
 * said so far stays before the agent, so an attempt after the first does not look everything up again.
 */
export async function runTask(work: TaskWork): Promise<TaskResult> {
  const { task, agent, prompts } = work;
  const refusals = task.guardrails.map(() => 0);
  let messages: readonly BaseMessage[] = [new HumanMessage(work.request)];
  let usage = noUsage;
  for (let attempt = 1; ; attempt += 1) {
    const run = await attemptTask(work, messages);
    usage = addUsage(usage, addUsage(run.usage, work.delegatedUsage(run.calls)));
    if (run.status === "failed") {
      const { code, message, remedy } = run.error;
      return { status: "failed", error: { code, message, remedy, task: task.name }, usage };
    }
    const data = task.output === undefined ? run.text : run.data;
    const checked = await checkAnswer(work, { task: task.name, agent: agent.name, raw: run.text, data });
    usage = addUsage(usage, checked.usage);
    if (checked.kind === "failed") return { status: "failed", error: checked.error, usage };
    if (checked.kind === "refused") {
      const { guardrail, feedback } = checked;
      if (checked.isNew) work.emit({ type: "guardrail.refused", task: task.name, guardrail, attempt, feedback });
      refusals[guardrail] = (refusals[guardrail] ?? 0) + 1;
      if (refusals[guardrail] > task.guardrailRetries) return refused(task, { feedback, attempt, usage });
      messages = [...run.messages, new HumanMessage(prompts.refused(feedback))];
      continue;
    }
    const { answer } = checked;
    const change = task.humanInput ? work.review(answer) : "";
    if (change === "") {
      const output = keptSafely({ ...answer, skipped: false, messages: run.messages, usage });
      return { status: "completed", output };
    }
    messages = [...run.messages, new HumanMessage(prompts.feedback(change))];
  }
}

function attemptTask({ task, agent, agentOptions }: TaskWork, messages: readonly BaseMessage[]): Promise<AgentRun> {
  const { output } = task;
  return output === undefined
    ? runAgent(agent, messages, agentOptions)
    : runAgent(agent, messages, { ...agentOptions, output });
}

type Refusal = { readonly feedback: string; readonly attempt: number; readonly usage: Usage };

function refused({ name }: Task, { feedback, attempt, usage }: Refusal): TaskResult {
  const message = `No answer of "${name}" was accepted in ${attempt} attempt${attempt === 1 ? "" : "s"}: ${feedback}`;
  const remedy = "Say in the task what the guardrail wants, or raise guardrailRetries.";
  return { status: "failed", error: { code: "guardrail_refused", message, remedy, task: name }, usage };
}
