import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectMcp, type McpConnection } from "@k8s-copilot/crew/mcp";
import { startSampleServer, startSandbox } from "@k8s-copilot/sandbox";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createK8sCrew, type K8sCrew } from "../../src/index.ts";
import { bundledCommand, testWhere } from "./servers.ts";

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

/** Three names for the two clusters of the sandbox. */
const contextsOf = (...names: readonly string[]) => {
  const [dev, prod] = sandbox.contexts;
  const all = [
    { name: "dev-cluster", server: dev?.server ?? "" },
    { name: "prod-cluster", server: prod?.server ?? "" },
    { name: "test-cluster", server: dev?.server ?? "" },
  ];
  return all.filter(({ name }) => names.includes(name));
};

/** A server for some clusters, which goes on for others when it is told so. */
type Server = {
  readonly connection: McpConnection;
  only(...names: readonly string[]): Promise<void>;
  close(): Promise<void>;
};

const servers: { readonly [kind: string]: (names: readonly string[]) => Promise<Server> } = {
  bundled: async (names) => {
    const folder = mkdtempSync(join(tmpdir(), "k8s-crew-clusters-"));
    const file = join(folder, "kubeconfig");
    const write = (own: readonly string[]) =>
      writeFileSync(
        file,
        JSON.stringify({
          apiVersion: "v1",
          kind: "Config",
          "current-context": own[0],
          contexts: own.map((name) => ({ name, context: { cluster: name, user: name } })),
          clusters: contextsOf(...own).map(({ name, server }) => ({ name, cluster: { server } })),
          users: own.map((name) => ({ name, user: {} })),
        }),
      );
    write(names);
    const connection = await connectMcp({ kubernetes: { command: bundledCommand(), args: ["--kubeconfig", file] } });
    return {
      connection,
      only: async (...own) => {
        write(own);
        await connection.restart("kubernetes");
      },
      close: async () => {
        await connection.close();
        rmSync(folder, { recursive: true });
      },
    };
  },
  clusters: async (names) => {
    let sample = await startSampleServer({ contexts: contextsOf(...names) });
    const connection = await connectMcp({ sample: { url: sample.url } });
    return {
      connection,
      only: async (...own) => {
        await sample.close();
        sample = await startSampleServer({ contexts: contextsOf(...own), port: Number(new URL(sample.url).port) });
        // What is left of the old connections may break the first attempt.
        do await connection.refresh();
        while (connection.servers.some(({ status }) => status === "failed"));
      },
      close: async () => {
        await connection.close();
        await sample.close();
      },
    };
  },
};

describe.each(Object.keys(servers))("a cluster that is no longer there, on the %s server", (kind) => {
  let server: Server;
  let crew: K8sCrew;
  beforeEach(async () => {
    server = await (servers[kind] ?? Promise.reject)(["dev-cluster", "prod-cluster", "test-cluster"]);
    crew = createK8sCrew({ tools: server.connection.tools });
  });
  afterEach(async () => {
    await crew.close();
    await server.close();
  });
  const values = (choices: readonly { readonly value: string }[] | undefined) => choices?.map(({ value }) => value);

  test.each([
    ["list pods in kube-system", "列出 kube-system 的 deployment", /^集群 prod-cluster 已经不在了/m],
    ["列出 kube-system 的 pod", "list deployments in kube-system", /^Cluster prod-cluster is gone/m],
  ])("since “%s”: “%s” says so, and goes on in one that there is", async (first, message, gone) => {
    const conversation = crew.conversation({ cluster: "prod-cluster" });
    expect((await conversation.send(first)).answer).toMatch(/coredns/);
    await server.only("dev-cluster", "test-cluster");
    const asked = await conversation.send(message);
    expect(asked.answer).toMatch(gone);
    expect(values(asked.question?.choices)).toEqual(["dev-cluster", "test-cluster"]);
    const answered = await conversation.send("1");
    expect(answered.answer).toMatch(/coredns/);
    expect(answered.calls.every(({ args }) => !Object.values(args).includes("prod-cluster"))).toBe(true);
  });

  test.each([
    ["list clusters", "list pods in kube-system on prod-cluster", /^Cluster prod-cluster is gone/m],
    ["列出集群", "列出 prod-cluster 的 kube-system 里的 pod", /^集群 prod-cluster 已经不在了/m],
  ])("since “%s”, and named: “%s” says so and offers what there is", async (list, message, gone) => {
    const conversation = crew.conversation();
    expect((await conversation.send(list)).answer).toMatch(/prod-cluster/);
    await server.only("dev-cluster", "test-cluster");
    const asked = await conversation.send(message);
    expect(asked.answer).toMatch(gone);
    expect(values(asked.question?.choices)).toEqual(["dev-cluster", "test-cluster"]);
  });

  test.each([
    ["pods in cluster foo", "cancel", "list pods on foo", /^Cluster foo does not exist/m, /is gone/],
    ["列出 foo 集群的 pod", "取消", "看看 foo 集群的 pod", /^集群 foo 不存在/m, /已经不在了/],
  ])("by a name that never was one: “%s” is denied and not called gone, once more after “%s”", async (...said) => {
    const [first, cancel, again, told, gone] = said;
    const conversation = crew.conversation();
    const asked = await conversation.send(first);
    await conversation.send(cancel);
    for (const { answer, question } of [asked, await conversation.send(again)]) {
      expect(answer).toMatch(told);
      expect(answer).not.toMatch(gone);
      expect(values(question?.choices)).toEqual(["dev-cluster", "prod-cluster", "test-cluster"]);
    }
  });

  testWhere(kind === "bundled", "the other server takes long to be looked through").each([
    ["list clusters", "how are my clusters?", /^Cluster prod-cluster is gone/m],
    ["列出集群", "集群状态", /^集群 prod-cluster 已经不在了/m],
  ])("since “%s”: “%s” tells of those that there are", async (list, message, gone) => {
    const conversation = crew.conversation();
    await conversation.send(list);
    await server.only("dev-cluster", "test-cluster");
    const { answer } = await conversation.send(message);
    expect(answer).toMatch(gone);
    expect(answer).toMatch(/^dev-cluster/m);
    expect(answer).not.toMatch(/^prod-cluster/m);
  });

  testWhere(kind === "bundled", "the other server changes nothing")(
    "a change is not asked about for it, and not sent",
    async () => {
      const conversation = crew.conversation({ cluster: "prod-cluster" });
      expect((await conversation.send("scale deployment checkout in production to 1")).status).not.toBe("ok");
      await conversation.send("cancel");
      await server.only("dev-cluster", "test-cluster");
      const asked = await conversation.send("scale deployment checkout in production to 1");
      expect(asked.approval).toBeNull();
      expect(asked.answer).toMatch(/prod-cluster/);
    },
  );
});
