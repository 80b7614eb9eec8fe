import type { Tool } from "@k8s-copilot/crew";
import { connectMcp, type McpServers, parseMcpServers } from "@k8s-copilot/crew/mcp";
import {
  commandIn,
  consentsPlainly,
  consentToo,
  consentWord,
  createCatalog,
  createK8sCrew,
  describeCatalog,
  faultSentence,
  parseOverrides,
  saysItself,
} from "@k8s-copilot/k8s-crew";
import { createBackend } from "./assemble.ts";
import { modelInfo } from "./model/model-facts.ts";
import { whyPassedOver } from "./model/passed-over.ts";
import { modelProbes } from "./model/probes.ts";
import type { Connection } from "./needed-parts.ts";
import { loadPlaybooks } from "./playbooks/load.ts";
import { causeOf, ok } from "./problem.ts";
import type { Backend } from "./session.ts";
import { sessionsFolder } from "./sessions/folder.ts";
import { unkept } from "./sessions/kept.ts";

/** What the terminal runs on. Loaded when a command needs it; the sandbox and the vendor only when they are used. */
export const loadBackend = async (): Promise<Backend> =>
  createBackend({
    parseServers: parseMcpServers,
    connect: async (servers: McpServers, { language, ...limits }) => {
      // A call that only reads may be sent once more after its server came back; the catalog knows which do.
      const isRead = createReadCheck();
      let listener: Parameters<Connection<Tool>["follow"]>[0] | undefined;
      const connection = await connectMcp(servers, {
        isRead,
        onToolsChanged: () => listener?.onToolsChanged(),
        onReconnected: (server) => listener?.onReconnected(server),
        ...limits,
      });
      return {
        get tools() {
          return connection.tools;
        },
        servers: connection.servers.map((server) =>
          server.status === "failed"
            ? { ...server, error: { code: server.error.code, ...faultSentence(server.error, language) } }
            : server,
        ),
        follow: (given) => {
          listener = given;
        },
        revive: connection.revive,
        restart: connection.restart,
        close: connection.close,
      };
    },
    startSandbox: async (manifests) => {
      const { loadWorlds, startSandbox } = await import("@k8s-copilot/sandbox");
      return startSandbox(manifests === undefined ? {} : { worlds: await loadWorlds(manifests) });
    },
    createModel: async ({ timeoutMs, models, ...model }, { io }) => {
      const { createOpenRouterModel } = await import("@k8s-copilot/openrouter");
      const { createModelFetch } = await import("./model/model-fetch.ts");
      // The agent loop repeats what failed for a passing reason; two layers of repeats would multiply. A service that
      // says nothing is left in time to be asked once more.
      const silenceMs = timeoutMs / 2;
      return createOpenRouterModel({
        ...model,
        fetch: createModelFetch(io.environment),
        ...(models.length === 0 ? {} : { models }),
        limits: { maxRetries: 0, timeoutMs: silenceMs, idleMs: silenceMs },
      });
    },
    modelProbes,
    modelInfo,
    whyPassedOver,
    parseOverrides,
    loadPlaybooks,
    keepSession: async (request) => {
      const { settings, flags, isTalk, say } = request;
      if (!isTalk) return ok(unkept([]));
      if (!settings.sessions.value.keep)
        return ok(unkept(flags.continue || flags.resume !== undefined ? [say("sessionOff")] : []));
      try {
        return await (await import("./sessions/keep.ts")).keepSession(request);
      } catch (thrown) {
        // SQLite comes as machine code, which there is not for every computer.
        return ok(unkept([say("sessionUnsaved", { folder: sessionsFolder(request.io), cause: causeOf(thrown) })]));
      }
    },
    createCrew: (options) => {
      const crew = createK8sCrew(options);
      return {
        tools: () => describeCatalog(crew.catalog),
        conversation: crew.conversation,
        renew: (tools) => void crew.renew(tools),
        forget: crew.forget,
        clustersChanged: crew.clustersChanged,
        quickCommands: crew.quickCommands,
        close: crew.close,
      };
    },
    commandIn,
    saysItself,
    consent: { word: consentWord, too: consentToo, isGivenBy: consentsPlainly },
  });

type ReadCheck = NonNullable<NonNullable<Parameters<typeof connectMcp>[1]>["isRead"]>;

const createReadCheck = (): ReadCheck => (tool, args) => createCatalog([tool]).effectOf(tool.name, args) === "read";
