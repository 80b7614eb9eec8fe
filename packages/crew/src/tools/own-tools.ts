import { canonicalJson } from "../canonical-json.ts";
import { sourceOf } from "../structured-tool.ts";
import type { Tool, ToolCall } from "../types.ts";
import { createApprovals } from "./approvals.ts";
import { type Answer, changedAnswer, failed } from "./send-call.ts";
import { changedTools, isSameTool, toolFingerprint, toolsByName, unknownTool } from "./tool-names.ts";

/** How the caller knows the tool, and in which form it has it. */
type Meant = { readonly known: Tool | undefined; readonly wrapped: Tool | undefined };

/** The tool that a call goes to, or why it goes to none. */
export type Chosen = { readonly tool: Tool } | { readonly refusal: Answer };

/** The tools of a runner, and which of them a call is meant for. */
export type OwnTools = {
  all(): readonly Tool[];
  has(tool: Tool): boolean;
  toolFor(call: ToolCall, meant: Meant): Chosen;
  renew(tools: readonly Tool[]): readonly string[];
};

/** Throws `tool_name_taken` for two tools of one name, of which `renew` throws it too. */
export function createOwnTools(tools: readonly Tool[]): OwnTools {
  let byName = toolsByName(tools);
  // An agent that was made before a renewal has the tools of then: they count as those that took their place.
  const everOwn = new WeakMap<object, Tool>();
  const gone = new Set<string>();
  const approvals = createApprovals();
  for (const tool of tools) everOwn.set(sourceOf(tool), tool);
  approvals.add(tools);

  function renew(next: readonly Tool[]): readonly string[] {
    const before = byName;
    byName = toolsByName(next);
    const changed = changedTools(before, byName);
    for (const tool of changed.flatMap((name) => before.get(name) ?? [])) gone.add(toolFingerprint(tool));
    for (const tool of next) {
      everOwn.set(sourceOf(tool), tool);
      gone.delete(toolFingerprint(tool));
    }
    approvals.add(next);
    return changed;
  }

  function ownFor(name: string): Chosen {
    const own = byName.get(name);
    return own === undefined ? { refusal: failed("invalid", unknownTool(name, byName.keys())) } : { tool: own };
  }

  function formFor(name: string, wrapped: Tool): Chosen {
    const own = byName.get(name);
    if (own !== undefined && sourceOf(own) === sourceOf(wrapped)) return formOf(own, wrapped);
    const before = everOwn.get(sourceOf(wrapped));
    // Something is around it, or the runner never had it.
    if (before === undefined)
      return gone.size > 0 && gone.has(toolFingerprint(wrapped)) ? changed(wrapped) : { tool: wrapped };
    const now = byName.get(before.name);
    if (now === undefined || !isSameTool(now, before)) return changed(wrapped);
    return formOf(now, wrapped);
  }

  return {
    all: () => [...byName.values()],
    has: (tool) => byName.get(tool.name) === tool,
    renew,
    toolFor(call, { known, wrapped }) {
      const own = byName.get(call.tool);
      if (known !== undefined && (own === undefined || !isSameTool(own, known))) return changed(known);
      const chosen = wrapped === undefined ? ownFor(call.tool) : formFor(call.tool, wrapped);
      if ("refusal" in chosen) return chosen;
      const forms = [known, wrapped, own].filter((form) => form !== undefined);
      const tool = approvals.around(chosen.tool, forms);
      return tool === undefined ? { refusal: undecided(call.tool) } : { tool };
    },
  };
}

function changed({ name, server }: Tool): Chosen {
  return { refusal: changedAnswer(name, server) };
}

function undecided(name: string): Answer {
  const why = "it may be sent only with an approval that cannot be asked for in this form of the tool";
  return failed("failed", `The call of "${name}" was not sent: ${why}.`);
}

/** The runner's own, unless the caller's form of it takes other arguments, or has another name. Nothing but its own approvals is around it. */
function formOf(own: Tool, wrapped: Tool): Chosen {
  if (takesTheSame(own, wrapped)) return { tool: own };
  const { hasApproval: _has, asksPerson: _asks, approvals: _all, ...form } = wrapped;
  const { hasApproval, asksPerson, approvals, invoke } = own;
  const decided = {
    ...(hasApproval === undefined ? {} : { hasApproval }),
    ...(asksPerson === undefined ? {} : { asksPerson }),
    ...(approvals === undefined ? {} : { approvals }),
  };
  return { tool: { ...form, ...decided, invoke } };
}

/** Whether nothing but words, and what is decided about it, tells two tools apart that call the same. */
function takesTheSame(own: Tool, other: Tool): boolean {
  if (own.name !== other.name) return false;
  return own.inputSchema === other.inputSchema || canonicalJson(own.inputSchema) === canonicalJson(other.inputSchema);
}
