import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { connectMcp, type McpConnection, type McpServers } from "@k8s-copilot/crew/mcp";
import {
  type Conversation,
  type ConversationOptions,
  createK8sCrew,
  type K8sCrew,
  type K8sCrewOptions,
} from "@k8s-copilot/k8s-crew";
import {
  defaultWorldFolder,
  loadWorlds,
  type SampleServer,
  type Sandbox,
  startSampleServer,
  startSandbox,
  type World,
} from "@k8s-copilot/sandbox";
import { secretsOf } from "./secrets.ts";

/** The three kinds of server that every story runs on. */
export const serverKinds = ["bundled", "clusters", "plain"] as const;
export type ServerKind = (typeof serverKinds)[number];

/** The binary of the real kubernetes-mcp-server for this machine. */
export const bundledCommand = (): string => {
  const name = `kubernetes-mcp-server-${process.platform}-${process.arch === "x64" ? "amd64" : process.arch}`;
  // Its platform packages are dependencies of kubernetes-mcp-server, so they are looked for from there.
  const require = createRequire(import.meta.url);
  const beside = createRequire(require.resolve("kubernetes-mcp-server/package.json"));
  return join(dirname(beside.resolve(`${name}/package.json`)), "bin", name);
};

/** The bundled server lets five requests a second through, for the sake of a cluster that others need too; here nobody does. */
const restless = { KUBE_CLIENT_QPS: "1000", KUBE_CLIENT_BURST: "1000" };

/** Whoever plays many conversations at once waits for a busy machine. */
const patience = { connectTimeoutMs: 120_000, callTimeoutMs: 120_000 };

/** A sandbox with a server on it, and conversations over that; `sample` is the server where it is one of the samples. */
export type Stage = {
  readonly kind: ServerKind;
  /** What its clusters held at the start. */
  readonly worlds: readonly World[];
  readonly sandbox: Sandbox;
  readonly connection: McpConnection;
  readonly sample: SampleServer | undefined;
  /** Values that must reach neither a person nor a model. */
  readonly secrets: readonly string[];
  crew(options?: Partial<K8sCrewOptions>): K8sCrew;
  conversation(options?: ConversationOptions & Partial<K8sCrewOptions>): Conversation;
  close(): Promise<void>;
};

/** `worlds`: default those that come with the sandbox. */
export const openStage = async (
  kind: ServerKind,
  options: { readonly worlds?: readonly World[] } = {},
): Promise<Stage> => {
  const worlds = options.worlds ?? (await loadWorlds(fileURLToPath(defaultWorldFolder)));
  const sandbox = await startSandbox({ worlds });
  const sample = kind === "bundled" ? undefined : await startSampleServer({ contexts: sandbox.contexts, tools: kind });
  const servers: McpServers = sample
    ? { sample: { url: sample.url } }
    : {
        kubernetes: {
          command: bundledCommand(),
          args: ["--kubeconfig", sandbox.kubeconfig],
          env: restless,
        },
      };
  const connection = await connectMcp(servers, patience);
  // A server that has no tools would be scored as one that can do nothing.
  if (connection.tools.length === 0) throw new Error(`The ${kind} server came up without tools: is the machine busy?`);
  const crews: K8sCrew[] = [];
  const crew: Stage["crew"] = (options = {}) => {
    const made = createK8sCrew({ tools: connection.tools, ...options });
    crews.push(made);
    return made;
  };
  return {
    kind,
    worlds,
    sandbox,
    connection,
    sample,
    secrets: secretsOf(worlds),
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
