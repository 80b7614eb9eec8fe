import { connectMcp, type McpServers, parseMcpServers } from "@k8s-copilot/crew/mcp";
import { createCatalog, createK8sCrew, type K8sCrew } from "@k8s-copilot/k8s-crew";
import { bundledServer } from "./bundled-server.ts";
import { exitCodes } from "./exit-codes.ts";
import { Exit, type Io } from "./io.ts";
import { readKubeconfig } from "./kubeconfig.ts";
import type { Settings } from "./settings.ts";
import { type AppLanguage, word } from "./words.ts";

export type CrewFlags = {
  readonly sandbox?: boolean;
  readonly manifests?: string;
  readonly kubeconfig?: string;
  readonly readOnly?: boolean;
  readonly offline?: boolean;
  readonly cache?: boolean;
};

export type Assembled = {
  readonly crew: K8sCrew;
  readonly server: string;
  readonly toolCount: number;
  readonly model: string | undefined;
  readonly sandbox: boolean;
  /** The context that the bundled server uses when none is named. */
  readonly cluster: string | undefined;
  close(): Promise<void>;
};

export type Assembling = {
  readonly io: Io;
  readonly settings: Settings;
  readonly flags: CrewFlags;
  readonly guidance: "guided" | "direct";
  readonly language: AppLanguage;
  readonly onProgress: (text: string) => void;
};

/** Puts the real parts together: a server's tools, a model where there is a key, and the crew. Throws `Exit`. */
export const assemble = async (assembling: Assembling): Promise<Assembled> => {
  const { settings, flags, language, onProgress } = assembling;
  const place = await chooseServers(assembling);
  onProgress(word(language, "connecting"));
  const connection = await connectMcp(place.servers, {
    isRead: (tool) => createCatalog([tool]).effectOf(tool.name, {}) === "read",
  }).catch(async (error) => {
    await place.close();
    throw error;
  });
  const close = async () => {
    await connection.close();
    await place.close();
  };
  const failed = connection.servers.find(({ status }) => status === "failed");
  if (connection.tools.length === 0) {
    await close();
    const dead =
      failed?.status === "failed"
        ? word(language, "serverDead", failed.error)
        : word(language, "noTools", { server: connection.servers[0]?.name ?? "" });
    throw new Exit(exitCodes.serverUnavailable, [dead, ...offerBundled(assembling, place)].join("\n"));
  }
  if (failed?.status === "failed") onProgress(word(language, "serverDead", failed.error));
  const model = settings.apiKey === undefined || flags.offline ? undefined : await openModel(settings);
  const crew = createK8sCrew({
    tools: connection.tools,
    guidance: assembling.guidance,
    readOnly: flags.readOnly ?? false,
    sandbox: place.sandbox,
    ...(model ? { model } : {}),
    ...(flags.cache === false ? { maxAgeMs: 0 } : {}),
    ...(settings.config.trustedServers ? { catalog: { trustedServers: settings.config.trustedServers } } : {}),
  });
  return {
    crew,
    server: connection.servers.map(({ name }) => name).join(", "),
    toolCount: connection.tools.length,
    model: model ? settings.model : undefined,
    sandbox: place.sandbox,
    cluster: place.cluster,
    close: async () => {
      await crew.close();
      await close();
    },
  };
};

const openModel = async ({ apiKey, baseUrl, model }: Settings) => {
  const { createOpenRouterModel } = await import("@k8s-copilot/openrouter");
  return createOpenRouterModel({ apiKey: apiKey ?? "", baseUrl, model });
};

type Place = {
  readonly servers: McpServers;
  readonly sandbox: boolean;
  readonly cluster: string | undefined;
  readonly configured: boolean;
  close(): Promise<void>;
};

const nothing = async (): Promise<void> => {};

/** The sandbox when asked for; else what is configured; else the bundled server on the person's own kubeconfig. */
const chooseServers = async (assembling: Assembling): Promise<Place> => {
  const { io, settings, flags, language } = assembling;
  if (flags.sandbox || flags.manifests !== undefined) return sandboxServers(assembling);
  if (settings.config.mcpServers) {
    const parsed = parseMcpServers(settings.config.mcpServers, io.env);
    if (parsed.kind === "invalid") throw new Exit(exitCodes.usage, `${parsed.message} ${parsed.remedy}`);
    return { servers: parsed.servers, sandbox: false, cluster: settings.context, configured: true, close: nothing };
  }
  if (settings.mcpUrl !== undefined && flags.kubeconfig === undefined) {
    return {
      servers: { [hostOf(settings.mcpUrl)]: { url: settings.mcpUrl } },
      sandbox: false,
      cluster: settings.context,
      configured: true,
      close: nothing,
    };
  }
  const kubeconfig = readKubeconfig(io, { kubeconfig: flags.kubeconfig, context: settings.context }, language);
  if (kubeconfig.kind === "unusable") throw new Exit(exitCodes.serverUnavailable, kubeconfig.message);
  return {
    servers: { kubernetes: bundled(assembling, flags.kubeconfig) },
    sandbox: false,
    cluster: settings.context ?? kubeconfig.current,
    configured: false,
    close: nothing,
  };
};

const bundled = ({ io, language }: Assembling, kubeconfig: string | undefined): McpServers[string] => {
  const server = bundledServer(io, kubeconfig);
  if (server.kind === "missing")
    throw new Exit(exitCodes.serverUnavailable, word(language, "bundledMissing", { cause: server.cause }));
  return { command: server.command, args: server.args, env: server.env };
};

const sandboxServers = async (assembling: Assembling): Promise<Place> => {
  const { flags, settings, language, onProgress } = assembling;
  onProgress(word(language, "startingSandbox"));
  const { loadWorlds, startSandbox } = await import("@k8s-copilot/sandbox");
  const sandbox = await startSandbox(
    flags.manifests === undefined ? {} : { worlds: await loadWorlds(flags.manifests) },
  );
  const names = sandbox.contexts.map(({ name }) => name);
  if (settings.context !== undefined && !names.includes(settings.context)) {
    await sandbox.close();
    throw new Exit(
      exitCodes.serverUnavailable,
      word(language, "contextUnknown", { context: settings.context.slice(0, 80), contexts: names.join(", ") }),
    );
  }
  return {
    servers: { sandbox: bundled(assembling, sandbox.kubeconfig) },
    sandbox: true,
    cluster: settings.context ?? names[0],
    configured: false,
    close: () => sandbox.close(),
  };
};

const hostOf = (url: string): string => new URL(url).host;

/** A configured server that is dead while a kubeconfig exists: said, by the exact command; never done silently. */
const offerBundled = ({ io, language }: Assembling, place: Place): readonly string[] => {
  if (!place.configured) return [];
  const kubeconfig = readKubeconfig(io, { kubeconfig: undefined, context: undefined }, language);
  if (kubeconfig.kind === "unusable") return [];
  return [word(language, "offerBundled", { command: `${io.name} ask --kubeconfig ${kubeconfig.files[0]} …` })];
};
