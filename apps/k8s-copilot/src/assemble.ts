import type { Conversation, ConversationOptions, Language, NextStep } from "@k8s-copilot/k8s-crew";
import type { Environment } from "./language.ts";
import { type Attempt, causeOf, failed, ok, type Problem } from "./problem.ts";
import { bundledServer } from "./servers/bundled-server.ts";
import { chooseServer, type ServerChoice, type ServerEntries, serverName } from "./servers/choose-server.ts";
import { unknownContext } from "./servers/kubeconfig.ts";
import type { Backend, KnownTool, OpenRequest, Session } from "./session.ts";

type Closable = { close(): Promise<void> };

/** `message` is a sentence that names the server. */
type ServerStatus = {
  readonly name: string;
  readonly toolCount?: number;
  readonly error?: { readonly message: string; readonly remedy: string };
};

type ModelOptions = { readonly apiKey: string; readonly baseUrl: string; readonly model: string };

/**
 * What the other rooms offer, as this one needs it. `Servers`, `Tool`, `Model` and `Overrides` pass through unread.
 * `parts.ts` names the real ones.
 */
export type Parts<Servers, Tool, Model, Overrides> = {
  /** Checks `mcpServers` entries and fills in `${NAME}` from the environment. */
  parseServers(
    entries: ServerEntries,
    environment: Environment,
  ): { kind: "servers"; servers: Servers } | { kind: "invalid"; code: keyof typeof serversMistakes; detail: string };
  connect(
    servers: Servers,
    /** Of the words for a server that does not answer. */
    language: Language,
  ): Promise<Closable & { readonly tools: readonly Tool[]; readonly servers: readonly ServerStatus[] }>;
  /** `manifests`: the person's own world. Throws, naming file and remedy, when it cannot be read. */
  startSandbox(
    manifests: string | undefined,
  ): Promise<Closable & { readonly kubeconfig: string; readonly contexts: readonly { readonly name: string }[] }>;
  createModel(options: ModelOptions): Promise<Model>;
  /** What is wrong with the key; undefined when the vendor takes it. */
  checkKey(options: ModelOptions, language: Language): Promise<Problem | undefined>;
  parseOverrides(
    value: unknown,
  ): { kind: "overrides"; overrides: Overrides } | { kind: "invalid"; problems: readonly string[] };
  createCrew(options: {
    readonly tools: readonly Tool[];
    readonly guidance: OpenRequest["guidance"];
    readonly model?: Model;
    readonly readOnly: boolean;
    readonly sandbox: boolean;
    /** Milliseconds; 0 with `--no-cache`. */
    readonly maxAgeMs?: number;
    readonly catalog: { readonly overrides: Overrides; readonly trustedServers: readonly string[] };
  }): Closable & { tools(): readonly KnownTool[]; conversation(options: ConversationOptions): Conversation };
  quickCommands(language: Language): readonly NextStep[];
  commandIn(message: string): string | undefined;
};

/** Puts the parts together behind the terminal. */
export const createBackend = <Servers, Tool, Model, Overrides>(
  parts: Parts<Servers, Tool, Model, Overrides>,
): Backend => ({
  open: (request) => open(parts, request),
  probes: {
    servers: async (request) => {
      const { say } = request;
      const reached = await reach(parts, request);
      if (reached.kind === "problem") return reached;
      await reached.value.close();
      const found = reached.value.servers.map(({ name, toolCount = 0 }) =>
        say("serverFine", { server: name, count: toolCount }),
      );
      return ok([...found, ...reached.value.warnings].join("; "));
    },
    model: async (request) => {
      const options = modelOptions(request);
      const problem = await parts.checkKey(options, request.spoken);
      return problem === undefined ? ok(request.say("modelFine", options)) : { kind: "problem", problem };
    },
  },
});

const open = async <S, T, M, O>(parts: Parts<S, T, M, O>, request: OpenRequest): Promise<Attempt<Session>> => {
  const { flags, settings, language, say } = request;
  const overrides = parts.parseOverrides(settings.catalog.value);
  if (overrides.kind === "invalid")
    return failed(
      "settings_catalog",
      overrides.problems.join("; "),
      say("configRemedy", { keys: "verb, resource, effect, parameters" }),
    );
  const reached = await reach(parts, request);
  if (reached.kind === "problem") return reached;
  const { tools, servers, cluster, warnings, close } = reached.value;
  const apiKey = flags.offline ? undefined : settings.apiKey.value;
  const crew = parts.createCrew({
    tools,
    guidance: request.guidance,
    readOnly: flags.readOnly,
    sandbox: flags.sandbox,
    catalog: { overrides: overrides.overrides, trustedServers: settings.trustedServers.value },
    ...(apiKey === undefined ? {} : { model: await parts.createModel(modelOptions(request)) }),
    ...(flags.cache ? {} : { maxAgeMs: 0 }),
  });
  const conversation = crew.conversation({
    allNamespaces: flags.allNamespaces,
    ...(settings.context.value === undefined ? {} : { cluster: settings.context.value }),
    ...(settings.namespace.value === undefined || flags.allNamespaces ? {} : { namespace: settings.namespace.value }),
    ...(language === undefined ? {} : { language }),
  });
  return ok({
    conversation,
    tools: crew.tools,
    quickCommands: parts.quickCommands,
    commandIn: parts.commandIn,
    servers: servers.map(({ name, toolCount = 0 }) => ({ name, toolCount })),
    model: apiKey === undefined ? undefined : settings.model.value,
    cluster: settings.context.value ?? cluster,
    sandbox: flags.sandbox,
    warnings,
    close: async () => {
      await conversation.close();
      await crew.close();
      await close();
    },
  });
};

