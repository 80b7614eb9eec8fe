// One contender in a process of its own: node measure.mjs NAME RUNS
const [name, runs] = process.argv.slice(2);
const before = performance.now();
const { build } = await import(`./${name}.mjs`);
const importMs = performance.now() - before;
const importMb = process.memoryUsage().rss / 1e6;

/** The least time of many: what else the machine does only adds. */
async function least(work, count) {
  let best = Number.POSITIVE_INFINITY;
  for (let index = 0; index < count; index += 1) {
    const start = performance.now();
    await work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const plain = build(0);
await plain.run();
const promptCharacters = plain.shown();
const withCalls = build(10);
const count = Number(runs);
const crewMs = await least(plain.run, count);
const crewWithCallsMs = await least(withCalls.run, count);
const hundredMs = await least(() => Promise.all(Array.from({ length: 100 }, plain.run)), Math.ceil(count / 10));
const row = {
  importMs,
  importMb,
  taskMs: crewMs / 3,
  callMs: (crewWithCallsMs - crewMs) / 30,
  hundredMs,
  promptCharacters,
};
console.log(JSON.stringify(row));
