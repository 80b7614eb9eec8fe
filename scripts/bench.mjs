// Prints what the assistant costs, beside baselines measured in the same run. Goals are stated, not asserted: machines
// are noisy. `npm run bench` for how long a person waits (`-- --runs 5` for a quick look), `npm run bench --
// conversation` for what the turns of a long conversation take, `npm run bench -- model` for what stories ask of a model,
// next to LangChain's own agent, `npm run bench -- cache` for what the cache costs and saves (`--runs 8`: one conversation of
// eight), `npm run bench -- crew` for what a crew of the library costs beside the same by hand.
import { parseArgs } from "node:util";

const { positionals, values } = parseArgs({ allowPositionals: true, options: { runs: { type: "string" } } });

if (positionals[0] === "conversation") {
  const { benchConversation } = await import("./bench/conversation.mjs");
  await benchConversation(Number(values.runs ?? 200));
} else if (positionals[0] === "model") {
  const { benchModel } = await import("./bench/model.mjs");
  await benchModel(Number(values.runs ?? 5));
} else if (positionals[0] === "cache") {
  const { benchCache } = await import("./bench/cache.mjs");
  await benchCache(Number(values.runs ?? 1));
} else if (positionals[0] === "crew") {
  const { benchCrew } = await import("./bench/crew.mjs");
  await benchCrew(Number(values.runs ?? 200));
} else {
  const { benchStart } = await import("./bench/start.mjs");
  await benchStart(Number(values.runs ?? 11));
}
