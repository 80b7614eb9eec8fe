import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { connectMcp, type McpConnection, type McpServers } from "@k8s-copilot/crew/mcp";
import { type SampleServer, type Sandbox, startSampleServer, startSandbox } from "@k8s-copilot/sandbox";
import { test } from "vitest";
import {
  type Conversation,
  type ConversationOptions,
  createK8sCrew,
  type K8sCrew,
  type K8sCrewOptions,
} from "../../src/index.ts";

/** The three kinds of server that every story runs on. */
export const serverKinds = ["bundled", "clusters", "plain"] as const;
export type ServerKind = (typeof serverKinds)[number];

/** A test that says why, where it is not meant for the kind of server at hand. */
export const testWhere = (isMeant: boolean, reason: string) => {
  if (!isMeant) console.log(`skipped: ${reason}`);
  return test.skipIf(!isMeant);
};

/** The binary of the real kubernetes-mcp-server for this machine. */
export const bundledCommand = (): string => {
  const name = `kubernetes-mcp-server-${process.platform}-${process.arch === "x64" ? "amd64" : process.arch}`;
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve(`${name}/package.json`)), "bin", name);
};

/** A sandbox with a server on it, and conversations over that; `calls` are those that the sample server received. */
export type Stage = {
  readonly kind: ServerKind;
  readonly sandbox: Sandbox;
  readonly connection: McpConnection;
  readonly sample: SampleServer | undefined;
  crew(options?: Partial<K8sCrewOptions>): K8sCrew;
  conversation(options?: ConversationOptions & Partial<K8sCrewOptions>): Conversation;
  close(): Promise<void>;
};

export const openStage = async (kind: ServerKind): Promise<Stage> => {
  const sandbox = await startSandbox();
  const sample = kind === "bundled" ? undefined : await startSampleServer({ contexts: sandbox.contexts, tools: kind });
  const servers: McpServers = sample
    ? { sample: { url: sample.url } }
    : {
        kubernetes: {
          command: bundledCommand(),
          args: ["--kubeconfig", sandbox.kubeconfig],
          env: { PATH: process.env.PATH ?? "" },
        },
      };
  const connection = await connectMcp(servers);
  const crews: K8sCrew[] = [];
  const crew: Stage["crew"] = (options = {}) => {
    const made = createK8sCrew({ tools: connection.tools, ...options });
    crews.push(made);
    return made;
  };
  return {
    kind,
    sandbox,
    connection,
    sample,
    crew,
    conversation: ({ id, cluster, namespace, allNamespaces, language, ...options } = {}) =>
      crew(options).conversation({
        ...(id === undefined ? {} : { id }),
        ...(cluster === undefined ? {} : { cluster }),
        ...(namespace === undefined ? {} : { namespace }),
        ...(allNamespaces === undefined ? {} : { allNamespaces }),
        ...(language === undefined ? {} : { language }),
      }),
    close: async () => {
      await Promise.all(crews.map((each) => each.close()));
      await connection.close();
      await sample?.close();
      await sandbox.close();
    },
  };
};
