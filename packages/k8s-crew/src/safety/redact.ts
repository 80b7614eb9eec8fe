/**
 * Secrets are masked at one point, before a model, a terminal or a session sees them: what remains says of what kind a
 * value was and about how long, never a character of it.
 */
type Shape = { readonly kind: string; readonly pattern: RegExp };

/** Shapes of secrets that give themselves away. Sources: the vendors' own documentation of their key formats. */
const shapes: readonly Shape[] = [
  { kind: "private key", pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g },
  { kind: "jwt", pattern: /\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/g },
  { kind: "base64 jwt", pattern: /\bZXlK[A-Za-z0-9+/]{40,}={0,2}/g },
  { kind: "openrouter key", pattern: /\bsk-or-v1-[A-Za-z0-9]{20,}/g },
  { kind: "api key", pattern: /\bsk-(?:proj-|ant-)?[A-Za-z0-9_-]{20,}/g },
  { kind: "aws access key", pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g },
  { kind: "google api key", pattern: /\bAIza[A-Za-z0-9_-]{35}/g },
  { kind: "google oauth token", pattern: /\bya29\.[A-Za-z0-9_-]{20,}/g },
  { kind: "github token", pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{22,})/g },
  { kind: "gitlab token", pattern: /\bgl(?:pat|dt|rt|cbt)-[A-Za-z0-9_-]{20,}/g },
  { kind: "slack token", pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/g },
  { kind: "slack webhook", pattern: /https:\/\/hooks\.slack\.com\/services\/[A-Za-z0-9/]+/g },
  { kind: "stripe key", pattern: /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}/g },
  { kind: "npm token", pattern: /\bnpm_[A-Za-z0-9]{36}/g },
  { kind: "azure storage key", pattern: /(?<=AccountKey=)[A-Za-z0-9+/]{40,}={0,2}/g },
  { kind: "sendgrid key", pattern: /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/g },
  { kind: "vault token", pattern: /\bhvs\.[A-Za-z0-9_-]{20,}/g },
  { kind: "digitalocean token", pattern: /\bdo[opr]_v1_[a-f0-9]{64}/g },
  { kind: "bearer token", pattern: /(?<=\bBearer\s+)[A-Za-z0-9._~+/=-]{16,}/gi },
  { kind: "basic auth", pattern: /(?<=\bBasic\s+)[A-Za-z0-9+/=]{16,}/gi },
  { kind: "password in url", pattern: /(?<=\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]{0,64}:)[^\s@/]{1,256}(?=@)/gi },
  { kind: "bootstrap token", pattern: /\b[a-z0-9]{6}\.[a-z0-9]{16}\b(?![a-z0-9.-])/g },
];

const masked = (kind: string, value: string): string => `[${kind} masked, ${lengthClass(value.length)}]`;

const lengthClass = (length: number): string => (length < 16 ? "short" : length < 64 ? "medium" : "long");

/** Keys whose value is a secret wherever it stands: `password: x`, `"client-key-data": "…"`, `DB_PASSWORD=x`. */
const secretKey =
  "(?:[A-Za-z0-9_.-]*(?:password|passwd|pwd|secret|token|api[_-]?key|apikey|private[_-]?key|access[_-]?key|client[_-]key[_-]data|credentials?)|\\.dockerconfigjson|\\.dockercfg|_authToken)";

/** Keys that only look like that. */
const harmlessKey =
  /(?:secret-?names?|secretKeyRef|imagePullSecrets?|token(?:ExpirationSeconds|s_?used|_count)|prompt_tokens|completion_tokens|automountServiceAccountToken|serviceAccountToken|secretRef|projected|expiration|rotation|secretType|type)$/i;

const keyed = new RegExp(
  `(["']?)(${secretKey})\\1(\\s*[:=]\\s*)("(?:[^"\\\\\\n]|\\\\.)*"|'[^'\\n]*'|[^\\s,;&}\\]"'{[|>][^\\s,;&}\\]]*)`,
  "gi",
);

