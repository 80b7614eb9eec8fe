import type { Options } from "./check-options.ts";
import { crewOptions } from "./definitions.ts";

const onAgent = (name: string) => `Pass ${name} to defineAgent.`;

export const runAgentOptions = {
  by: "runAgent",
  fields: {
    signal: "signal",
    budget: "object",
    meters: "list",
    uses: "object",
    onEvent: "function",
    runner: "runner",
    output: "schema",
    answerWith: "answerWith",
    prepareSchema: "function",
    showResult: "function",
    remember: "function",
    prompts: "object",
  },
  elsewhere: {
    response_format: "Pass output, a schema of zod.",
    max_iter: onAgent("maxIterations"),
    max_iterations: onAgent("maxIterations"),
    timeout_ms: onAgent("timeoutMs"),
    tools: onAgent("tools"),
    model: onAgent("model"),
  },
} as const satisfies Options;

export const memoryOptions = {
  by: "createMemory",
  fields: { store: "store", namespace: "list", limit: "number", textLimit: "number", timeoutMs: "number" },
  required: ["store"],
} as const satisfies Options;

export const approvalOptions = { by: "withApproval", fields: { timeoutMs: "number" } } as const satisfies Options;

export const cacheOptions = {
  by: "withCache",
  fields: { ttlMs: "number", keepWhen: "function", identityOf: "function" },
  required: ["ttlMs"],
} as const satisfies Options;

export const retryOptions = {
  by: "withRetry",
  fields: { retries: "number", waitMs: "number", isRepeatable: "flag" },
} as const satisfies Options;

export const fileOptions = {
  by: "loadCrew",
  fields: { agents: "file", tasks: "file" },
  required: ["agents", "tasks"],
  instead: "Pass the files, { agents, tasks }, by their paths.",
} as const satisfies Options;

const { tasks: _tasks, agents: _agents, managerAgent: _manager, ...crewFields } = crewOptions.fields;

export const loadOptions = {
  by: "loadCrew",
  fields: {
    ...crewFields,
    models: "models",
    tools: "object",
    assign: "object",
    order: "list",
    manager: "text",
    outputDirectory: "text",
  },
  required: ["models"],
  elsewhere: {
    ...crewOptions.elsewhere,
    tasks: "Leave it out: the file has the tasks, and order says which.",
    agents: "Leave it out: the file has the agents.",
    manager_agent: "Pass manager, the name of an agent of the file.",
    llm: "Pass models: { default: model }.",
    model: "Pass models: { default: model }.",
  },
} as const satisfies Options;

export const connectOptions = {
  by: "connectMcp",
  fields: {
    connectTimeoutMs: "number",
    callTimeoutMs: "number",
    sizeLimit: "number",
    isRead: "function",
    onToolsChanged: "function",
    onReconnected: "function",
    fetch: "function",
  },
} as const satisfies Options;
