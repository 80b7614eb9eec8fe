import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Io } from "./io.ts";
import { firstLine } from "./settings.ts";

/**
 * Variables that the bundled server and the credential plugins under it need. Nothing else is passed on, above all no
 * API key of ours. Sources: client-go, and the documentation of the plugins of AWS, Azure and Google.
 */
const passedOn: readonly (string | RegExp)[] = [
  "PATH",
  "HOME",
  "USER",
  "LOGNAME",
  "SHELL",
  "TERM",
  "LANG",
  "LC_ALL",
  "TMPDIR",
  "KUBECONFIG",
  "KUBERNETES_SERVICE_HOST",
  "KUBERNETES_SERVICE_PORT",
  "XDG_CONFIG_HOME",
  "XDG_CACHE_HOME",
  /^AWS_/,
  /^AZURE_/,
  /^AAD_/,
  /^GOOGLE_/,
  /^CLOUDSDK_/,
  /^USE_GKE_/,
  /^(HTTPS?|NO|ALL)_PROXY$/i,
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
];

export const environmentFor = (env: NodeJS.ProcessEnv): { readonly [name: string]: string } =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value !== undefined && passedOn.some((rule) => (typeof rule === "string" ? rule === name : rule.test(name)))
        ? [[name, value]]
        : [],
    ),
  );

export type BundledServer =
  | {
      readonly kind: "command";
      readonly command: string;
      readonly args: string[];
      readonly env: Record<string, string>;
    }
  | { readonly kind: "missing"; readonly cause: string };

/** How to start kubernetes-mcp-server: its platform binary itself, on the user's kubeconfig or on the one given. */
export const bundledServer = ({ env }: Pick<Io, "env">, kubeconfig: string | undefined): BundledServer => {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const architecture = process.arch === "x64" ? "amd64" : process.arch;
  const name = `kubernetes-mcp-server-${platform}-${architecture}`;
  try {
    const require = createRequire(import.meta.url);
    const wrapper = createRequire(require.resolve("kubernetes-mcp-server/package.json"));
    const folder = dirname(wrapper.resolve(`${name}/package.json`));
    const command = join(folder, "bin", process.platform === "win32" ? `${name}.exe` : name);
    return {
      kind: "command",
      command,
      args: kubeconfig === undefined ? [] : ["--kubeconfig", kubeconfig],
      env: { ...environmentFor(env) },
    };
  } catch (error) {
    return { kind: "missing", cause: firstLine(error) };
  }
};
