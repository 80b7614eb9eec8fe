import { createRequire } from "node:module";
import type { Environment } from "../language.ts";
import { type Attempt, failed, ok } from "../problem.ts";
import type { Say } from "../words.ts";

/** How to start an MCP server as a child process that speaks over its standard input and output. */
export type ServerCommand = {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};

/**
 * The variables that the bundled server gets, and why. It inherits nothing else: above all no key of ours. A pattern
 * ends in `*`. Case does not matter, as some programs write proxies in lower case and Windows does not care.
 */
const passedVariables: readonly (readonly [pattern: string, why: string])[] = [
  ["HOME", "~ in paths, credential caches"],
  ["USERPROFILE", "the same on Windows"],
  ["PATH", "credential plugins named in a kubeconfig (exec: command)"],
  ["PATHEXT", "how Windows finds them"],
  ["SYSTEMROOT", "sockets on Windows"],
  ["APPDATA", "plugins' settings on Windows"],
  ["LOCALAPPDATA", "plugins' caches on Windows"],
  ["USER", "plugins that ask who runs them"],
  ["LOGNAME", "the same"],
  ["SHELL", "plugins that are shell scripts"],
  ["LANG", "their messages"],
  ["LC_*", "their messages"],
  ["TMPDIR", "their temporary files"],
  ["TEMP", "the same on Windows"],
  ["TMP", "the same on Windows"],
  ["XDG_*", "their settings and caches"],
  ["KUBECONFIG", "the clusters; several files stay several"],
  ["KUBE*", "Kubernetes plugins (KUBELOGIN_…, KUBERNETES_SERVICE_HOST in a pod)"],
  ["AWS_*", "EKS: profile, region, credentials"],
  ["AZURE_*", "AKS: kubelogin"],
  ["AAD_*", "AKS: kubelogin"],
  ["ARM_*", "AKS: service principals"],
  ["MSI_*", "AKS: managed identity"],
  ["GOOGLE_*", "GKE: application credentials"],
  ["CLOUDSDK_*", "GKE: gcloud's configuration"],
  ["USE_GKE_GCLOUD_AUTH_PLUGIN", "GKE: the plugin's switch"],
  ["HTTP_PROXY", "the way out"],
  ["HTTPS_PROXY", "the way out"],
  ["ALL_PROXY", "the way out"],
  ["NO_PROXY", "what needs no proxy"],
  ["SSL_CERT_FILE", "certificate authorities of the company"],
  ["SSL_CERT_DIR", "the same"],
  ["REQUESTS_CA_BUNDLE", "the same for plugins in Python"],
  ["SSH_AUTH_SOCK", "plugins that tunnel"],
];

export const passedEnvironment = (environment: Environment): Record<string, string> => {
  const patterns = passedVariables.map(([name]) => name.replace("*", ".*"));
  const passed = new RegExp(`^(?:${patterns.join("|")})$`, "i");
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment))
    if (value !== undefined && passed.test(name)) variables[name] = value;
  return variables;
};

/** kubernetes-mcp-server's package for each platform it is built for, as `process.platform` and `process.arch` name it. */
const platformPackages: Readonly<Record<string, string>> = {
  "darwin-arm64": "kubernetes-mcp-server-darwin-arm64",
  "darwin-x64": "kubernetes-mcp-server-darwin-amd64",
  "linux-arm64": "kubernetes-mcp-server-linux-arm64",
  "linux-x64": "kubernetes-mcp-server-linux-amd64",
  "win32-arm64": "kubernetes-mcp-server-windows-arm64",
  "win32-x64": "kubernetes-mcp-server-windows-amd64",
};

export type BundledServerOptions = {
  /** As KUBECONFIG writes it. */
  readonly kubeconfig: string;
  readonly environment: Environment;
  readonly say: Say;
  /** Default: this computer's. */
  readonly platform?: string;
  /** Finds a package's file; throws when it is not installed. Default: beside kubernetes-mcp-server. */
  readonly resolve?: (path: string) => string;
};

/**
 * The binary itself, without npx or a wrapper: one process less, and signals reach it. The kubeconfig goes by variable,
 * because only that takes several files. It shows its writing tools also with `--read-only`: the crew refuses them, and
 * can then say why.
 */
export const bundledServer = (options: BundledServerOptions): Attempt<ServerCommand> => {
  const { say, environment, kubeconfig, resolve = resolveInstalled } = options;
  const platform = options.platform ?? `${process.platform}-${process.arch}`;
  const name = platformPackages[platform];
  if (name === undefined)
    return failed("bundled_unsupported", say("bundledUnsupported", { platform }), say("bundledUnsupportedRemedy"));
  try {
    return ok({
      command: resolve(`${name}/bin/${name}${platform.startsWith("win32") ? ".exe" : ""}`),
      args: [],
      env: { ...passedEnvironment(environment), KUBECONFIG: kubeconfig },
    });
  } catch {
    return failed("bundled_missing", say("bundledMissing", { platform }), say("bundledMissingRemedy"));
  }
};

/** Its platform packages are dependencies of kubernetes-mcp-server, so they are looked for from there. */
const resolveInstalled = (path: string): string => {
  const require = createRequire(import.meta.url);
  return createRequire(require.resolve("kubernetes-mcp-server/package.json")).resolve(path);
};
