import { startSampleServer, startSandbox } from "@k8s-copilot/sandbox";
import { afterAll, expect, inject, it } from "vitest";
import { emptyPlace } from "../helpers/app.ts";
import { openTerminal } from "../helpers/terminal.ts";

const bin = inject("installedApp");
const sandbox = await startSandbox();
/** Its lists hold no states, so that a survey reads thing by thing. */
const server = await startSampleServer({ contexts: sandbox.contexts });
afterAll(async () => {
  await server.close();
  await sandbox.close();
});

it.each([
  ["how are my clusters?", [], "and more (-v shows every call)"],
  ["帮我查看一下k8s状态", [], "还有更多调用（-v 显示全部）"],
  ["how are my clusters?", ["-v"], undefined],
])(
  "a survey tells its first calls at a terminal, and all of them with -v: %s %j",
  async (words, flags, more) => {
    const terminal = openTerminal(process.execPath, [bin, "ask", words, ...flags], {
      place: emptyPlace(),
      columns: 120,
      environment: { K8S_MCP_URL: server.url },
    });
    expect(await terminal.ended).toBe(0);
    const told = terminal.shown().match(/✓ \w+\(/g) ?? [];
    if (more === undefined) expect(told.length).toBeGreaterThan(8);
    else {
      expect(told).toHaveLength(8);
      expect(terminal.shown().split(more)).toHaveLength(2);
    }
  },
  30_000,
);
