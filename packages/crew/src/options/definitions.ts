import type { Options } from "./check-options.ts";

const onEvent = "Pass onEvent to kickoff; formatEvent makes a line of an event.";
const sideBySide = "Leave it out: tasks that do not need each other, by their context, run side by side.";

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
  elsewhere: {
    llm: "Pass model, a chat model of LangChain.",
    max_iter: "Pass maxIterations.",
    max_execution_time: "Pass timeoutMs, in milliseconds.",
    max_retry_limit: "Pass retries.",
    max_rpm: "Pass requestsPerMinute.",
    system_template: "Pass prompt, a function that gives the system message.",
    step_callback: onEvent,
    verbose: onEvent,
    cache: "Leave it out: withCache(tool) keeps the results of one tool.",
    mcps: "Pass the tools of connectMcp as tools.",
    guardrail: "Put it into the guardrails of a task.",
    output: "Pass output to defineTask or runAgent.",
    inputs: "Spread the definition of an agent, not an agent that is made.",
  },
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
  elsewhere: {
    output_pydantic: "Pass output, a schema of zod.",
    output_json: "Pass output, a schema of zod.",
    response_model: "Pass output, a schema of zod.",
    guardrail: "Pass guardrails, a list.",
    guardrail_max_retries: "Pass guardrailRetries.",
    max_retries: "Pass guardrailRetries.",
    async_execution: sideBySide,
    output_file: "Write the output of the finished run to a file yourself.",
    markdown: "Ask for Markdown in expectedOutput.",
    callback: onEvent,
    inputs: "Spread the definition of a task, not a task that is made.",
  },
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
  elsewhere: {
    manager_llm: "Pass managerModel.",
    planning_llm: "Pass planning: { model }.",
    before_kickoff_callbacks: "Pass beforeKickoff.",
    after_kickoff_callbacks: "Pass afterKickoff.",
    verbose: onEvent,
    step_callback: onEvent,
    task_callback: onEvent,
    cache: "Leave it out: withCache(tool) keeps the results of one tool.",
    max_rpm: "Pass requestsPerMinute to the agents.",
    embedder: "Pass memory: createMemory({ store }), whose store may have an index.",
    knowledge_sources: "Give the agents a tool that looks it up.",
    output_log_file: onEvent,
    stream: "Call stream() of the crew.",
  },
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
