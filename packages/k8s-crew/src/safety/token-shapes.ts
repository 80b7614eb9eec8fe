import { mask } from "./mask.ts";

type TokenShape = {
  readonly kind: string;
  /** The shape is looked for only in text that holds one of these: a plain search keeps megabytes fast. */
  readonly hints: readonly string[];
  /** What matches is masked; with a group named `secret`, that part only. */
  readonly pattern: RegExp;
};

/**
 * A private key up to its end line; where that is missing (the text was cut), as far as it looks like one. Line ends may
 * be escaped (`\\n`).
 */
const pemKey =
  /-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----(?:(?:[^-]|-(?!----)){0,8000}-----END [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----|(?:(?:\s|\\+[nr])*[A-Za-z0-9+/=]{16,})*(?:(?:\s|\\+[nr])*[A-Za-z0-9+/=]{0,76})?)/g;

const headerKinds = "Bearer|Basic|Token|ApiKey";

/**
 * Secrets that are known by their form, wherever they stand. Prefixes are those that the vendors publish in their
 * documentation of tokens. Not here, on purpose: forms that digests, UIDs, commit ids and pod names share.
 */
const tokenShapes: readonly TokenShape[] = [
  {
    kind: "private-key",
    hints: ["PRIVATE KEY"],
    pattern: pemKey,
  },
  // base64 of "-----BEGIN …PRIVATE KEY" (PKCS 8, RSA, EC, OPENSSH, ENCRYPTED, DSA, PGP). Certificates are public.
  {
    kind: "private-key",
    hints: ["LS0tLS1CRUdJTi"],
    pattern: /LS0tLS1CRUdJTi(?:BQUklW|BSU0Eg|BFQyBQ|BPUEVO|BFTkNS|BEU0Eg|BQR1Ag)[A-Za-z0-9+/]{20,}={0,2}/g,
  },
  // A header is short: without a bound, a word of megabytes is more than the engine can go back over.
  { kind: "jwt", hints: ["eyJ"], pattern: /(?<![\w-])eyJ[\w-]{8,4000}\.eyJ[\w-]{4,}(?:\.[\w-]*)?/g },
  { kind: "jwt", hints: ["ZXlK"], pattern: /(?<![\w+/])ZXlK[A-Za-z0-9+/]{60,}={0,2}/g },
  { kind: "aws-access-key", hints: ["AKIA", "ASIA"], pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g },
  { kind: "alibaba-access-key", hints: ["LTAI"], pattern: /\bLTAI[A-Za-z0-9]{12,26}\b/g },
  { kind: "tencent-secret-id", hints: ["AKID"], pattern: /\bAKID[A-Za-z0-9]{13,40}\b/g },
  { kind: "gcp-api-key", hints: ["AIza"], pattern: /\bAIza[\w-]{35}/g },
  { kind: "google-oauth", hints: ["ya29.", "GOCSPX-"], pattern: /\b(?:ya29\.[\w-]{20,}|GOCSPX-[\w-]{20,})/g },
  {
    kind: "github-token",
    hints: ["ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"],
    pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{22,})/g,
  },
  {
    kind: "gitlab-token",
    hints: ["glpat-", "gldt-", "glrt-", "glcbt-"],
    pattern: /\bgl(?:pat|dt|rt|cbt)-[\w.-]{20,}/g,
  },
  { kind: "slack-token", hints: ["xox"], pattern: /\bxox[abeoprs]-[\w-]{10,}/g },
  { kind: "slack-webhook", hints: ["hooks.slack.com"], pattern: /hooks\.slack\.com\/services\/(?<secret>[\w/]{20,})/g },
  { kind: "api-key", hints: ["sk-"], pattern: /(?<![\w-])sk-(?:or-v1-|proj-|ant-|svcacct-)?(?=[\w-]*\d)[\w-]{20,}/g },
  { kind: "stripe-key", hints: ["sk_", "rk_"], pattern: /\b[sr]k_(?:live|test)_[A-Za-z0-9]{16,}/g },
  { kind: "huggingface-token", hints: ["hf_"], pattern: /\bhf_[A-Za-z0-9]{30,}/g },
  { kind: "npm-token", hints: ["npm_"], pattern: /\bnpm_[A-Za-z0-9]{36}\b/g },
  { kind: "pypi-token", hints: ["pypi-"], pattern: /\bpypi-AgE[\w-]{40,}/g },
  { kind: "docker-token", hints: ["dckr_pat_"], pattern: /\bdckr_pat_[\w-]{20,}/g },
  { kind: "digitalocean-token", hints: ["_v1_"], pattern: /\bdo[opr]_v1_[a-f0-9]{64}\b/g },
  { kind: "vault-token", hints: ["hvs.", "hvb.", "hvr."], pattern: /\bhv[sbr]\.[\w-]{24,}/g },
  { kind: "sendgrid-key", hints: ["SG."], pattern: /\bSG\.[\w-]{16,}\.[\w-]{16,}/g },
  { kind: "telegram-token", hints: [":AA"], pattern: /\b\d{8,10}:AA[\w-]{33}\b/g },
  { kind: "age-key", hints: ["AGE-SECRET-KEY-"], pattern: /AGE-SECRET-KEY-1[A-Z0-9]{50,}/g },
  {
    kind: "signature",
    hints: ["sig=", "X-Amz-Signature="],
    pattern: /[?&](?:sig|X-Amz-Signature)=(?<secret>[\w%+/=-]{20,})/g,
  },
  {
    kind: "authorization",
    hints: ["earer ", "asic ", "oken ", "piKey "],
    pattern: new RegExp(`\\b(?:${headerKinds}) (?<secret>(?=[^\\s"']*[\\d=])[\\w.~+/=-]{16,})`, "gi"),
  },
  { kind: "cookie", hints: ["ookie:"], pattern: /\b(?:set-)?cookie: *(?<secret>[^\r\n"']{8,})/gi },
  {
    kind: "password",
    hints: ["://"],
    pattern: /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@"'<>]{0,100}:(?<secret>[^\s/@"'<>]{1,200})@/gi,
  },
  {
    kind: "token",
    hints: ["--"],
    pattern:
      /(?<=^|[\s"'[,])--?[\w-]{0,40}(?:password|passwd|token|secret|api-key|secret-key)(?:=| +)(?<secret>[^\s"',\]<-][^\s"',\]]*)/gi,
  },
];

/** Masks every secret of a known form in a text. */
export function maskShapes(text: string): string {
  let masked = text;
  for (const { kind, hints, pattern } of tokenShapes) {
    if (hints.some((hint) => masked.includes(hint))) masked = maskPattern(masked, kind, pattern);
  }
  return masked;
}

function maskPattern(text: string, kind: string, pattern: RegExp): string {
  return text.replace(pattern, (found: string, ...rest: unknown[]) => {
    const groups = rest.at(-1);
    const secret = typeof groups === "object" && groups !== null && "secret" in groups ? groups.secret : found;
    if (typeof secret !== "string" || secret.startsWith("<masked:")) return found;
    const start = found.lastIndexOf(secret);
    return found.slice(0, start) + mask(kind, secret.length) + found.slice(start + secret.length);
  });
}
