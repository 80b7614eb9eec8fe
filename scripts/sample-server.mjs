// Starts the sandbox and, on top of it, the sample MCP server with 47 tools at http://localhost:8001/sse.
// `--plain` serves the small tool list instead; `--port N` another port.
import { parseArgs } from "node:util";
import { startSampleServer, startSandbox } from "@k8s-copilot/sandbox";

const { values } = parseArgs({
  options: { port: { type: "string", default: "8001" }, plain: { type: "boolean", default: false } },
});
const sandbox = await startSandbox();
const server = await startSampleServer({
  contexts: sandbox.contexts,
  port: Number(values.port),
  tools: values.plain ? "plain" : "clusters",
}).catch(async (error) => {
  await sandbox.close();
  console.error(`The sample server cannot listen on port ${values.port} (${error.code}). Name another one: --port N`);
  process.exit(1);
});
console.log(`sample server: ${server.url}  (clusters: ${sandbox.contexts.map(({ name }) => name).join(", ")})`);
console.log("Ctrl-C stops it.");

const stop = async () => {
  await server.close();
  await sandbox.close();
};
process.once("SIGINT", stop);
process.once("SIGTERM", stop);
