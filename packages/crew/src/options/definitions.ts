import type { Options } from "./check-options.ts";
import { agentElsewhere, crewElsewhere, taskElsewhere } from "./elsewhere.ts";

export const agentOptions = {
  by: "defineAgent",
  what: "agent",
  fields: {
    name: "text",
    role: "text",
    goal: "text",
    backstory: "text",
    model: "model",
    tools: "tools",
    maxIterations: "number",
    timeoutMs: "number",
    retries: "number",
    replyTimeoutMs: "number",
    requestsPerMinute: "number",
    breaker: "object",
    meters: "list",
    priceOf: "function",
    allowDelegation: "flag",
    prompt: "function",
    onToolError: "function",
  },
  required: ["name", "role", "goal", "model"],
  incomplete: "agent_incomplete",
  elsewhere: agentElsewhere,
} as const satisfies Options;

export const taskOptions = {
  by: "defineTask",
  what: "task",
  fields: {
    name: "text",
    description: "text",
    expectedOutput: "text",
    agent: "agent",
    context: "tasks",
    after: "tasks",
    tools: "tools",
    output: "schema",
    guardrails: "rules",
    guardrailRetries: "number",
    humanInput: "flag",
    condition: "function",
  },
  required: ["name", "description", "expectedOutput"],
  incomplete: "task_incomplete",
  elsewhere: taskElsewhere,
} as const satisfies Options;

export const crewOptions = {
  by: "createCrew",
  what: "crew",
  fields: {
    tasks: "tasks",
    agents: "agents",
    process: "process",
    managerModel: "model",
    managerAgent: "agent",
    planning: "planning",
    memory: "memory",
    checkpointer: "checkpointer",
    concurrency: "number",
    callbackTimeoutMs: "number",
    contextLimit: "number",
    language: "language",
    prompts: "object",
    beforeKickoff: "function",
    afterKickoff: "function",
    runner: "runner",
    prepareSchema: "function",
    showResult: "function",
  },
  required: ["tasks"],
  incomplete: "crew_empty",
  elsewhere: crewElsewhere,
} as const satisfies Options;

const run = { signal: "signal", onEvent: "function", meters: "list" } as const;

export const kickoffOptions = {
  by: "kickoff",
  fields: { ...run, threadId: "id" },
  elsewhere: { inputs: "Pass the inputs first, by themselves: kickoff(inputs, options)." },
} as const satisfies Options;

export const forEachOptions = {
  by: "kickoffForEach",
  fields: { ...run, concurrency: "number" },
  elsewhere: { thread_id: "Leave it out: each run has a thread of its own." },
} as const satisfies Options;

export const resumeOptions = {
  by: "resume",
  fields: { ...run, threadId: "id", answers: "object" },
  required: ["threadId"],
} as const satisfies Options;

export const replayOptions = {
  by: "replay",
  fields: { ...run, threadId: "id", from: "text", inputs: "object" },
  required: ["threadId", "from"],
  elsewhere: { task_id: "Pass from, the name of the task." },
} as const satisfies Options;
