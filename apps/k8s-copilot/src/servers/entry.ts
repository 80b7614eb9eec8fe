import type { Closable, Parts } from "../needed-parts.ts";
import { type Attempt, causeOf, failed, ok } from "../problem.ts";
import type { OpenRequest } from "../session.ts";
import { bundledServer } from "./bundled-server.ts";
import { type ServerChoice, type ServerEntries, serverName } from "./choose-server.ts";
import { unknownContext } from "./kubeconfig.ts";
import { createKubeconfigWatch, type KubeconfigWatch } from "./kubeconfig-watch.ts";
import { startStandIn } from "./stand-in.ts";

/** What to connect to. */
export type Entry = Closable & {
  readonly entries: ServerEntries;
  readonly cluster: string | undefined;
  /** The command that would use another server. */
  readonly offer?: string;
  /** The kubeconfig that a server of ours reads, and its name. */
  readonly reads?: { readonly server: string; readonly kubeconfig: KubeconfigWatch };
  /** What a person has to know of it. */
  readonly warnings?: readonly string[];
  /** What to connect to instead, when nothing was said for so many milliseconds. */
  readonly otherwise?: { readonly afterMs: number; readonly entry: () => Promise<Entry> };
};

/** A server that is chosen is started with what it needs, or found where it is. */
export const entryOf = async <S, T, M, O, K>(
  parts: Parts<S, T, M, O, K>,
  choice: ServerChoice,
  request: OpenRequest,
): Promise<Attempt<Entry>> => {
  switch (choice.kind) {
    case "configured": {
      const { servers: entries, offer } = choice;
      return ok({ entries, cluster: undefined, close: nothingToClose, ...(offer === undefined ? {} : { offer }) });
    }
    case "bundled":
      return ok(bundledEntry(choice, request));
    case "sandbox":
      return sandboxEntry(parts, choice.manifests, request);
  }
};

const nothingToClose = async () => {};

/** A cluster that is far away still answers in this time; a person still waits. */
const patienceMs = 10_000;

const bundledEntry = ({ server, kubeconfig }: ServerChoice & { kind: "bundled" }, request: OpenRequest): Entry => {
  const { path, current: cluster, ownCurrent } = kubeconfig;
  const { say, io } = request;
  const reads = { server: serverName, kubeconfig: createKubeconfigWatch(kubeconfig, { say, home: io.home }) };
  const entry = { entries: { [serverName]: { ...server } }, cluster, reads, close: nothingToClose };
  if (ownCurrent === undefined) return entry;
  const withoutCurrent = async (): Promise<Entry> => {
    const standIn = await startStandIn(path, ownCurrent);
    const env = { ...server.env, KUBECONFIG: standIn.kubeconfig };
    const warnings = [say("clusterSilent", { cluster: ownCurrent, seconds: patienceMs / 1000 })];
    return { entries: { [serverName]: { ...server, env } }, cluster, reads, warnings, close: standIn.close };
  };
  return { ...entry, otherwise: { afterMs: patienceMs, entry: withoutCurrent } };
};

const sandboxEntry = async <S, T, M, O, K>(
  parts: Parts<S, T, M, O, K>,
  manifests: string | undefined,
  { io, settings, say }: OpenRequest,
): Promise<Attempt<Entry>> => {
  const sandbox = await startSandbox(parts, manifests);
  if (sandbox.kind === "problem") return sandbox;
  const { kubeconfig, contexts, close } = sandbox.value;
  const names = contexts.map(({ name }) => name);
  const wanted = settings.context.value;
  const server =
    wanted === undefined || names.includes(wanted)
      ? bundledServer({ kubeconfig, environment: io.environment, say })
      : unknownContext(wanted, { place: say("theSandbox"), names, say });
  if (server.kind === "ok") return ok({ entries: { sandbox: { ...server.value } }, cluster: names[0], close });
  await close();
  return server;
};

const startSandbox = async <S, T, M, O, K>(parts: Parts<S, T, M, O, K>, manifests: string | undefined) => {
  try {
    return ok(await parts.startSandbox(manifests));
  } catch (thrown) {
    return failed("settings_manifests", thrown instanceof Error ? thrown.message : causeOf(thrown), "");
  }
};
