/** A JSON Schema as a server sent it, untouched. */
export type JsonSchema = { readonly [keyword: string]: unknown };

export type Arguments = { readonly [parameter: string]: unknown };

/** MCP's hints about a tool. They come from the server and are not to be trusted on their own. */
export type ToolAnnotations = {
  readonly title?: string;
  readonly readOnlyHint?: boolean;
  readonly destructiveHint?: boolean;
  readonly idempotentHint?: boolean;
  readonly openWorldHint?: boolean;
};

export type InvokeOptions = {
  readonly signal?: AbortSignal;
  /** Milliseconds until the call counts as `timeout`. Default: the tool's own limit. */
  readonly timeoutMs?: number;
  /** The id of the call that asks, for a tool that wants to know. Of equal calls that share one, the first one's. */
  readonly callId?: string;
};

/** Why a server cannot be reached. */
export type ServerCause =
  | "unauthorized"
  | "forbidden"
  | "not_found"
  | "redirect"
  | "busy"
  | "bad_request"
  | "server_error"
  | "refused"
  | "dns"
  | "certificate"
  | "timeout"
  | "bad_address"
  | "command_missing"
  | "not_executable"
  | "not_mcp"
  | "exited"
  | "unreachable"
  | "closed"
  | "failed";

/** Why a call had no answer of its tool; a server that cannot be reached is the most frequent reason. */
export type CallCause = ServerCause | "changed" | "lost" | "unreadable" | "too_big" | "stopped";

/** What went wrong between us and a server, as data: whoever talks to people has the words. */
export type Fault = {
  readonly code: CallCause;
  /** Its configured name. */
  readonly server: string;
  /** Its address or command, without what may be secret; "" where there is none to tell. */
  readonly place: string;
  /** It is a child process of ours. */
  readonly isLocal: boolean;
  /** What stands in brackets behind the cause: a child's last line, an unknown error, a limit, a tool's name; or "". */
  readonly detail: string;
  /** Whether the call did something: surely not, nobody knows, or it only reads. */
  readonly effect: "none" | "unknown" | "read";
};

/**
 * What a tool gave back. A tool never throws: what can go wrong outside of us is a value.
 * `isError` is the tool's own word that it failed (its text says why).
 */
export type ToolOutput =
  | {
      readonly kind: "result";
      readonly text: string;
      /** The same as data, or what goes with it: an MCP server's structured content, a LangChain tool's artifact. */
      readonly structured?: unknown;
      readonly isError: boolean;
      /** Milliseconds since it was read, where the tool kept it itself. */
      readonly ageMs?: number;
    }
  | {
      readonly kind: "failure";
      readonly reason: "timeout" | "unavailable" | "protocol" | "too_big" | "cancelled";
      /** JSON-RPC code, when the server sent one. */
      readonly code?: number;
      /** One sentence, in English: for logs and models. */
      readonly message: string;
      /** The same as data, when it lies between us and the server. */
      readonly fault?: Fault;
    };

/** A tool as plain data and one function. `server` is the name under which its server was configured. */
export type Tool = {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: JsonSchema;
  /**
   * What the tool itself finds wrong with arguments, a sentence each: none when they fit, undefined when only a call can tell.
   * Default: `inputSchema` alone decides.
   */
  readonly problemsOf?: (args: Arguments) => readonly string[] | undefined;
  readonly annotations?: ToolAnnotations;
  readonly server: string;
  /** Its result is the agent's answer. */
  readonly resultAsAnswer?: boolean;
  /** How often an agent may use it in one run. */
  readonly usageLimit?: number;
  /** It asks a person about every call, by LangGraph's `interrupt`: a crew with it needs a checkpointer. */
  readonly asksPerson?: boolean;
  /** Each of its calls is decided about before it is sent, by a person perhaps. */
  readonly hasApproval?: boolean;
  /** What decides, from the inside out, where `withApproval` put all of it there: so a runner can put it around another form. */
  readonly approvals?: readonly ToolApproval[];
  /**
   * Its limit is its own: without one a call lasts until the time of the agent is over (`timeoutMs`), or the run's signal
   * fires. A call that ignores both is left behind then.
   */
  invoke(args: Arguments, options?: InvokeOptions): Promise<ToolOutput>;
};

/** What decides about the calls of a tool. Two by the same function decide the same. */
export type ToolApproval = {
  readonly decide: unknown;
  /** The tool that was approved of. */
  readonly inner: Tool;
  /** Puts it around a tool. */
  around(tool: Tool): Tool;
};

/** A call: a tool and its arguments. `id` pairs it with its result. */
export type ToolCall = { readonly id: string; readonly tool: string; readonly args: Arguments };

export type Outcome =
  | "ok"
  | "not_found"
  | "forbidden"
  | "invalid"
  | "timeout"
  | "unavailable"
  | "too_big"
  | "cancelled"
  | "failed";

/** What became of a call. `text` is the whole result; `message` is the cause in one line, empty when `ok`. */
export type CallResult = {
  readonly call: ToolCall;
  readonly server: string;
  readonly outcome: Outcome;
  readonly text: string;
  /** An MCP server's structured content, or a LangChain tool's artifact. */
  readonly structured?: unknown;
  readonly message: string;
  /** Why there is no answer of the tool, when that lies between us and its server. */
  readonly fault?: Fault;
  readonly cached: boolean;
  /** Milliseconds since the value was read; 0 for a live one. */
  readonly ageMs: number;
  /** Milliseconds that this call took. */
  readonly ms: number;
};

/** Model tokens and money, counted once per model call; replies that could not be used count too. */
export type Usage = {
  readonly modelCalls: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** Of the prompt tokens, those that the vendor still had. */
  readonly cachedTokens: number;
  /** Of the completion tokens, those spent on thinking. */
  readonly reasoningTokens: number;
  /** Null when a reply did not tell what it costs. */
  readonly costUsd: number | null;
  /**
   * Where the cost comes from: the vendor's charge, a list of prices, or nowhere. `broken_off`: all of it is known but that
   * of replies that ended before they told, which may be billed.
   */
  readonly priced: "charged" | "listed" | "unknown" | "broken_off";
  /** The model that gave the last reply, as it names itself; "" when none did. */
  readonly model: string;
};
