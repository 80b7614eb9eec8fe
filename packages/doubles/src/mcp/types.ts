/** A tool of the double. Without `answer` it gives its arguments back as JSON text. */
export type DoubleTool = {
  readonly name: string;
  readonly description?: string;
  /** Anything, also what is no JSON Schema: sent as it is. Default: an object without properties. */
  readonly inputSchema?: unknown;
  readonly annotations?: { readonly [hint: string]: unknown };
  /** Text, or a whole result of `tools/call`. */
  readonly answer?: (args: { readonly [name: string]: unknown }) => string | { readonly [key: string]: unknown };
};

/** What goes wrong when a tool is called. */
export type CallFault =
  /** No answer, until the call is cancelled. */
  | "hang"
  /** Every connection is cut and nobody listens any more. */
  | "die"
  /** The same, and a new process with new sessions listens on the same port at once. */
  | "restart"
  /** The stream on which the answer would come is cut, after it has begun. */
  | "cut"
  /** The same stream ends in good order, without an answer. */
  | "end"
  | "html"
  | "invalid_json"
  /** An answer to an id that was never asked. */
  | "wrong_id"
  /** The answer, twice. */
  | "twice"
  /** The answer of the call before, again, then its own. */
  | "old_answer"
  | { readonly status: number }
  /** So many bytes of text; in `lines`, or as one. */
  | { readonly flood: number; readonly lines?: boolean }
  /** `isError` with this text. */
  | { readonly isError: string }
  /** A JSON-RPC error. */
  | { readonly rpcError: { readonly code: number; readonly message: string } }
  /** A success whose text says that it is none. */
  | { readonly says: { readonly [key: string]: unknown } };

/** What goes wrong before anything is called. `silent`: the connection opens, and nothing comes. */
export type StartFault = "silent" | "html" | { readonly status: number } | { readonly redirect: string };

export type ReceivedCall = {
  readonly tool: string;
  readonly args: { readonly [name: string]: unknown };
  readonly session: string;
};

export type McpFaults = {
  readonly start?: StartFault;
  readonly list?: "hang" | { readonly delayMs: number };
  /** One fault for every call, or one for each; `count` counts calls from 1. */
  readonly call?: CallFault | ((call: ReceivedCall, count: number) => CallFault | undefined);
};

/** A JSON-RPC message as it came in. */
export type ReceivedMessage = {
  readonly method: string;
  readonly params: { readonly [key: string]: unknown };
  readonly session: string;
};

export type FaultyMcpOptions = {
  /** `http` is streamable HTTP at /mcp, `sse` is server-sent events at /sse. */
  readonly transport: "http" | "sse";
  readonly tools?: readonly DoubleTool[];
  readonly faults?: McpFaults;
  /** Tools on one page of the list. Default: all. */
  readonly pageSize?: number;
  /** Streamable HTTP answers with JSON instead of a stream. */
  readonly json?: boolean;
  /** The login that every request has to bring in its `authorization`; others are answered 401. Default: none. */
  readonly login?: string;
};

export type FaultyMcpServer = {
  readonly url: string;
  readonly port: number;
  /** Tool calls in the order in which they came. */
  calls(): readonly ReceivedCall[];
  /** Every JSON-RPC message that came. */
  messages(): readonly ReceivedMessage[];
  /** HTTP requests that came, as `POST /mcp`. */
  requests(): readonly string[];
  /** Sockets that are open now. */
  openSockets(): number;
  setFaults(faults: McpFaults): void;
  /** `announce`: tells the connected clients. */
  setTools(tools: readonly DoubleTool[], announce?: "announce"): Promise<void>;
  /** Cuts every connection and stops listening, as a killed process does. */
  kill(): Promise<void>;
  /** Listens again on the same port, with no memory of old sessions. */
  start(): Promise<void>;
  close(): Promise<void>;
};
