import { fieldName } from "./rows.ts";
import type { Row } from "./types.ts";

/** Names of Kubernetes objects and contexts, loosely: no spaces, begins with a letter or digit. */
const nameToken = "[A-Za-z0-9][\\w.:@/-]*";

const emptyTexts = [
  /^#?\s*(?:no|0) [\w\s./-]{0,60}(?:found|available|exist)\b/i,
  /^found 0 /i,
  /^\(?(?:empty|none|no results?)\)?\.?$/i,
  /^(?:未找到|没有找到|没有|暂无)[^\n]{0,40}(?:资源|事件|容器组|命名空间|节点|结果|数据|Pod|pod)[^\n]{0,20}$/,
];

/** What servers miss on the way to a list: that there is none of these says nothing of the list. */
const missesTheWay =
  /^\W*(?:no|0) [^\n]{0,60}?\b(?:such|host|route|connection|upstream|server|backend|leader|address|session|context|cluster|config(?:uration)?|kubeconfig|credentials?|token|auth\w*|client|handler|response|answer|endpoints? available)\b[^\n]{0,20}?(?:found|available|exist)\b|\bendpoints available for\b/i;

/** A text that says in words that a list is empty: `No resources found in dev namespace.`, `Found 0 Pod resources …`. */
export function saysEmpty(text: string): boolean {
  const trimmed = text.trim();
  const lines = trimmed.split("\n").filter((line) => line.trim() !== "");
  return lines.length === 1 && emptyTexts.some((pattern) => pattern.test(trimmed)) && !missesTheWay.test(trimmed);
}

/** `*name -> url` lines: contexts of a kubeconfig, the current one with a star. */
export function readArrows(text: string): readonly Row[] | undefined {
  const rows = text.split("\n").flatMap((line): Row[] => {
    const match = /^\s*(\*?)\s*(\S(?:.*\S)?) +-> +(\S+)\s*$/.exec(line);
    const [, star, name, server] = match ?? [];
    if (name === undefined || server === undefined || name.startsWith("Format:")) return [];
    return [{ name, fields: star === "*" ? { server, current: "true" } : { server } }];
  });
  return rows.length > 0 ? rows : undefined;
}

/** `Name: a`, each perhaps followed by `Key: value` lines up to the next. `Found 2 Pod resources in namespace dev:` may stand before. */
export function readNameLines(text: string): readonly Row[] | undefined {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const found = foundLine(lines[0]);
  const body = found === undefined ? lines : lines.slice(1);
  if (!/^Name:\s+\S/.test(body[0] ?? "")) return undefined;
  const rows: Row[] = [];
  for (const line of body) {
    const [, key = "", value = ""] = /^([\w ./-]{1,40}):\s*(.*)$/.exec(line) ?? [];
    const last = rows.at(-1);
    if (key === "Name") rows.push(newRow(value, found?.namespace));
    else if (key === "Namespace" && last !== undefined) rows[rows.length - 1] = { ...last, namespace: value };
    else if (key !== "" && value !== "" && last !== undefined) {
      rows[rows.length - 1] = { ...last, fields: { ...last.fields, [fieldName(key)]: value } };
    }
  }
  return rows.filter((row) => row.name !== "");
}

/** Bullets or numbers: `- web`, `* web (Running)`, `1. web`, with indented `Key: value` lines below. Only for lists. */
export function readBullets(text: string): readonly Row[] | undefined {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const namespace = foundLine(lines[0])?.namespace;
  const bullet = new RegExp(`^\\s{0,3}(?:[-*•]|\\d{1,4}[.)])\\s+[\`*]{0,3}(${nameToken})[\`*]{0,3}(.*)$`);
  const rows: Row[] = [];
  let strangers = 0;
  for (const line of lines) {
    const [, name, rest = ""] = bullet.exec(line) ?? [];
    const [, key, value] = /^\s{2,}(?:[-*]\s+)?([\w ./-]{1,40}):\s+(.+)$/.exec(line) ?? [];
    const last = rows.at(-1);
    if (name !== undefined) rows.push({ ...newRow(name.replace(/:$/, ""), namespace), fields: detailFields(rest) });
    else if (key !== undefined && value !== undefined && last !== undefined) {
      rows[rows.length - 1] = { ...last, fields: { ...last.fields, [fieldName(key)]: value.trim() } };
    } else strangers += 1;
  }
  return rows.length > 0 && strangers <= Math.max(2, rows.length / 2) ? rows : undefined;
}

/** As Kubernetes allows. */
const longestName = 253;

/** Nothing but names, one a line (`kubectl get -o name`: `pod/web`), or `Namespaces: a, b, c`. Only for lists. */
export function readPlainNames(text: string): readonly Row[] | undefined {
  const lines = text
    .trim()
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const typed = new RegExp(`^(?:[a-z][a-z0-9.]*/)?(${nameToken})$`);
  const listed =
    lines.length === 1 ? /^(?:[\w ()]{1,40}[:：])?\s*\[?([^[\]]+?)\]?$/.exec(lines[0] ?? "")?.[1] : undefined;
  const names = listed?.includes(",")
    ? listed.split(",").map((part) => part.trim().replace(/^["'`]|["'`]$/g, ""))
    : lines;
  const matches = names.map((name) => typed.exec(name)?.[1]);
  return matches.every((name) => name !== undefined && name !== "" && name.length <= longestName)
    ? matches.map((name) => newRow(name ?? "", undefined))
    : undefined;
}

function foundLine(line: string | undefined): { readonly namespace?: string } | undefined {
  if (line === undefined || !/^(?:Found|Listing|Total) .*:$/i.test(line.trim())) return undefined;
  const namespace = /in namespace ['"`]?([a-z0-9-]+)/i.exec(line)?.[1];
  return namespace === undefined ? {} : { namespace };
}

function newRow(name: string, namespace: string | undefined): Row {
  return { name: name.trim(), ...(namespace === undefined ? {} : { namespace }), fields: {} };
}

/** What stands behind a bullet's name: `(Running)`, `- Active`, `: Running`. One word is taken for its status. */
function detailFields(rest: string): Record<string, string> {
  const detail = rest
    .trim()
    .replace(/^[-–:(]\s*|\)$/g, "")
    .trim();
  if (detail === "") return {};
  return /^[A-Z][A-Za-z:/0-9]*$/.test(detail) ? { status: detail } : { detail };
}
