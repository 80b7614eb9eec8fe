import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startFaultyMcpServer, startOpenRouter } from "@k8s-copilot/doubles";
import { startSampleServer, startSandbox } from "@k8s-copilot/sandbox";
import { spawn as spawnTerminal } from "@lydell/node-pty";

const bin = fileURLToPath(new URL("../../apps/k8s-copilot/bin/k8s-copilot.cjs", import.meta.url));

/** How long a person waits for the program to start, to answer and to stop. */
export const benchStart = async (runs) => {
  /** Where the bin keeps compiled code, so that the person's own cache neither helps nor suffers. */
  const caches = mkdtempSync(join(tmpdir(), "k8s-copilot-bench-"));

  const run = (args, { env = {}, stopAtFirstByte = false, cold = false } = {}) =>
    new Promise((resolve) => {
      const cache = { XDG_CACHE_HOME: cold ? mkdtempSync(join(caches, "cold-")) : join(caches, "warm") };
      const begin = performance.now();
      const child = spawn(process.execPath, args, {
        env: { ...process.env, ...cache, ...env },
        stdio: ["ignore", "pipe", "pipe"],
      });
      let firstByte;
      let peakKb = 0;
      let output = "";
      const look = setInterval(() => {
        try {
          peakKb = Math.max(
            peakKb,
            Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0),
          );
        } catch {}
      }, 10);
      const seen = (chunk) => {
        firstByte ??= performance.now() - begin;
        output += chunk;
        if (stopAtFirstByte) child.kill("SIGKILL");
      };
      child.stdout.on("data", seen);
      child.stderr.on("data", seen);
      child.on("close", (code) => {
        clearInterval(look);
        resolve({
          ms: performance.now() - begin,
          firstByte: firstByte ?? Number.NaN,
          peakMb: peakKb / 1024,
          code,
          output,
        });
      });
    });

  const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

  const measure = async (args, options) => {
    await run(args, options);
    const results = [];
    for (let each = 0; each < runs; each += 1) results.push(await run(args, options));
    return {
      ms: median(results.map(({ ms }) => ms)),
      firstByte: median(results.map(({ firstByte }) => firstByte)),
      peakMb: Math.max(...results.map(({ peakMb }) => peakMb)),
      last: results.at(-1),
    };
  };

  const show = (what, measured, goal = "") => console.log(`${what.padEnd(58)} ${measured.padStart(16)}   ${goal}`);
  const ms = (number) => `${number.toFixed(0)} ms`;

  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, medians of ${runs} runs\n`,
  );

  const bare = await measure(["-e", "0"]);
  const bareByte = await measure(["-e", "process.stdout.write('x')"], { stopAtFirstByte: true });
  const help = await measure([bin, "--help"]);
  show("node -e 0", ms(bare.ms), "baseline");
  show("k8s-copilot --help", `${ms(help.ms)} (${(help.ms / bare.ms).toFixed(2)}×)`, "goal ≤ 1.3×");

  const langgraph = await measure(["--input-type=module", "-e", "await import('@langchain/langgraph')"]);
  const library = await measure(["--input-type=module", "-e", "await import('@k8s-copilot/k8s-crew')"]);
  show("import @langchain/langgraph", ms(langgraph.ms), "baseline");
  show("import @k8s-copilot/k8s-crew", `${ms(library.ms)} (${(library.ms / langgraph.ms).toFixed(2)}×)`);

  const sandbox = await startSandbox();
  const server = await startSampleServer({ contexts: sandbox.contexts });
  const model = await startOpenRouter({ family: "gemini25" });
  const plan = { view: "call", calls: [{ tool: "LIST_CLUSTERS", arguments: [], reason: "list the clusters" }] };
  model.enqueue({ times: Number.POSITIVE_INFINITY, reply: { toolCalls: [{ name: "final_answer", args: plan }] } });
  const env = { K8S_MCP_URL: server.url, OPENROUTER_API_KEY: model.apiKey, OPENROUTER_BASE_URL: model.baseUrl };

  const chatByte = await measure([bin, "ask", "--offline", "list clusters"], { env, stopAtFirstByte: true });
  show("node, first byte", ms(bareByte.firstByte), "baseline");
  show(
    "k8s-copilot ask, first byte",
    `${ms(chatByte.firstByte)} (${(chatByte.firstByte - bareByte.firstByte).toFixed(0)} ms more)`,
    "goal ≤ 100 ms more",
  );

  const ask = await measure([bin, "ask", "which clusters can you reach, please"], { env });
  show("k8s-copilot ask, 47 tools over SSE, instant model", ms(ask.ms), "goal ≤ 400 ms");
  show("  peak memory", `${ask.peakMb.toFixed(0)} MB`);
  const firstAsk = await measure([bin, "ask", "which clusters can you reach, please"], { env, cold: true });
  show("  the first time, with no compiled code kept", ms(firstAsk.ms));
  if (ask.last.code !== 0)
    console.log(`  (it ended with exit code ${ask.last.code}: ${ask.last.output.slice(0, 400)})`);

  /** Milliseconds from Ctrl-C, while a call is on its way, until the prompt is back. */
  const interrupt = async (url) => {
    const terminal = spawnTerminal(process.execPath, [bin, "chat", "--offline"], {
      env: { ...process.env, XDG_CACHE_HOME: join(caches, "warm"), K8S_MCP_URL: url },
    });
    let shown = "";
    terminal.onData((data) => {
      shown += data;
    });
    const untilShown = async (text, from = 0) => {
      while (!shown.slice(from).includes(text)) await new Promise((resolve) => setTimeout(resolve, 1));
    };
    await untilShown("> ");
    terminal.write("list namespaces\r");
    await untilShown("list_namespaces()");
    const [begin, from] = [performance.now(), shown.length];
    terminal.write("\x03");
    await untilShown("> ", from);
    const taken = performance.now() - begin;
    terminal.kill("SIGKILL");
    return taken;
  };

  const hanging = await startFaultyMcpServer({
    transport: "http",
    tools: [{ name: "list_namespaces", description: "List all namespaces" }],
    faults: { call: "hang" },
  });
  const interrupts = [];
  for (let each = 0; each < runs; each += 1) interrupts.push(await interrupt(hanging.url));
  show("chat, from Ctrl-C in a running turn to the prompt", ms(median(interrupts)), "goal ≤ 200 ms");

  const broken = model.violations().map(({ rule, detail }) => `${rule}: ${detail}`);
  if (broken.length > 0) {
    console.log(`Requests to the model broke rules, so that these times say little:\n${broken.join("\n")}`);
    process.exitCode = 1;
  }

  await hanging.close();
  await model.close();
  await server.close();
  await sandbox.close();
  rmSync(caches, { recursive: true, force: true });
};
