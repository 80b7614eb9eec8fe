/**
 * Names of settings whose values are secret: the last word decides (`DB_PASSWORD`, `dbPassword`, `token`), so that
 * `passwordFile`, `secretName`, `tokenTTL` and `secretKeyRef` stay readable.
 */
const secretWords = new Set([
  "password",
  "passwd",
  "pwd",
  "passphrase",
  "secret",
  "token",
  "credential",
  "credentials",
  "apikey",
  "apitoken",
  "authtoken",
  "accesstoken",
  "secretkey",
  "accesskey",
  "privatekey",
  "signingkey",
  "encryptionkey",
  "dockerconfigjson",
  "dockercfg",
]);

/** `…key` is secret only behind one of these; `…pass` and `…auth` only behind any word (`DB_PASS`, but not `PASS: TestLogin`). */
const keyOwners = new Set([
  "api",
  "secret",
  "access",
  "private",
  "signing",
  "encryption",
  "master",
  "auth",
  "ssh",
  "shared",
  "license",
  "client",
  "account",
  "storage",
  "hmac",
  "tls",
]);

/** Words behind which the name itself is looked at: `client-key-data`, `TOKEN_BASE64`, `PASSWORD_2`. */
const trailingWords = /^(?:data|value|base64|b64|plain|plaintext|text|raw|hash|\d+)$/;

const chineseNames = /(?:密码|口令|令牌|密钥|访问凭证)$/;

export function isSecretName(name: string): boolean {
  if (name.length > 120) return false;
  if (chineseNames.test(name)) return true;
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "")
    .map((word) => word.replace(/(?<=[a-z])\d+$/, ""));
  while (words.length > 1 && trailingWords.test(words.at(-1) ?? "")) words.pop();
  const last = words.at(-1) ?? "";
  const before = words.at(-2) ?? "";
  if (secretWords.has(last)) return true;
  if (last === "key") return keyOwners.has(before);
  return last === "pass" && before !== "";
}

/**
 * Values that are no secret though their name says so: flags, numbers, references, templates, sizes (`8 bytes`), and
 * what was masked before.
 */
export function isHarmless(value: string): boolean {
  const trimmed = value.trim();
  return (
    trimmed === "" ||
    /^(?:true|false|null|nil|none|yes|no|~|undefined|\[\]|\{\}|-?\d{1,5}(?: bytes)?)$/i.test(trimmed) ||
    /^(?:\$\(.*\)|\$\{[^}]*\}|\{\{.*\}\}|<(?!masked:)[^>]*>.*|<masked:[\w:-]+>,?)$/.test(trimmed)
  );
}
