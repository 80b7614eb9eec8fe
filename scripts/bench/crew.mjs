// What a crew costs beside the same work by hand on LangGraph, and beside @openai/agents where that is installed.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const folder = fileURLToPath(new URL("crew/", import.meta.url));
const contenders = ["hand", "ours", "agents", "streamed", "empty"];
const rows = [
  ["importMs", "import", (value) => `${Math.round(value)} ms`],
  ["importMb", "memory after it", (value) => `${Math.round(value)} MB`],
  ["taskMs", "a task without tools", (value) => `${value.toFixed(2)} ms`],
  ["callMs", "a tool call, with the model call before it", (value) => `${value.toFixed(2)} ms`],
  ["hundredMs", "100 crews of three tasks at once", (value) => `${Math.round(value)} ms`],
  ["promptCharacters", "characters of prompt for three tasks", (value) => `${value}`],
];

/** The least of what several processes measured: what else the machine does only adds. */
async function measure(name, runs) {
  let best;
  for (let round = 0; round < 3; round += 1) {
    const { stdout } = await promisify(execFile)(process.execPath, ["measure.mjs", name, `${runs}`], { cwd: folder });
    const measured = JSON.parse(stdout);
    const keys = Object.keys(measured);
    best = Object.fromEntries(keys.map((key) => [key, Math.min(measured[key], best?.[key] ?? measured[key])]));
  }
  return best;
}

export async function benchCrew(runs) {
  const results = {};
  for (const name of contenders) {
    try {
      results[name] = await measure(name, runs);
    } catch (error) {
      if (!/ERR_MODULE_NOT_FOUND/.test(`${error.stderr}`)) throw error;
      console.error("@openai/agents is not installed: npm install --prefix scripts/bench/crew");
    }
  }
  const { hand, ours, agents, streamed, empty } = results;
  console.log("| What | by hand | a crew | @openai/agents |\n| --- | --- | --- | --- |");
  for (const [key, label, show] of rows) {
    const ratio = `${(ours[key] / hand[key]).toFixed(2)}×`;
    console.log(
      `| ${label} | ${show(hand[key])} | ${show(ours[key])} (${ratio}) | ${agents ? show(agents[key]) : "–"} |`,
    );
  }
  const parts = [
    `LangGraph's own part of a task, with nodes that do nothing: ${empty.taskMs.toFixed(2)} ms`,
    `by hand with a stream asked of the model: a task ${streamed.taskMs.toFixed(2)} ms, a tool call ${streamed.callMs.toFixed(2)} ms`,
  ];
  console.log(`\n${parts.join("; ")}.`);
}
