import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startOpenRouter } from "@k8s-copilot/doubles";
import { type SampleServer, type Sandbox, startSampleServer, startSandbox } from "@k8s-copilot/sandbox";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { installPacked, root, run } from "./packed.ts";

const folder = mkdtempSync(join(tmpdir(), "k8s-crew-package-"));
/** Where no package is to be found. */
const bare = mkdtempSync(join(tmpdir(), "k8s-crew-bundle-"));

const conversation = `
const crew = createK8sCrew({ tools });
const conversation = crew.conversation({ cluster: "dev-cluster" });
const turns = [];
for (const message of ["hi，帮我看一下 \`cart-service\` 的日志", "我不确定，你列出来吧", "应该在 \`dev\`", "v2 那个"]) {
  const { status, answer } = await conversation.send(message);
  turns.push({ status, answer });
}
console.log(JSON.stringify(turns));
await crew.close();
`;

const scripts = {
  "own-connection.mjs": `
import { connectMcp } from "@k8s-copilot/crew/mcp";
import { createK8sCrew } from "@k8s-copilot/k8s-crew";
const connection = await connectMcp({ k8s: { url: process.env.K8S_MCP_URL } });
const { tools } = connection;
${conversation}
await connection.close();
`,
  "mcp-adapters.mjs": `
import { createK8sCrew } from "@k8s-copilot/k8s-crew";
import { MultiServerMCPClient } from "@langchain/mcp-adapters";
const client = new MultiServerMCPClient({ k8s: { transport: "sse", url: process.env.K8S_MCP_URL } });
const tools = await client.getTools();
${conversation}
await client.close();
`,
  "tools.mjs": `
import { AIMessage } from "@langchain/core/messages";
import { RunnableLambda } from "@langchain/core/runnables";
import { fakeModel } from "@langchain/core/testing";
import { DynamicStructuredTool, DynamicTool, StructuredTool, tool } from "@langchain/core/tools";
import { defineAgent, runAgent } from "@k8s-copilot/crew";
import { z } from "zod";
import { z as zod3 } from "zod/v3";
const func = async (args) => JSON.stringify(args);
class Own extends StructuredTool {
  name = "own_class";
  description = "";
  schema = z.object({ n: z.number().default(1) });
  _call(args) {
    return func(args);
  }
}
const jsonSchema = { type: "object", properties: { n: { type: "integer" } }, required: ["n"] };
const tools = [
  tool(func, { name: "zod_4", description: "", schema: z.looseObject({ n: z.coerce.number() }) }),
  new DynamicStructuredTool({ name: "zod_3", description: "", schema: zod3.object({ n: zod3.number() }), func }),
  new DynamicStructuredTool({ name: "json_schema", description: "", schema: jsonSchema, func }),
  new DynamicTool({ name: "text", description: "", func: async (input) => "read " + input }),
  RunnableLambda.from(func).asTool({ name: "runnable", description: "", schema: z.object({ n: z.number() }) }),
  new Own(),
];
const argsOf = { zod_4: { n: "7", more: true }, zod_3: { n: 3 }, json_schema: { n: "7" }, text: { input: "it" }, runnable: { n: 5 }, own_class: {} };
const calls = tools.map(({ name }) => ({ id: name, name, args: argsOf[name] }));
const model = fakeModel().respondWithTools(calls).respond(new AIMessage("done"));
const run = await runAgent(defineAgent({ name: "a", role: "r", goal: "g", model, tools }), "go");
console.log(JSON.stringify(run.calls.map(({ call, text, message }) => [call.tool, text || message])));
`,
};

const turns = z.array(z.object({ status: z.string(), answer: z.string() })).length(4);

let sandbox: Sandbox;
let server: SampleServer;
/** Why npm could not install the packages here, if so. */
let missing: string | undefined;

beforeAll(async () => {
  sandbox = await startSandbox();
  server = await startSampleServer({ contexts: sandbox.contexts });
  missing = await installPacked(folder);
  for (const [name, text] of Object.entries(scripts)) writeFileSync(join(folder, name), text);
}, 240_000);

afterAll(async () => {
  await server.close();
  await sandbox.close();
  for (const made of [folder, bare]) rmSync(made, { recursive: true, force: true });
});

const examples = ["01-ask.mjs", "02-conversation.mjs"] as const;
const copyExamples = () => {
  for (const name of examples) cpSync(join(root, "examples", name), join(folder, name));
};

/** As somebody compiles who takes types seriously. */
async function compiles(options: readonly string[]): Promise<void> {
  const strict = ["--strict", "--noEmit", "--skipLibCheck", "--target", "es2023"];
  const types = ["--types", "node", "--typeRoots", join(root, "node_modules/@types")];
  const compiler = join(root, "node_modules/.bin/tsc");
  await run(compiler, [...strict, ...types, ...options], { cwd: folder }).catch((error) =>
    expect.unreachable(z.object({ stdout: z.string() }).parse(error).stdout),
  );
}

