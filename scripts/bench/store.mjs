import { mkdtempSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The app's own store for one conversation, in a folder of its own, with what writing to it takes. */
export const openStore = async () => {
  const folder = mkdtempSync(join(tmpdir(), "k8s-copilot-bench-"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const source = (name) => join(root, "apps/k8s-copilot/src/sessions", `${name}.ts`);
  await build({
    entryPoints: [source("checkpoints"), source("session-file")],
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  const { checkpointsIn } = await import(join(folder, "checkpoints.mjs"));
  const { openSessionFile } = await import(join(folder, "session-file.mjs"));
  const path = join(folder, "session.db");
  const file = openSessionFile(path);
  const saver = checkpointsIn(file);
  let ms = 0;
  let step = 0;
  for (const method of ["put", "putWrites"]) {
    const own = saver[method].bind(saver);
    saver[method] = async (...given) => {
      const before = process.cpuUsage();
      if (method === "put") step = given[2].step;
      try {
        return await own(...given);
      } finally {
        const { user, system } = process.cpuUsage(before);
        ms += (user + system) / 1000;
      }
    };
  }
  return {
    saver,
    /** Processor time since the last question, and how many steps the graph has taken in all. */
    written: () => {
      const since = { ms, step };
      ms = 0;
      return since;
    },
    bytes: () =>
      [path, `${path}-wal`].reduce((sum, each) => sum + (statSync(each, { throwIfNoEntry: false })?.size ?? 0), 0),
    close: () => {
      file.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
