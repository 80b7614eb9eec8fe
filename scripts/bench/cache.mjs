import { cpus } from "node:os";
import { measureHits } from "./cache/hits.mjs";
import { compareNeighbours } from "./cache/neighbours.mjs";
import { holdSessions } from "./cache/sessions.mjs";
import { playTwice } from "./cache/talks.mjs";

/** Rows as a Markdown table, ready for docs/bench.md. */
const print = (title, rows) => {
  const names = Object.keys(rows[0] ?? {});
  console.log(`\n## ${title}\n`);
  console.log(`| ${names.join(" | ")} |\n| ${names.map((_, index) => (index === 0 ? "---" : "---:")).join(" | ")} |`);
  for (const row of rows) console.log(`| ${names.map((name) => row[name]).join(" | ")} |`);
};

/** What the cache costs, holds and saves, next to LangGraph's own and to none. Every eighth conversation with `--runs 8`. */
export const benchCache = async (every) => {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}`);
  const { hits, bounds } = await measureHits();
  print("A hit, a write, and filling", hits);
  print("What memory holds, with the standing bounds", bounds);
  print("Next to LangGraph: sixty calls, six of them writes, a tool that takes 5 ms", await compareNeighbours());
  print("Fifty sessions in one process", await holdSessions());
  const { rows, different } = await playTwice(every);
  print("The evaluation's conversations, with the cache and without", rows);
  for (const { name, say, kept, live } of different.slice(0, 10))
    console.log(`\nAnswered differently: ${name}: ${say}\n--- with the cache\n${kept}\n--- without\n${live}`);
};