const ways = ["as it is", "bundled into one file"] as const;

/** As the README of crew says: node-cache is CommonJS, and looks for `require`. */
const banner = { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' };

/** Runs a script of the folder, or all that it needs as one file in a folder without packages. */
async function runs(script: string, way: (typeof ways)[number], env: Record<string, string> = {}) {
  if (way === "as it is") return run(process.execPath, [script], { cwd: folder, env, timeout: 25_000 });
  const outfile = join(bare, script);
  const options = { platform: "node", format: "esm", target: "node20", logLevel: "error" } as const;
  await build({ entryPoints: [join(folder, script)], outfile, bundle: true, banner, ...options });
  return run(process.execPath, [outfile], { cwd: bare, env, timeout: 25_000 });
}

describe("the packed packages, installed into an empty folder", () => {
  test("are installed by npm with all that they name", ({ skip }) => {
    if (missing === undefined) return expect(existsSync(join(folder, "package-lock.json"))).toBe(true);
    console.log(`NOT PROVEN: ${missing}. The tests of this file run on packages that were unpacked, not installed.`);
    skip(missing);
  });

  test.for([
    ["own-connection.mjs", "the crew's own connection"],
    ["mcp-adapters.mjs", "the tools of MultiServerMCPClient"],
  ] as const)("hold the cart-service conversation in %s, over %s", async ([script]) => {
    const { stdout, stderr } = await run(process.execPath, [script], {
      cwd: folder,
      env: { K8S_MCP_URL: server.url },
      timeout: 25_000,
    });
    expect(stderr).toBe("");
    const [asked, listed, matching, log] = turns.parse(JSON.parse(stdout));
    expect(asked).toMatchObject({ status: "needs_input", answer: expect.stringMatching(/命名空间/) });
    expect(listed).toMatchObject({ status: "needs_input", answer: expect.stringMatching(/default[\s\S]*production/) });
    expect(matching).toMatchObject({
      status: "needs_input",
      answer: expect.stringMatching(/-v1-abcdef[\s\S]*-v2-ghijk/),
    });
    expect(log).toMatchObject({ status: "ok", answer: expect.stringMatching(/cart-service-v2-ghijk 的日志/) });
    expect(log?.answer).toContain("cart-service 2.0.0-rc1 starting on :8080");
  });

  test("run the example of the README as it stands", async () => {
    copyExamples();
    const { stdout } = await run(process.execPath, [examples[0]], { cwd: folder, env: { K8S_MCP_URL: server.url } });
    expect(stdout).toMatch(/^2 clusters, \d+ problems? found\./);
  });

  test("carry the types that the examples are written against", async () => {
    copyExamples();
    await compiles(["--allowJs", "--checkJs", "--module", "nodenext", ...examples]);
  });

  test.for(ways)(
    "hold the crew with which the README of crew begins, against a double of OpenRouter, %s",
    async (way) => {
      const [, example = ""] =
        /```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, "packages/crew/README.md"), "utf8")) ?? [];
      writeFileSync(join(folder, "crew.mts"), example);
      await compiles(["--module", "nodenext", "crew.mts"]);
      await compiles(["--module", "esnext", "--moduleResolution", "bundler", "crew.mts"]);
      const double = await startOpenRouter({
        scripts: [{ reply: { text: "Tea is old. Tea is hot." } }, { reply: { text: "Old and hot." } }],
      });
      writeFileSync(join(folder, "crew.mjs"), example.replace("https://openrouter.ai/api/v1", double.baseUrl));
      const { stdout, stderr } = await runs("crew.mjs", way, { OPENROUTER_API_KEY: double.apiKey });
      expect(stdout).toMatch(/^Old and hot\. Tea is old\. Tea is hot\. \{\s+modelCalls: 2,/);
      expect([stderr, double.violations(), double.leftovers()]).toEqual(["", [], []]);
      await double.close();
    },
  );

  test.for(ways)("work with tools of LangChain of every kind, %s", async (way) => {
    const { stdout, stderr } = await runs("tools.mjs", way);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual([
      ["zod_4", '{"n":7,"more":true}'],
      ["zod_3", '{"n":3}'],
      ["json_schema", 'The parameter "n" must be integer.'],
      ["text", "read it"],
      ["runnable", '{"n":5}'],
      ["own_class", '{"n":1}'],
    ]);
  });

  test("carry code, sources and the licence, and none of the tests", () => {
    for (const name of ["crew", "k8s-crew"]) {
      const carried = readdirSync(join(folder, "node_modules", "@k8s-copilot", name));
      expect(carried.filter((file) => !file.startsWith("README")).toSorted()).toEqual([
        "LICENSE",
        "dist",
        "package.json",
        "src",
      ]);
    }
  });
});
