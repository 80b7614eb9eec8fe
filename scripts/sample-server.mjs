// Starts the sandbox and, on top of it, a sample MCP server.
import { parseArgs } from "node:util";

const help = `Serves demonstration clusters over MCP, reads only: http://localhost:8001/sse

npm run sample-server -- [options]
  --port N   another port (default 8001)
  --plain    the small tool list of one cluster instead of the 47 tools
  -h, --help this text`;

const fail = (text) => {
  console.error(`${text} (--help lists the options)`);
  process.exit(2);
};

const given = () => {
  try {
    return parseArgs({
      options: {
        port: { type: "string", default: "8001" },
        plain: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    }).values;
  } catch (error) {
    return fail(error.message.split(". ")[0]);
  }
};

const { port, plain, help: wantsHelp } = given();
if (wantsHelp) {
  console.log(help);
  process.exit(0);
}
if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) fail(`--port takes a number from 0 to 65535, not “${port}”`);

const { startSampleServer, startSandbox } = await import("@k8s-copilot/sandbox");
const sandbox = await startSandbox();
const server = await startSampleServer({
  contexts: sandbox.contexts,
  port: Number(port),
  tools: plain ? "plain" : "clusters",
}).catch(async (error) => {
  await sandbox.close();
  console.error(`The sample server cannot listen on port ${port} (${error.code}). Name another one: --port N`);
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
