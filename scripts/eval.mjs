// How well requests are answered: `npm run eval -- --help`.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import {
  differing,
  failureList,
  graveAspects,
  loadConversations,
  modelWays,
  outcomeTable,
  runAll,
  scoredOf,
  scoreTable,
  sets,
  slipTable,
  startScriptedModel,
  wrongIn,
} from "@k8s-copilot/evaluation";
import { createOpenRouterModel, defaultModel } from "@k8s-copilot/openrouter";

const usage = `npm run eval -- [option]…
  --set requests|planted|held-back|sealed|conversations   what is played, or several of them: requests,planted
                        (default: requests; of minds both)
  --mode rules|scripted|literal|clumsy|gullible|minds|model
                        who understands: the rules (default), a scripted model, the three that make mistakes
                        (minds: how their turns ended), or the configured model
  --server bundled|clusters|plain
  --category logs,status   --language zh|en   --world harbor   --match TEXT
  --every 8             one conversation of eight
  --seed 2              which mistakes a scripted model makes
  --family gemini25|gemini3
                        as what a scripted model behaves (gemini3 wants its thought signatures back)
  --whole               its answers come whole, not as streams
  --auto-route          every other turn its successor serves under its name
  --ways                all of these, one after the other: ${Object.keys(modelWays).join(", ")}
  --failures            each of them, and what came
  --write               into docs/eval.md (of other servers the classes only; minds: docs/model.md)`;

const stop = (message) => {
  console.error(message);
  process.exit(1);
};

const readOptions = () => {
  const text = (standing) => (standing === undefined ? { type: "string" } : { type: "string", default: standing });
  const flag = { type: "boolean", default: false };
  try {
    return parseArgs({
      options: {
        mode: text("rules"),
        server: text("bundled"),
        set: text(),
        category: text(),
        language: text(),
        world: text(),
        match: text(),
        seed: text("1"),
        family: text("gemini25"),
        whole: flag,
        "auto-route": flag,
        ways: flag,
        every: text("1"),
        failures: flag,
        write: flag,
        help: flag,
      },
    }).values;
  } catch (error) {
    return stop(`${error.message}\n\n${usage}`);
  }
};

const values = readOptions();
if (values.help) {
  console.log(usage);
  process.exit(0);
}

/** What is set already counts before the file `.env` here, as with the assistant itself. */
const environment = () => {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return process.env;
};

/** Minds whose turns are told apart by how they ended. */
const minds = ["literal", "clumsy", "gullible"];
const modes = ["rules", "scripted", ...minds, "model"];

const families = ["gemini25", "gemini3"];
/** The ways to a scripted model that are played, by what they are called in a table. */
const ways = values.ways
  ? Object.entries(modelWays)
  : [["", { family: values.family, stream: !values.whole, autoRoute: values["auto-route"] }]];

const openMind = async (mode, way) => {
  if (mode === "rules") return { mind: { kind: "rules" }, close: async () => {} };
  if (mode !== "model") {
    const usual = set === "conversations" ? "literal" : "middling";
    const scripted = await startScriptedModel(mode === "scripted" ? usual : mode, {
      ...way,
      seed: Number(values.seed),
    });
    return { mind: { kind: "scripted", scripted }, close: scripted.close };
  }
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

const { set = values.mode === "minds" ? "requests,planted" : "requests" } = values;
const folderOf = (name) => sets[name] ?? stop(`No set is called “${name}”: one of ${Object.keys(sets).join(", ")}.`);
const loaded = await Promise.all(set.split(",").map((name) => loadConversations(folderOf(name))));
const conversations = loaded.flatMap((each) => each.conversations);
const mistakes = loaded.flatMap((each) => each.mistakes);
for (const { file, line, message } of mistakes) console.error(`${file}:${line}: ${message}`);
if (mistakes.length > 0) process.exit(1);

const among = (list, value) => list === undefined || list.split(",").includes(value);
const matching = conversations.filter(
  ({ category, language, world, turns }) =>
    among(values.category, category) &&
    among(values.language, language) &&
    among(values.world, world) &&
    (values.match === undefined || turns.some(({ say }) => say.includes(values.match))),
);
const chosen = matching.filter((_, index) => index % Number(values.every) === 0);
/** Requests that are played at the same time. */
const atOnce = 4;
const play = async (mode, way) => {
  const opened = [];
  for (let count = 0; count < atOnce; count += 1) opened.push(await openMind(mode, way));
  const reports = await runAll(
    chosen,
    values.server,
    opened.map(({ mind }) => mind),
  );
  for (const { close } of opened) await close();
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
  return scored;
};

const writeInto = (name, run, table) => {
  const page = fileURLToPath(new URL(`../docs/${name}`, import.meta.url));
  const marks = [`<!-- ${run}: begin -->`, `<!-- ${run}: end -->`];
  const text = readFileSync(page, "utf8");
  const [before, , after] = text.split(new RegExp(`(${marks.join("[^]*")})`));
  if (after === undefined) stop(`docs/${name} has no place marked ${marks[0]} … ${marks[1]}.`);
  writeFileSync(page, `${before}${marks[0]}\n\n${table}\n\n${marks[1]}${after}`);
};

/** How the turns of one mind or of all ended; what must never be, and what a way to the model changed, is shown unasked. */
const playMinds = async (names) => {
  const scored = {};
  const wrong = new Set();
  for (const name of names) {
    const inWays = [];
    for (const [way, options] of ways) {
      const own = await play(name, options);
      inWays.push(own);
      scored[way === "" ? name : `${name}, ${way}`] = own;
      for (const each of [...graveAspects.flatMap((aspect) => wrongIn(own, aspect)), ...differing(inWays[0], own)])
        wrong.add(each);
    }
  }
  if (wrong.size > 0 && !values.failures) console.log(`${failureList([...wrong])}\n`);
  const tables = [
    outcomeTable(scored),
    ...Object.entries(scored)
      .filter(([, own]) => own.some(({ slips }) => slips.length > 0))
      .map(([name, own]) => `How those of ${name} ended, by what it did:\n\n${slipTable(own)}`),
  ].join("\n\n");
  console.log(tables);
  if (values.write && names.length > 1 && !values.ways) writeInto("model.md", "minds", tables);
  if (wrong.size > 0) process.exitCode = 1;
};

const playMode = async (mode) => {
  const scored = await play(mode, ways[0][1]);
  const hasGoals = mode === "rules";
  console.log(scoreTable(scored, { hasGoals }));
  const isMain = values.server === "bundled";
  const run = isMain ? mode : `${mode} on ${values.server}`;
  if (values.write) writeInto("eval.md", run, scoreTable(scored, { hasGoals, hasCategories: isMain }));
};

if (!families.includes(values.family)) stop(`No family is called “${values.family}”: ${families.join(" or ")}.`);
else if (values.mode === "minds") await playMinds(minds);
else if (minds.includes(values.mode)) await playMinds([values.mode]);
else if (modes.includes(values.mode)) await playMode(values.mode);
else stop(`No mode is called “${values.mode}”: ${modes.join(", ")} or minds.`);
