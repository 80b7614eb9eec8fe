import type { Dialect } from "./dialects/dialect.ts";
import { keyComplaint, listedForDialect } from "./dialects/judge.ts";
import { type Generation, generationPage } from "./generations.ts";
import { listedModels } from "./models.ts";
import type { JsonReply } from "./send.ts";
import type { Headers, State } from "./types.ts";

/** `id` is that of the query. */
type Asked = { readonly method: string; readonly headers: Headers; readonly id: string };
type Situation = {
  readonly apiKey: string;
  readonly state: State;
  readonly dialect: Dialect | undefined;
  readonly generations: ReadonlyMap<string, Generation>;
};
export type Page = JsonReply & { readonly isMissing?: boolean };

/** What is answered to everything but a chat completion. */
export function pageOf(path: string, asked: Asked, situation: Situation): Page {
  const { apiKey, state, dialect } = situation;
  if (dialect !== undefined) return dialectPage(path, asked, { ...situation, dialect });
  const title = `${asked.method} ${path}`;
  if (title === "GET /api/v1/models") return { status: 200, body: listedModels(state) };
  if (!["GET /api/v1/key", "GET /api/v1/credits", "GET /api/v1/generation"].includes(title)) return missing(path);
  const { authorization } = asked.headers;
  if (authorization !== `Bearer ${apiKey}`)
    return refused(401, authorization === undefined ? "Missing Authentication header" : "User not found.");
  if (title.endsWith("generation")) return generationPage(asked.id, situation.generations);
  if (title.endsWith("key")) return { status: 200, body: { data: keyData(state) } };
  if (state.creditsForbidden) return refused(403, "Only management keys can perform this operation");
  const { balance, keyUsage } = state;
  return { status: 200, body: { data: { total_credits: balance + keyUsage, total_usage: keyUsage } } };
}

function refused(code: number, message: string): Page {
  return { status: code, body: { error: { message, code } } };
}

/** A wrong address is answered with a page: 404, and even 200 for the bare root of the API. */
function missing(path: string): Page {
  const isRoot = ["/", "/api/v1", "/api/v1/"].includes(path);
  return {
    isMissing: true,
    status: isRoot ? 200 : 404,
    body: '<!DOCTYPE html><html lang="en"><head><title>Not Found | OpenRouter</title></head><body></body></html>',
    headers: { "content-type": "text/html; charset=utf-8" },
  };
}

function dialectPage(path: string, asked: Asked, { apiKey, dialect }: Situation & { readonly dialect: Dialect }): Page {
  if (asked.method !== "GET" || path !== `${dialect.path}/models`) {
    const { type, body } = dialect.notFound;
    return { isMissing: true, status: 404, body, headers: { "content-type": type } };
  }
  const refused = keyComplaint(dialect, asked.headers, apiKey);
  return refused ?? { status: 200, body: listedForDialect(dialect) };
}

function keyData({ keyLimit, keyLimitRemaining: left, keyUsage, ...state }: State) {
  return {
    label: "sk-or-v1-000...000",
    limit: keyLimit ?? (left === null ? null : left + keyUsage),
    limit_remaining: left,
    limit_reset: state.keyLimitReset,
    usage: keyUsage,
    usage_daily: keyUsage,
    usage_weekly: keyUsage,
    usage_monthly: keyUsage,
    byok_usage: 0,
    include_byok_in_limit: false,
    is_free_tier: state.isFreeTier,
    is_management_key: false,
    is_provisioning_key: false,
    expires_at: state.keyExpiresAt,
    rate_limit: { requests: -1, interval: "10s", note: "This field is deprecated and safe to ignore." },
  };
}
