// Holds the cart-service conversation with the real command at a pseudo-terminal and draws what was on the screen:
// docs/cart-service.svg, the picture of the README. `--out FILE` writes it elsewhere,
// `--bin FILE` runs another build of the command.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { spawn } from "@lydell/node-pty";
import { rowsShown } from "./picture/screen.mjs";
import { pictureOf } from "./picture/svg.mjs";

const pathOf = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const { values } = parseArgs({
  options: {
    out: { type: "string", default: pathOf("docs/cart-service.svg") },
    bin: { type: "string", default: pathOf("apps/k8s-copilot/bin/k8s-copilot.cjs") },
  },
});
const messages = ["hi，帮我看一下 `cart-service` 的日志", "我不确定，你列出来吧", "应该在 `dev`", "v2 那个"];
const columns = 94;
const prompt = "> \x1b[3G";
const patienceMs = 30_000;

const place = mkdtempSync(join(tmpdir(), "k8s-copilot-record-"));
const terminal = spawn(process.execPath, [values.bin, "chat", "--sandbox"], {
  cols: columns,
  rows: 60,
  cwd: place,
  env: { PATH: process.env.PATH ?? "", HOME: place, LANG: "zh_CN.UTF-8", TERM: "xterm-256color" },
});
let shown = "";
let lastAt = performance.now();
const ended = new Promise((resolve) => terminal.onExit(resolve));
terminal.onData((data) => {
  shown += data;
  lastAt = performance.now();
});
/** Nothing more comes: what is drawn below the line has been drawn. */
const isStill = () => performance.now() - lastAt > 400;

const until = async (what, isSo) => {
  const deadline = performance.now() + patienceMs;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`Waited in vain for ${what}. Shown: ${JSON.stringify(shown)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

try {
  let from = 0;
  for (const message of messages) {
    await until("the prompt", () => shown.includes(prompt, from) && isStill());
    terminal.write(message);
    await until("what was typed", () => shown.includes(message, from) && isStill());
    from = shown.length;
    terminal.write("\r");
  }
  await until("the prompt", () => shown.endsWith(prompt) && isStill());
  const conversation = shown.slice(0, -prompt.length);
  terminal.write("\x04");
  await ended;
  const rows = rowsShown(conversation, columns);
  while (rows.at(-1)?.length === 0) rows.pop();
  writeFileSync(values.out, pictureOf({ rows, columns, title: "k8s-copilot chat --sandbox" }));
} finally {
  terminal.kill("SIGKILL");
  rmSync(place, { recursive: true, force: true });
}
