import { sourceOf } from "../structured-tool.ts";
import type { Tool, ToolApproval } from "../types.ts";

/** Approvals that have to hold, whatever form of a tool is called. */
export type Approvals = {
  /** What the forms of a tool ask for is asked for from now on. */
  add(tools: readonly Tool[]): void;
  /**
   * The tool with all approvals around it that its own name, and these other forms of it, ask for. Undefined where one cannot
   * be put around it.
   */
  around(tool: Tool, forms: readonly Tool[]): Tool | undefined;
};

/** It asks or decides in a way that nobody but its own `invoke` knows. */
export function hasHiddenApproval({ hasApproval, asksPerson, approvals = [] }: Tool): boolean {
  return (hasApproval === true || asksPerson === true) && approvals.length === 0;
}

/** Nothing that is added is ever taken off: a tool that takes the place of another may be laxer, or have no approval at all. */
export function createApprovals(): Approvals {
  const byName = new Map<string, readonly Tool[]>();
  const byInner = new WeakMap<object, readonly Tool[]>();

  function formsLike(tool: Tool): readonly Tool[] {
    return [...(byName.get(tool.name) ?? []), ...(byInner.get(sourceOf(tool)) ?? [])];
  }

  return {
    add(tools) {
      for (const tool of tools.filter(isDecidedAbout)) {
        byName.set(tool.name, withForm(byName.get(tool.name), tool));
        for (const { inner } of tool.approvals ?? []) {
          byInner.set(sourceOf(inner), withForm(byInner.get(sourceOf(inner)), tool));
        }
      }
    },
    around(tool, forms) {
      const strict = [...forms, ...[tool, ...forms].flatMap(formsLike)].filter(isDecidedAbout);
      if (strict.some((form) => hasHiddenApproval(form) && sourceOf(form) !== sourceOf(tool))) return undefined;
      return strict.flatMap(({ approvals = [] }) => approvals).reduce(withApprovalOnce, tool);
    },
  };
}

function isDecidedAbout({ hasApproval, asksPerson }: Tool): boolean {
  return hasApproval === true || asksPerson === true;
}

/** Tools that are made anew again and again by the same functions are remembered once. */
function withForm(forms: readonly Tool[] = [], tool: Tool): readonly Tool[] {
  const known = forms.flatMap(({ approvals = [] }) => approvals);
  const isKnown = hasHiddenApproval(tool)
    ? forms.some((form) => hasHiddenApproval(form) && sourceOf(form) === sourceOf(tool))
    : (tool.approvals ?? []).every((approval) => isAmong(known, approval));
  return isKnown ? forms : [...forms, tool];
}

function withApprovalOnce(tool: Tool, approval: ToolApproval): Tool {
  return isAmong(tool.approvals ?? [], approval) ? tool : approval.around(tool);
}

function isAmong(approvals: readonly ToolApproval[], { decide }: ToolApproval): boolean {
  return approvals.some((other) => other.decide === decide);
}
