import { type GraphInterrupt, getConfig, isGraphBubbleUp, isGraphInterrupt } from "@langchain/langgraph";
import { z } from "zod";

/** The pause of a node for a person. Anything may be thrown, also null, at which LangGraph's own check throws. */
export function isPause(error: unknown): error is GraphInterrupt {
  return error instanceof Error && isGraphInterrupt(error);
}

/** What LangGraph steers its graph with, a pause too. */
export function isSteering(error: unknown): boolean {
  return error instanceof Error && isGraphBubbleUp(error);
}

/** A pause that could not be, because nothing would keep it: nobody was asked. */
export function isUnkeptPause(error: unknown): boolean {
  return error instanceof Error && Reflect.get(error, "lc_error_code") === "MISSING_CHECKPOINTER";
}

/**
 * What has to reach the graph, and is no failure of the tool that threw it: a model that was told of it would go on as if a
 * person had refused.
 */
export function isForGraph(error: unknown): boolean {
  return isSteering(error) || isUnkeptPause(error);
}

/** Where LangGraph counts the pauses that a node, or a step of one, has come to. */
const Counted = z.object({ __pregel_scratchpad: z.object({ interruptCounter: z.number() }) });

/** How many questions have been asked, or were answered before, in the node or step that this runs in: 0 outside of a graph. */
export function pausesSoFar(): number {
  const counted = Counted.safeParse(getConfig()?.configurable);
  return counted.success ? counted.data.__pregel_scratchpad.interruptCounter + 1 : 0;
}
