import type { Flags } from "../flags.ts";
import type { Io } from "../io.ts";
import { type Attempt, ok } from "../problem.ts";
import type { Settings } from "../settings/settings.ts";
import type { Say } from "../words.ts";
import { bundledServer, type ServerCommand } from "./bundled-server.ts";
import { type Kubeconfig, readKubeconfig } from "./kubeconfig.ts";

/** An entry of `mcpServers`, as other MCP clients write it. */
export type ServerEntries = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The server to talk to. `configured` ones carry their own clusters; the bundled one reads the person's kubeconfig. */
export type ServerChoice =
  | { readonly kind: "configured"; readonly servers: ServerEntries; readonly offer: string | undefined }
  | { readonly kind: "bundled"; readonly server: ServerCommand; readonly kubeconfig: Kubeconfig }
  | { readonly kind: "sandbox"; readonly manifests: string | undefined };

export type ChooseServerOptions = {
  readonly flags: Flags;
  readonly settings: Settings;
  readonly io: Pick<Io, "environment" | "home" | "program">;
  readonly say: Say;
};

/** The name under which the bundled server is known. One that is named by address alone is known by its host. */
export const serverName = "kubernetes";

/**
 * `--sandbox`; else `--kubeconfig`, which asks for the bundled server by name; else what is configured; else the bundled
 * server on the kubeconfig. One never takes another's place silently.
 */
export const chooseServer = (options: ChooseServerOptions): Attempt<ServerChoice> => {
  const { flags, settings } = options;
  if (flags.sandbox) return ok({ kind: "sandbox", manifests: flags.manifests });
  const servers = configuredServers(settings);
  if (servers === undefined || settings.kubeconfig.source === "flag") return chooseBundled(options);
  return ok({ kind: "configured", servers, offer: bundledOffer(options) });
};

/** K8S_MCP_URL names one server and is set closer to the person than the config file, so it counts alone. */
const configuredServers = ({ mcpUrl, mcpServers }: Settings): ServerEntries | undefined => {
  if (mcpUrl.value !== undefined) return { [new URL(mcpUrl.value).host]: { url: mcpUrl.value } };
  return mcpServers.value !== undefined && Object.keys(mcpServers.value).length > 0 ? mcpServers.value : undefined;
};

const chooseBundled = ({ settings, io, say }: ChooseServerOptions): Attempt<ServerChoice> => {
  const kubeconfig = ownKubeconfig({ settings, io, say });
  if (kubeconfig.kind === "problem") return kubeconfig;
  const { path } = kubeconfig.value;
  const server = bundledServer({ kubeconfig: path, environment: io.environment, say });
  return server.kind === "problem"
    ? server
    : ok({ kind: "bundled", server: server.value, kubeconfig: kubeconfig.value });
};

export const ownKubeconfig = ({ settings, io, say }: Omit<ChooseServerOptions, "flags">): Attempt<Kubeconfig> =>
  readKubeconfig({
    path: settings.kubeconfig.value,
    isExplicit: settings.kubeconfig.source === "flag",
    context: settings.context.value,
    home: io.home,
    say,
  });

/** The exact command that would use the bundled server instead, where there is a kubeconfig for it. */
const bundledOffer = ({ settings, io, say }: ChooseServerOptions): string | undefined => {
  const kubeconfig = ownKubeconfig({
    settings: { ...settings, context: { value: undefined, source: "default" } },
    io,
    say,
  });
  if (kubeconfig.kind === "problem") return undefined;
  return say("offerBundled", { command: `${io.program} --kubeconfig ${shellQuoted(kubeconfig.value.path)}` });
};

const shellQuoted = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
