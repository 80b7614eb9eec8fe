import { cpus } from "node:os";
import { setTimeout } from "node:timers/promises";
import { createScriptedModel } from "@k8s-copilot/doubles";
import { openStage } from "@k8s-copilot/evaluation/stage";
import { createK8sCrew } from "@k8s-copilot/k8s-crew";
import { createAgent, tool as toolOf } from "langchain";
import { storiesFor, wordsOf } from "./model-stories.mjs";

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Roughly: nobody's tokenizer is asked. */
const tokensOf = (value) => Math.round((typeof value === "string" ? value : JSON.stringify(value)).length / 4);

/** A model that answers at once, and counts what it is sent and what it says. */
const countingModel = (reply) => {
  const count = { calls: 0, prompt: 0, completion: 0 };
  const turn = (request) => {
    const answer = reply(request);
    count.calls += 1;
    count.prompt += tokensOf([
      request.messages.map(({ content, tool_calls: asked }) => [content, asked ?? []]),
      request.tools,
    ]);
    count.completion += tokensOf(answer.text ?? answer.calls);
    return answer;
  };
  return { model: createScriptedModel(Array.from({ length: 1000 }, () => turn)), count };
};

const nothing = { calls: [{ name: "final_answer", arguments: { hypothesis: "Nothing stands out." } }] };

/** The crew: its planner is answered with the turn's plan; who explains has nothing to add. */
const throughCrew = async (stage, turns) => {
  let now;
  const { model, count } = countingModel(({ messages }) =>
    JSON.stringify(messages[0].content).includes("Kubernetes planner") ? now.plan : nothing,
  );
  const crew = createK8sCrew({ tools: stage.connection.tools, model });
  const conversation = crew.conversation({ cluster: "dev-cluster" });
  const begin = performance.now();
  for (now of turns) {
    const { status, answer } = await conversation.send(now.say);
    if (status !== now.status) throw new Error(`“${now.say}” ended as ${status}: ${answer}`);
  }
  const ms = performance.now() - begin;
  await crew.close();
  return { ...count, ms };
};

/** LangChain's agent as its documentation has it: every tool bound, and all that was said goes along. */
const throughAgent = async (stage, turns) => {
  let replies = [];
  const { model, count } = countingModel(() => replies.shift());
  const tools = stage.connection.tools.map(({ name, description, inputSchema: schema, invoke }) =>
    toolOf(
      async (args) => {
        const output = await invoke(args, {});
        if (output.kind !== "result") throw new Error(`${name}: ${output.message}`);
        return output.text;
      },
      { name, description, schema },
    ),
  );
  const systemPrompt = "You help with Kubernetes clusters. Use the tools. Ask before you change anything.";
  const agent = createAgent({ model, tools, systemPrompt });
  let messages = [];
  const begin = performance.now();
  for (const { say, loop } of turns.filter((turn) => turn.loop.length > 0)) {
    replies = [...loop];
    ({ messages } = await agent.invoke({ messages: [...messages, { role: "user", content: say }] }));
    const failed = messages.find(({ status }) => status === "error");
    if (failed) throw new Error(`“${say}”: ${failed.content}`);
    if (replies.length > 0) throw new Error(`“${say}” left ${replies.length} replies over`);
  }
  return { ...count, ms: performance.now() - begin };
};

/** Until the cluster has carried out what was changed: a change of what it is still changing itself is refused. */
const settled = async (stage, [name, args]) => {
  const tool = stage.connection.tools.find((each) => each.name === name);
  const read = async () => (await tool.invoke(args, {})).text;
  for (let before, now = await read(); before !== now; ) {
    await setTimeout(600);
    [before, now] = [now, await read()];
  }
};

const ways = { crew: throughCrew, "createAgent, all tools": throughAgent };

/** What each story asks of a model, through the crew and through LangChain's agent, in one run. */
export const benchModel = async (runs) => {
  const day = new Date().toISOString().slice(0, 10);
  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, ${day}, medians of ${runs} runs\n`,
  );
  console.log("| Server | Story | Through | Model calls | Prompt, tokens | Completion, tokens | Time, ms |");
  console.log("| --- | --- | --- | ---: | ---: | ---: | ---: |");
  for (const kind of ["bundled", "clusters"]) {
    const stage = await openStage(kind);
    const server = `${kind}, ${stage.connection.tools.length} tools`;
    for (const { name, turns, changes } of storiesFor(wordsOf[kind])) {
      for (const [way, play] of Object.entries(ways)) {
        // Once before, so that no row pays for code that is compiled for all.
        const seen = [];
        for (let run = 0; run <= runs; run += 1) {
          if (changes) await settled(stage, changes);
          seen.push(await play(stage, turns(run + (way === "crew" ? 0 : runs + 1))));
        }
        const own = seen.slice(1);
        const cells = ["calls", "prompt", "completion", "ms"].map((key) =>
          median(own.map((each) => each[key])).toFixed(0),
        );
        console.log(`| ${[server, name, way, ...cells].join(" | ")} |`);
      }
    }
    await stage.close();
  }
};
