import { mask } from "./mask.ts";
import { redactText } from "./redact.ts";
import { replaceParts } from "./redact-lines.ts";
import { isHarmless, isSecretName } from "./secret-names.ts";
import { maskShapes } from "./token-shapes.ts";

/** “password=hunter2”, “密码是 hunter2”, “my token is …”: a name, a sign or a verb, a value. */
const assignment =
  /(?<![\w.-])([A-Za-z_\u4e00-\u9fff][\w.\u4e00-\u9fff-]{0,80}?)(["']?[ \t]{0,3}(?:[=:：]|是|为|\bis\b)[ \t]{0,8})("[^"\n]*"|'[^'\n]*'|[^\s,;，；。&"'\])}]+)/gu;

/** “secret: db-credentials”: a Secret is asked for by its name, which is none. */
const namedSecret = /((?<![\w.-])secrets?[ \t]{0,3}[:：][ \t]{0,8}[^\s,;，；。]+)/iu;

/** A sentence of a person without the secrets in it. `redactText` knows how programs write; people say “my password is”. */
export const redactSaid = (text: string): string =>
  text
    .split(namedSecret)
    .map((part, index) => (index % 2 === 1 ? maskShapes(part) : redactText(replaceParts(part, assignment, withMask))))
    .join("");

/** The same without a trace of them, nor of what they are called: they say nothing of what is wanted. */
export const withoutSecrets = (text: string): string =>
  replaceParts(text, assignment, (parts) => (isSecret(parts) ? " " : (parts[0] ?? ""))).replace(tokenWord, (word) =>
    wholeMask.test(maskShapes(word)) ? " " : word,
  );

const tokenWord = /[^\s,;，；。"']{16,}/gu;
const wholeMask = /^<masked:[^>]*>$/;

const withMask = (parts: readonly string[]): string => {
  const [found = "", name = "", sign = "", value = ""] = parts;
  return isSecret(parts) ? `${name}${sign}${mask("secret", value.length)}` : found;
};

/** After a verb, or a colon in a sentence (“invalid token: expired”), only what looks made up is a secret. */
const isSecret = ([, name = "", sign = "", value = ""]: readonly string[]): boolean => {
  if (!isSecretName(name) || (kindOfSecrets.test(name) && !sign.includes("="))) return false;
  if (isHarmless(value)) return false;
  return /[=：]|:$/u.test(sign) || /^["']/.test(value) || looksMadeUp.test(value);
};

const kindOfSecrets = /^secrets?$/i;
const looksMadeUp = /^(?=.*\d)(?=.*\p{L}).{6,}$/u;
