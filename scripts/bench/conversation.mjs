import { cpus } from "node:os";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { connectMcp } from "@k8s-copilot/crew/mcp";
import { createK8sCrew } from "@k8s-copilot/k8s-crew";
import { startSampleServer, startSandbox } from "@k8s-copilot/sandbox";
import { HumanMessage, SystemMessage, ToolMessage } from "@langchain/core/messages";
import { Annotation, StateGraph } from "@langchain/langgraph";
import { createModel, crewReply, dialogue, loopReply } from "./dialogue.mjs";
import { openStore } from "./store.mjs";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/**
 * Tools that are asked once and answer at once from then on: what the server takes is not the assistant's. The calls are
 * counted, and the time of those that were real is taken out.
 */
const rehearsed = (tools, outputs) => {
  let ms = 0;
  let calls = 0;
  const invoke = async (tool, args, options) => {
    calls += 1;
    const key = `${tool.name} ${JSON.stringify(args)}`;
    if (!outputs.has(key)) {
      const begin = performance.now();
      outputs.set(key, await tool.invoke(args, options));
      ms += performance.now() - begin;
    }
    return outputs.get(key);
  };
  return {
    tools: tools.map((tool) => ({ ...tool, invoke: (args, options) => invoke(tool, args, options) })),
    taken: () => {
      const sent = { calls, ms };
      calls = 0;
      ms = 0;
      return sent;
    },
  };
};

/** Runs the dialogue over and over; for each turn what it took, for some the memory held after it. */
const converse = async (turns, { send, server, model, written = () => ({ ms: 0, step: 0 }) }) => {
  const seen = [];
  for (let number = 1; number <= turns; number += 1) {
    const { message } = dialogue[(number - 1) % dialogue.length];
    const [begin, cpu] = [performance.now(), process.cpuUsage()];
    await send(message);
    const used = process.cpuUsage(cpu);
    const total = performance.now() - begin;
    const calls = server?.taken() ?? { calls: 0, ms: 0 };
    const sent = model?.taken() ?? { calls: 0, tokens: 0 };
    const isWeighed = [...marks(turns), Math.round(turns / 2)].includes(number);
    seen.push({
      time: total - calls.ms,
      cpu: (used.user + used.system) / 1000,
      ...stored(written()),
      serverCalls: calls.calls,
      modelCalls: sent.calls,
      tokens: sent.tokens,
      heap: isWeighed ? await heapUsed() : 0,
    });
  }
  return seen;
};

/** Bytes that are held once what nobody needs has been given up, and what waits for that has been told. */
const heapUsed = async () => {
  for (let round = 0; round < 3; round += 1) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return process.memoryUsage().heapUsed;
};

const stored = ({ ms, step }) => ({ written: ms, step });

const rounds = 6;

const marks = (turns) => [1, 10, turns];

/** A conversation, and the first turns of as many others as the machine needs to be undisturbed once. */
const held = async (hold, turns) => {
  const firsts = [];
  for (let round = 0; round < rounds; round += 1) firsts.push(...(await hold(1)));
  return { firsts, seen: await hold(turns) };
};

/** Turns with the same message, as many; the first turn of a conversation is alike only to that of others. */
const around = ({ firsts, seen }, number) => {
  if (number === 1) return firsts;
  const count = rounds * dialogue.length;
  const from = Math.max(1, Math.min(number - count / 2, seen.length - count));
  return seen.slice(from, from + count);
};

/** The crew, kept in a store or not, with a model or by its rules. */
const crewTurns = async (tools, { store, model, turns }) => {
  const server = rehearsed(tools.tools, tools.outputs);
  const crew = createK8sCrew({
    tools: server.tools,
    guidance: "direct",
    maxAgeMs: 0,
    ...(model ? { model: model.model } : {}),
    ...(store ? { checkpointer: store.saver } : {}),
  });
  const conversation = crew.conversation({ cluster: "dev-cluster" });
  const send = async (message) => {
    const result = await conversation.send(message);
    if (result.status !== "ok") throw new Error(`${message}: ${result.answer}`);
  };
  const seen = await converse(turns, { send, server, model, written: store?.written });
  await crew.close();
  return seen;
};

/** What many assistants are: every tool and all that was said go to the model, until it calls nothing more. */
const loopTurns = async (tools, { model, turns }) => {
  const server = rehearsed(tools.tools, tools.outputs);
  const byName = new Map(server.tools.map((tool) => [tool.name, tool]));
  const schemas = server.tools.map(({ name, description, inputSchema: parameters }) => ({
    type: "function",
    function: { name, description, parameters },
  }));
  const bound = model.model.bindTools(schemas);
  const said = [new SystemMessage("You help with Kubernetes clusters. Use the tools.")];
  const send = async (message) => {
    said.push(new HumanMessage(message));
    for (;;) {
      const answer = await bound.invoke(said);
      said.push(answer);
      if (!answer.tool_calls?.length) return;
      for (const { id, name, args } of answer.tool_calls) {
        const output = await byName.get(name).invoke(args, {});
        said.push(new ToolMessage({ content: output.text ?? output.message, tool_call_id: id }));
      }
    }
  };
  return converse(turns, { send, server, model });
};

