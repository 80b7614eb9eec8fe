import type { Row } from "./types.ts";

/** Lists that are neither JSON, YAML nor tables: each reader returns undefined for a text that is not its own. */

/** `Name: a`, one a line, with an optional `Namespace:` or `Status:` under it. */
export const rowsOfNameLines = (text: string): readonly Row[] | undefined => {
  if (!/^\s*Name:\s*\S/m.test(text)) return undefined;
  const rows: { name: string; fields: Record<string, string> }[] = [];
  for (const line of text.split("\n")) {
    const match = /^\s*([A-Za-z][\w ]{0,30}):\s*(.*)$/.exec(line);
    const key = match?.[1]?.toLowerCase();
    const value = match?.[2]?.trim() ?? "";
    if (key === "name") rows.push({ name: value, fields: {} });
    else if (key !== undefined && rows.length > 0)
      rows.at(-1)?.fields && Object.assign(rows.at(-1)?.fields ?? {}, { [key]: value });
  }
  return rows.filter(({ name }) => name !== "").map(({ name, fields }) => withNamespace({ name, fields }));
};

/** `- web`, with attributes indented below: `  Replicas: 3`. Also `* web` and `• web`. */
export const rowsOfBullets = (text: string): readonly Row[] | undefined => {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const bullets = lines.filter((line) => /^\s{0,2}[-*•]\s+\S+$/.test(line));
  if (bullets.length === 0) return undefined;
  const rows: { name: string; fields: Record<string, string> }[] = [];
  for (const line of lines) {
    const name = /^\s{0,2}[-*•]\s+(\S+)$/.exec(line)?.[1];
    const attribute = /^\s{2,}([A-Za-z][\w ]{0,30}):\s*(.*)$/.exec(line);
    if (name !== undefined) rows.push({ name: name.replace(/^["'`]|["'`,]$/g, ""), fields: {} });
    else if (attribute?.[1] !== undefined)
      Object.assign(rows.at(-1)?.fields ?? {}, { [attribute[1].toLowerCase()]: attribute[2]?.trim() ?? "" });
  }
  return rows.map(withNamespace);
};

/** Contexts of a kubeconfig: `*name -> url`, the star marks the current one. */
export const rowsOfContexts = (text: string): readonly Row[] | undefined => {
  const matches = [...text.matchAll(/^\s*(\*?)\s*(\S+)\s+->\s+(\S+)\s*$/gm)].filter(
    ([, , name]) => name !== "CONTEXT_NAME",
  );
  if (matches.length === 0) return undefined;
  return matches.map(([, star, name = "", server = ""]) => ({
    name,
    fields: { server, current: String(star === "*") },
  }));
};

/** What servers say when there is nothing. */
export const saysEmpty = (text: string): boolean =>
  /^\s*(\[\s*\]|\{\s*\}|#?\s*no (\w+ )?(resources|events|pods|items|results)?\b.*found.*|found 0 .*|没有(找到)?.*|未找到.*)\s*$/i.test(
    text.trim(),
  ) || text.trim() === "";

const withNamespace = (row: { name: string; fields: Record<string, string> }): Row => {
  const { namespace } = row.fields;
  return namespace ? { ...row, namespace } : row;
};
