import type { ChatRequest } from "@k8s-copilot/doubles";

const isFrom = (role: string) => (request: Pick<ChatRequest, "body">) => JSON.stringify(request.body).includes(role);

/** Who of the three asks the model. */
export const planner = isFrom("Kubernetes planner");
export const clarifier = isFrom("Kubernetes clarifier");
export const executor = isFrom("Kubernetes analyst");

/** A reply as every agent wants it. */
export const answer = (args: Record<string, unknown>) => ({ toolCalls: [{ name: "final_answer", args }] });

/** A call of a plan, or a further read, as a model writes it. */
export const call = (tool: string, args: Readonly<Record<string, string>> = {}) => ({
  tool,
  arguments: Object.entries(args).map(([name, value]) => ({ name, value })),
  reason: "decides",
});

export const planOf = (...calls: readonly ReturnType<typeof call>[]) => answer({ view: "call", calls });
