/** What a key of a crewAI file holds, and what becomes of it here. The keys are those of crewAI 1.15's `AgentConfig` and `TaskConfig`. */
export type KeyRule =
  /** Words; `>` and `|` texts too. */
  | { readonly holds: "text"; readonly required?: true; readonly mayBeEmpty?: true }
  /** A name, or a list of names. */
  | { readonly holds: "names" }
  | { readonly holds: "name" }
  /** The name of a model, or a table that has it as `model`. */
  | { readonly holds: "model" }
  | { readonly holds: "flag" }
  /** A whole number, at least this; or 0, where that means no limit. */
  | { readonly holds: "count"; readonly least: number; readonly unlimited?: 0 }
  /** Has no effect here, and need not have one: nothing is said. */
  | { readonly holds: "nothing" }
  /** Has an effect in crewAI that it has not here: said as a warning, with what to do instead. */
  | { readonly holds: "left out"; readonly instead: string };

export type KeyRules = { readonly [key: string]: KeyRule };

const inCode = "Pass it in code, to defineAgent.";
const onEvents = "Listen to the events of crew.stream().";
const byTool = "Give the agent a tool that does it.";

export const agentKeys: KeyRules = {
  role: { holds: "text", required: true },
  goal: { holds: "text", required: true },
  backstory: { holds: "text", required: true, mayBeEmpty: true },
  llm: { holds: "model" },
  tools: { holds: "names" },
  max_iter: { holds: "count", least: 1 },
  max_rpm: { holds: "count", least: 1, unlimited: 0 },
  max_execution_time: { holds: "count", least: 1 },
  max_retry_limit: { holds: "count", least: 0 },
  allow_delegation: { holds: "flag" },
  name: { holds: "nothing" },
  verbose: { holds: "nothing" },
  cache: { holds: "nothing" },
  memory: { holds: "nothing" },
  respect_context_window: { holds: "nothing" },
  use_system_prompt: { holds: "nothing" },
  max_tokens: { holds: "left out", instead: "Set the limit of the model that you pass in models." },
  function_calling_llm: { holds: "left out", instead: "The agent's own model calls the tools." },
  system_template: { holds: "left out", instead: inCode },
  prompt_template: { holds: "left out", instead: inCode },
  response_template: { holds: "left out", instead: inCode },
  inject_date: { holds: "left out", instead: 'Write "Today is {today}." and pass it as an input.' },
  date_format: { holds: "left out", instead: 'Write "Today is {today}." and pass it as an input.' },
  callbacks: { holds: "left out", instead: onEvents },
  step_callback: { holds: "left out", instead: onEvents },
  cache_handler: { holds: "left out", instead: "Pass a runner with a cache." },
  allow_code_execution: { holds: "left out", instead: byTool },
  allow_unsafe_code_execution: { holds: "left out", instead: byTool },
  code_execution_mode: { holds: "left out", instead: byTool },
  multimodal: { holds: "left out", instead: byTool },
  reasoning: { holds: "left out", instead: "Use planning on the crew, or a model that thinks." },
  max_reasoning_attempts: { holds: "left out", instead: "Use planning on the crew, or a model that thinks." },
  knowledge_sources: { holds: "left out", instead: byTool },
  knowledge_storage: { holds: "left out", instead: byTool },
  knowledge_config: { holds: "left out", instead: byTool },
  embedder: { holds: "left out", instead: byTool },
  agent_knowledge_context: { holds: "left out", instead: byTool },
  crew_knowledge_context: { holds: "left out", instead: byTool },
  knowledge_search_query: { holds: "left out", instead: byTool },
  from_repository: { holds: "left out", instead: "Write role, goal and backstory into the file." },
  guardrail: { holds: "left out", instead: "Put the guardrail on its tasks." },
  guardrail_max_retries: { holds: "left out", instead: "Put the guardrail on its tasks." },
};

export const taskKeys: KeyRules = {
  description: { holds: "text", required: true },
  expected_output: { holds: "text", required: true, mayBeEmpty: true },
  agent: { holds: "name" },
  context: { holds: "names" },
  tools: { holds: "names" },
  output_json: { holds: "name" },
  output_pydantic: { holds: "name" },
  response_model: { holds: "name" },
  output_file: { holds: "name" },
  async_execution: { holds: "flag" },
  human_input: { holds: "flag" },
  markdown: { holds: "flag" },
  guardrail: { holds: "text" },
  guardrails: { holds: "names" },
  guardrail_max_retries: { holds: "count", least: 0 },
  max_retries: { holds: "count", least: 0 },
  name: { holds: "nothing" },
  create_directory: { holds: "nothing" },
  verbose: { holds: "nothing" },
  allow_crewai_trigger_context: { holds: "nothing" },
  callback: { holds: "left out", instead: onEvents },
  callbacks: { holds: "left out", instead: onEvents },
  converter_cls: { holds: "left out", instead: "Pass the task's output in assign, as a zod schema." },
};