/** Masks every secret in a text: Secret objects in JSON, YAML or describe form, secret-named values, known shapes. */
export const redactText = (text: string): string => {
  if (text === "") return text;
  const withoutSecrets = mentionsSecret.test(text) ? maskSecretObjects(text) : text;
  const withoutApplied = withoutSecrets.includes("last-applied-configuration")
    ? maskLastApplied(withoutSecrets)
    : withoutSecrets;
  const withoutKeyed = withoutApplied.replace(
    keyed,
    (whole, quote: string, key: string, between: string, value: string) =>
      harmlessKey.test(key) || isHarmless(value)
        ? whole
        : `${quote}${key}${quote}${between}${requote(value, masked("value", value))}`,
  );
  const withoutEnv = withoutKeyed.replace(
    envPair,
    (whole, start: string, key: string, between: string, value: string) =>
      harmlessKey.test(key) || isHarmless(value)
        ? whole
        : `${start}${key}${between}${requote(value, masked("value", value))}`,
  );
  return shapes.reduce((rest, { kind, pattern }) => rest.replace(pattern, (value) => masked(kind, value)), withoutEnv);
};

const mentionsSecret = /\bkind["']?\s*:\s*["']?Secret(?:List)?\b/;

/** Environment variables of a container: a `name` that sounds secret, then its `value`. */
const envPair = new RegExp(
  `(name["']?\\s*:\\s*["']?)(${secretKey})(["']?\\s*,?\\s*\\n?\\s*["']?value["']?\\s*:\\s*)("(?:[^"\\\\\\n]|\\\\.)*"|'[^'\\n]*'|[^\\s,}\\]]+)`,
  "gi",
);

const isHarmless = (value: string): boolean =>
  /^["']?(?:true|false|null|none|\d{1,6}|\[.* masked, .*|<[^>]*>|\$\{.*\}|\*+)?["']?$/i.test(value) ||
  value.startsWith("[");

const requote = (value: string, mask: string): string => (/^["']/.test(value) ? `${value[0]}${mask}${value[0]}` : mask);

/** The values under `data` and `stringData` of Secret objects, in YAML and in JSON. Keys stay: they tell what there is. */
const maskSecretObjects = (text: string): string =>
  maskYamlBlocks(text).replace(
    /("(?:data|stringData)"\s*:\s*\{)([^{}]*)(\})/g,
    (_, open: string, body: string, close: string) =>
      open +
      body.replace(
        /("(?:[^"\\]|\\.)*"\s*:\s*)"((?:[^"\\]|\\.)*)"/g,
        (_pair, key: string, value: string) => `${key}"${masked("secret", value)}"`,
      ) +
      close,
  );

const maskYamlBlocks = (text: string): string => {
  let depth = -1;
  let block = -1;
  return text
    .split("\n")
    .map((line) => {
      const indent = line.search(/\S/);
      if (indent < 0) return line;
      if (depth >= 0 && indent <= depth) depth = -1;
      if (depth < 0 && /^[\s-]*(?:data|stringData):\s*$/.test(line)) {
        depth = line.search(/[a-zA-Z]/);
        block = -1;
        return line;
      }
      if (depth < 0) return line;
      const pair = /^(\s*[\w.-]+:\s*)(.*)$/.exec(line);
      if (block >= 0 && indent > block) return `${line.slice(0, indent)}${masked("secret", line.trim())}`;
      block = -1;
      if (!pair?.[1]) return `${line.slice(0, indent)}${masked("secret", line.trim())}`;
      if (/^[|>]/.test(pair[2] ?? "")) block = indent;
      return /^[|>]/.test(pair[2] ?? "") ? line : `${pair[1]}${masked("secret", pair[2] ?? "")}`;
    })
    .join("\n");
};

/** The annotation holds the whole object once more, secrets included. */
const maskLastApplied = (text: string): string =>
  text
    .replace(
      /(last-applied-configuration["']?\s*:\s*)(\|-?|>-?)\s*\n((?:\s+.*\n?)*?)(?=\s*\S+:|$)/g,
      (_, key: string) => `${key}${masked("annotation", "x".repeat(64))}\n`,
    )
    .replace(
      /(last-applied-configuration["']?\s*:\s*)("(?:[^"\\]|\\.)*"|'(?:[^'\n]|'')*'|\{[^\n]*)/g,
      (_, key: string, value: string) =>
        `${key}${requote(value.startsWith("{") ? "" : value, masked("annotation", value))}`,
    );
