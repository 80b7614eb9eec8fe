import type { Tool } from "@k8s-copilot/crew";

type Properties = Record<string, { type: string; default?: unknown; description?: string }>;

/** A tool of a server that nobody has met: only its name and schema speak for it. */
export const tool = (name: string, properties: Properties, required: readonly string[] = []): Tool => ({
  name,
  description: name.replaceAll("_", " ").toLowerCase(),
  inputSchema: { type: "object", properties, required: [...required] },
  server: "odd",
  invoke: async () => ({ kind: "result", text: "", isError: false }),
});

export const text = { type: "string" };
