import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseEnv } from "dotenv";
import { parse as parseYaml } from "yaml";
import { z } from "zod";
import type { Io } from "./io.ts";
import { type AppLanguage, word } from "./words.ts";

/** Where a setting came from, strongest first. */
export type Source = "flag" | "environment" | ".env" | "config file" | "default";

export type Flags = {
  readonly model?: string;
  readonly context?: string;
  readonly namespace?: string;
  readonly lang?: string;
  readonly kubeconfig?: string;
};

/** The four that the working folder's `.env` may set without a question. */
const environmentKeys = ["OPENROUTER_API_KEY", "OPENROUTER_BASE_URL", "OPENROUTER_MODEL", "K8S_MCP_URL"] as const;
type EnvironmentKey = (typeof environmentKeys)[number];

const defaults: { readonly [key: string]: string } = {
  OPENROUTER_BASE_URL: "https://openrouter.ai/api/v1",
  OPENROUTER_MODEL: "google/gemini-2.5-flash",
};

const role = z.object({ role: z.string(), of: z.string().optional() });

const configSchema = z.strictObject({
  mcpServers: z.record(z.string(), z.unknown()).optional(),
  model: z.string().optional(),
  baseUrl: z.url().optional(),
  language: z.enum(["zh", "en", "auto"]).optional(),
  context: z.string().optional(),
  namespace: z.string().optional(),
  trustedServers: z.array(z.string()).optional(),
  tools: z
    .record(
      z.string(),
      z.object({
        verb: z.string().optional(),
        resource: z.string().optional(),
        effect: z.string().optional(),
        parameters: z.record(z.string(), role).optional(),
      }),
    )
    .optional(),
});

export type ConfigFile = z.infer<typeof configSchema>;

export type Setting = {
  readonly key: string;
  readonly value: string | undefined;
  readonly source: Source;
  readonly secret: boolean;
};

export type Settings = {
  readonly apiKey: string | undefined;
  readonly baseUrl: string;
  readonly model: string;
  readonly mcpUrl: string | undefined;
  readonly context: string | undefined;
  readonly namespace: string | undefined;
  readonly language: "zh" | "en" | "auto";
  readonly config: ConfigFile;
  readonly list: readonly Setting[];
  /** What a person should know about the settings: which file was read, what came too late. */
  readonly notices: readonly string[];
};

export type Loaded =
  | { readonly kind: "settings"; readonly settings: Settings }
  | { readonly kind: "broken"; readonly message: string };

