import { createBreaker, createToolRunner, type Tool, toolFromStructuredTool } from "@k8s-copilot/crew";
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { StructuredToolInterface } from "@langchain/core/tools";
import { type BaseCheckpointSaver, MemorySaver } from "@langchain/langgraph";
import { clarifierFromAgent } from "./agents/model/clarifier-agent.ts";
import { executorFromAgent } from "./agents/model/executor-agent.ts";
import { plannerFromAgent } from "./agents/model/planner-agent.ts";
import { plannerFromRules } from "./agents/rules/planner-rules.ts";
import { withExamples } from "./agents/rules/said-otherwise.ts";
import type { AgentModel } from "./agents/types.ts";
import { withFallback } from "./agents/with-fallback.ts";
import { mayKeepResult, policyFrom } from "./cache/policy.ts";
import type { CacheRule } from "./cache/rules.ts";
import { type CatalogOptions, createCatalog } from "./catalog/catalog.ts";
import type { Catalog } from "./catalog/types.ts";
import { createConversation } from "./conversation/conversation.ts";
import type { Conversation, ConversationOptions } from "./conversation/types.ts";
import type { Budgets } from "./graph/account.ts";
import { buildGraph } from "./graph/graph.ts";
import type { DescribeModels } from "./graph/parts.ts";
import { type QuickCommand, quickCommandsFor } from "./guidance/quick-commands.ts";
import type { Language } from "./output/output.ts";
import type { Playbook } from "./playbooks/types.ts";
import { classifyOutput } from "./results/failures.ts";
import { withSafety } from "./safety/with-safety.ts";

export type K8sCrewOptions = {
  /** Tools of `connectMcp`, or any LangChain tools. */
  readonly tools: readonly (Tool | StructuredToolInterface)[];
  /** Without a model, built-in rules plan, clarify and execute. */
  readonly model?: BaseChatModel;
  /**
   * Milliseconds that one reply of the model may take, repeated requests and waits included, before the rules take the
   * turn. Default 60 000.
   */
  readonly modelTimeoutMs?: number;
  /** What the model may use, in a turn and in a conversation. Once it is used up, the rules take over. Default: no limit. */
  readonly budgets?: Budgets;
  /** US dollars for a reply that does not tell its cost, by a list of prices; null when it is not listed. */
  readonly priceOf?: NonNullable<AgentModel["priceOf"]>;
  /** What `/models` answers: what is known of the models that are set, for a person. */
  readonly describeModels?: NonNullable<DescribeModels>;
  /** `guided` (default) leads step by step; `direct` searches first and asks only among matches. */
  readonly guidance?: "guided" | "direct";
  /**
   * A plan for a vague wish: `ask` shows it and waits, `tell` shows it and runs its reads, `only` shows the plan of any
   * request and ends. Default: `ask` when guided, else `tell`.
   */
  readonly plans?: "ask" | "tell" | "only";
  /** The playbooks that vague wishes call. Default: those that come with it; see `withPlaybooks`. */
  readonly playbooks?: readonly Playbook[];
  /** Refuses everything that is not a read. Default false. */
  readonly readOnly?: boolean;
  /** Answers say that the clusters are not real. Default false. */
  readonly sandbox?: boolean;
  /** No cached value older than this many milliseconds answers. Default: the cache policy decides. */
  readonly maxAgeMs?: number;
  /** Kept longer or shorter than the cache policy says; of the rules that fit a call the last one counts. */
  readonly cache?: readonly CacheRule[];
  /** Corrections to what the catalog makes of a server's tools, and servers whose annotations are believed. */
  readonly catalog?: CatalogOptions;
  /**
   * Where conversations are kept beyond this process, secrets masked: any checkpointer of LangGraph. Default: nowhere.
   * One that fails is told of once, and the conversation goes on without.
   */
  readonly checkpointer?: BaseCheckpointSaver;
  /** Wall clock in milliseconds, for ages. Default `Date.now`. */
  readonly now?: () => number;
};

export type K8sCrew = {
  readonly catalog: Catalog;
  /** `model` or `rules`: who reads free text. */
  readonly plans: "model" | "rules";
  conversation(options?: ConversationOptions): Conversation;
  /** Requests without parameters that the tools at hand can serve; `beside` other requests, none of those again. */
  quickCommands(language: Language, beside?: readonly QuickCommand[]): readonly QuickCommand[];
  /** The graph as a Mermaid diagram. */
  drawGraph(): Promise<string>;
  close(): Promise<void>;
};

/** The crew of planner, clarifier and executor over these tools. Conversations share its cache, nothing else. */
export const createK8sCrew = (options: K8sCrewOptions): K8sCrew => {
  const tools = options.tools.map((tool) => withSafety("inputSchema" in tool ? tool : toolFromStructuredTool(tool)));
  const catalog = createCatalog(tools, options.catalog);
  const runner = createToolRunner({
    tools,
    policyOf: policyFrom(catalog, options.cache),
    mayKeep: mayKeepResult,
    classify: (output, tool) => (output.kind === "result" ? classifyOutput(output, tool) : undefined),
    concurrency: callsAtOnce,
  });
  const plain = plannerFromRules(catalog, options.playbooks);
  const rules = withExamples(plain, catalog);
  const { model, modelTimeoutMs = defaultModelTimeoutMs } = options;
  const pricing = options.priceOf === undefined ? {} : { priceOf: options.priceOf };
  const mind = model && { model, replyTimeoutMs: modelTimeoutMs, breaker: createBreaker(), ...pricing };
  const planner =
    mind &&
    plannerFromAgent({
      ...mind,
      catalog,
      rules: plain,
      ...(options.playbooks === undefined ? {} : { playbooks: options.playbooks }),
    });
  const parts = {
    catalog,
    runner,
    rules,
    planner: rules,
    clarifier: mind && clarifierFromAgent(mind),
    executor: mind && executorFromAgent({ ...mind, replyTimeoutMs: modelTimeoutMs * explanationShare, catalog }),
    budgets: options.budgets ?? {},
    describeModels: options.describeModels,
    settings: {
      guidance: options.guidance ?? "guided",
      ...(options.plans === undefined ? {} : { plans: options.plans }),
      readOnly: options.readOnly ?? false,
      sandbox: options.sandbox ?? false,
      now: options.now ?? Date.now,
      ...(options.maxAgeMs === undefined ? {} : { maxAgeMs: options.maxAgeMs }),
    },
  };
  const open = new Set<Conversation>();
  return {
    catalog,
    plans: model ? "model" : "rules",
    quickCommands: (language, beside) => quickCommandsFor(catalog, language, beside),
    conversation: (conversationOptions) => {
      // Each is told for itself when the rules take over.
      const own = planner ? { ...parts, planner: withFallback(planner, rules) } : parts;
      const conversation = createConversation(own, conversationOptions, options.checkpointer);
      open.add(conversation);
      return conversation;
    },
    drawGraph: async () => {
      const graph = buildGraph({ ...parts, turn: noTurn }, new MemorySaver());
      return (await graph.getGraphAsync()).drawMermaid({ withStyles: false });
    },
    close: async () => {
      await Promise.all([...open].map((conversation) => conversation.close()));
      await runner.close();
    },
  };
};

const defaultModelTimeoutMs = 60_000;

/** The facts stand before the model explains them, and wait for it: not as long as for a plan. */
const explanationShare = 0.5;

/** Many, since a cluster that hangs holds its calls until its deadline; how many clusters are asked at once is less. */
const callsAtOnce = 64;

const noTurn = (): never => {
  throw new Error("A drawn graph does not run.");
};
