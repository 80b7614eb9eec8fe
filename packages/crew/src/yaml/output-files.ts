import { lstat, mkdir, realpath, writeFile } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import type { CompletedRun } from "../crew/types.ts";
import { messageOf } from "../message-of.ts";
import { fillPlaceholders, placeholdersOf } from "../placeholders.ts";

/** `output_file` of tasks, by their names. */
export type OutputFiles = ReadonlyMap<string, string>;

/**
 * Writes the answers of tasks into their files, under the directory and nowhere else. What is not written stands in the
 * run's warnings: a run that came to its end is not lost because of a file.
 */
export async function writeOutputs(
  run: CompletedRun,
  files: OutputFiles,
  outputDirectory: string | undefined,
): Promise<CompletedRun> {
  const warnings: string[] = [];
  for (const [task, pattern] of files) {
    const output = run.tasks[task];
    if (output === undefined || output.skipped) continue;
    const missing = placeholdersOf([pattern]).find((name) => !Object.hasOwn(run.inputs, name));
    const file = fillPlaceholders(withoutSlash(pattern), run.inputs);
    const problem =
      missing === undefined
        ? await written({ file, text: output.raw, outputDirectory })
        : `there is no input "${missing}".`;
    if (problem !== undefined) warnings.push(`The answer of "${task}" was not written to ${file}: ${problem}`);
  }
  return { ...run, warnings: [...run.warnings, ...warnings] };
}

/** crewAI reads `/reports/a.md` as seen from where it runs, but not where it is made of inputs. */
function withoutSlash(pattern: string): string {
  return pattern.startsWith("/") && !pattern.includes("{") ? pattern.slice(1) : pattern;
}

type Writing = { readonly file: string; readonly text: string; readonly outputDirectory: string | undefined };

/** Why it was not written. */
async function written({ file, text, outputDirectory }: Writing): Promise<string | undefined> {
  if (outputDirectory === undefined) return "there is no outputDirectory.";
  const root = resolve(outputDirectory);
  const path = resolve(root, file);
  if (isAbsolute(file) || !isInside(root, path)) return `it lies outside of ${outputDirectory}.`;
  try {
    await mkdir(root, { recursive: true });
    const folder = dirname(path);
    if (!isInside(await realpath(root), await realPlace(folder))) return `it leads outside of ${outputDirectory}.`;
    await mkdir(folder, { recursive: true });
    if (await isLink(path)) return "a link stands in its place.";
    await writeFile(path, text);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way.split(/[\\/]/)[0] !== ".." && !isAbsolute(way);
}

/** Where a folder would really be, links followed as far as it is there. */
async function realPlace(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch {
    const parent = dirname(folder);
    return parent === folder ? folder : join(await realPlace(parent), relative(parent, folder));
  }
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch {
    return false;
  }
}
