import { readdir, readFile, stat } from "node:fs/promises";
import { basename, extname, join, relative } from "node:path";
import { parseAllDocuments } from "yaml";
import { kindOf, kinds } from "./kinds.ts";
import { isFields, type KubernetesObject, listAt, objectSchema, withoutNulls } from "./objects.ts";

/** What one cluster holds at the start: plain data, from manifests or made by a program. */
export interface World {
  /** The name of its cluster and context. */
  readonly name: string;
  readonly objects: readonly KubernetesObject[];
  readonly logs?: readonly LogFile[];
}

/**
 * A log, found by its path in the folder `logs`: `NAMESPACE/WORKLOAD.log`, `NAMESPACE/WORKLOAD.CONTAINER.log`, with
 * `.previous.log` for the run before. WORKLOAD is a pod's name, or what the pod's name begins with up to a dash.
 * A line begins with its time, `-5m` (before the start) or an ISO time; a line without one has that of the line above.
 */
export interface LogFile {
  readonly namespace: string;
  readonly workload: string;
  readonly container?: string;
  readonly previous: boolean;
  readonly lines: readonly string[];
}

/** A mistake in manifests. The message names the file and the remedy. */
export class ManifestError extends Error {
  readonly code = "INVALID_MANIFEST";
}

/** The worlds that come with the sandbox; the same relative path holds in the source and in a bundle. */
export const defaultWorldFolder = new URL("../world/", import.meta.url);

/**
 * Reads worlds from a manifest file, a folder of manifests (one context, named for it), or a folder with one folder per context.
 * @throws ManifestError with `code` INVALID_MANIFEST when the path or a manifest cannot be read
 */
export async function loadWorlds(path: string): Promise<World[]> {
  const info = await stat(path).catch(() => undefined);
  if (info === undefined)
    throw new ManifestError(`${path} does not exist: give a manifest file or a folder of manifests.`);
  if (info.isFile()) return [{ name: basename(path, extname(path)), objects: await readManifests(path) }];
  const entries = await readdir(path, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name !== "logs").map((entry) => entry.name);
  const isOneContext = entries.some((entry) => entry.isFile() && isManifest(entry.name));
  if (isOneContext) return [await readWorld(path)];
  if (folders.length === 0) throw new ManifestError(`${path} holds no manifests: put .yaml or .json files into it.`);
  return Promise.all(folders.sort().map((folder) => readWorld(join(path, folder))));
}

async function readWorld(folder: string): Promise<World> {
  const names = (await readdir(folder, { recursive: true })).sort();
  const manifests = names.filter((name) => isManifest(name) && !name.startsWith("logs"));
  if (manifests.length === 0)
    throw new ManifestError(`${folder} holds no manifests: put .yaml or .json files into it.`);
  const objects = await Promise.all(manifests.map((name) => readManifests(join(folder, name))));
  const logs = await Promise.all(
    names.filter((name) => name.endsWith(".log")).map((name) => readLog(join(folder, "logs"), join(folder, name))),
  );
  return { name: contextName(folder), objects: objects.flat(), logs };
}

/** Context names such as `arn:aws:eks:…:cluster/prod` are no names of folders: there they stand percent-encoded. */
function contextName(folder: string): string {
  const name = basename(folder);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function isManifest(name: string): boolean {
  return [".yaml", ".yml", ".json"].includes(extname(name));
}

async function readManifests(file: string): Promise<KubernetesObject[]> {
  const documents = parseAllDocuments(await readFile(file, "utf8"));
  const objects: KubernetesObject[] = [];
  for (const document of documents) {
    const [problem] = document.errors;
    if (problem !== undefined) throw new ManifestError(`${file} is not YAML: ${problem.message}`);
    const content: unknown = document.toJS();
    const items = isFields(content) && String(content.kind).endsWith("List") ? listAt(content, "items") : [content];
    objects.push(...items.filter((item) => item !== null).map((item) => parseManifest(item, file)));
  }
  return objects;
}

function parseManifest(content: unknown, file: string): KubernetesObject {
  const parsed = objectSchema.safeParse(withoutNulls(content));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.join(".") || "the document";
    throw new ManifestError(
      `${file}: ${where} is wrong (${issue?.message}): a manifest needs apiVersion, kind and metadata.name.`,
    );
  }
  const object = parsed.data;
  if (kindOf(object) !== undefined) return object;
  const known = kinds.find((kind) => kind.kind === object.kind);
  const remedy = known
    ? `write apiVersion ${known.group === "" ? known.version : `${known.group}/${known.version}`}`
    : "leave it out; known kinds are listed in the sandbox's README";
  throw new ManifestError(`${file}: the sandbox does not know ${object.kind} of ${object.apiVersion}: ${remedy}.`);
}

async function readLog(root: string, file: string): Promise<LogFile> {
  const [namespace, name, ...rest] = relative(root, file).split(/[\\/]/);
  if (namespace === undefined || name === undefined || rest.length > 0) {
    throw new ManifestError(`${file}: a log stands at logs/NAMESPACE/WORKLOAD[.CONTAINER][.previous].log.`);
  }
  const parts = name.replace(/\.log$/, "").split(".");
  const previous = parts.at(-1) === "previous";
  const [workload = "", container] = previous ? parts.slice(0, -1) : parts;
  const lines = (await readFile(file, "utf8")).replace(/\n$/, "").split("\n");
  return { namespace, workload, previous, lines, ...(container === undefined ? {} : { container }) };
}
