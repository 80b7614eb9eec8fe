import { join } from "node:path";
import { z } from "zod";
import type { Flags } from "../flags.ts";
import type { Io } from "../io.ts";
import { type Attempt, failed, ok, type Problem } from "../problem.ts";
import type { Say, WordKey } from "../words.ts";
import { type Config, parseConfigFile } from "./config-file.ts";
import { type EnvFile, type EnvironmentKey, parseEnvFile } from "./env-file.ts";
import { readTextFile } from "./read-text-file.ts";

/** Where a value came from, strongest first. */
export type Source = "flag" | "environment" | "env-file" | "config" | "default";

type Setting<T> = { readonly value: T; readonly source: Source };

/** Everything that can be set, each value with its source. */
export type Settings = {
  readonly apiKey: Setting<string | undefined>;
  readonly baseUrl: Setting<string>;
  readonly model: Setting<string>;
  /** Models that are asked in this order when that one fails. */
  readonly models: Setting<readonly string[]>;
  /** Seconds that one reply of the model may take, repeated requests included. */
  readonly modelTimeoutSeconds: Setting<number>;
  /** What the model may use in one turn and in one conversation. */
  readonly budget: Setting<NonNullable<Config["budget"]>>;
  readonly mcpUrl: Setting<string | undefined>;
  readonly mcpServers: Setting<Config["mcpServers"]>;
  /** One file, or several as KUBECONFIG writes them. */
  readonly kubeconfig: Setting<string | undefined>;
  readonly context: Setting<string | undefined>;
  readonly namespace: Setting<string | undefined>;
  readonly language: Setting<"zh" | "en" | "auto">;
  /** Numbered lists instead of pickers. */
  readonly plain: Setting<boolean>;
  readonly catalog: Setting<Config["catalog"]>;
  readonly trustedServers: Setting<readonly string[]>;
  readonly sessions: Setting<SessionSettings>;
  readonly playbooks: Setting<string | undefined>;
  readonly confirmPlans: Setting<boolean>;
  /** What is kept longer or shorter than usual. */
  readonly cache: Setting<Config["cache"]>;
};

/** Whether conversations are kept; those older than so many days leave, and the oldest of more than so many. */
export type SessionSettings = { readonly keep: boolean; readonly days: number; readonly count: number };

export type LoadedSettings = {
  readonly settings: Settings;
  /** The files that were there. */
  readonly envFile: string | undefined;
  readonly configFile: string | undefined;
  /** Which settings `.env` gave, to be told once; undefined when it gave none. */
  readonly notice: string | undefined;
  /** A setting of `.env` that cannot work from there. */
  readonly ineffective: Problem | undefined;
};

const defaultBaseUrl = "https://openrouter.ai/api/v1";
const defaultModel = "google/gemini-2.5-flash";
const defaultModelTimeoutSeconds = 60;

type Place = Pick<Io, "environment" | "folder" | "home">;

/** Flags, then the environment, then `.env` in the working folder, then the user's config file, then defaults. */
export const loadSettings = (flags: Flags, place: Place, say: Say): Attempt<LoadedSettings> => {
  const env = readEnvFile(join(place.folder, ".env"), say);
  if (env.kind === "problem") return env;
  const configFile = configPath(place);
  const config = readConfigFile(configFile, say);
  if (config.kind === "problem") return config;
  const settings = settle({ flags, place, env: env.value?.values ?? {}, config: config.value ?? {} });
  const wrong = wrongUrl(settings, say);
  if (wrong !== undefined) return wrong;
  const envFile = env.value === undefined ? undefined : join(place.folder, ".env");
  return ok({
    settings,
    envFile,
    configFile: config.value === undefined ? undefined : configFile,
    notice: envFile === undefined ? undefined : noticeOf(settings, envFile, say),
    ineffective:
      envFile !== undefined && env.value?.setsCaCertificates && !place.environment.NODE_EXTRA_CA_CERTS
        ? {
            code: "settings_ineffective",
            message: say("tooLateCaCerts", { file: envFile }),
            remedy: say("tooLateCaCertsRemedy"),
          }
        : undefined,
  });
};

/** XDG: only an absolute path counts. */
const configPath = ({ environment, home }: Place): string => {
  const base = environment.XDG_CONFIG_HOME;
  return join(base?.startsWith("/") ? base : join(home, ".config"), "k8s-copilot", "config.yaml");
};

const readEnvFile = (file: string, say: Say): Attempt<EnvFile | undefined> => {
  const text = readTextFile(file, say);
  return text.kind === "ok" && text.value !== undefined ? parseEnvFile(text.value, file, say) : absentOr(text);
};

const readConfigFile = (file: string, say: Say): Attempt<Config | undefined> => {
  const text = readTextFile(file, say);
  return text.kind === "ok" && text.value !== undefined ? parseConfigFile(text.value, { file, say }) : absentOr(text);
};

const absentOr = (text: Attempt<unknown>): Attempt<undefined> => (text.kind === "problem" ? text : ok(undefined));

