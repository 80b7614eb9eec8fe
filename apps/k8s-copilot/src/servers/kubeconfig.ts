import { statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { nearest } from "../nearest.ts";
import { type Attempt, causeOf, failed, ok } from "../problem.ts";
import { readTextFile } from "../settings/read-text-file.ts";
import type { Say } from "../words.ts";

type Context = {
  readonly name: string;
  readonly cluster: string;
  readonly namespace: string | undefined;
  /** Where its API server is, if the file says so. */
  readonly address: string | undefined;
};

/** What a person's kubeconfig says, all its files merged. */
export type Kubeconfig = {
  /** As KUBECONFIG writes it: one path, or several. */
  readonly path: string;
  readonly contexts: readonly Context[];
  /** The context in use: the one asked for, else the current one. */
  readonly current: string;
  /** The one that the files themselves call current. */
  readonly ownCurrent: string | undefined;
  /** Where the API server of the context in use is, if the file says so. */
  readonly address: string | undefined;
};

export type KubeconfigOptions = {
  /** `--kubeconfig` or KUBECONFIG; default `~/.kube/config`. */
  readonly path: string | undefined;
  /** The path comes from the flag: then the file has to be there. */
  readonly isExplicit: boolean;
  /** A context asked for by name. */
  readonly context: string | undefined;
  readonly home: string;
  readonly say: Say;
};

const contextSchema = z.object({
  name: z.string(),
  context: z.object({ cluster: z.string().nullish(), namespace: z.string().nullish() }).nullish(),
});

const clusterSchema = z.object({ name: z.string(), cluster: z.object({ server: z.string().nullish() }).nullish() });

const fileSchema = z
  .object({
    "current-context": z.string().nullish(),
    contexts: z.array(contextSchema).nullish(),
    clusters: z.array(clusterSchema).nullish().catch(undefined),
  })
  .nullable();

type File = NonNullable<z.infer<typeof fileSchema>>;

/**
 * Reads and merges as kubectl does (kubernetes.io, "Organizing Cluster Access Using kubeconfig Files"): the first file
 * to set a value wins, and files of KUBECONFIG that are not there are passed over.
 */
export const readKubeconfig = (options: KubeconfigOptions): Attempt<Kubeconfig> => {
  const { say, home } = options;
  const path = options.path ?? join(home, ".kube", "config");
  const files = [];
  for (const file of path.split(delimiter).filter((part) => part !== "")) {
    const read = readFile(file, say);
    if (read.kind === "problem") return read;
    if (read.value !== undefined) files.push(read.value);
    else if (options.isExplicit) return missing(file, say);
  }
  if (files.length === 0) return missing(path, say);
  return choose(merge(files), path, options);
};

const missing = (file: string, say: Say): Attempt<never> => {
  const isFolder = statSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
  const what = say(isFolder ? "kubeconfigIsFolder" : "kubeconfigMissing", { file });
  return failed("kubeconfig_missing", what, say("kubeconfigMissingRemedy"));
};

const readFile = (file: string, say: Say): Attempt<File | undefined> => {
  const text = readTextFile(file, say);
  if (text.kind === "problem" || text.value === undefined) return text.kind === "problem" ? text : ok(undefined);
  const broken = (line: number, cause: string) =>
    failed("kubeconfig_broken", say("kubeconfigBroken", { file, line, cause }), say("kubeconfigBrokenRemedy"));
  const lines = new LineCounter();
  const document = parseDocument(text.value, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) return broken(lines.linePos(error.pos[0]).line, error.message);
  const checked = fileSchema.safeParse(contentOf(() => document.toJS()));
  if (checked.success) return ok(checked.data ?? {});
  const [issue] = checked.error.issues;
  return broken(1, `${issue?.path.map(String).join(".") ?? ""} ${issue?.message ?? ""}`.trim());
};

const contentOf = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (thrown) {
    return causeOf(thrown);
  }
};

type Merged = { readonly contexts: readonly Context[]; readonly current: string | undefined };

const merge = (files: readonly File[]): Merged => {
  const addresses = new Map<string, string>();
  for (const { name, cluster } of files.flatMap((file) => file.clusters ?? []))
    if (!addresses.has(name) && cluster?.server) addresses.set(name, cluster.server);
  const contexts = new Map<string, Context>();
  for (const { name, context } of files.flatMap((file) => file.contexts ?? [])) {
    if (contexts.has(name)) continue;
    const cluster = context?.cluster ?? "";
    contexts.set(name, { name, cluster, namespace: context?.namespace || undefined, address: addresses.get(cluster) });
  }
  const current = files.map((file) => file["current-context"]).find((name) => typeof name === "string" && name !== "");
  return { contexts: [...contexts.values()], current: current ?? undefined };
};

const choose = (
  { contexts, current }: Merged,
  path: string,
  { context, say }: KubeconfigOptions,
): Attempt<Kubeconfig> => {
  const names = contexts.map(({ name }) => name);
  const [example] = names;
  if (example === undefined)
    return failed(
      "kubeconfig_no_context",
      say("kubeconfigNoContext", { file: path }),
      say("kubeconfigNoContextRemedy"),
    );
  const wanted = context ?? current;
  const chosen = contexts.find(({ name }) => name === wanted);
  if (chosen)
    return ok({
      path,
      contexts,
      current: chosen.name,
      ownCurrent: current,
      address: chosen.address,
    });
  if (context !== undefined) return unknownContext(context, { place: path, names, say, otherwise: say("orSandbox") });
  const listed = names.join(", ");
  const message =
    current === undefined
      ? say("kubeconfigNoCurrent", { file: path, contexts: listed })
      : say("kubeconfigBadCurrent", { context: current, file: path, contexts: listed });
  return failed("kubeconfig_no_current", message, say("kubeconfigCurrentRemedy", { example }));
};

export type UnknownContextOptions = {
  /** Where it was looked for. */
  readonly place: string;
  readonly names: readonly string[];
  readonly say: Say;
  /** What else would help. */
  readonly otherwise?: string;
};

/** A context was asked for that is not there. */
export const unknownContext = (context: string, options: UnknownContextOptions): Attempt<never> => {
  const { place, names, say, otherwise = "" } = options;
  const message = say("contextUnknown", { context, place, contexts: names.join(", ") });
  const remedy = say("useContext", { suggestion: nearest(context, names) ?? names[0] ?? "" });
  return failed("kubeconfig_unknown_context", message, remedy + otherwise);
};
