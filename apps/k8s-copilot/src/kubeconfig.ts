import { readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Io } from "./io.ts";
import { firstLine } from "./settings.ts";
import { type AppLanguage, word } from "./words.ts";

const fileSchema = z.object({
  "current-context": z.string().nullish(),
  contexts: z.array(z.object({ name: z.string() })).nullish(),
});

export type Kubeconfig =
  | {
      readonly kind: "usable";
      readonly files: readonly string[];
      readonly contexts: readonly string[];
      readonly current: string;
    }
  | { readonly kind: "unusable"; readonly message: string };

/** The files that kubectl would read: the flag, else every file of KUBECONFIG, else ~/.kube/config. */
export const kubeconfigFiles = ({ env, home }: Io, flag: string | undefined): readonly string[] => {
  if (flag !== undefined) return [flag];
  const listed = (env.KUBECONFIG ?? "").split(delimiter).filter((file) => file !== "");
  return listed.length > 0 ? listed : [join(home, ".kube", "config")];
};

/**
 * Looks at the kubeconfig before a server is started on it, which would only end at once. Several files count as one,
 * as for kubectl: the first current context wins, missing files are passed over.
 */
export const readKubeconfig = (
  io: Io,
  wanted: { kubeconfig: string | undefined; context: string | undefined },
  language: AppLanguage,
): Kubeconfig => {
  const files = kubeconfigFiles(io, wanted.kubeconfig);
  const contexts: string[] = [];
  let current = "";
  let found = 0;
  for (const file of files) {
    const read = readOne(file);
    if (read.kind === "absent") continue;
    if (read.kind === "broken")
      return { kind: "unusable", message: word(language, "kubeconfigBroken", { file, cause: read.cause }) };
    found += 1;
    contexts.push(...read.contexts);
    current ||= read.current;
  }
  const file = files.join(delimiter);
  if (found === 0) return { kind: "unusable", message: word(language, "kubeconfigMissing", { file }) };
  if (contexts.length === 0) return { kind: "unusable", message: word(language, "kubeconfigEmpty", { file }) };
  if (wanted.context !== undefined && !contexts.includes(wanted.context)) {
    return {
      kind: "unusable",
      message: word(language, "contextUnknown", {
        context: wanted.context.slice(0, 80),
        contexts: contexts.slice(0, 12).join(", "),
      }),
    };
  }
  return { kind: "usable", files, contexts, current: contexts.includes(current) ? current : (contexts[0] ?? "") };
};

type Read =
  | { readonly kind: "read"; readonly contexts: readonly string[]; readonly current: string }
  | { readonly kind: "absent" }
  | { readonly kind: "broken"; readonly cause: string };

const readOne = (file: string): Read => {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return code === "ENOENT" ? { kind: "absent" } : { kind: "broken", cause: code || firstLine(error) };
  }
  try {
    const parsed = fileSchema.safeParse(parse(text) ?? {});
    if (!parsed.success) return { kind: "broken", cause: parsed.error.issues[0]?.message ?? "" };
    return {
      kind: "read",
      contexts: (parsed.data.contexts ?? []).map(({ name }) => name),
      current: parsed.data["current-context"] ?? "",
    };
  } catch (error) {
    return { kind: "broken", cause: firstLine(error) };
  }
};
