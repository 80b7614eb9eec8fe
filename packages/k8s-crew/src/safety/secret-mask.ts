import { isRecord } from "../results/values.ts";
import { mask } from "./mask.ts";
import { redactText, redactValue } from "./redact.ts";
import { redactSaid } from "./said-secrets.ts";

/** Masks what is stored of a conversation, and what a model is told of it. */
export type SecretMask = {
  /** Takes note of what a person typed: what is a secret in it is masked wherever it went from there. True: there is one. */
  learn(text: string): boolean;
  /** What a person said, or was answered, without secrets. */
  said(text: string): string;
  /** The value without secrets; the very same one when it holds none. */
  masked(value: unknown): unknown;
};

/** Secrets of one conversation that are kept in mind, and texts whose masked form is. */
const learnedLimit = 100;
const textLimit = 200;

/**
 * The parts of a message travel on alone: “hunter2” no longer tells that it stood behind “password=”. So what the
 * masking took out of the whole message is taken out of everything that came of it.
 */
export const createSecretMask = (): SecretMask => {
  let secrets: readonly string[] = [];
  const texts = new Map<string, string>();
  const withoutLearned = (text: string): string =>
    secrets.reduce((left, secret) => left.replaceAll(secret, mask("secret", secret.length)), text);
  const maskText = (text: string): string => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    const masked = withoutLearned(redactText(text));
    if (texts.size >= textLimit) texts.clear();
    texts.set(text, masked);
    return masked;
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === "string") return maskText(value);
    if (Array.isArray(value)) {
      const members = value.map(walk);
      return members.every((member, index) => member === value[index]) ? value : members;
    }
    if (!isRecord(value)) return value;
    // Arguments are the only part whose keys are not our own, so that a key may tell that its value is a secret.
    const members = Object.entries(value).map(([key, member]): [string, unknown] => [
      maskText(key),
      walk(key === "args" ? redactValue(member) : member),
    ]);
    const isSame = members.every(([key, member]) => Object.hasOwn(value, key) && value[key] === member);
    return isSame ? value : Object.fromEntries(members);
  };
  return {
    learn: (text) => {
      const redacted = redactSaid(text);
      const found = secretsIn(text, redacted).filter((secret) => !secrets.includes(secret));
      if (found.length > 0) texts.clear();
      secrets = [...secrets, ...found].slice(-learnedLimit);
      return redacted !== text;
    },
    said: (text) => withoutLearned(redactSaid(text)),
    masked: walk,
  };
};

/** Between these, a part of a sentence may be read as a value of its own. */
const between = /[\s"'`,;:=：，；。“”()（）<>]+/;

/** Shorter parts stand in too many other words. */
const shortest = 4;

const secretsIn = (text: string, redacted: string): readonly string[] => {
  if (redacted === text) return [];
  const kept = new Set(redacted.split(between));
  return text.split(between).filter((part) => part.length >= shortest && !kept.has(part));
};

/** Whether something in the value was masked: it can be shown, but not sent. */
export const holdsMasked = (value: unknown): boolean => JSON.stringify(value)?.includes("<masked:") ?? false;
