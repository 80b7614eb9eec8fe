import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createMemoryStore, createToolRunner } from "@k8s-copilot/crew";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

const pods = (count) => ({
  items: Array.from({ length: count }, (_, index) => ({
    metadata: { name: `pod-${index}`, labels: { app: "shop", tier: "web" } },
    status: { phase: "Running", containers: [{ ready: true, restarts: index, image: `shop:${"x".repeat(200)}` }] },
  })),
});

/** What a tool of the bench answers, by name. */
const answers = {
  "a small text": () => ({ kind: "result", text: "x".repeat(100), isError: false }),
  "a text of 0.99 MB": () => ({ kind: "result", text: "x".repeat(990_000), isError: false }),
  "structured, 0.9 MB": () => ({ kind: "result", text: "3 000 pods", structured: pods(2_600), isError: false }),
};

const runnerOf = (what, cache) => {
  const tool = { name: "get", description: "", server: "bench", inputSchema: { type: "object" } };
  return createToolRunner({
    tools: [{ ...tool, invoke: async () => answers[what]() }],
    policyOf: ({ args: { drop, index } }) =>
      drop === undefined
        ? { ttlMs: 3_600_000, tags: ["*", `of ${index % 100}`], drops: [] }
        : { ttlMs: 0, tags: [], drops: [`of ${drop}`] },
    cache,
  });
};

const call = (args) => ({ id: "1", tool: "get", args });

const timed = async (work) => {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
};

const part = (times, share) => times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)];
const milliseconds = (ms) => `${ms.toFixed(3)} ms`;

const measureOne = async ({ what, entries }) => {
  const cache = createMemoryStore({ maxEntries: entries, maxTotalBytes: 1e10 });
  const runner = runnerOf(what, cache);
  const fill = await timed(async () => {
    for (let index = 0; index < entries; index += 1) await runner.run(call({ index }));
  });
  const hits = [];
  for (let round = 0; round < 4_000; round += 1)
    hits.push(await timed(() => runner.run(call({ index: (round * 7_919) % entries }))));
  const { hits: counted } = runner.stats();
  const full = await timed(async () => {
    for (let index = 0; index < 100; index += 1) await runner.run(call({ index: entries + index }));
  });
  const writes = [];
  for (let drop = 0; drop < 50; drop += 1) writes.push(await timed(() => runner.run(call({ drop }))));
  await runner.close();
  return {
    "what is kept": what,
    entries,
    "hit, median": milliseconds(part(hits, 0.5)),
    "hit, 99 of 100": milliseconds(part(hits, 0.99)),
    "hits of 4000": counted,
    "a read that is kept": milliseconds(fill / entries),
    "the same when full": milliseconds(full / 100),
    "a write that drops 1 of 100": milliseconds(part(writes, 0.5)),
  };
};

const heapUsed = () => {
  collect();
  return process.memoryUsage().heapUsed;
};

/** Ten times as much as the standing bounds let in. */
const measureBound = async ({ what, reads }) => {
  const before = heapUsed();
  const cache = createMemoryStore();
  const runner = runnerOf(what, cache);
  for (let index = 0; index < reads; index += 1) await runner.run(call({ index }));
  const kept = cache.entries();
  const row = {
    "what is read": what,
    reads,
    "entries kept": kept.length,
    "bytes by its own count": kept.reduce((sum, { bytes }) => sum + bytes, 0),
    "memory held": `${((heapUsed() - before) / 1e6).toFixed(1)} MB`,
  };
  await runner.close();
  cache.close();
  return row;
};

const inTurn = async (items, measure) => {
  const rows = [];
  for (const item of items) rows.push(await measure(item));
  return rows;
};

export const measureHits = async () => {
  await measureOne({ what: "a small text", entries: 500 });
  return {
    hits: await inTurn(
      [
        { what: "a small text", entries: 500 },
        { what: "a small text", entries: 10_000 },
        { what: "a text of 0.99 MB", entries: 60 },
        { what: "structured, 0.9 MB", entries: 60 },
      ],
      measureOne,
    ),
    bounds: await inTurn(
      [
        { what: "a small text", reads: 5_000 },
        { what: "a text of 0.99 MB", reads: 640 },
        { what: "structured, 0.9 MB", reads: 640 },
      ],
      measureBound,
    ),
  };
};
