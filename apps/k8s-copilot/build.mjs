// Bundles the published bin: one ES module per lazily loaded part, so that `--help` never reads the crew.
import { cpSync, existsSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const world = `${here}../../packages/sandbox/world`;

rmSync(`${here}dist`, { recursive: true, force: true });
await build({
  absWorkingDir: here,
  entryPoints: { main: "src/main.ts" },
  outdir: "dist",
  bundle: true,
  minify: true,
  keepNames: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  conditions: ["@k8s-copilot/source"],
  chunkNames: "[name]-[hash]",
  external: ["kubernetes-mcp-server"],
  // Bundled CommonJS dependencies still call require().
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
  logLevel: "warning",
});

// The sandbox reads its manifests from ../world beside the running file, in source and in the bundle alike.
if (existsSync(world)) cpSync(world, `${here}world`, { recursive: true });
