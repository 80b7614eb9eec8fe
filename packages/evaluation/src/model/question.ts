import type { ChatRequest, Reply } from "@k8s-copilot/doubles";
import type { Catalog } from "@k8s-copilot/k8s-crew";
import type { Turn } from "../format/schema.ts";
import type { Draw } from "./draw.ts";

export type Agent = "planner" | "clarifier" | "executor";

/** What a mind is asked, and what it may answer from. */
export type Question = {
  readonly agent: Agent;
  readonly request: ChatRequest;
  readonly turn: Turn;
  readonly catalog: Catalog;
  /** A number from 0 to 1 that is the same for the same seed, turn and request. */
  readonly draw: Draw;
};

export type Fields = Readonly<Record<string, unknown>>;

/** `slips` name what is wrong with the reply on purpose. */
export type MindReply = { readonly reply: Reply; readonly slips?: readonly string[] };

export const agentOf = ({ messages }: ChatRequest): Agent => {
  const system = JSON.stringify(messages[0]);
  if (system.includes("Kubernetes clarifier")) return "clarifier";
  return system.includes("Kubernetes analyst") ? "executor" : "planner";
};

export const finalAnswer = (fields: Fields): Reply => ({ toolCalls: [{ name: "final_answer", args: { ...fields } }] });

/** All that stands in a request. */
export const textOf = ({ messages }: ChatRequest): string =>
  messages.map(({ content }) => (typeof content === "string" ? content : JSON.stringify(content ?? ""))).join("\n");
