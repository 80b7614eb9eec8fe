import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";

export const root = fileURLToPath(new URL("../../../", import.meta.url));
export const run = promisify(execFile);

const packed = ["crew", "k8s-crew", "openrouter"] as const;
const record = z.record(z.string(), z.string());
const manifest = z.object({ dependencies: record, devDependencies: record });
const manifestOf = (name: string) =>
  manifest.parse(JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8")));

const failure = z.object({ stderr: z.string() });
const isUnreachable = (stderr: string) => /ENOTCACHED|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(stderr);

/**
 * Puts into the folder what a stranger gets: the tarballs that would be published, and the adapters in the version that is
 * tried here. Where npm cannot reach its registry the tarballs are unpacked beside the dependencies that they name, as they are
 * installed here, and the reason is told.
 */
export async function installPacked(folder: string): Promise<string | undefined> {
  await run("npx", ["tsc", "-b", "packages/k8s-crew", "packages/openrouter"], { cwd: root });
  for (const name of packed) {
    await run("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], { cwd: join(root, "packages", name) });
  }
  const tarballs = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  const adapters = `@langchain/mcp-adapters@${manifestOf("crew").devDependencies["@langchain/mcp-adapters"]}`;
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
  const flags = ["--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--fetch-retries=0"];
  try {
    await run("npm", ["install", ...flags, ...tarballs.map((name) => `./${name}`), adapters], { cwd: folder });
    return undefined;
  } catch (error) {
    const { stderr } = failure.parse(error);
    if (!isUnreachable(stderr)) throw error;
    await unpack(folder, tarballs);
    return `npm cannot reach its registry (${stderr.trim().split("\n")[0]})`;
  }
}

async function unpack(folder: string, tarballs: readonly string[]): Promise<void> {
  for (const name of packed) {
    const tarball = tarballs.find((file) => new RegExp(`-copilot-${name}-\\d`).test(file)) ?? name;
    const target = join(folder, "node_modules/@k8s-copilot", name);
    mkdirSync(target, { recursive: true });
    await run("tar", ["-xzf", join(folder, tarball), "-C", target, "--strip-components=1"]);
  }
  const needed = new Set(packed.flatMap((name) => Object.keys(manifestOf(name).dependencies)));
  for (const dependency of [...needed, "@langchain/mcp-adapters"]) {
    const link = join(folder, "node_modules", dependency);
    mkdirSync(dirname(link), { recursive: true });
    if (!existsSync(link)) symlinkSync(join(root, "node_modules", dependency), link);
  }
}
