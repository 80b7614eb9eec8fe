import { createBreaker, createToolRunner } from "@k8s-copilot/crew";
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { type BaseCheckpointSaver, MemorySaver } from "@langchain/langgraph";
import { clarifierFromAgent } from "./agents/model/clarifier-agent.ts";
import type { AgentModel } from "./agents/types.ts";
import { withFallback } from "./agents/with-fallback.ts";
import { mayKeepResult } from "./cache/policy.ts";
import type { CacheRule } from "./cache/rules.ts";
import { tagOf } from "./cache/tags.ts";
import type { SameCluster } from "./cache/touches.ts";
import type { CatalogOptions } from "./catalog/catalog.ts";
import type { Catalog } from "./catalog/types.ts";
import { createConversation } from "./conversation/conversation.ts";
import { lately } from "./conversation/lately.ts";
import type { ClustersChange, Setting } from "./conversation/renewal.ts";
import type { Conversation, ConversationOptions } from "./conversation/types.ts";
import type { Budgets } from "./graph/account.ts";
import { buildGraph } from "./graph/graph.ts";
import type { DescribeModels, Settings } from "./graph/parts.ts";
import { type QuickCommand, quickCommandsFor } from "./guidance/quick-commands.ts";
import type { Language } from "./output/output.ts";
import type { Playbook } from "./playbooks/types.ts";
import { classifyOutput } from "./results/failures.ts";
import { createToolset, type GivenTool, type Mind, runnerFor, type Toolset } from "./toolset.ts";

export type K8sCrewOptions = {
  /** Tools of `connectMcp`, or any LangChain tools. */
  readonly tools: readonly GivenTool[];
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
  /**
   * Other names by which a server calls the same cluster: contexts of one API server, as different users or with different
   * namespaces. What was read through them is forgotten as well when something is changed through one. Asked at each change.
   * Default: clusters of different names are different ones.
   */
  readonly sameCluster?: SameCluster;
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
  /** Of the tools at hand. */
  readonly catalog: Catalog;
  /** `model` or `rules`: who reads free text. */
  readonly plans: "model" | "rules";
  conversation(options?: ConversationOptions): Conversation;
  /** Requests without parameters that the tools at hand can serve; `beside` other requests, none of those again. */
  quickCommands(language: Language, beside?: readonly QuickCommand[]): readonly QuickCommand[];
  /**
   * Takes other tools in place of those at hand, and returns the names that are new, gone or changed. What the old ones gave
   * is not given out again. A turn under way keeps the tools that it began with, as far as they are still so; the next one has
   * the new ones, and says what came and went: `connectMcp(servers, { onToolsChanged: () => crew.renew(connection.tools) })`.
   */
  renew(tools: K8sCrewOptions["tools"]): readonly string[];
  /**
   * Drops all that is kept of a server, where it may be another one now or see other things:
   * `connectMcp(servers, { onReconnected: crew.forget })`.
   */
  forget(server: string): void;
  /**
   * Tells that other clusters stand behind a server, or that others look at them: a kubeconfig that was edited. All that was
   * kept of the server is forgotten, and each conversation is told at its next turn, and asks where its own cluster is gone.
   */
  clustersChanged(change: ClustersChange): void;
  /** The graph as a Mermaid diagram. */
  drawGraph(): Promise<string>;
  close(): Promise<void>;
};

/** The crew of planner, clarifier and executor over these tools. Conversations share its cache, nothing else. */
export const createK8sCrew = (options: K8sCrewOptions): K8sCrew => {
  const mind = mindOf(options);
  const equip = (tools: K8sCrewOptions["tools"]) => createToolset(tools, { ...options, mind });
  let now: Now = { toolset: equip(options.tools), clusters: [] };
  const runner = createToolRunner({
    tools: now.toolset.tools,
    policyOf: (call) => now.toolset.policyOf(call),
    mayKeep: mayKeepResult,
    classify: (output, tool) => (output.kind === "result" ? classifyOutput(output, tool) : undefined),
    concurrency: callsAtOnce,
  });
  const shared = {
    clarifier: mind && clarifierFromAgent(mind),
    budgets: options.budgets ?? {},
    describeModels: options.describeModels,
    settings: settingsOf(options),
  };
  const partsOf = ({ tools, catalog, rules, planner, executor }: Toolset, identity: Identity): Setting["parts"] => ({
    ...shared,
    catalog,
    rules,
    // Each conversation is told for itself when the rules take over.
    planner: planner === undefined ? rules : withFallback(planner, rules),
    executor,
    runner: runnerFor(runner, { tools, identity }),
  });
  const forget = (server: string): void => {
    runner.drop([tagOf({ server })]);
  };
  const open = new Set<Conversation>();
  return {
    get catalog() {
      return now.toolset.catalog;
    },
    plans: options.model ? "model" : "rules",
    quickCommands: (language, beside) => quickCommandsFor(now.toolset.catalog, language, beside),
    conversation: (given = {}) => {
      const parts = lately((toolset: Toolset) => partsOf(toolset, given.identity));
      const setting = lately(({ toolset, clusters }: Now): Setting => {
        return { parts: parts(toolset), tools: toolset.tools, clusters };
      });
      const conversation = createConversation(() => setting(now), given, options.checkpointer);
      open.add(conversation);
      return conversation;
    },
    renew: (tools) => {
      const toolset = equip(tools);
      const changed = runner.renew(toolset.tools);
      if (changed.length > 0) now = { ...now, toolset };
      return changed;
    },
    forget,
    clustersChanged: (change) => {
      forget(change.server);
      now = { ...now, clusters: [...now.clusters, change] };
    },
    drawGraph: async () => {
      const parts = { ...partsOf(now.toolset, undefined), turn: noTurn };
      return (await buildGraph(parts, new MemorySaver()).getGraphAsync()).drawMermaid({ withStyles: false });
    },
    close: async () => {
      await Promise.all([...open].map((conversation) => conversation.close()));
      await runner.close();
    },
  };
};

/** What there is at the moment; another object stands in its place when something of it changed. */
type Now = Pick<Setting, "clusters"> & { readonly toolset: Toolset };

type Identity = ConversationOptions["identity"];

const mindOf = ({ model, modelTimeoutMs = defaultModelTimeoutMs, priceOf }: K8sCrewOptions): Mind | undefined =>
  model && {
    model,
    replyTimeoutMs: modelTimeoutMs,
    breaker: createBreaker(),
    ...(priceOf === undefined ? {} : { priceOf }),
  };

const settingsOf = (options: K8sCrewOptions): Settings => ({
  guidance: options.guidance ?? "guided",
  ...(options.plans === undefined ? {} : { plans: options.plans }),
  readOnly: options.readOnly ?? false,
  sandbox: options.sandbox ?? false,
  now: options.now ?? Date.now,
  ...(options.maxAgeMs === undefined ? {} : { maxAgeMs: options.maxAgeMs }),
});

const defaultModelTimeoutMs = 60_000;

/** Many, since a cluster that hangs holds its calls until its deadline; how many clusters are asked at once is less. */
const callsAtOnce = 64;

const noTurn = (): never => {
  throw new Error("A drawn graph does not run.");
};
