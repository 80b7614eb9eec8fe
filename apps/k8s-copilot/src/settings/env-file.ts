import { parse } from "dotenv";
import { type Attempt, failed, ok } from "../problem.ts";
import type { Say } from "../words.ts";

/** The keys that a `.env` may set; whatever else stands in it belongs to other programs and is left alone. */
export type EnvironmentKey = "OPENROUTER_API_KEY" | "OPENROUTER_BASE_URL" | "OPENROUTER_MODEL" | "K8S_MCP_URL";

const environmentKeys: readonly EnvironmentKey[] = [
  "OPENROUTER_API_KEY",
  "OPENROUTER_BASE_URL",
  "OPENROUTER_MODEL",
  "K8S_MCP_URL",
];

export type EnvFile = {
  readonly values: Readonly<Partial<Record<EnvironmentKey, string>>>;
  /** It sets NODE_EXTRA_CA_CERTS, which Node reads before any file of ours. */
  readonly setsCaCertificates: boolean;
};

/** A mistake is reported only for our keys, and never with the value. */
export const parseEnvFile = (text: string, file: string, say: Say): Attempt<EnvFile> => {
  const lines = text.split(/\r\n?|\n/);
  if (text.includes("\0")) return failed("settings_not_text", say("fileNotText", { file }), say("fileNotTextRemedy"));
  const parsed = parse(text);
  const values: Partial<Record<EnvironmentKey, string>> = {};
  for (const key of environmentKeys) {
    const line = lines.findLastIndex((candidate) => new RegExp(`^\\s*(?:export\\s+)?${key}(?!\\w)`).test(candidate));
    if (line < 0) continue;
    const at = { file, key, line: line + 1 };
    const value = parsed[key];
    if (value === undefined) return failed("settings_env_line", say("envLineBroken", at), say("envLineRemedy"));
    if (/^["'`]/.test(value)) return failed("settings_env_quote", say("envQuoteOpen", at), say("envLineRemedy"));
    if (value.trim() !== "") values[key] = value.trim();
  }
  return ok({ values, setsCaCertificates: (parsed.NODE_EXTRA_CA_CERTS ?? "") !== "" });
};
