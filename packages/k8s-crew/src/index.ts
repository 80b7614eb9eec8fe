export { clarifierFromAgent } from "./agents/model/clarifier-agent.ts";
export { executorFromAgent } from "./agents/model/executor-agent.ts";
export { createFence, type Fence } from "./agents/model/fences.ts";
export { plannerFromAgent } from "./agents/model/planner-agent.ts";
export {
  clarifierMessage,
  clarifierSystem,
  executorMessage,
  executorSystem,
  loopPromptsIn,
  moreTools,
  plannerMessage,
  plannerSystem,
  planRejected,
} from "./agents/model/prompts.ts";
export { planSchema, roundSchema } from "./agents/model/schemas.ts";
export { toolsForInvestigation, toolsForRequest } from "./agents/model/tools-for.ts";
export { plannerFromRules } from "./agents/rules/planner-rules.ts";
export type { Clarifier, Executor, Planner, PlannerInput, PlannerReply } from "./agents/types.ts";
export {
  type CatalogRow,
  createCatalog,
  describeCatalog,
  effectOfVerb,
  isVerb,
  type Overrides,
  parseOverrides,
  resourceOfKind,
} from "./catalog/index.ts";
export { createToolSelector, type Selecting, type ToolSelector } from "./catalog/select/select-tools.ts";
export type { CallTemplate, Catalog, CatalogEntry, Effect, Parameter, Role, Verb } from "./catalog/types.ts";
export type { ClustersBehind, ClustersChange } from "./conversation/renewal.ts";
export type { Conversation, ConversationOptions, SendOptions, Standing } from "./conversation/types.ts";
export { createK8sCrew, type K8sCrew, type K8sCrewOptions } from "./crew.ts";
export type { QuickCommand } from "./guidance/quick-commands.ts";
export { commandIn, consentsPlainly, consentToo, consentWord, detectLanguage, saysItself } from "./language/index.ts";
export type { TurnEvent } from "./output/events.ts";
export type {
  Approval,
  CallRecord,
  Choice,
  Language,
  NextStep,
  PlanStep,
  Question,
  TurnError,
  TurnResult,
} from "./output/output.ts";
export { turnResultJsonSchema, turnResultSchema } from "./output/output.ts";
export { builtInPlaybooks } from "./playbooks/built-in/index.ts";
export { type DescribedPlaybook, describePlaybook } from "./playbooks/describe.ts";
export { type ParsedPlaybooks, type PlaybookFault, parsePlaybooks, withPlaybooks } from "./playbooks/parse.ts";
export type { Playbook } from "./playbooks/types.ts";
export { createSecretMask, type SecretMask } from "./safety/secret-mask.ts";
export { terminalSafe } from "./safety/terminal-safe.ts";
export { faultSentence } from "./words/server-words.ts";
