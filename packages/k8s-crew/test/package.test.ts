import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startOpenRouter } from "@k8s-copilot/doubles";
import { type SampleServer, type Sandbox, startSampleServer, startSandbox } from "@k8s-copilot/sandbox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "k8s-crew-package-"));
const run = promisify(execFile);

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
};

const turns = z.array(z.object({ status: z.string(), answer: z.string() })).length(4);
const failure = z.object({ stderr: z.string() });
const isUnreachable = (stderr: string) => /ENOTCACHED|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(stderr);

let sandbox: Sandbox;
let server: SampleServer;
/** Why the packages could not be installed here, if so. */
let missing: string | undefined;

/** What a stranger gets: the tarballs that would be published, and the adapters in the version that they name. */
const install = async (): Promise<string | undefined> => {
  await run("npx", ["tsc", "-b", "packages/k8s-crew", "packages/openrouter"], { cwd: root });
  for (const name of ["crew", "k8s-crew", "openrouter"]) {
    await run("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], { cwd: join(root, "packages", name) });
  }
  const tarballs = readdirSync(folder).map((name) => `./${name}`);
  const { devDependencies } = z
    .object({ devDependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(root, "packages/crew/package.json"), "utf8")));
  const adapters = `@langchain/mcp-adapters@${devDependencies["@langchain/mcp-adapters"]}`;
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
  const flags = ["--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--fetch-retries=0"];
  try {
    await run("npm", ["install", ...flags, ...tarballs, adapters], { cwd: folder });
  } catch (error) {
    const { stderr } = failure.parse(error);
    if (isUnreachable(stderr)) return `the package registry cannot be reached: ${stderr.trim().split("\n")[0]}`;
    throw error;
  }
  for (const [name, text] of Object.entries(scripts)) writeFileSync(join(folder, name), text);
  return undefined;
};

beforeAll(async () => {
  sandbox = await startSandbox();
  server = await startSampleServer({ contexts: sandbox.contexts });
  missing = await install();
}, 240_000);

afterAll(async () => {
  await server.close();
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
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

describe("the packed packages, installed into an empty folder", () => {
  test.for([
    ["own-connection.mjs", "the crew's own connection"],
    ["mcp-adapters.mjs", "the tools of MultiServerMCPClient"],
  ] as const)("hold the cart-service conversation in %s, over %s", async ([script], { skip }) => {
    if (missing) {
      console.log(`skipped: ${missing}`);
      skip(missing);
    }
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

  test("run the example of the README as it stands", async ({ skip }) => {
    skip(missing !== undefined, missing);
    copyExamples();
    const { stdout } = await run(process.execPath, [examples[0]], { cwd: folder, env: { K8S_MCP_URL: server.url } });
    expect(stdout).toMatch(/^2 clusters, \d+ problems? found\./);
  });

  test("carry the types that the examples are written against", async ({ skip }) => {
    skip(missing !== undefined, missing);
    copyExamples();
    await compiles(["--allowJs", "--checkJs", "--module", "nodenext", ...examples]);
  });

  test("hold the crew with which the README of crew begins, against a double of OpenRouter", async ({ skip }) => {
    skip(missing !== undefined, missing);
    const [, example = ""] =
      /```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, "packages/crew/README.md"), "utf8")) ?? [];
    writeFileSync(join(folder, "crew.mts"), example);
    await compiles(["--module", "nodenext", "crew.mts"]);
    await compiles(["--module", "esnext", "--moduleResolution", "bundler", "crew.mts"]);
    const double = await startOpenRouter({
      scripts: [{ reply: { text: "Tea is old. Tea is hot." } }, { reply: { text: "Old and hot." } }],
    });
    writeFileSync(join(folder, "crew.mjs"), example.replace("https://openrouter.ai/api/v1", double.baseUrl));
    const env = { OPENROUTER_API_KEY: double.apiKey };
    const { stdout, stderr } = await run(process.execPath, ["crew.mjs"], { cwd: folder, env, timeout: 25_000 });
    expect(stdout).toMatch(/^Old and hot\. Tea is old\. Tea is hot\. \{\s+modelCalls: 2,/);
    expect([stderr, double.violations(), double.leftovers()]).toEqual(["", [], []]);
    await double.close();
  });

  test("carry code, sources and the licence, and none of the tests", ({ skip }) => {
    skip(missing !== undefined, missing);
    for (const name of ["crew", "k8s-crew"]) {
      const carried = readdirSync(join(folder, "node_modules", "@k8s-copilot", name));
      expect(carried.filter((file) => file !== "README.md").toSorted()).toEqual([
        "LICENSE",
        "dist",
        "package.json",
        "src",
      ]);
    }
  });
});
