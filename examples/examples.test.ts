import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startOpenRouter } from "@k8s-copilot/doubles";
import { type SampleServer, type Sandbox, startSampleServer, startSandbox } from "@k8s-copilot/sandbox";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import config from "../vitest.config.ts";

const examples = fileURLToPath(new URL(".", import.meta.url));
/** Inside the project, where what is not bundled is found. */
const cache = join(examples, "..", "node_modules", ".cache");
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, "examples-"));
const names = readdirSync(examples).flatMap((file) => /^(\d\d-.*)\.mjs$/.exec(file)?.[1] ?? []);

let sandbox: Sandbox;
let server: SampleServer;

beforeAll(async () => {
  sandbox = await startSandbox();
  server = await startSampleServer({ contexts: sandbox.contexts });
  await build({
    entryPoints: names.map((name) => join(examples, `${name}.mjs`)),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    // It loads a native module from beside itself.
    external: ["@langchain/langgraph-checkpoint-sqlite"],
    conditions: config.resolve?.conditions ?? [],
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    logLevel: "warning",
  });
});

afterAll(async () => {
  await server.close();
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

/** Runs an example as a process of its own that is told nothing but where the server is. */
const run = (name: string, environment: Readonly<Record<string, string>> = {}, args: readonly string[] = []) =>
  promisify(execFile)(process.execPath, [join(folder, `${name}.mjs`), ...args], {
    cwd: folder,
    env: { K8S_MCP_URL: server.url, ...environment },
    timeout: 20_000,
  });

/** The answers of a printed conversation, by the message before each. */
const answers = (printed: string): ReadonlyMap<string, string> =>
  new Map(
    printed
      .split(/^> /m)
      .slice(1)
      .map((turn) => {
        const [message = "", ...answer] = turn.split("\n");
        return [message, answer.join("\n").trim()];
      }),
  );

describe("01-ask", () => {
  test("prints how every cluster is, and ends by itself", async () => {
    const { stdout, stderr } = await run("01-ask");
    for (const { name } of sandbox.contexts) expect(stdout).toContain(name);
    expect(stdout).toMatch(/^2 clusters?, [1-9]\d* problem/);
    expect(stderr).toBe("");
  });
});

describe("02-conversation", () => {
  test("asks for the namespace, lists them, understands the choice, and reads the log of the second version", async () => {
    const { stdout, stderr } = await run("02-conversation");
    expect(stderr).toBe("");
    const said = answers(stdout);
    expect([...said.keys()]).toEqual([
      "hi，帮我看一下 `cart-service` 的日志",
      "我不确定，你列出来吧",
      "应该在 `dev`",
      "v2 那个",
    ]);
    const [asked, listed, matching, log] = said.values();
    expect(asked).toMatch(/命名空间/);
    expect(listed).toMatch(/default[\s\S]*dev[\s\S]*production/);
    expect(matching).toMatch(/cart-service-v1-abcdef[\s\S]*cart-service-v2-ghijk/);
    expect(log).toMatch(/cart-service-v2-ghijk 的日志/);
    expect(log).toContain("cart-service 2.0.0-rc1 starting on :8080");
    expect(log).not.toContain("cart-service-v1-abcdef");
  });

  test("says that a cluster it was given does not exist, and which do", async () => {
    const { stdout } = await run("02-conversation", { K8S_CLUSTER: "moon" });
    const listed = answers(stdout).get("我不确定，你列出来吧");
    expect(listed).toContain("集群 moon 不存在");
    for (const { name } of sandbox.contexts) expect(listed).toContain(name);
  });
});

describe("03-caching-tool-node", () => {
  test("counts anew only after something was sold", async () => {
    const { stdout, stderr } = await run("03-caching-tool-node");
    expect(stderr).toBe("");
    expect(stdout).toBe("count: 3 cups\ncount: 3 cups (kept)\nsell: sold, 2 left\ncount: 2 cups\n");
  });
});

describe("the crews", () => {
  test.each([
    ["04-agent", "There are 3 cups on the shelf.\n2 model calls, 1 tool call\n"],
    ["06-structured-output", "an open window (80 %)\nClose the window.\n"],
    ["08-hierarchical", "Soup for twelve at seven, from our own carrots.\n"],
    ["09-guardrails", "[poem] answer 1 refused: It has to be two lines.\nThe sea, the sea,\nit pays no rent\n"],
    ["11-mcp-tools", "LIST_CLUSTERS: ok\nThere is a cluster.\n"],
    ["13-crew-in-a-graph", "The cellar is under water: We are on our way. The plumber comes at nine.\n"],
    [
      "14-stream-to-the-web",
      "crew.started\ntask.started\nmodel.started\nmodel.finished\ntask.finished\ncrew.finished\n",
    ],
  ])("%s runs without a key, as its model plays it", async (name, printed) => {
    const { stdout, stderr } = await run(name);
    expect([stdout, stderr]).toEqual([printed, ""]);
  });

  test("05-crew reads files, researches and reports", async () => {
    const { stdout } = await run("05-crew", {}, [join(examples, "05-crew")]);
    expect(stdout).toBe("# checkout\nIt was slow because redis ran out of memory. Give it more.\n");
  });

  test("07-parallel begins two tasks before either has ended", async () => {
    const { stdout } = await run("07-parallel");
    expect(stdout).toMatch(/^task\.started market\ntask\.started rivals\n[\s\S]*task\.started decision\n/);
  });

  test("10-human-input goes on in another process, and the finished draft is not written again; a third tells what became of it", async () => {
    const asked = await run("10-human-input");
    expect(asked.stdout).toMatch(/^Is the answer of "letter" good\?.*\nDear neighbour, the drill!\n$/);
    expect((await run("10-human-input")).stdout).toBe("Dear neighbour, could you drill before nine?\n");
    expect((await run("10-human-input")).stdout).toBe("Dear neighbour, could you drill before nine?\n");
  });

  test("11-mcp-tools says which server is not there, and fails", async () => {
    await expect(run("11-mcp-tools", { K8S_MCP_URL: "http://localhost:1/sse" })).rejects.toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringContaining("Error: k8s: "),
    });
  });

  test("12-crew-from-yaml reads the files of a crewAI project, and writes the report", async () => {
    const { stdout } = await run("12-crew-from-yaml", {}, [join(examples, "12-crew-from-yaml")]);
    expect(stdout).toBe("needs: topic\n# Crews\nThey are plain data.\n");
  });

  test("05-crew asks the model of the key, whose requests no vendor would refuse", async () => {
    const openRouter = await startOpenRouter();
    openRouter.enqueue(
      { reply: { toolCalls: [{ name: "read_note", args: { day: "monday" } }] } },
      { reply: { text: "redis was full" } },
      { reply: { text: "# Report" } },
    );
    const { apiKey, baseUrl, model } = openRouter;
    const environment = { OPENROUTER_API_KEY: apiKey, OPENROUTER_BASE_URL: baseUrl, OPENROUTER_MODEL: model };
    const { stdout } = await run("05-crew", environment, [join(examples, "05-crew")]).finally(openRouter.close);
    expect([stdout, openRouter.violations(), openRouter.leftovers()]).toEqual(["# Report\n", [], []]);
  });

  test.each(names)("%s is shorter than 60 lines", (name) => {
    expect(readFileSync(join(examples, `${name}.mjs`), "utf8").split("\n").length).toBeLessThan(60);
  });
});

describe("the sample server of the README", () => {
  const script = fileURLToPath(new URL("../scripts/sample-server.mjs", import.meta.url));
  const start = (...options: readonly string[]) => promisify(execFile)(process.execPath, [script, ...options]);

  test("says where it listens and what it takes", async () => {
    const { stdout } = await start("--help");
    expect(stdout).toContain("http://localhost:8001/sse");
    expect(stdout).toMatch(/--port N[\s\S]*--plain/);
  });

  test.each([["--prot", "5"], ["--port", "abc"], ["--port"], ["more"]])(
    "tells a slip in one line: %s",
    async (...options) => {
      await expect(start(...options)).rejects.toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/^[^\n]*--help[^\n]*\n$/),
      });
    },
  );
});