/** Flags before the environment before `.env` before the config file before defaults. Mistakes are one plain sentence. */
export const loadSettings = (io: Io, flags: Flags, language: AppLanguage): Loaded => {
  const dotenv = readDotenv(io, language);
  if (dotenv.kind === "broken") return dotenv;
  const file = readConfig(io, language);
  if (file.kind === "broken") return file;
  const { config } = file;
  const fromConfig: { readonly [key: string]: string | undefined } = {
    OPENROUTER_MODEL: config.model,
    OPENROUTER_BASE_URL: config.baseUrl,
  };
  const pick = (key: EnvironmentKey, flag?: string): Setting => {
    const secret = key === "OPENROUTER_API_KEY";
    const candidates: readonly (readonly [Source, string | undefined])[] = [
      ["flag", flag],
      ["environment", io.env[key]],
      [".env", dotenv.values[key]],
      ["config file", fromConfig[key]],
      ["default", defaults[key]],
    ];
    const found = candidates.find(([, value]) => value !== undefined && value !== "");
    return { key, value: found?.[1], source: found?.[0] ?? "default", secret };
  };
  const plain = (key: "context" | "namespace", flag: string | undefined): Setting => {
    const value = flag ?? config[key];
    return {
      key,
      value,
      source: flag !== undefined ? "flag" : config[key] !== undefined ? "config file" : "default",
      secret: false,
    };
  };
  const list = [
    pick("OPENROUTER_API_KEY"),
    pick("OPENROUTER_BASE_URL"),
    pick("OPENROUTER_MODEL", flags.model),
    pick("K8S_MCP_URL"),
    plain("context", flags.context),
    plain("namespace", flags.namespace),
  ];
  const value = (key: string) => list.find((setting) => setting.key === key)?.value;
  for (const key of ["OPENROUTER_BASE_URL", "K8S_MCP_URL"]) {
    const setting = list.find((each) => each.key === key);
    if (setting?.value !== undefined && !z.url({ protocol: /^https?$/ }).safeParse(setting.value).success) {
      return {
        kind: "broken",
        message: word(language, "settingBroken", { key, source: setting.source, cause: setting.value.slice(0, 80) }),
      };
    }
  }
  const used = list.filter(({ source }) => source === ".env").map(({ key }) => key);
  const notices = [
    ...(used.length > 0 ? [word(language, "envUsed", { file: dotenv.file, keys: used.join(", ") })] : []),
    ...(dotenv.values.NODE_EXTRA_CA_CERTS !== undefined && io.env.NODE_EXTRA_CA_CERTS === undefined
      ? [word(language, "envCertificates", { file: dotenv.file })]
      : []),
  ];
  const languageSetting = z.enum(["zh", "en", "auto"]).safeParse(flags.lang ?? config.language ?? "auto");
  return {
    kind: "settings",
    settings: {
      apiKey: value("OPENROUTER_API_KEY"),
      baseUrl: value("OPENROUTER_BASE_URL") ?? "",
      model: value("OPENROUTER_MODEL") ?? "",
      mcpUrl: value("K8S_MCP_URL"),
      context: value("context"),
      namespace: value("namespace"),
      language: languageSetting.success ? languageSetting.data : "auto",
      config,
      list,
      notices,
    },
  };
};

type Dotenv =
  | { readonly kind: "values"; readonly file: string; readonly values: { readonly [key: string]: string } }
  | { readonly kind: "broken"; readonly message: string };

const readDotenv = ({ cwd }: Io, language: AppLanguage): Dotenv => {
  const file = join(cwd, ".env");
  const text = readIfThere(file);
  if (text.kind === "absent") return { kind: "values", file, values: {} };
  if (text.kind === "unreadable")
    return { kind: "broken", message: word(language, "envUnreadable", { file, cause: text.cause }) };
  return { kind: "values", file, values: parseEnv(text.text.replace(/^\ufeff/, "")) };
};

type Config =
  | { readonly kind: "config"; readonly config: ConfigFile }
  | { readonly kind: "broken"; readonly message: string };

export const configPath = ({ env, home }: Io): string =>
  join(env.XDG_CONFIG_HOME || join(home, ".config"), "k8s-copilot", "config.yaml");

const readConfig = (io: Io, language: AppLanguage): Config => {
  const file = configPath(io);
  const text = readIfThere(file);
  if (text.kind === "absent") return { kind: "config", config: {} };
  if (text.kind === "unreadable")
    return { kind: "broken", message: word(language, "configBroken", { file, cause: text.cause }) };
  try {
    const parsed = configSchema.safeParse(parseYaml(text.text) ?? {});
    if (parsed.success) return { kind: "config", config: parsed.data };
    const issue = parsed.error.issues[0];
    return {
      kind: "broken",
      message: word(language, "configBroken", { file, cause: `${issue?.path.join(".")}: ${issue?.message}` }),
    };
  } catch (error) {
    return { kind: "broken", message: word(language, "configBroken", { file, cause: firstLine(error) }) };
  }
};

type Text =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "absent" }
  | { readonly kind: "unreadable"; readonly cause: string };

const readIfThere = (file: string): Text => {
  try {
    return { kind: "text", text: readFileSync(file, "utf8") };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return code === "ENOENT" || code === "ENOTDIR"
      ? { kind: "absent" }
      : { kind: "unreadable", cause: code || firstLine(error) };
  }
};

export const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";

/** A secret as it may be shown: that it is there, and how long it is. */
export const shown = ({ value, secret }: Setting): string =>
  value === undefined ? "-" : secret ? `(set, ${value.length} characters)` : value;