const modelOptions = ({ settings }: OpenRequest): ModelOptions => ({
  apiKey: settings.apiKey.value ?? "",
  baseUrl: settings.baseUrl.value,
  model: settings.model.value,
});

type Reached<T> = Closable & {
  readonly tools: readonly T[];
  /** Those that answer. */
  readonly servers: readonly ServerStatus[];
  readonly cluster: string | undefined;
  readonly warnings: readonly string[];
};

/** Connects to whichever server was chosen; one that does not answer, or has no tools, is a problem with a way out. */
const reach = async <S, T, M, O>(parts: Parts<S, T, M, O>, request: OpenRequest): Promise<Attempt<Reached<T>>> => {
  const { say, io } = request;
  const choice = chooseServer(request);
  if (choice.kind === "problem") return choice;
  const entry = await entriesOf(parts, choice.value, request);
  if (entry.kind === "problem") return entry;
  const { entries, cluster, close, offer } = entry.value;
  const giveUp = async (code: string, message: string, remedy: string) => {
    await close();
    return failed(code, message, [remedy, offer ?? ""].filter((part) => part !== "").join(" "));
  };
  const parsed = parts.parseServers(entries, io.environment);
  if (parsed.kind === "invalid") {
    const { code, detail } = parsed;
    return giveUp("settings_servers", say(serversMistakes[code], { detail }), say("serversRemedy"));
  }
  const connection = await parts.connect(parsed.servers, request.spoken);
  const closeAll = async () => {
    await connection.close();
    await close();
  };
  const dead = connection.servers.filter(({ error }) => error !== undefined);
  const alive = connection.servers.filter(({ error }) => error === undefined);
  const [first] = dead;
  if (connection.tools.length > 0) {
    const warnings = dead.map(({ name, error }) =>
      say("someServersFailed", { server: name, cause: error?.message ?? "" }),
    );
    return ok({ tools: connection.tools, servers: alive, cluster, warnings, close: closeAll });
  }
  await connection.close();
  if (first?.error !== undefined) return giveUp("mcp_unavailable", first.error.message, first.error.remedy);
  const server = alive.map(({ name }) => name).join(", ");
  return giveUp("mcp_no_tools", say("noTools", { server }), say("noToolsRemedy", { program: io.program }));
};

/** What is wrong with `mcpServers`, in the words of the terminal. */
const serversMistakes = {
  shape: "serversShape",
  variable_missing: "serversVariable",
  not_a_url: "serversNotUrl",
  not_http: "serversNotHttp",
  login_in_url: "serversLogin",
} as const;

type Entry = Closable & {
  readonly entries: ServerEntries;
  readonly cluster: string | undefined;
  readonly offer: string | undefined;
};

const nothingToClose = async () => {};

const entriesOf = async <S, T, M, O>(
  parts: Parts<S, T, M, O>,
  choice: ServerChoice,
  request: OpenRequest,
): Promise<Attempt<Entry>> => {
  switch (choice.kind) {
    case "configured":
      return ok({ entries: choice.servers, cluster: undefined, offer: choice.offer, close: nothingToClose });
    case "bundled": {
      const { server, kubeconfig } = choice;
      const entries = { [serverName]: { ...server } };
      return ok({ entries, cluster: kubeconfig.current, offer: undefined, close: nothingToClose });
    }
    case "sandbox":
      return sandboxEntry(parts, choice.manifests, request);
  }
};

const sandboxEntry = async <S, T, M, O>(
  parts: Parts<S, T, M, O>,
  manifests: string | undefined,
  { io, settings, say }: OpenRequest,
): Promise<Attempt<Entry>> => {
  const sandbox = await startSandbox(parts, manifests);
  if (sandbox.kind === "problem") return sandbox;
  const { kubeconfig, contexts, close } = sandbox.value;
  const names = contexts.map(({ name }) => name);
  const wanted = settings.context.value;
  const server =
    wanted === undefined || names.includes(wanted)
      ? bundledServer({ kubeconfig, environment: io.environment, say })
      : unknownContext(wanted, { place: say("theSandbox"), names, say });
  if (server.kind === "ok")
    return ok({ entries: { sandbox: { ...server.value } }, cluster: names[0], offer: undefined, close });
  await close();
  return server;
};

const startSandbox = async <S, T, M, O>(parts: Parts<S, T, M, O>, manifests: string | undefined) => {
  try {
    return ok(await parts.startSandbox(manifests));
  } catch (thrown) {
    return failed("settings_manifests", thrown instanceof Error ? thrown.message : causeOf(thrown), "");
  }
};
