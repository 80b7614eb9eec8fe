import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createChat } from "./chat.ts";
import type { Dialect, DialectName } from "./dialects/dialect.ts";
import { dialects } from "./dialects/table.ts";
import type { Generation } from "./generations.ts";
import { modelOfFamily } from "./models.ts";
import { pageOf } from "./pages.ts";
import { createScripts } from "./scripts.ts";
import { sendJson } from "./send.ts";
import { normalState } from "./state.ts";
import type { Family, LogEntry, Profile, Script, State, Violation } from "./types.ts";
import { isObject, parseJson } from "./types.ts";

export type OpenRouterOptions = {
  /** Which model `model` names. Default gemini25. */
  readonly family?: Family;
  /** Default strict. */
  readonly profile?: Profile;
  /** An OpenAI-compatible endpoint in OpenRouter's place, by name or made from a row of `dialects`. */
  readonly dialect?: DialectName | Dialect;
  readonly state?: Partial<State>;
  readonly scripts?: readonly Script[];
};

/** A running double. A test is good only when `violations()` and `leftovers()` are empty at its end. */
export type OpenRouterDouble = {
  /** Ends in /api/v1, or in the path of the dialect. */
  readonly baseUrl: string;
  /** Known to the double; a dialect without keys takes any and none. */
  readonly apiKey: string;
  /** The name of a model of the family. */
  readonly model: string;
  enqueue(...scripts: readonly Script[]): void;
  /** Changes the state and returns it. */
  state(change?: Partial<State>): State;
  log(): readonly LogEntry[];
  violations(): readonly Violation[];
  leftovers(): readonly Script[];
  close(): Promise<void>;
};

/**
 * A stand-in for https://openrouter.ai/api/v1 and the Gemini behind it, at least as strict as they are, over real HTTP on a
 * free port. Requests are held against the rules first; then the first matching script answers.
 */
export async function startOpenRouter(options: OpenRouterOptions = {}): Promise<OpenRouterDouble> {
  const { family = "gemini25", profile = "strict" } = options;
  const dialect = typeof options.dialect === "string" ? dialects[options.dialect] : options.dialect;
  const base = dialect?.path ?? "/api/v1";
  const apiKey = "sk-or-v1-0000000000000000000000000000000000000000000000000000000000000000";
  let state: State = { ...normalState, ...options.state };
  const log: LogEntry[] = [];
  const violations: Violation[] = [];
  const generations = new Map<string, Generation>();
  const scripts = createScripts();
  scripts.enqueue(options.scripts ?? []);
  const chat = createChat({
    setting: () => ({ apiKey, profile, state, dialect }),
    scripts,
    violations,
    generations,
    spend: (usd) => {
      const { balance, keyUsage, keyLimitRemaining: left } = state;
      state = {
        ...state,
        balance: balance - usd,
        keyUsage: keyUsage + usd,
        keyLimitRemaining: left === null ? null : left - usd,
      };
    },
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const body = parseJson(await readText(request));
    const entry: LogEntry = {
      request: log.length,
      path: `${request.method} ${path}`,
      headers: request.headers,
      body: isObject(body) ? body : undefined,
      verdict: "answered",
      servedModel: undefined,
      passedOver: [],
      usage: undefined,
      aborted: false,
    };
    log.push(entry);
    if (entry.path === `POST ${base}/chat/completions`) return chat(response, { body: entry.body, entry });
    const asked = { method: String(request.method), headers: request.headers, id: searchParams.get("id") ?? "" };
    const page = pageOf(path, asked, { apiKey, state, dialect, generations });
    if (page.isMissing) entry.verdict = "http.route";
    return sendJson(response, page);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error) => {
      violations.push({ rule: "double", detail: String(error), request: log.length - 1 });
      response.destroy();
    });
  });
  const port = await listen(server);
  return {
    baseUrl: `http://127.0.0.1:${port}${base}`,
    apiKey,
    model: dialect?.model ?? modelOfFamily[family],
    enqueue: (...more) => scripts.enqueue(more),
    state: (change = {}) => {
      state = { ...state, ...change };
      return state;
    },
    log: () => log,
    violations: () => violations,
    leftovers: scripts.leftovers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

function listen(server: ReturnType<typeof createServer>): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("The double has no port"));
      else resolve(address.port);
    });
  });
}
