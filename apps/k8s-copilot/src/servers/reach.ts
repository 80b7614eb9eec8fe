import { createHash } from "node:crypto";
import type { Connection, Parts, ServerStatus } from "../needed-parts.ts";
import { type Attempt, failed, ok } from "../problem.ts";
import type { OpenRequest } from "../session.ts";
import { chooseServer } from "./choose-server.ts";
import { type Entry, entryOf } from "./entry.ts";
import { serversMistakes } from "./servers-mistakes.ts";

export type Reached<T> = Pick<Connection<T>, "close" | "tools" | "follow" | "revive" | "restart"> & {
  /** Stands for whoever looks through the servers: their addresses, logins and commands, and the kubeconfig of ours. */
  identity(): string;
  readonly reads: Entry["reads"];
  /** Those that answer. */
  readonly servers: readonly ServerStatus[];
  readonly cluster: string | undefined;
  readonly warnings: readonly string[];
};

/** Milliseconds that an address has to take the connection where a person waits for nothing but to hear whether it does. */
const lookMs = 10_000;

/**
 * Connects to whichever server was chosen; one that does not answer, or has no tools, is a problem with a way out. To
 * start a server's program may take longer than to find out that nobody is at an address.
 */
export const reach = async <S, T, M, O, K>(
  parts: Parts<S, T, M, O, K>,
  request: Reaching,
): Promise<Attempt<Reached<T>>> => {
  const choice = chooseServer(request);
  if (choice.kind === "problem") return choice;
  const entry = await entryOf(parts, choice.value, request);
  return entry.kind === "problem" ? entry : reachEntry(parts, entry.value, request);
};

/** `looks`: all that is wanted is to know whether it can be reached. */
type Reaching = OpenRequest & { readonly looks?: true };

const reachEntry = async <S, T, M, O, K>(
  parts: Parts<S, T, M, O, K>,
  entry: Entry,
  request: Reaching,
): Promise<Attempt<Reached<T>>> => {
  const { say, io, spoken: language } = request;
  const { entries, cluster, offer, otherwise, reads } = entry;
  const giveUp = async (code: string, message: string, remedy: string) => {
    await entry.close();
    return failed(code, message, offer === undefined ? remedy : say("remedyOrOffer", { remedy, offer }).trim());
  };
  const parsed = parts.parseServers(entries, io.environment);
  if (parsed.kind === "invalid") {
    const { code, detail } = parsed;
    return giveUp("settings_servers", say(serversMistakes[code], { detail }), say("serversRemedy"));
  }
  const patience = otherwise?.afterMs ?? (request.looks === true && areAddresses(entries) ? lookMs : undefined);
  const connection = await parts.connect(parsed.servers, {
    language,
    ...(patience === undefined ? {} : { connectTimeoutMs: patience }),
  });
  const { tools, servers } = connection;
  const closeAll = async () => {
    await connection.close();
    await entry.close();
  };
  const dead = servers.filter(({ error }) => error !== undefined);
  const alive = servers.filter(({ error }) => error === undefined);
  if (tools.length > 0) {
    const failures = dead.map(({ name, error }) =>
      say("someServersFailed", { server: name, cause: error?.message ?? "" }),
    );
    const warnings = [...(entry.warnings ?? []), ...failures];
    return ok({
      get tools() {
        return connection.tools;
      },
      follow: connection.follow,
      revive: connection.revive,
      restart: connection.restart,
      identity: identityOf(parsed.servers, reads),
      reads,
      servers: alive,
      cluster,
      warnings,
      close: closeAll,
    });
  }
  await connection.close();
  const [first] = dead;
  if (otherwise !== undefined && first?.error?.code === "timeout") {
    await entry.close();
    return reachEntry(parts, await otherwise.entry(), request);
  }
  if (first?.error !== undefined) return giveUp("mcp_unavailable", first.error.message, first.error.remedy);
  const server = alive.map(({ name }) => name).join(", ");
  return giveUp("mcp_no_tools", say("noTools", { server }), say("noToolsRemedy", { program: io.program }));
};

const identityOf = (servers: unknown, reads: Entry["reads"]) => (): string =>
  createHash("sha256")
    .update(JSON.stringify([servers, reads?.kubeconfig.fingerprint()]))
    .digest("base64url");

const areAddresses = (entries: Entry["entries"]): boolean =>
  Object.values(entries).every(({ url }) => url !== undefined);
