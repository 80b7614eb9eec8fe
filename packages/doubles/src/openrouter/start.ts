import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createChat } from "./chat.ts";
import { listedModels, modelOfFamily } from "./models.ts";
import { createScripts } from "./scripts.ts";
import { sendJson } from "./send.ts";
import type { Family, LogEntry, Profile, Script, State, Violation } from "./types.ts";
import { isObject, parseJson } from "./types.ts";

export type OpenRouterOptions = {
  /** Which model `model` names. Default gemini25. */
  readonly family?: Family;
  /** Default strict. */
  readonly profile?: Profile;
  readonly state?: Partial<State>;
  readonly scripts?: readonly Script[];
};

/** A running double. A test is good only when `violations()` and `leftovers()` are empty at its end. */
export type OpenRouterDouble = {
  /** Ends in /api/v1. */
  readonly baseUrl: string;
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

const normal: State = {
  balance: 10,
  keyLimitRemaining: null,
  keyLimitReset: null,
  regionBlocked: false,
  privacyBlocked: false,
  autoRoute: false,
  modelStates: {},
  usageChunk: "repeats_finish",
  padding: true,
  delayMs: 0,
  chunkDelayMs: 0,
};

/**
 * A stand-in for https://openrouter.ai/api/v1 and the Gemini behind it, at least as strict as they are, over real HTTP on a
 * free port. Requests are held against the rules first; then the first matching script answers.
 */
export async function startOpenRouter(options: OpenRouterOptions = {}): Promise<OpenRouterDouble> {
  const { family = "gemini25", profile = "strict" } = options;
  const apiKey = "sk-or-v1-0000000000000000000000000000000000000000000000000000000000000000";
  let state: State = { ...normal, ...options.state };
  const log: LogEntry[] = [];
  const violations: Violation[] = [];
  const scripts = createScripts();
  scripts.enqueue(options.scripts ?? []);
  const chat = createChat({
    situation: () => ({ apiKey, profile, state }),
    scripts,
    violations,
    spend: (usd) => {
      state = { ...state, balance: state.balance - usd };
    },
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const body = parseJson(await readText(request));
    const entry: LogEntry = {
      request: log.length,
      path: `${request.method} ${path}`,
      headers: request.headers,
      body: isObject(body) ? body : undefined,
      verdict: "answered",
      servedModel: undefined,
      usage: undefined,
      aborted: false,
    };
    log.push(entry);
    if (entry.path === "POST /api/v1/chat/completions") return chat(response, { body: entry.body, entry });
    if (entry.path === "GET /api/v1/models") return sendJson(response, { status: 200, body: listedModels(state) });
    const isKnown = request.headers.authorization === `Bearer ${apiKey}`;
    if (entry.path === "GET /api/v1/key" || entry.path === "GET /api/v1/credits") {
      const message = request.headers.authorization === undefined ? "Missing Authentication header" : "User not found.";
      if (!isKnown) return sendJson(response, { status: 401, body: { error: { message, code: 401 } } });
      return sendJson(response, {
        status: 200,
        body: { data: path.endsWith("key") ? keyData(state) : creditData(state) },
      });
    }
    // A wrong address is answered with a page: 404, and even 200 for the bare root of the API.
    entry.verdict = "http.route";
    const page =
      '<!DOCTYPE html><html lang="en"><head><title>Not Found | OpenRouter</title></head><body></body></html>';
    const isRoot = ["/", "/api/v1", "/api/v1/"].includes(path);
    const headers = { "content-type": "text/html; charset=utf-8" };
    return sendJson(response, { status: isRoot ? 200 : 404, body: page, headers });
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error) => {
      violations.push({ rule: "double", detail: String(error), request: log.length - 1 });
      response.destroy();
    });
  });
  const port = await listen(server);
  return {
    baseUrl: `http://127.0.0.1:${port}/api/v1`,
    apiKey,
    model: modelOfFamily[family],
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

function keyData(state: State) {
  return {
    label: "sk-or-v1-000...000",
    limit: state.keyLimitRemaining,
    limit_remaining: state.keyLimitRemaining,
    limit_reset: state.keyLimitReset,
    usage: normal.balance - state.balance,
    is_free_tier: false,
    expires_at: null,
  };
}

function creditData(state: State) {
  return { total_credits: normal.balance, total_usage: normal.balance - state.balance };
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
