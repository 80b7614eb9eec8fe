import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defaultIdentities, type Identity } from "./access.ts";
import { serverPath } from "./api/routes.ts";
import { createApiServer, type RequestRecord } from "./http.ts";
import { renderKubeconfig } from "./kubeconfig.ts";
import { startCluster } from "./load.ts";
import { defaultWorldFolder, loadWorlds, type World } from "./world.ts";

/** What is wrong with a context, for trying how clients cope. */
export type Fault =
  | { readonly kind: "slow"; readonly delayMs: number }
  /** Nothing listens at its server URL. */
  | { readonly kind: "refused" }
  /** Every answer is 401 Unauthorized, as after a token has expired. */
  | { readonly kind: "expired" };

export interface ContextOptions {
  readonly name: string;
  /** The world's name. Default: the context's name. */
  readonly cluster?: string;
  /** Default: `admin`. */
  readonly identity?: string;
  readonly fault?: Fault;
}

export interface SandboxOptions {
  /** Default: the worlds `dev-cluster` and `prod-cluster` that come with the sandbox. */
  readonly worlds?: readonly World[];
  /** The contexts of the kubeconfig, the first one current. Default: one for each world, as `admin`. */
  readonly contexts?: readonly ContextOptions[];
  /** Who may do what, by the name in the server URL. Default: `admin` and `viewer`; yours are added to these. */
  readonly identities?: Readonly<Record<string, Identity>>;
  /** Where the file `kubeconfig` is written. Default: a temporary folder, removed on close. */
  readonly folder?: string;
  /** Default: a free one. */
  readonly port?: number;
  /** Milliseconds a new pod takes to start. Default: 300. */
  readonly podStartMs?: number;
}

export interface SandboxContext {
  readonly name: string;
  /** The server URL. Another identity of the same cluster is reached by another last part: `…/as/viewer`. */
  readonly server: string;
}

export interface Sandbox {
  /** The path of the kubeconfig file. */
  readonly kubeconfig: string;
  readonly contexts: readonly SandboxContext[];
  /** The latest requests, oldest first, ten thousand at most. */
  requests(): readonly RequestRecord[];
  /**
   * Makes a context go wrong from now on, or right again, and all contexts with the same cluster and identity.
   * The kubeconfig changes only for `refused`.
   */
  setFault(context: string, fault: Fault | undefined): Promise<void>;
  close(): Promise<void>;
}

/** Wrong options. The message names the remedy. */
export class SandboxError extends Error {
  readonly code = "INVALID_SANDBOX";
}

// The port "tcpmux", at which nothing listens.
const deadServer = "http://127.0.0.1:1";
const rememberedRequests = 10_000;

/**
 * Starts Kubernetes API servers in memory, all on one port of 127.0.0.1, and writes a kubeconfig for them.
 * @throws SandboxError when a context names a world or an identity that is not there
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const worlds = options.worlds ?? (await loadWorlds(fileURLToPath(defaultWorldFolder)));
  const identities = { ...defaultIdentities, ...options.identities };
  const contexts = (options.contexts ?? worlds.map(({ name }) => ({ name }))).map(complete);
  for (const context of contexts) check(context, worlds, identities);
  const clusters = new Map(
    worlds.map((world) => [world.name, startCluster(world, { podStartMs: options.podStartMs ?? 300 })]),
  );
  const faults = new Map(contexts.map(({ cluster, identity, fault }) => [serverPath(cluster, identity), fault]));
  let requests: RequestRecord[] = [];

  const server = createApiServer({
    find(clusterName, identityName) {
      const running = clusters.get(clusterName);
      const identity = identities[identityName];
      if (running === undefined || identity === undefined) return undefined;
      const fault = faults.get(serverPath(clusterName, identityName));
      const delayMs = fault?.kind === "slow" ? fault.delayMs : 0;
      return {
        cluster: running.cluster,
        settle: running.settle,
        identity,
        delayMs,
        isExpired: fault?.kind === "expired",
      };
    },
    record(request) {
      requests.push(request);
      if (requests.length > 2 * rememberedRequests) requests = requests.slice(-rememberedRequests);
    },
  });
  const port = await listen(server, options.port ?? 0);
  const { folder, remove } = await prepareFolder(options.folder);
  const kubeconfig = join(folder, "kubeconfig");
  const serverOf = ({ cluster, identity }: Context) => `http://127.0.0.1:${port}${serverPath(cluster, identity)}`;
  const writeKubeconfig = () => {
    const isDead = ({ cluster, identity }: Context) => faults.get(serverPath(cluster, identity))?.kind === "refused";
    const entries = contexts.map((context) => ({
      name: context.name,
      server: isDead(context) ? `${deadServer}${serverPath(context.cluster, context.identity)}` : serverOf(context),
      user: context.identity,
    }));
    return writeFile(kubeconfig, renderKubeconfig(entries), { mode: 0o600 });
  };
  await writeKubeconfig();

  return {
    kubeconfig,
    contexts: contexts.map((context) => ({ name: context.name, server: serverOf(context) })),
    requests: () => requests.slice(-rememberedRequests),
    async setFault(name, fault) {
      const context = contexts.find((candidate) => candidate.name === name);
      if (context === undefined)
        throw new SandboxError(`There is no context "${name}": it is one of ${names(contexts)}.`);
      faults.set(serverPath(context.cluster, context.identity), fault);
      await writeKubeconfig();
    },
    async close() {
      for (const { close } of clusters.values()) close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await remove();
    },
  };
}

type Context = ReturnType<typeof complete>;

function complete({ name, cluster = name, identity = "admin", fault }: ContextOptions) {
  return { name, cluster, identity, fault };
}

function check(context: Context, worlds: readonly World[], identities: Readonly<Record<string, Identity>>): void {
  if (!worlds.some((world) => world.name === context.cluster)) {
    throw new SandboxError(`There is no world "${context.cluster}": it is one of ${names(worlds)}.`);
  }
  if (identities[context.identity] === undefined) {
    const known = Object.keys(identities).join(", ");
    throw new SandboxError(`There is no identity "${context.identity}": it is one of ${known}; add it to identities.`);
  }
}

function names(items: readonly { readonly name: string }[]): string {
  return items.map(({ name }) => name).join(", ");
}

function listen(server: ReturnType<typeof createApiServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

async function prepareFolder(given: string | undefined): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = given ?? (await mkdtemp(join(tmpdir(), "sandbox-")));
  await mkdir(folder, { recursive: true });
  const path = given === undefined ? folder : join(folder, "kubeconfig");
  return { folder, remove: () => rm(path, { recursive: true, force: true }) };
}
