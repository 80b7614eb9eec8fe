// How well requests are answered: `npm run eval`, `-- --mode rules|scripted|model`, `--category logs,status`,
// `--language zh`, `--world harbor`, `--server bundled|clusters|plain`, `--set requests|held-back|sealed|conversations`,
// `--match TEXT`, `--failures` (each of them, and what came), `--write` (docs/eval.md; of
// other servers than the bundled one the classes only).
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import {
  failureList,
  loadConversations,
  runAll,
  scoredOf,
  scoreTable,
  sets,
  startScriptedModel,
} from "@k8s-copilot/evaluation";
import { createOpenRouterModel, defaultModel } from "@k8s-copilot/openrouter";

const { values } = parseArgs({
  options: {
    mode: { type: "string", default: "rules" },
    server: { type: "string", default: "bundled" },
    set: { type: "string", default: "requests" },
    category: { type: "string" },
    language: { type: "string" },
    world: { type: "string" },
    match: { type: "string" },
    failures: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});

const stop = (message) => {
  console.error(message);
  process.exit(1);
};

/** What is set already counts before the file `.env` here, as with the assistant itself. */
const environment = () => {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return process.env;
};

const openMind = async () => {
  if (values.mode === "rules") return { mind: { kind: "rules" }, close: async () => {} };
  if (values.mode === "scripted") {
    const scripted = await startScriptedModel(values.set === "conversations" ? "faithful" : "middling");
    return { mind: { kind: "scripted", scripted }, close: scripted.close };
  }
  if (values.mode !== "model") return stop(`No mode is called “${values.mode}”: rules, scripted or model.`);
  const { OPENROUTER_API_KEY, OPENROUTER_BASE_URL, OPENROUTER_MODEL } = environment();
  if (!OPENROUTER_API_KEY)
    return stop("OPENROUTER_API_KEY is not set: put a key of https://openrouter.ai/settings/keys into .env.");
  const model = createOpenRouterModel({
    apiKey: OPENROUTER_API_KEY,
    baseUrl: OPENROUTER_BASE_URL || "https://openrouter.ai/api/v1",
    model: OPENROUTER_MODEL || defaultModel,
  });
  return { mind: { kind: "model", model }, close: async () => {} };
};

const folder = sets[values.set] ?? stop(`No set is called “${values.set}”: one of ${Object.keys(sets).join(", ")}.`);
const { conversations, mistakes } = await loadConversations(folder);
for (const { file, line, message } of mistakes) console.error(`${file}:${line}: ${message}`);
if (mistakes.length > 0) process.exit(1);

const among = (list, value) => list === undefined || list.split(",").includes(value);
const chosen = conversations.filter(
  ({ category, language, world, turns }) =>
    among(values.category, category) &&
    among(values.language, language) &&
    among(values.world, world) &&
    (values.match === undefined || turns.some(({ say }) => say.includes(values.match))),
);
/** Requests that are played at the same time. */
const atOnce = 4;
const minds = [];
for (let count = 0; count < atOnce; count += 1) minds.push(await openMind());
const reports = await runAll(
  chosen,
  values.server,
  minds.map(({ mind }) => mind),
);
for (const { close } of minds) await close();

for (const report of reports) {
  if (report.pending !== undefined) {
    const isServed = report.turns.every(({ faults }) => faults.length === 0);
    console.log(
      `pending${isServed ? ", though all is as expected" : ""}: ${report.conversation.name}: ${report.pending}`,
    );
  }
}
const scored = scoredOf(reports);
if (values.failures) console.log(`${failureList(scored)}\n`);
const hasGoals = values.mode === "rules";
console.log(scoreTable(scored, { hasGoals }));

if (values.write) {
  const page = fileURLToPath(new URL("../docs/eval.md", import.meta.url));
  const isMain = values.server === "bundled";
  const table = scoreTable(scored, { hasGoals, hasCategories: isMain });
  const run = isMain ? values.mode : `${values.mode} on ${values.server}`;
  const marks = [`<!-- ${run}: begin -->`, `<!-- ${run}: end -->`];
  const text = readFileSync(page, "utf8");
  const [before, , after] = text.split(new RegExp(`(${marks.join("[^]*")})`));
  if (after === undefined) stop(`docs/eval.md has no place marked ${marks[0]} … ${marks[1]}.`);
  writeFileSync(page, `${before}${marks[0]}\n\n${table}\n\n${marks[1]}${after}`);
}
