import type {
  ClustersChange,
  Conversation,
  ConversationOptions,
  Language,
  Playbook,
  TurnResult,
} from "@k8s-copilot/k8s-crew";
import type { CacheRule } from "@k8s-copilot/k8s-crew/cache-rules";
import type { Environment } from "./language.ts";
import type { Attempt } from "./problem.ts";
import type { ServerEntries } from "./servers/choose-server.ts";
import type { ServersMistake } from "./servers/servers-mistakes.ts";
import type { KnownTool, ModelProbes, OpenRequest, Session } from "./session.ts";
import type { Kept } from "./sessions/kept.ts";

/** Ends every process and socket behind it. */
export type Closable = { close(): Promise<void> };

/** Servers that were reached. `tools` always are those that there are now. */
export type Connection<Tool> = Closable & {
  readonly tools: readonly Tool[];
  readonly servers: readonly ServerStatus[];
  /** Whom to tell when there are other tools, or a server may be another one, by its name. */
  follow(listener: { readonly onToolsChanged: () => void; readonly onReconnected: (server: string) => void }): void;
  /** Opens connections that were lost, and waits a moment for them. */
  revive(): Promise<void>;
  /** Opens the connection to a server anew; one that is a process of ours is started again. */
  restart(server: string): Promise<void>;
};

/** `message` is a sentence that names the server; `code` is `timeout` for one that says nothing. */
export type ServerStatus = {
  readonly name: string;
  readonly toolCount?: number;
  readonly error?: { readonly code: string; readonly message: string; readonly remedy: string };
};

export type ModelOptions = {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly model: string;
  /** Asked in this order when it fails. */
  readonly models: readonly string[];
  /** Milliseconds that one reply may take, repeated requests included. */
  readonly timeoutMs: number;
  /** Of the conversation: keeps its requests with one provider, whose cache then helps. */
  readonly sessionId?: string;
  /** Told which model gave each answer, and whether it is another than the one that is set. */
  readonly onServed?: (served: Served) => void;
};

/** `id`: of the answer, for the service; `standsIn`: another model gave it than the one that is set. */
export type Served = { readonly id: string; readonly served: string; readonly standsIn: boolean };

/**
 * Why the model that is set was passed over, in a sentence; undefined where the service does not say, or not in a moment, or
 * not before the signal.
 */
export type WhyPassedOver = (
  answer: string,
  signal: AbortSignal | undefined,
) => Promise<((language: Language) => string) | undefined>;

/** What is known of the models that are set, looked up where it is needed. */
export type ModelInfo = {
  /** US dollars by the list, for an answer that tells no price; null when the list does not tell either. */
  priceOf(usage: TurnResult["usage"]): Promise<number | null>;
  describeModels(language: Language): Promise<string>;
};

/** What a model may use; a limit that is not given does not hold. */
export type ModelBudget = {
  readonly toolCalls?: number;
  readonly modelCalls?: number;
  readonly tokens?: number;
  readonly timeMs?: number;
  readonly usd?: number;
};

/**
 * What the other rooms offer, as this one needs it. `Servers`, `Tool`, `Model`, `Overrides` and `Store` pass
 * through unread.
 * `parts.ts` names the real ones.
 */
export type Parts<Servers, Tool, Model, Overrides, Store> = {
  /** Checks `mcpServers` entries and fills in `${NAME}` from the environment. */
  parseServers(
    entries: ServerEntries,
    environment: Environment,
  ): { kind: "servers"; servers: Servers } | { kind: "invalid"; code: ServersMistake; detail: string };
  connect(
    servers: Servers,
    options: {
      /** Of the words for a server that does not answer. */
      readonly language: Language;
      /** Milliseconds to wait for a server. Default: the crew's. */
      readonly connectTimeoutMs?: number;
    },
  ): Promise<Connection<Tool>>;
  /** `manifests`: the person's own world. Throws, naming file and remedy, when it cannot be read. */
  startSandbox(
    manifests: string | undefined,
  ): Promise<Closable & { readonly kubeconfig: string; readonly contexts: readonly { readonly name: string }[] }>;
  createModel(options: ModelOptions, request: OpenRequest): Promise<Model>;
  modelInfo(options: ModelOptions): ModelInfo;
  whyPassedOver(options: ModelOptions): WhyPassedOver;
  modelProbes(options: ModelOptions, request: OpenRequest): ModelProbes;
  parseOverrides(
    value: unknown,
  ): { kind: "overrides"; overrides: Overrides } | { kind: "invalid"; problems: readonly string[] };
  /** What vague wishes are answered with, the team's own included. */
  loadPlaybooks(request: OpenRequest): Attempt<readonly Playbook[]>;
  /** What the conversation is kept in; a problem when one is to go on that cannot. */
  keepSession(request: OpenRequest): Promise<Attempt<Kept<Store>>>;
  createCrew(options: {
    readonly tools: readonly Tool[];
    readonly guidance: OpenRequest["guidance"];
    readonly plans?: "ask" | "tell" | "only";
    readonly playbooks: readonly Playbook[];
    readonly model?: Model;
    readonly modelTimeoutMs?: number;
    readonly priceOf?: ModelInfo["priceOf"];
    readonly describeModels?: ModelInfo["describeModels"];
    readonly budgets?: { readonly turn?: ModelBudget; readonly session?: ModelBudget };
    readonly readOnly: boolean;
    readonly sandbox: boolean;
    readonly checkpointer?: Store;
    /** Milliseconds; 0 with `--no-cache`. */
    readonly maxAgeMs?: number;
    readonly cache?: readonly CacheRule[];
    /** Other names by which a server calls the same cluster. */
    readonly sameCluster?: (server: string, cluster: string) => readonly string[];
    readonly catalog: { readonly overrides: Overrides; readonly trustedServers: readonly string[] };
  }): Closable & {
    tools(): readonly KnownTool[];
    /** Other tools stand in the place of those at hand. */
    renew(tools: readonly Tool[]): void;
    /** Drops what is kept of a server. */
    forget(server: string): void;
    clustersChanged(change: ClustersChange): void;
    quickCommands: Session["quickCommands"];
    conversation(options: ConversationOptions): Conversation;
  };
  commandIn(message: string): string | undefined;
  readonly saysItself: Session["saysItself"];
  readonly consent: Session["consent"];
};
