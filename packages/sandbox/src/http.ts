import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { parse } from "yaml";
import type { Identity } from "./access.ts";
import { type ApiRequest, answer, refuse, verbOf } from "./api/answer.ts";
import { unknownKind } from "./api/discovery.ts";
import { selectorOf, viewOf } from "./api/reads.ts";
import { parseServerPath, parseTarget } from "./api/routes.ts";
import { streamChanges } from "./api/watch.ts";
import type { Cluster } from "./cluster.ts";
import { kindOfResource } from "./kinds.ts";
import { parseProtobuf } from "./protobuf.ts";
import { badRequest, type Reply, unauthorized, unknownResource, unsupportedMediaType } from "./status.ts";

export interface RequestRecord {
  readonly method: string;
  /** Below the server URL, with the query. */
  readonly path: string;
  readonly cluster: string;
  readonly identity: string;
  readonly status: number;
}

/** What a server URL leads to, and what is wrong with it for a test. */
interface Destination {
  readonly cluster: Cluster;
  readonly identity: Identity;
  readonly delayMs: number;
  /** The credentials are taken as expired: every answer is 401. */
  readonly isExpired: boolean;
  /** Runs the controllers after a write. */
  readonly settle: () => void;
}

export interface ApiServerOptions {
  readonly find: (cluster: string, identity: string) => Destination | undefined;
  readonly record: (request: RequestRecord) => void;
}

const bodyLimit = 3 * 2 ** 20;

/** The HTTP side: reads requests, finds their cluster and identity, writes replies. */
export function createApiServer({ find, record }: ApiServerOptions): Server {
  return createServer((request, response) => {
    handle(request, response, { find, record }).catch((error: unknown) => {
      if (!response.headersSent) send(response, badRequest(String(error)));
      else response.destroy();
    });
  });
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  { find, record }: ApiServerOptions,
): Promise<void> {
  const { method = "GET", url = "/", headers } = request;
  const { pathname, search, searchParams: query } = new URL(url, "http://sandbox");
  const route = parseServerPath(pathname);
  const destination = route === undefined ? undefined : find(route.cluster, route.identity);
  if (route === undefined || destination === undefined) return send(response, unknownResource());
  const { cluster, identity, delayMs, isExpired, settle } = destination;
  const note = (status: number) =>
    record({ method, path: `${route.rest}${search}`, cluster: route.cluster, identity: route.identity, status });
  const content = await readContent(request);
  if (delayMs > 0) await delay(delayMs, response);
  if (response.destroyed) return;
  const contentType = headers["content-type"] ?? "application/json";
  const parsed = parseContent(content, contentType);
  const apiRequest = { method, path: route.rest, query, accept: headers.accept ?? "", contentType, body: parsed.body };
  const reply = isExpired ? unauthorized() : (parsed.reply ?? replyTo(cluster, identity, apiRequest));
  if (reply === undefined) {
    note(200);
    return openWatch(cluster, response, apiRequest);
  }
  if (method !== "GET") settle();
  note(reply.code);
  send(response, reply, query.get("follow") === "true");
}

/** The reply, or undefined for a watch that may start. */
function replyTo(cluster: Cluster, identity: Identity, request: ApiRequest): Reply | undefined {
  const target = parseTarget(request.path);
  const isWatch = request.method === "GET" && ["true", "1"].includes(request.query.get("watch") ?? "");
  if (!isWatch || target?.resource === undefined) return answer(cluster, identity, request);
  const kind = kindOfResource(target.group, target.version, target.resource);
  if (kind === undefined) return unknownKind(target.group);
  if (kind.group === "metrics.k8s.io") return unknownResource();
  const refusal = refuse(identity, target, verbOf(target, "GET", request.query));
  if (refusal !== undefined) return refusal;
  const selector = selectorOf(kind, request.query);
  return "error" in selector ? badRequest(selector.error) : undefined;
}

function openWatch(cluster: Cluster, response: ServerResponse, { path, query, accept }: ApiRequest): void {
  const target = parseTarget(path);
  const kind =
    target?.resource === undefined ? undefined : kindOfResource(target.group, target.version, target.resource);
  if (target === undefined || kind === undefined) return;
  const selector = selectorOf(kind, query);
  if ("error" in selector) return;
  const { namespace, name } = target;
  const matches: typeof selector.matches = (object) =>
    (name === undefined || object.metadata.name === name) && selector.matches(object);
  streamChanges(cluster, response, { scope: { kind, namespace }, query, view: viewOf(accept, query), matches });
}

async function readContent(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > bodyLimit) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function parseContent(content: Buffer | undefined, contentType: string): { body: unknown; reply?: Reply } {
  if (content === undefined)
    return { body: undefined, reply: badRequest(`the request is larger than ${bodyLimit} bytes`) };
  if (content.length === 0) return { body: undefined };
  if (/protobuf|cbor/.test(contentType)) {
    const body = parseProtobuf(content);
    return body === undefined ? { body, reply: unsupportedMediaType(contentType) } : { body };
  }
  try {
    // JSON is YAML, but parsed faster by itself.
    const text = content.toString();
    const body: unknown = contentType.includes("yaml") ? parse(text) : JSON.parse(text);
    return { body };
  } catch (error) {
    return { body: undefined, reply: badRequest(`the body could not be parsed: ${String(error)}`) };
  }
}

function send(response: ServerResponse, reply: Reply, follows = false): void {
  if ("protobuf" in reply) {
    response.writeHead(reply.code, { "content-type": "application/com.github.proto-openapi.spec.v2@v1.0+protobuf" });
    response.end(Buffer.from(reply.protobuf));
  } else if ("text" in reply) {
    response.writeHead(reply.code, { "content-type": "text/plain" });
    // A followed log stays open; nothing new is ever logged.
    if (follows) response.write(reply.text);
    else response.end(reply.text);
  } else {
    response.writeHead(reply.code, { "content-type": "application/json" });
    response.end(JSON.stringify(reply.body));
  }
}

/** Waits, but no longer than the client does. */
function delay(milliseconds: number, response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    response.on("close", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
