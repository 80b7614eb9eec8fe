import type { World } from "@k8s-copilot/sandbox";

const textsIn = (fields: unknown): readonly string[] =>
  typeof fields === "object" && fields !== null
    ? Object.values(fields).filter((value) => typeof value === "string")
    : [];

/** Shorter ones are ordinary words as well. */
const secretLength = 8;

/** What stands in the secrets of the worlds, plain and as base64. */
export const secretsOf = (worlds: readonly World[]): readonly string[] => {
  const secrets = worlds.flatMap(({ objects }) => objects.filter(({ kind }) => kind === "Secret"));
  const plain = secrets.flatMap(({ stringData }) => textsIn(stringData));
  const coded = secrets.flatMap(({ data }) => textsIn(data));
  return [
    ...plain.flatMap((text) => [text, Buffer.from(text).toString("base64")]),
    ...coded.flatMap((text) => [text, Buffer.from(text, "base64").toString("utf8")]),
  ].filter((text) => text.length >= secretLength);
};
