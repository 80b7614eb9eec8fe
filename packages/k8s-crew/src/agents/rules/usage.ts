import type { Usage } from "@k8s-copilot/crew";

export const addUsages = (left: Usage, right: Usage): Usage => ({
  modelCalls: left.modelCalls + right.modelCalls,
  promptTokens: left.promptTokens + right.promptTokens,
  completionTokens: left.completionTokens + right.completionTokens,
  costUsd: left.costUsd === null && right.costUsd === null ? null : (left.costUsd ?? 0) + (right.costUsd ?? 0),
});