type Origins = {
  readonly flags: Flags;
  readonly place: Place;
  readonly env: EnvFile["values"];
  readonly config: Config;
};

const settle = ({ flags, place, env, config }: Origins): Settings => {
  const environment = (key: string) => place.environment[key]?.trim() || undefined;
  const variable = (key: EnvironmentKey, flag?: string) =>
    first<string>([flag, "flag"], [environment(key), "environment"], [env[key], "env-file"]);
  return {
    apiKey: variable("OPENROUTER_API_KEY") ?? unset,
    baseUrl: variable("OPENROUTER_BASE_URL") ?? { value: defaultBaseUrl, source: "default" },
    model: variable("OPENROUTER_MODEL", flags.model) ?? { value: defaultModel, source: "default" },
    models: first([config.models, "config"]) ?? { value: [], source: "default" },
    modelTimeoutSeconds: first([config.modelTimeoutSeconds, "config"]) ?? {
      value: defaultModelTimeoutSeconds,
      source: "default",
    },
    budget: first([config.budget, "config"]) ?? { value: {}, source: "default" },
    mcpUrl: variable("K8S_MCP_URL") ?? unset,
    mcpServers: first([config.mcpServers, "config"]) ?? unset,
    kubeconfig: first([flags.kubeconfig, "flag"], [environment("KUBECONFIG"), "environment"]) ?? unset,
    context: first([flags.context, "flag"], [config.context, "config"]) ?? unset,
    namespace: first([flags.namespace, "flag"], [config.namespace, "config"]) ?? unset,
    language: first<"zh" | "en" | "auto">([flags.lang, "flag"], [config.language, "config"]) ?? {
      value: "auto",
      source: "default",
    },
    plain: first([flags.plain || undefined, "flag"], [config.plain, "config"]) ?? { value: false, source: "default" },
    catalog: first([config.catalog, "config"]) ?? unset,
    trustedServers: first([config.trustedServers, "config"]) ?? { value: [], source: "default" },
    sessions: sessionSettings(flags, config),
    playbooks: first([config.playbooks, "config"]) ?? unset,
    confirmPlans: first([config.confirmPlans, "config"]) ?? { value: true, source: "default" },
    cache: first([config.cache, "config"]) ?? unset,
  };
};

const defaultSessions: SessionSettings = { keep: true, days: 30, count: 100 };

const sessionSettings = (flags: Flags, { sessions = {} }: Config): Setting<SessionSettings> => {
  const { keep = true, days = defaultSessions.days, count = defaultSessions.count } = sessions;
  if (!flags.session) return { value: { keep: false, days, count }, source: "flag" };
  return { value: { keep, days, count }, source: Object.keys(sessions).length === 0 ? "default" : "config" };
};

const unset = { value: undefined, source: "default" } as const;

const first = <T>(...candidates: readonly (readonly [T | undefined, Source])[]): Setting<T> | undefined => {
  for (const [value, source] of candidates) if (value !== undefined) return { value, source };
  return undefined;
};

const url = z.url({ protocol: /^https?$/ });

const wrongUrl = (settings: Settings, say: Say): Attempt<never> | undefined => {
  const checked: readonly (readonly [EnvironmentKey, Setting<string | undefined>, example: string])[] = [
    ["OPENROUTER_BASE_URL", settings.baseUrl, defaultBaseUrl],
    ["K8S_MCP_URL", settings.mcpUrl, "http://localhost:8001/sse"],
  ];
  for (const [key, { value, source }, example] of checked) {
    if (value === undefined || url.safeParse(value).success) continue;
    const from = say(sourceWords[source]);
    return failed("settings_url", say("badUrl", { key, source: from }), say("badUrlRemedy", { example }));
  }
  return undefined;
};

/**
 * Whether a model is asked at all. OpenRouter takes nobody without a key; another endpoint that was named may want none,
 * as those on one's own machine do.
 */
export const usesModel = ({ offline }: Pick<Flags, "offline">, { apiKey, baseUrl }: Settings): boolean =>
  !offline && (apiKey.value !== undefined || !/(^|\.)openrouter\.ai$/i.test(new URL(baseUrl.value).hostname));

/** Each source in the words of the terminal. */
export const sourceWords: Readonly<Record<Source, WordKey>> = {
  flag: "sourceFlag",
  environment: "sourceEnvironment",
  "env-file": "sourceEnvFile",
  config: "sourceConfig",
  default: "sourceDefault",
};

const noticeOf = (settings: Settings, file: string, say: Say): string | undefined => {
  const { apiKey, baseUrl, model, mcpUrl } = settings;
  const taken = Object.entries({
    OPENROUTER_API_KEY: apiKey,
    OPENROUTER_BASE_URL: baseUrl,
    OPENROUTER_MODEL: model,
    K8S_MCP_URL: mcpUrl,
  }).filter(([, setting]) => setting.source === "env-file");
  return taken.length === 0 ? undefined : say("fromEnvFile", { file, keys: taken.map(([key]) => key).join(", ") });
};
