import type { KubernetesClient } from "./kubernetes-client.ts";

export type ToolArguments = Readonly<Record<string, unknown>>;

/** A tool's answer over MCP: text, an error that the tool reports itself, or a JSON-RPC error. */
export type SampleResult =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "error"; readonly text: string }
  | { readonly kind: "rpc_error"; readonly message: string };

/** What a tool does with the one cluster that it asks. */
export type Read = (client: KubernetesClient, args: ToolArguments) => Promise<SampleResult>;

export type Parameter = {
  readonly type: "string" | "integer" | "number" | "boolean";
  readonly description: string;
  readonly default?: unknown;
};

export type SampleTool = {
  readonly name: string;
  readonly description: string;
  readonly parameters: { readonly [name: string]: Parameter };
  readonly required: readonly string[];
  readonly run: (args: ToolArguments, world: SampleWorld) => Promise<SampleResult>;
};

/** The clusters that a sample server speaks for; `current` is the one it uses when it cannot be told which. */
export type SampleWorld = {
  readonly clusters: readonly string[];
  readonly current: string;
  client(cluster: string): KubernetesClient | undefined;
};

export const text = (value: string): SampleResult => ({ kind: "text", text: value });
export const json = (value: unknown): SampleResult => ({ kind: "text", text: JSON.stringify(value, null, 2) });
export const failed = (message: string): SampleResult => ({ kind: "error", text: message });
export const rpcError = (message: string): SampleResult => ({ kind: "rpc_error", message });
