import { interrupt } from "@langchain/langgraph";
import type { Ask } from "../../choices/types.ts";
import type { PauseReply, State, Update } from "../state.ts";

/**
 * Waits for the person. The only place that interrupts; it runs again from its start when the reply comes. What led to
 * the question was said with it.
 */
export const pause = (state: State): Update => ({ lead: "", reply: interrupt<Ask | null, PauseReply>(state.ask) });
