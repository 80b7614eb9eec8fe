import { formatBytes, parseQuantity } from "../catalog/quantity.ts";
import { isApiObject } from "./rows.ts";
import { containersOf } from "./templates.ts";
import type { Row } from "./types.ts";
import { at, isRecord, listAt, scalarText, textAt } from "./values.ts";

type Text = (row: Row) => string | undefined;

/** The variables that the containers set, by what they are set to or where that comes from. */
const env: Text = ({ object }) => {
  const containers = containersOf(object);
  if (containers.length === 0) return undefined;
  const variables = containers.flatMap((container) => listAt(container, "env"));
  const sources = containers.flatMap((container) => listAt(container, "envFrom"));
  return [...variables.map((one) => `${textAt(one, "name")}=${valueOfVariable(one)}`), ...sources.map(sourceOf)].join(
    "\n",
  );
};

/** What it is set to; where it comes from elsewhere, from where: `secret web-login (password)`. */
const valueOfVariable = (variable: unknown): string =>
  textAt(variable, "value") ||
  keyText("secret", at(variable, "valueFrom", "secretKeyRef")) ||
  keyText("configmap", at(variable, "valueFrom", "configMapKeyRef")) ||
  textAt(variable, "valueFrom", "fieldRef", "fieldPath");

const keyText = (kind: string, source: unknown): string => {
  const name = textAt(source, "name");
  return name === "" ? "" : `${kind} ${name} (${textAt(source, "key")})`;
};

const sourceOf = (source: unknown): string =>
  textAt(source, "configMapRef", "name") || textAt(source, "secretRef", "name");

/** The entries of a ConfigMap; of a Secret only their names, because what they hold is nothing to show. */
const data: Text = ({ object }) => {
  if (!isApiObject(object)) return undefined;
  if (textAt(object, "kind") === "Secret") return keysHeld(object).join("\n");
  const entries = at(object, "data");
  return Object.entries(isRecord(entries) ? entries : {})
    .map(([key, value]) => `${key}=${inOneLine(scalarText(value) ?? "")}`)
    .join("\n");
};

/** The names of what a ConfigMap or a Secret holds; never what they hold. */
export const keysHeld = (object: unknown): readonly string[] => {
  const keys = ["data", "stringData", "binaryData"].flatMap((part) => {
    const held = at(object, part);
    return isRecord(held) ? Object.keys(held) : [];
  });
  return [...new Set(keys)];
};

const inOneLine = (text: string): string => text.trim().replace(/\s*\n\s*/gu, " ⏎ ");

const modes: Readonly<Record<string, string>> = {
  ReadWriteOnce: "RWO",
  ReadOnlyMany: "ROX",
  ReadWriteMany: "RWX",
  ReadWriteOncePod: "RWOP",
};

/** `ReadWriteMany (RWX)`: both words that people have for it. */
const accessModes: Text = ({ object, fields }) => {
  const listed = listAt(object, "spec", "accessModes").flatMap((mode) => scalarText(mode) ?? []);
  if (listed.length > 0) return listed.map((mode) => (modes[mode] ? `${mode} (${modes[mode]})` : mode)).join(", ");
  const cell = fields["access modes"] ?? fields.accessmodes ?? fields.access_modes;
  const long = Object.entries(modes).find(([, short]) => short === cell)?.[0];
  return long === undefined ? cell : `${long} (${cell})`;
};

const reclaimPolicy: Text = ({ object, fields }) =>
  textAt(object, "spec", "persistentVolumeReclaimPolicy") ||
  textAt(object, "reclaimPolicy") ||
  (fields["reclaim policy"] ?? fields.reclaimpolicy);

/** `true` where claims of the class can be made larger. */
const expansion: Text = ({ object, fields }) =>
  isApiObject(object) ? textAt(object, "allowVolumeExpansion") || "false" : fields.allowvolumeexpansion;

/** How much a node has: `16 CPU, 64Gi`. */
export const nodeCapacity: Text = ({ object }) => {
  const cpu = textAt(object, "status", "capacity", "cpu");
  const memory = parseQuantity(textAt(object, "status", "capacity", "memory"));
  if (textAt(object, "kind") !== "Node" || cpu === "") return undefined;
  return `${cpu} CPU, ${memory === undefined ? "?" : formatBytes(memory)}`;
};

const volume: Text = ({ object, fields }) =>
  fields.volume ?? (isApiObject(object) ? textAt(object, "spec", "volumeName") : undefined);

/** `web/data`: the claim that a volume is or was bound to. */
const claim: Text = ({ object, fields }) => {
  if (fields.claim !== undefined || !isApiObject(object)) return fields.claim;
  const name = textAt(object, "spec", "claimRef", "name");
  return name === "" ? "" : `${textAt(object, "spec", "claimRef", "namespace")}/${name}`;
};

/** What the whole object tells, and often a list's columns. */
export const objectFields = {
  env: { text: env },
  data: { text: data },
  accessModes: { text: accessModes },
  reclaimPolicy: { text: reclaimPolicy },
  expansion: { text: expansion },
  volume: { text: volume },
  claim: { text: claim },
};
