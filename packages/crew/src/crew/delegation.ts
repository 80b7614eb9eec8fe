import { z } from "zod";
import { noUsage } from "../agent/no-usage.ts";
import { type RunAgentOptions, runAgent } from "../agent/run-agent.ts";
import type { Agent } from "../agent/types.ts";
import { addUsage } from "../agent/usage.ts";
import { forgetful } from "../remember.ts";
import type { CrewPrompts } from "../task/prompts.ts";
import type { ArgumentCheck } from "../tools/argument-check.ts";
import { createToolRunner } from "../tools/tool-runner.ts";
import type { ToolRunner } from "../tools/types.ts";
import type { CallResult, Tool, ToolOutput, Usage } from "../types.ts";

/** The name of the tool. */
export const DELEGATE = "delegate_work";

export type DelegationOptions = {
  readonly coworkers: readonly Agent[];
  readonly prompts: CrewPrompts;
  /** Asked for with every run of a coworker, each of which tells for itself. */
  readonly optionsFor: () => RunAgentOptions;
};

const Order = z.object({ coworker: z.string(), task: z.string().min(1), context: z.string().default("") });

/** A tool that has a coworker do a piece of work. The coworker sees the order and nothing else, and hands nothing on. */
export function delegationTool({ coworkers, prompts, optionsFor }: DelegationOptions): Tool {
  const { delegate } = prompts;
  const names = coworkers.map(({ name }) => name);
  const property = (description: string, more = {}) => ({ type: "string", description, ...more });
  return {
    name: DELEGATE,
    server: "crew",
    description: delegate.tool(coworkers),
    inputSchema: {
      type: "object",
      properties: {
        coworker: property(delegate.coworker, { enum: names }),
        task: property(delegate.task),
        context: property(delegate.context),
      },
      required: ["coworker", "task"],
    },
    async invoke(args, { signal } = {}) {
      const order = Order.safeParse(args);
      if (!order.success) return refusal(z.prettifyError(order.error));
      const { coworker, task, context } = order.data;
      const worker = findCoworker(coworkers, coworker);
      if (worker === undefined) return refusal(`There is no coworker "${coworker}". They are: ${names.join(", ")}.`);
      const options = optionsFor();
      const { remember = forgetful } = options;
      const run = await runAgent(worker, delegate.order(task, context), {
        ...options,
        // What a coworker fails by is no failure of the task: whoever handed on the work is told.
        remember: (name, work) => remember(name, work),
        ...(signal && { signal }),
      });
      const used = run.calls.filter(({ outcome }) => outcome !== "invalid").map(({ call }) => call.tool);
      const structured = { delegatedUsage: run.usage, worker: worker.name, used } satisfies Work;
      if (run.status === "completed") return { kind: "result", text: run.text, structured, isError: false };
      return { kind: "result", text: `${worker.name} failed: ${run.error.message}`, structured, isError: true };
    },
  };
}

function refusal(text: string): ToolOutput {
  return { kind: "result", text, isError: true };
}

/** By its name or its role; models change case, and put quotes around it. */
function findCoworker(coworkers: readonly Agent[], wanted: string): Agent | undefined {
  const plain = (name: string) => name.toLowerCase().replace(/[\s"'“”‘’`_-]+/g, "");
  return (
    coworkers.find(({ name }) => plain(name) === plain(wanted)) ??
    coworkers.find(({ role }) => plain(role) === plain(wanted))
  );
}

export type DelegatingOptions = {
  readonly tools: readonly Tool[];
  readonly checkArguments: ArgumentCheck;
  readonly delegation: Tool;
  /** The way to all other tools. Default: one for this run. */
  readonly runner: Pick<ToolRunner, "run"> | undefined;
};

/**
 * The way to an agent's tools where one of them hands on work: that one says itself what is wrong with an order, so that
 * a coworker's name in other letters is no mistake. Has to be closed.
 */
export function createDelegatingRunner(options: DelegatingOptions): Pick<ToolRunner, "run" | "close"> {
  const { tools, checkArguments, delegation, runner } = options;
  const own = createToolRunner({
    tools: [...tools, delegation],
    checkArguments: (tool, args) =>
      tool.inputSchema === delegation.inputSchema ? undefined : checkArguments(tool, args),
  });
  return {
    run: (call, how) => (call.tool === delegation.name ? own : (runner ?? own)).run(call, how),
    close: own.close,
  };
}

const Work = z.object({
  delegatedUsage: z.custom<Usage>((value) => typeof value === "object"),
  worker: z.string(),
  /** The tools that were called, once for each call. */
  used: z.array(z.string()),
});
type Work = z.infer<typeof Work>;

/** The result of a call that handed on work. */
export const Delegated = z.object({ structured: Work });

/** What coworkers used for these calls. */
export function delegatedUsage(calls: readonly CallResult[]): Usage {
  return calls
    .flatMap((call) => Delegated.safeParse(call).data?.structured.delegatedUsage ?? [])
    .reduce(addUsage, noUsage);
}
