/** What to do in place of an option that crewAI has, in its spelling, where another letter case is not all. */

const onEvent = "Pass onEvent to kickoff; formatEvent makes a line of an event.";
const sideBySide = "Leave it out: tasks that do not need each other, by their context, run side by side.";
const toolForIt = "Give the agent a tool that does it.";
const toolThatLooksUp = "Give the agent a tool that looks it up.";
const thinking = "Pass planning: { model } to createCrew, or take a model that thinks.";
const fromFiles = "Write its fields here, or read the files of a project with loadCrew.";
const today = 'Write "Today is {today}." and pass today as an input.';
const onTask = "Put it into the guardrails of a task.";
const cached = "Leave it out: withCache(tool) keeps the results of one tool.";
const asInput = "Put its text into an input, or give the agent a tool that reads it.";

export const agentElsewhere = {
  llm: "Pass model, a chat model of LangChain.",
  function_calling_llm: "Leave it out: the model of the agent calls the tools.",
  max_tokens: "Set the limit of the model.",
  max_iter: "Pass maxIterations.",
  max_execution_time: "Pass timeoutMs, in milliseconds.",
  max_retry_limit: "Pass retries.",
  max_rpm: "Pass requestsPerMinute.",
  system_template: "Pass prompt, a function that gives the system message.",
  prompt_template: "Pass prompt, a function that gives the system message.",
  step_callback: onEvent,
  callbacks: onEvent,
  verbose: onEvent,
  cache: cached,
  mcps: "Pass the tools of connectMcp as tools.",
  guardrail: onTask,
  guardrails: onTask,
  guardrail_max_retries: onTask,
  output: "Pass output to defineTask or runAgent.",
  inputs: "Spread the definition of an agent, not an agent that is made.",
  memory: "Pass memory: createMemory({ store }) to createCrew.",
  embedder: "Pass memory: createMemory({ store }) to createCrew; its store may have an index.",
  knowledge_sources: toolThatLooksUp,
  knowledge: toolThatLooksUp,
  reasoning: thinking,
  max_reasoning_attempts: thinking,
  planning: thinking,
  inject_date: today,
  date_format: today,
  respect_context_window: "Leave it out: where a conversation is too long, less is shown of what tools returned.",
  allow_code_execution: toolForIt,
  code_execution_mode: toolForIt,
  multimodal: toolForIt,
  config: fromFiles,
} as const;

export const taskElsewhere = {
  output_pydantic: "Pass output, a schema of zod.",
  output_json: "Pass output, a schema of zod.",
  response_model: "Pass output, a schema of zod.",
  guardrail: "Pass guardrails, a list.",
  guardrail_max_retries: "Pass guardrailRetries.",
  max_retries: "Pass guardrailRetries.",
  async_execution: sideBySide,
  output_file: "Write the output of the finished run to a file yourself.",
  create_directory: "Write the output of the finished run to a file yourself.",
  markdown: "Ask for Markdown in expectedOutput.",
  callback: onEvent,
  callbacks: onEvent,
  input_files: asInput,
  config: fromFiles,
  inputs: "Spread the definition of a task, not a task that is made.",
} as const;

export const crewElsewhere = {
  name: "Leave it out: a run is known by its threadId.",
  manager_llm: "Pass managerModel.",
  planning_llm: "Pass planning: { model }.",
  function_calling_llm: "Leave it out: the model of each agent calls its tools.",
  chat_llm: "Give each agent its model.",
  before_kickoff_callbacks: "Pass beforeKickoff.",
  after_kickoff_callbacks: "Pass afterKickoff.",
  verbose: onEvent,
  step_callback: onEvent,
  task_callback: onEvent,
  cache: cached,
  max_rpm: "Pass requestsPerMinute to the agents.",
  embedder: "Pass memory: createMemory({ store }), whose store may have an index.",
  knowledge_sources: toolThatLooksUp,
  knowledge: toolThatLooksUp,
  output_log_file: onEvent,
  tracing: "Leave it out: the callbacks of LangChain, and LangSmith, see a crew as any graph.",
  share_crew: "Leave it out: nothing is sent anywhere.",
  prompt_file: "Pass prompts, which take the place of what a crew says to a model.",
  config: fromFiles,
  stream: "Call stream() of the crew.",
} as const;
