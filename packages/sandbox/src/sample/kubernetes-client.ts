import { z } from "zod";

/** A Kubernetes object, as far as the sample servers look into it. */
export type KubernetesObject = { readonly [key: string]: unknown };

export type Reading<Value> =
  | { readonly kind: "ok"; readonly value: Value }
  | { readonly kind: "error"; readonly status: number; readonly message: string };

export type KubernetesClient = {
  get(path: string): Promise<Reading<KubernetesObject>>;
  list(path: string): Promise<Reading<readonly KubernetesObject[]>>;
  text(path: string): Promise<Reading<string>>;
};

const objectSchema = z.record(z.string(), z.unknown());
const listSchema = z.object({ items: z.array(objectSchema).nullable() });
const statusSchema = z.object({ message: z.string() });

/** Plain reads of one API server. What the server refuses is a value with its own words. */
export const createKubernetesClient = (server: string): KubernetesClient => {
  const request = async (path: string, accept: string): Promise<Reading<string>> => {
    try {
      const response = await fetch(`${server}${path}`, { headers: { accept } });
      const text = await response.text();
      return response.ok
        ? { kind: "ok", value: text }
        : { kind: "error", status: response.status, message: messageIn(text) };
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
      return { kind: "error", status: 0, message: `dial tcp: ${cause}: connection refused` };
    }
  };
  const json = async <Value>(path: string, schema: z.ZodType<Value>): Promise<Reading<Value>> => {
    const reading = await request(path, "application/json");
    return reading.kind === "ok" ? { kind: "ok", value: schema.parse(JSON.parse(reading.value)) } : reading;
  };
  return {
    get: (path) => json(path, objectSchema),
    list: async (path) => {
      const reading = await json(path, listSchema);
      return reading.kind === "ok" ? { kind: "ok", value: reading.value.items ?? [] } : reading;
    },
    text: (path) => request(path, "*/*"),
  };
};

const messageIn = (text: string): string => {
  try {
    return statusSchema.parse(JSON.parse(text)).message;
  } catch {
    return text.slice(0, 200);
  }
};

/** The path of a kind: its group and version, its plural, and the namespace where it has one. */
export const pathOf = ({
  apiVersion,
  kind,
  namespace,
  name,
}: {
  apiVersion: string;
  kind: string;
  namespace?: string;
  name?: string;
}): string => {
  const root = apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const place = namespace === undefined || clusterWide.has(kind) ? "" : `/namespaces/${encodeURIComponent(namespace)}`;
  return `${root}${place}/${pluralOf(kind)}${name === undefined ? "" : `/${encodeURIComponent(name)}`}`;
};

const clusterWide: ReadonlySet<string> = new Set([
  "Namespace",
  "Node",
  "PersistentVolume",
  "StorageClass",
  "ClusterRole",
  "ClusterRoleBinding",
  "CustomResourceDefinition",
  "IngressClass",
  "PriorityClass",
]);

const pluralOf = (kind: string): string => {
  const word = kind.toLowerCase();
  if (/(endpoints)$/.test(word)) return word;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|ch)$/.test(word) ? `${word}es` : `${word}s`;
};

/** A member of an object by its path; undefined where the path leads nowhere. */
export const memberOf = (object: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), object);

export const textOf = (object: unknown, ...path: readonly string[]): string => {
  const value = memberOf(object, ...path);
  return value === undefined || value === null ? "" : String(value);
};

export const listOf = (object: unknown, ...path: readonly string[]): readonly KubernetesObject[] => {
  const value = memberOf(object, ...path);
  return Array.isArray(value) ? value.filter(isObject) : [];
};

/** The name in the metadata of an object. */
export const nameOf = (object: KubernetesObject): string => textOf(object, "metadata", "name");

/** Whether a node says that it is ready. */
export const isReady = (object: KubernetesObject): boolean =>
  listOf(object, "status", "conditions").some((condition) => condition.type === "Ready" && condition.status === "True");

const isObject = (value: unknown): value is KubernetesObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
