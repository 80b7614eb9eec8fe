import { type CachePolicy, type Tool, type ToolCall, type ToolRunner, toolFromStructuredTool } from "@k8s-copilot/crew";
import type { StructuredToolInterface } from "@langchain/core/tools";
import { executorFromAgent } from "./agents/model/executor-agent.ts";
import { plannerFromAgent } from "./agents/model/planner-agent.ts";
import { plannerFromRules } from "./agents/rules/planner-rules.ts";
import { withExamples } from "./agents/rules/said-otherwise.ts";
import type { AgentModel, Executor, Planner } from "./agents/types.ts";
import { policyFrom } from "./cache/policy.ts";
import type { CacheRule } from "./cache/rules.ts";
import type { SameCluster } from "./cache/touches.ts";
import { type CatalogOptions, createCatalog } from "./catalog/catalog.ts";
import type { Catalog } from "./catalog/types.ts";
import type { Parts } from "./graph/parts.ts";
import type { Playbook } from "./playbooks/types.ts";
import { withSafety } from "./safety/with-safety.ts";

/** The tools at hand and all that is made of them: made anew, as a whole, when they change. */
export type Toolset = {
  readonly tools: readonly Tool[];
  readonly catalog: Catalog;
  readonly policyOf: (call: ToolCall) => CachePolicy | undefined;
  readonly rules: Planner;
  /** Of the model; absent without one. */
  readonly planner: Planner | undefined;
  readonly executor: Executor | undefined;
};

export type GivenTool = Tool | StructuredToolInterface;

/** A model, with milliseconds that one reply of it may take. */
export type Mind = AgentModel & { readonly replyTimeoutMs: number };

export type ToolsetOptions = {
  readonly catalog?: CatalogOptions | undefined;
  readonly cache?: readonly CacheRule[] | undefined;
  readonly sameCluster?: SameCluster | undefined;
  readonly playbooks?: readonly Playbook[] | undefined;
  /** Who reads free text; without, the rules do. */
  readonly mind?: Mind | undefined;
};

export const createToolset = (given: readonly GivenTool[], options: ToolsetOptions): Toolset => {
  const tools = given.map((tool) => withSafety("inputSchema" in tool ? tool : toolFromStructuredTool(tool)));
  const { mind, playbooks } = options;
  const catalog = createCatalog(tools, options.catalog);
  const rules = plannerFromRules(catalog, playbooks);
  return {
    tools,
    catalog,
    policyOf: policyFrom(catalog, options.cache, options.sameCluster),
    rules: withExamples(rules, catalog),
    planner: mind && plannerFromAgent({ ...mind, catalog, rules, ...(playbooks === undefined ? {} : { playbooks }) }),
    executor: mind && executorFromAgent({ ...mind, replyTimeoutMs: mind.replyTimeoutMs * explanationShare, catalog }),
  };
};

type Using = {
  readonly tools: readonly Tool[];
  readonly identity: string | (() => string) | undefined;
};

/** The runner for one person's eyes, and for tools as they were when they were looked at. */
export const runnerFor = (runner: ToolRunner, { tools, identity }: Using): Parts["runner"] => {
  const known = new Map(tools.map((tool) => [tool.name, tool]));
  const eyes = () => (typeof identity === "function" ? identity() : (identity ?? ""));
  return {
    drop: runner.drop,
    entries: () => runner.entries(eyes()),
    stats: runner.stats,
    run: (call, options) => {
      const tool = known.get(call.tool);
      return runner.run(call, {
        ...(tool === undefined ? {} : { tool }),
        identity: eyes(),
        ...options,
      });
    },
  };
};

/** The facts stand before the model explains them, and wait for it: not as long as for a plan. */
const explanationShare = 0.5;
