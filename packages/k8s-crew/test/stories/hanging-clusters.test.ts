import { connectMcp } from "@k8s-copilot/crew/mcp";
import { startSandbox } from "@k8s-copilot/sandbox";
import { expect, test } from "vitest";
import { createK8sCrew } from "../../src/index.ts";
import { bundledCommand } from "./servers.ts";

const ready = { conditions: [{ type: "Ready", status: "True" }] };

/** A cluster without a node and a pod tells of nothing that could be well. */
const objects = [
  { apiVersion: "v1", kind: "Node", metadata: { name: "n1" }, status: ready },
  {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "web", namespace: "default" },
    spec: { nodeName: "n1", containers: [{ name: "web", image: "web:1" }] },
    status: { phase: "Running", ...ready, containerStatuses: [{ name: "web", ready: true, restartCount: 0 }] },
  },
];

test("four clusters that hang do not take the others with them", async () => {
  const names = Array.from({ length: 8 }, (_, index) => `c${index + 1}`);
  const hanging = names.slice(1, 5);
  const sandbox = await startSandbox({
    worlds: names.map((name) => ({ name, objects })),
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
