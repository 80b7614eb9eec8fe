import { createScriptedModel, type ModelRequest, type ScriptedTurn } from "@k8s-copilot/doubles";
import {
  type Agent,
  type AgentDefinition,
  type CrewEvent,
  type CrewRun,
  defineAgent,
  type Pending,
} from "../../src/index.ts";

/** Every test that can runs twice: with a model that streams, and with one that answers in one piece. */
export const ways = [{ streams: true }, { streams: false }];

type More = Partial<Omit<AgentDefinition, "name" | "model">> & { readonly streams?: boolean };

/** An agent whose model plays a script. Turns that look at the request are functions. */
export function scriptedAgent<const Name extends string>(name: Name, turns: readonly ScriptedTurn[], more: More = {}) {
  const { streams = true, ...definition } = more;
  const model = createScriptedModel(turns, { streams });
  const agent: Agent<Name, never> = {
    ...defineAgent({ name, role: `a ${name}`, goal: "do good work", backstory: "", model, ...definition }),
    inputs: [],
  };
  return { agent, model };
}

/** The text of what a model was shown first: the task. */
export function taskShown(request: ModelRequest | undefined): string {
  return request?.messages.find(({ type }) => type === "human")?.text ?? "";
}

export function systemShown(request: ModelRequest | undefined): string {
  return request?.messages.find(({ type }) => type === "system")?.text ?? "";
}

/** The raw answer, or why there is none. */
export function outcomeOf(run: CrewRun): string {
  if (run.status === "completed") return run.raw;
  return run.status === "failed" ? `${run.error.code}: ${run.error.message}` : `waits for ${run.pending.length}`;
}

/** What waits in a run that does. */
export function pendingOf(run: CrewRun): readonly Pending[] {
  if (run.status !== "waiting") throw new Error(`It does not wait: ${outcomeOf(run)}`);
  return run.pending;
}

/** The same answer to all that waits. */
export const answerAll = (run: CrewRun, value: unknown) =>
  Object.fromEntries(pendingOf(run).map(({ id }) => [id, value]));

/** Every event in one word or two, without the pieces of text. */
export function namesOf(events: readonly CrewEvent[]): string[] {
  return events
    .filter(({ type }) => type !== "model.delta")
    .map((event) => ("task" in event ? `${event.task} ${event.type}` : event.type));
}

/** What was started, against what was finished: empty when every start has one end. */
export function openStarts(events: readonly CrewEvent[]): string[] {
  const open = new Map<string, number>();
  for (const event of events) {
    const [what = "", phase] = event.type.split(".");
    const whose = `${"task" in event ? event.task : ""} ${"agent" in event ? event.agent : ""}`;
    const which =
      "call" in event ? JSON.stringify(event.call) : "result" in event ? JSON.stringify(event.result.call) : "";
    const by = phase === "started" ? 1 : phase === "finished" ? -1 : 0;
    const key = `${whose} ${what} ${which}`;
    open.set(key, (open.get(key) ?? 0) + by);
  }
  return [...open].filter(([, count]) => count !== 0).map(([key, count]) => `${key}: ${count}`);
}
