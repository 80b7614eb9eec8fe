// The same by hand, as LangGraph's documentation builds it: a node for each task, with a loop of model and tools.
import { HumanMessage, SystemMessage } from "@langchain/core/messages";
import { tool } from "@langchain/core/tools";
import { Annotation, END, START, StateGraph } from "@langchain/langgraph";
import { ToolNode } from "@langchain/langgraph/prebuilt";
import { z } from "zod";
import { InstantModel } from "./model.mjs";
import { look, person, texts } from "./work.mjs";

const State = Annotation.Root({
  outputs: Annotation({ reducer: (old, more) => ({ ...old, ...more }), default: () => ({}) }),
});

export function build(calls, ask = (model, messages) => model.invoke(messages)) {
  const model = new InstantModel(calls);
  const schema = z.object({ number: z.number() });
  const tools = [tool(look.find, { name: look.name, description: look.description, schema })];
  const bound = model.bindTools(tools);
  const toolNode = new ToolNode(tools);
  const app = chain(({ name, description, expected }) => async ({ outputs }) => {
    const known = Object.values(outputs).join("\n\n");
    const messages = [
      new SystemMessage(`You are ${person.role}. Your goal: ${person.goal}`),
      new HumanMessage(`${description}\n\nExpected: ${expected}\n\n${known}`),
    ];
    for (;;) {
      const reply = await ask(bound, messages);
      messages.push(reply);
      if (reply.tool_calls.length === 0) return { outputs: { [name]: reply.text } };
      messages.push(...(await toolNode.invoke({ messages })).messages);
    }
  });
  return { run: async () => (await app.invoke({})).outputs.report, shown: () => model.shown };
}

/** A graph with a node for every task, one after another. */
export function chain(nodeOf) {
  const graph = new StateGraph(State);
  for (const text of texts) graph.addNode(text.name, nodeOf(text));
  const names = [START, ...texts.map(({ name }) => name), END];
  for (const [index, name] of names.slice(1).entries()) graph.addEdge(names[index], name);
  return graph.compile();
}
