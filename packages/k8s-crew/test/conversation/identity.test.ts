import { AsyncLocalStorage } from "node:async_hooks";
import type { Tool } from "@k8s-copilot/crew";
import { connectMcp } from "@k8s-copilot/crew/mcp";
import { startSampleServer, startSandbox } from "@k8s-copilot/sandbox";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type ConversationOptions, createK8sCrew, type K8sCrew, type TurnResult } from "../../src/index.ts";

/** Who sits before the server: each looks at the same cluster with their own rights. */
const person = new AsyncLocalStorage<"admin" | "viewer">();

let closeAll: () => Promise<void>;
let tools: readonly Tool[];
beforeAll(async () => {
  const sandbox = await startSandbox({
    contexts: [
      { name: "admin", cluster: "dev-cluster", identity: "admin" },
      { name: "viewer", cluster: "dev-cluster", identity: "viewer" },
    ],
  });
  const opened = sandbox.contexts.map(async (context) => {
    const sample = await startSampleServer({ contexts: [context], tools: "plain" });
    const connection = await connectMcp({ shop: { url: sample.url } });
    return { name: context.name, sample, connection };
  });
  const doors = await Promise.all(opened);
  const [first] = doors;
  // One tool for all, which asks with the rights of whoever sits there.
  tools = (first?.connection.tools ?? []).map((tool) => ({
    ...tool,
    invoke: async (args, options) => {
      const door = doors.find(({ name }) => name === person.getStore());
      const own = door?.connection.tools.find(({ name }) => name === tool.name);
      return own?.invoke(args, options) ?? { kind: "failure", reason: "protocol", message: "nobody sits there" };
    },
  }));
  closeAll = async () => {
    for (const { connection, sample } of doors) {
      await connection.close();
      await sample.close();
    }
    await sandbox.close();
  };
});
afterAll(() => closeAll());

let crew: K8sCrew;
beforeEach(() => {
  crew = createK8sCrew({ tools });
  return () => crew.close();
});

const as = (who: "admin" | "viewer", identity: ConversationOptions["identity"] = who) => {
  const conversation = crew.conversation({ identity });
  return (message: string) => person.run(who, () => conversation.send(message));
};

/** The reads of nodes among the calls of a turn. */
const nodes = ({ calls }: TurnResult) => calls.filter(({ resource }) => resource === "node");

describe("two people on one crew", () => {
  test("see nothing that was kept for the other", async () => {
    const [admin, viewer] = [as("admin"), as("viewer")];
    expect((await admin("list nodes")).answer).toMatch(/dev-worker/);
    expect(nodes(await admin("list nodes"))).toMatchObject([{ cached: true }]);
    const refused = await viewer("list nodes");
    expect(refused.answer).not.toMatch(/dev-worker/);
    expect(nodes(refused)).toMatchObject([{ cached: false, outcome: "forbidden" }]);
    expect(nodes(await admin("list nodes"))).toMatchObject([{ cached: true }]);
    expect((await admin("/cache")).answer).toMatch(/nodes/i);
    expect((await viewer("/cache")).answer).not.toMatch(/nodes/i);
  });

  test("share what was kept where nobody says that they see other things", async () => {
    const [one, other] = [as("admin", "ops"), as("admin", "ops")];
    await one("list nodes");
    expect(nodes(await other("list nodes"))).toMatchObject([{ cached: true }]);
  });

  test("see nothing of before once their credentials are others", async () => {
    let token = "first";
    const admin = as("admin", () => `admin ${token}`);
    await admin("list nodes");
    token = "second";
    expect(nodes(await admin("list nodes"))).toMatchObject([{ cached: false }]);
  });
});
