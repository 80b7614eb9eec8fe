import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const common = {
  minify: true,
  keepNames: true,
  platform: "node",
  target: "node20.19",
  // Node has them since 20; as calls of RegExp, which esbuild would make of them, they are read at once and not when used.
  supported: { "regexp-set-notation": true },
  logLevel: "warning",
};

/**
 * One file per lazily loaded part, so that `--help` never reads the crew, and `load.cjs`, which runs them. They are
 * CommonJS because only that can be handed compiled code; esbuild splits only ES modules, so each is turned around after.
 */
export const bundle = async (entry, folder) => {
  const { outputFiles } = await build({
    ...common,
    entryPoints: { main: entry },
    outdir: folder,
    write: false,
    bundle: true,
    splitting: true,
    format: "esm",
    conditions: ["@k8s-copilot/source"],
    external: ["kubernetes-mcp-server", "libsql"],
    // LangGraph's SQLite saver asks for a package that has to be compiled; this one comes compiled and is called the same way.
    alias: { "better-sqlite3": "libsql" },
  });
  const names = namesOf(outputFiles);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { path, text } of outputFiles) {
    const renamed = text.replace(/(?<=["']\.\/)[\w-]+\.js(?=["'])/g, (name) => names.get(name) ?? name);
    const { code } = await transform(renamed, {
      ...common,
      keepNames: false,
      format: "cjs",
      supported: { ...common.supported, "dynamic-import": false },
      banner: "const __address=require('node:url').pathToFileURL(__filename).href;",
      define: { "import.meta.url": "__address" },
    });
    writeFileSync(join(folder, names.get(basename(path))), code);
  }
  const load = fileURLToPath(new URL("src/bundle/load.ts", import.meta.url));
  await build({ ...common, entryPoints: [load], outfile: join(folder, "load.cjs"), bundle: true, format: "cjs" });
};

/** Without a hash: what is kept of a file takes the place of what was kept of it before an update. */
const namesOf = (files) => {
  const names = new Map();
  const counts = new Map();
  for (const { path } of files) {
    const stem = basename(path, ".js").replace(/-[A-Z0-9]{8}$/, "");
    const count = (counts.get(stem) ?? 0) + 1;
    counts.set(stem, count);
    names.set(basename(path), count === 1 ? `${stem}.cjs` : `${stem}-${count}.cjs`);
  }
  return names;
};
