import { connectMcp } from "@k8s-copilot/crew/mcp";
import { startSandbox } from "@k8s-copilot/sandbox";
import { expect, test } from "vitest";
import { createK8sCrew } from "../../src/index.ts";
import { bundledCommand } from "./servers.ts";

test("four clusters that hang do not take the others with them", async () => {
  const names = Array.from({ length: 8 }, (_, index) => `c${index + 1}`);
  const hanging = names.slice(1, 5);
  const sandbox = await startSandbox({
    worlds: names.map((name) => ({ name, objects: [] })),
    contexts: names.map((name) =>
      hanging.includes(name) ? { name, fault: { kind: "slow", delayMs: 60_000 } } : { name },
    ),
  });
  const connection = await connectMcp({
    kubernetes: {
      command: bundledCommand(),
      args: ["--kubeconfig", sandbox.kubeconfig],
      env: { PATH: process.env.PATH ?? "" },
    },
  });
  const crew = createK8sCrew({ tools: connection.tools });
  try {
    const { answer } = await crew.conversation().send("how are my clusters?");
    const stateOf = (name: string) =>
      new RegExp(`^${name}(?: \\(current\\))?\\s+(nodes, pods: nothing found|timed out)`, "m").exec(answer)?.[1];
    const states = Object.fromEntries(names.map((name) => [name, stateOf(name)]));
    expect(states).toEqual(
      Object.fromEntries(
        names.map((name) => [name, hanging.includes(name) ? "timed out" : "nodes, pods: nothing found"]),
      ),
    );
  } finally {
    await crew.close();
    await connection.close();
    await sandbox.close();
  }
});
