import { type BaseCheckpointSaver, Command, END, START, StateGraph } from "@langchain/langgraph";
import { clarify } from "./nodes/clarifier.ts";
import { execute } from "./nodes/executor.ts";
import { listen } from "./nodes/listen.ts";
import { pause } from "./nodes/pause.ts";
import { plan } from "./nodes/planner.ts";
import { report } from "./nodes/report.ts";
import { runTools } from "./nodes/tools.ts";
import type { Parts } from "./parts.ts";
import { ConversationState, type State } from "./state.ts";

/**
 * How a sentence becomes an answer. Tools are injected here, when the graph is built; a changed tool list builds a new
 * graph. `pause` is the only node that interrupts, and nothing paid runs in it.
 */
export const buildGraph = (parts: Parts, checkpointer: BaseCheckpointSaver) =>
  new StateGraph(ConversationState)
    .addNode("listen", listen(parts), { ends: ["planner", "clarifier", "report"] })
    .addNode("planner", counted(parts, plan(parts)), { ends: ["clarifier", "pause", "report"] })
    .addNode("clarifier", counted(parts, clarify(parts)), {
      ends: ["listen", "tools", "pause", "planner", "executor", "report"],
    })
    .addNode("pause", pause)
    .addNode("executor", execute(parts), { ends: ["tools", "clarifier", "planner", "report"] })
    .addNode("tools", runTools(parts), { ends: ["clarifier", "executor"] })
    .addNode("report", report(parts))
    .addEdge(START, "listen")
    .addEdge("pause", "clarifier")
    .addEdge("report", END)
    .compile({ checkpointer });

/** What a model used is kept with what it said, also where a question ends the turn. */
const counted = (parts: Parts, node: (state: State) => Promise<Command>) => async (state: State) => {
  const command = await node(state);
  const update = Object.fromEntries(command._updateAsTuples());
  return new Command({ goto: command.goto ?? [], update: { ...update, account: parts.turn().account.sums() } });
};
