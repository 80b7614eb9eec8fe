import { canonicalJson } from "../canonical-json.ts";
import { sourceOf } from "../structured-tool.ts";
import type { Tool, ToolCall } from "../types.ts";
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
  for (const tool of tools) everOwn.set(sourceOf(tool), tool);

  function renew(next: readonly Tool[]): readonly string[] {
    const before = byName;
    byName = toolsByName(next);
    const changed = changedTools(before, byName);
    for (const tool of changed.flatMap((name) => before.get(name) ?? [])) gone.add(toolFingerprint(tool));
    for (const tool of next) {
      everOwn.set(sourceOf(tool), tool);
      gone.delete(toolFingerprint(tool));
    }
    return changed;
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
      if (wrapped !== undefined) return formFor(call.tool, wrapped);
      return own === undefined ? { refusal: failed("invalid", unknownTool(call.tool, byName.keys())) } : { tool: own };
    },
  };
}

function changed({ name, server }: Tool): Chosen {
  return { refusal: changedAnswer(name, server) };
}

/** The runner's own, unless the caller's form of it takes other arguments, or has another name. */
function formOf(own: Tool, wrapped: Tool): Chosen {
  return { tool: takesTheSame(own, wrapped) ? own : { ...wrapped, invoke: own.invoke } };
}

/** Whether nothing but words tells two tools apart that call the same. */
function takesTheSame(own: Tool, other: Tool): boolean {
  if (own.name !== other.name || own.hasApproval !== other.hasApproval || own.asksPerson !== other.asksPerson)
    return false;
  return own.inputSchema === other.inputSchema || canonicalJson(own.inputSchema) === canonicalJson(other.inputSchema);
}
