import type { FetchLike, Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import type { JSONRPCMessage } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import { createDeadline } from "../abort.ts";

/** Why no answer to a request will come any more. It stands in `data.cause` of the error that its caller gets. */
export type LostAnswer = "closed" | "too_big";

/** JSON-RPC's number for a closed connection, as in the SDK. */
const connectionClosed = -32000;

const requestSchema = z.object({ id: z.number().optional(), method: z.string(), params: z.unknown().optional() });
const cancelledSchema = z.object({ requestId: z.number() });

export type HttpGuard = {
  readonly fetch: FetchLike;
  /** Lets the guard see a transport's messages. Before the transport is started. */
  watch(transport: Transport): void;
};

export type HttpGuardOptions = {
  readonly fetch: FetchLike;
  /** Bytes that one message may have. */
  readonly sizeLimit: number;
  /** A message on a stream that belongs to no single request was larger: nothing more can be read from it. */
  readonly onFlood: () => void;
};

/**
 * Stands between the SDK's HTTP transports and the network, for three things that those leave to the call's time limit
 * or to the memory: an answer whose stream ends early fails its request at once; a message over the size limit cuts its
 * stream; the exchange of a cancelled request is closed.
 */
export const createHttpGuard = ({ fetch, sizeLimit, onFlood }: HttpGuardOptions): HttpGuard => {
  const unanswered = new Map<number, AbortController>();
  let transport: Transport | undefined;

  const settle = (id: number | undefined): void => {
    if (id !== undefined) unanswered.delete(id);
  };

  const lose = (id: number, cause: LostAnswer): void => {
    if (!unanswered.delete(id)) return;
    const error = { code: connectionClosed, message: "Connection closed", data: { cause } };
    transport?.onmessage?.({ jsonrpc: "2.0", id, error });
  };

  const request = async (url: string | URL, init: RequestInit = {}): Promise<Response> => {
    const sent = parseRequest(init.body);
    if (sent?.id === undefined) {
      const response = guardBody(await fetch(url, init), { sizeLimit, onFlood });
      if (sent?.method === "notifications/cancelled") abandon(sent.params);
      return response;
    }
    const { id } = sent;
    const abandoned = new AbortController();
    unanswered.set(id, abandoned);
    const either = createDeadline({ signals: [init.signal ?? undefined, abandoned.signal] });
    const response = await fetch(url, { ...init, signal: either.signal }).catch((error: unknown) => {
      settle(id);
      either.close();
      throw error;
    });
    if (!carriesAnswer(response)) {
      settle(id);
      either.close();
      return guardBody(response, { sizeLimit, onFlood: () => undefined });
    }
    return guardBody(response, {
      sizeLimit,
      onFlood: () => lose(id, "too_big"),
      onEnd: ({ resumable }) => {
        either.close();
        // Once the SDK has read what came, a missing answer will not come; a resumable stream is the SDK's to resume.
        if (!resumable) setImmediate(() => lose(id, "closed"));
      },
    });
  };

  const abandon = (params: unknown): void => {
    const cancelled = cancelledSchema.safeParse(params);
    if (!cancelled.success) return;
    unanswered.get(cancelled.data.requestId)?.abort();
    settle(cancelled.data.requestId);
  };

  return {
    fetch: request,
    watch: (watched) => {
      transport = watched;
      watched.onmessage = (message: JSONRPCMessage) => {
        if ("id" in message && !("method" in message)) settle(Number(message.id));
      };
    },
  };
};

const parseRequest = (body: RequestInit["body"]): z.infer<typeof requestSchema> | undefined => {
  if (typeof body !== "string") return undefined;
  const parsed = requestSchema.safeParse(JSON.parse(body));
  return parsed.success ? parsed.data : undefined;
};

/** Streamable HTTP answers in the response itself; over server-sent events the response to a POST is a mere receipt. */
const carriesAnswer = (response: Response): boolean =>
  response.status === 200 &&
  /^(text\/event-stream|application\/json)/i.test(response.headers.get("content-type") ?? "");

type BodyGuard = {
  readonly sizeLimit: number;
  readonly onFlood: () => void;
  /** `resumable`: the stream numbered its events, so that it can be taken up again. */
  readonly onEnd?: (end: { readonly resumable: boolean }) => void;
};

const guardBody = (response: Response, guard: BodyGuard): Response => {
  if (!response.body) {
    guard.onEnd?.({ resumable: false });
    return response;
  }
  const { status, statusText, headers } = response;
  const isStream = headers.get("content-type")?.startsWith("text/event-stream") ?? false;
  return new Response(guardStream(response.body, { ...guard, isStream }), { status, statusText, headers });
};

const guardStream = (
  body: ReadableStream<Uint8Array>,
  { sizeLimit, onFlood, onEnd, isStream }: BodyGuard & { readonly isStream: boolean },
): ReadableStream<Uint8Array> => {
  const reader = body.getReader();
  let size = 0;
  let resumable = false;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const { done, value } = await reader.read();
          if (done) {
            controller.close();
            onEnd?.({ resumable });
            return;
          }
          const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
          const boundary = isStream ? Math.max(bytes.lastIndexOf("\n\n"), bytes.lastIndexOf("\r\n\r\n")) : -1;
          size = boundary < 0 ? size + bytes.length : bytes.length - boundary;
          resumable ||= isStream && /^id:/m.test(bytes.toString("latin1", 0, 1_024));
          if (size <= sizeLimit) {
            controller.enqueue(value);
            return;
          }
          onFlood();
          onEnd?.({ resumable });
          controller.error(new Error(`A message is larger than ${sizeLimit} bytes.`));
          await reader.cancel();
        } catch (error) {
          controller.error(error);
          onEnd?.({ resumable });
        }
      },
      cancel: async (reason) => {
        onEnd?.({ resumable: true });
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
};