/** LangGraph alone: steps that do nothing, and no checkpoint. */
const emptyGraphTurns = async (turns, steps) => {
  const state = Annotation.Root({ message: Annotation() });
  const names = Array.from({ length: steps }, (_, index) => `step${index}`);
  const graph = new StateGraph(state);
  for (const name of names) graph.addNode(name, () => ({}));
  for (const [index, name] of names.entries()) graph.addEdge(names[index - 1] ?? "__start__", name);
  graph.addEdge(names.at(-1), "__end__");
  const compiled = graph.compile();
  return converse(turns, { send: (message) => compiled.invoke({ message }) });
};

const columns = {
  "time, ms": ({ time }) => time.toFixed(1),
  "processor, ms": ({ cpu }) => cpu.toFixed(1),
  "of it LangGraph": ({ graph }) => graph.toFixed(1),
  storing: ({ written }) => written.toFixed(1),
  "the rest": ({ cpu, graph, written }) => (cpu - graph - written).toFixed(1),
  "server calls": ({ serverCalls }) => serverCalls.toFixed(0),
  "model calls": ({ modelCalls }) => modelCalls.toFixed(0),
  "prompt, tokens": ({ tokens }) => tokens.toFixed(0),
};

const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** Of each message the turn that was disturbed least, and of those the mean: the messages differ in what they cost. */
const typical = (conversations, number) => {
  const some = around(conversations, number);
  const alike =
    number === 1 ? [some] : dialogue.map((_, at) => some.filter((__, index) => index % dialogue.length === at));
  const least = (values) => Math.min(...values);
  const of = (key) => {
    const measure = ["time", "cpu", "written"].includes(key) ? least : median;
    return mean(alike.filter((each) => each.length > 0).map((each) => measure(each.map((one) => one[key]))));
  };
  return Object.fromEntries(Object.keys(some[0]).map((key) => [key, of(key)]));
};

/** `empty`: the turns of a graph that does nothing in as many steps. */
const show = (what, conversations, empty) => {
  const { seen } = conversations;
  for (const number of marks(seen.length)) {
    const turn = { ...typical(conversations, number), graph: empty ? typical(empty, number).cpu : 0 };
    const memory = (seen[number - 1].heap / 1e6).toFixed(1);
    const cells = [what, String(number), ...Object.values(columns).map((cell) => cell(turn)), memory];
    console.log(`| ${cells.join(" | ")} |`);
  }
};

/** How many steps the graph takes for a turn. */
const stepsOf = (kept) => median(kept.slice(1).map(({ step }, index) => step - kept[index].step));

/** Bytes a turn that the second half of the conversation has added. */
const growth = ({ seen }) => {
  const half = Math.round(seen.length / 2);
  return `${((seen.at(-1).heap - seen[half - 1].heap) / 1000 / (seen.length - half)).toFixed(1)} kB`;
};

/** What the turns of one long conversation take, beside the same one through a plain loop. */
export const benchConversation = async (turns) => {
  const sandbox = await startSandbox();
  const server = await startSampleServer({ contexts: sandbox.contexts });
  const connection = await connectMcp({ kubernetes: { url: server.url } });
  const tools = { tools: connection.tools, outputs: new Map() };
  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, ${new Date().toISOString().slice(0, 10)}`,
  );
  console.log(
    `${tools.tools.length} tools over SSE, a model that answers at once; each row the least of ${rounds} turns with each message around it.\n`,
  );
  console.log(`| conversation | turn | ${Object.keys(columns).join(" | ")} | memory, MB |`);
  console.log(`| --- |${" ---: |".repeat(Object.keys(columns).length + 2)}`);
  // Once before, so that no row pays for code that is compiled for all.
  const first = await openStore();
  const steps = stepsOf(await crewTurns(tools, { store: first, turns }));
  first.close();
  await emptyGraphTurns(turns, steps);
  const empty = await held((count) => emptyGraphTurns(count, steps), turns);
  const unkept = await held((count) => crewTurns(tools, { turns: count }), turns);
  let bytes = 0;
  const keeping = (model) => async (count) => {
    const store = await openStore();
    const seen = await crewTurns(tools, { store, turns: count, ...(model ? { model: model() } : {}) });
    if (model === undefined) bytes = store.bytes();
    store.close();
    return seen;
  };
  const kept = await held(keeping(), turns);
  const modelled = await held(
    keeping(() => createModel(crewReply)),
    turns,
  );
  show("crew by rules, not kept", unkept, empty);
  show("crew by rules, kept", kept, empty);
  show("crew with a model, kept", modelled, empty);
  const looped = (count) => loopTurns(tools, { model: createModel(loopReply), turns: count });
  show("plain loop with the model", await held(looped, turns));
  show(`LangGraph alone, ${steps} empty steps`, empty, empty);
  const grown = [unkept, kept, modelled].map(growth).join(", ");
  console.log(`\nMemory that each turn of the second half added (not kept, kept, with a model): ${grown}.`);
  console.log(`The file of the kept conversation after ${turns} turns: ${(bytes / 1e6).toFixed(1)} MB.`);
  await connection.close();
  await server.close();
  await sandbox.close();
};
