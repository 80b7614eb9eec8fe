import { createScriptedModel } from "@k8s-copilot/doubles";
import { HumanMessage, ToolMessage } from "@langchain/core/messages";

const pod = "cart-service-v2-ghijk";
const inDev = { cluster: "dev-cluster", namespace: "dev" };

/** What is said again and again, and the call that each message comes to on the server with 47 tools. */
export const dialogue = [
  { message: "list the pods in dev", tool: "LIST_CORE_RESOURCES", args: { ...inDev, kind: "Pod", apiVersion: "v1" } },
  { message: `show me the logs of ${pod} in dev`, tool: "GET_POD_LOGS", args: { ...inDev, name: pod } },
  {
    message: `show me the events of ${pod} in dev`,
    tool: "GET_EVENTS",
    args: { ...inDev, kind: "Pod", apiVersion: "v1", name: pod },
  },
  { message: "list the nodes", tool: "LIST_NODES", args: { cluster: "dev-cluster" } },
];

const textOf = (content) => (typeof content === "string" ? content : JSON.stringify(content));

/** Roughly: nobody's tokenizer is asked. */
const tokensOf = (text) => Math.round(text.length / 4);

/** A model that answers at once, for as many turns as are wanted, and counts what it is sent. */
export const createModel = (reply) => {
  let calls = 0;
  let tokens = 0;
  const turn = (request) => {
    calls += 1;
    const said = request.messages.map(
      ({ content, tool_calls: asked }) => textOf(content) + JSON.stringify(asked ?? []),
    );
    tokens += tokensOf(said.join("") + JSON.stringify(request.tools));
    return reply(request);
  };
  const model = createScriptedModel(Array.from({ length: 10_000 }, () => turn));
  return {
    model,
    /** Since the last question. */
    taken: () => {
      const sent = { calls, tokens };
      calls = 0;
      tokens = 0;
      // The double remembers every request, which would count as the assistant's memory.
      model.requests.length = 0;
      return sent;
    },
  };
};

/** What was said last: a prompt holds what was said before as well. */
const meant = (messages) => {
  const asked = messages.filter((message) => message instanceof HumanMessage).map(({ content }) => textOf(content));
  const at = ({ message }) => asked.at(-1)?.lastIndexOf(message) ?? -1;
  return dialogue.filter((each) => at(each) >= 0).sort((one, other) => at(other) - at(one))[0];
};

/** What the crew's planner and its executor are answered. */
export const crewReply = ({ messages }) => {
  const isPlanner = textOf(messages[0].content).includes("Kubernetes planner");
  if (!isPlanner) return { calls: [{ name: "final_answer", arguments: { hypothesis: "Nothing stands out." } }] };
  const { tool, args } = meant(messages) ?? dialogue[0];
  const call = { tool, arguments: Object.entries(args).map(([name, value]) => ({ name, value })), reason: "asked for" };
  return { calls: [{ name: "final_answer", arguments: { view: "call", calls: [call] } }] };
};

/** What a loop is answered that hands the model every tool and all that was said: a call, then a sentence. */
export const loopReply = ({ messages }) => {
  if (messages.at(-1) instanceof ToolMessage) return { text: "This is what the cluster shows." };
  const { tool, args } = meant(messages) ?? dialogue[0];
  return { calls: [{ name: tool, arguments: args }] };
};
