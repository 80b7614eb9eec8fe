import { terminalSafe } from "@k8s-copilot/k8s-crew/terminal-safe";
import type { CommandOptions } from "./command.ts";
import { exitCodeOfError, exitCodes } from "./exit-codes.ts";
import { columns } from "./output/columns.ts";
import { jsonLine } from "./output/json.ts";
import { showProblem } from "./output/result.ts";
import { hidden, maskServers, maskUrl } from "./settings/mask.ts";
import { type LoadedSettings, type Settings, type Source, sourceWords } from "./settings/settings.ts";
import { prepare } from "./start.ts";
import type { Say } from "./words.ts";

type Shown = { readonly setting: string; readonly value: unknown; readonly source: Source };

/** Prints each setting with its value and source. No character of a secret is printed. */
export const configShow = async (options: Omit<CommandOptions, "open">): Promise<number> => {
  const { console, flags, io } = options;
  const prepared = await prepare({ flags, io, message: "" });
  const { say, language } = prepared;
  if (prepared.kind === "problem") {
    showProblem(prepared.problem, language, { console, flags, say });
    return exitCodeOfError(prepared.problem.code);
  }
  const shown = shownSettings(prepared.loaded.settings);
  if (flags.output !== "text") {
    console.print(
      jsonLine(
        Object.fromEntries(shown.map(({ setting, value, source }) => [setting, { value: value ?? null, source }])),
      ),
    );
    return exitCodes.ok;
  }
  const title = [say("columnSetting"), say("columnValue"), say("columnSource")];
  const rows = shown.map((row) => [
    row.setting,
    valueText(row.value, say),
    sourceText(row.source, prepared.loaded, say),
  ]);
  for (const line of columns([title, ...rows])) console.print(line);
  return exitCodes.ok;
};

/** The settings under the names by which a person sets them, secrets hidden. */
export const shownSettings = (settings: Settings): readonly Shown[] => {
  const {
    apiKey,
    baseUrl,
    model,
    models,
    modelTimeoutSeconds,
    budget,
    mcpUrl,
    mcpServers,
    kubeconfig,
    context,
    namespace,
    language,
    plain,
    catalog,
    trustedServers,
    sessions,
    playbooks,
    confirmPlans,
    cache,
  } = settings;
  const url = (value: string | undefined) => (value === undefined ? undefined : maskUrl(value));
  return [
    { ...apiKey, setting: "OPENROUTER_API_KEY", value: apiKey.value === undefined ? undefined : hidden },
    { ...baseUrl, setting: "OPENROUTER_BASE_URL", value: url(baseUrl.value) },
    { ...model, setting: "OPENROUTER_MODEL" },
    { ...models, setting: "models" },
    { ...modelTimeoutSeconds, setting: "modelTimeoutSeconds" },
    { ...budget, setting: "budget" },
    { ...mcpUrl, setting: "K8S_MCP_URL", value: url(mcpUrl.value) },
    { ...mcpServers, setting: "mcpServers", value: mcpServers.value && maskServers(mcpServers.value) },
    { ...kubeconfig, setting: "kubeconfig" },
    { ...context, setting: "context" },
    { ...namespace, setting: "namespace" },
    { ...language, setting: "language" },
    { ...plain, setting: "plain" },
    { ...catalog, setting: "catalog" },
    { ...trustedServers, setting: "trustedServers" },
    { ...sessions, setting: "sessions" },
    { ...playbooks, setting: "playbooks" },
    { ...confirmPlans, setting: "confirmPlans" },
    { ...cache, setting: "cache", value: cache.value?.written },
  ];
};

const valueText = (value: unknown, say: Say): string => {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return say("notSet");
  if (value === hidden) return say("secretSet");
  return terminalSafe(typeof value === "string" ? value : JSON.stringify(value), { unsafe: "drop" });
};

const sourceText = (source: Source, { envFile, configFile }: LoadedSettings, say: Say): string => {
  const file = source === "env-file" ? envFile : source === "config" ? configFile : undefined;
  return file === undefined ? say(sourceWords[source]) : file;
};
