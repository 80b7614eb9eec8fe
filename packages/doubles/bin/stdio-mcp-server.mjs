// A small MCP server over stdio, on nothing but Node, that does what its arguments tell it to do wrong.
//   --log FILE          appends every message that comes in, one JSON a line
//   --exit TEXT         writes TEXT to stderr and ends before it answers anything
//   --wait              never answers and ends only when it is killed
//   --noise             writes lines that are no JSON to stdout
//   --once-dies FILE    at the first call ever (FILE does not exist yet) creates FILE and dies
// Tools: echo (a read), write (none), pid, environment, die, hang, flood.
import { appendFileSync, existsSync, writeFileSync } from "node:fs";
import process, { env } from "node:process";
import { createInterface } from "node:readline";

const option = (name) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : (process.argv[at + 1] ?? "");
};

const read = { readOnlyHint: true };
const inputSchema = { type: "object" };
const tools = [
  { name: "echo", annotations: read, inputSchema },
  { name: "write", inputSchema },
  { name: "pid", annotations: read, inputSchema },
  { name: "environment", annotations: read, inputSchema },
  { name: "die", annotations: read, inputSchema },
  { name: "hang", annotations: read, inputSchema },
  { name: "flood", annotations: read, inputSchema },
];

const answers = {
  echo: (args) => JSON.stringify(args),
  write: () => "written",
  pid: () => String(process.pid),
  environment: () => JSON.stringify(env),
  flood: ({ bytes }) => "x".repeat(bytes),
};

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

const call = (id, { name, arguments: args }) => {
  const marker = option("once-dies");
  if (marker !== undefined && !existsSync(marker)) {
    writeFileSync(marker, "");
    process.exit(1);
  }
  if (name === "die") process.exit(1);
  if (name === "hang") return;
  send({ id, result: { content: [{ type: "text", text: answers[name](args ?? {}) }] } });
};

const receive = ({ id, method, params }) => {
  if (method === "initialize") {
    const { protocolVersion } = params;
    const serverInfo = { name: "stdio-double", version: "1.0.0" };
    send({ id, result: { protocolVersion, capabilities: { tools: {} }, serverInfo } });
  } else if (method === "tools/list") send({ id, result: { tools } });
  else if (method === "tools/call") call(id, params);
  else if (method === "ping") send({ id, result: {} });
};

if (option("exit") !== undefined) {
  process.stderr.write(`starting\n${option("exit")}\n`);
  process.exitCode = 1;
} else if (process.argv.includes("--wait")) {
  process.stderr.write("open https://login.example.test in your browser\n");
  setInterval(() => {}, 60_000);
} else {
  if (process.argv.includes("--noise")) process.stdout.write("listening on stdio\n{not json}\n");
  const log = option("log");
  createInterface({ input: process.stdin }).on("line", (line) => {
    if (log !== undefined) appendFileSync(log, `${line}\n`);
    receive(JSON.parse(line));
  });
}
