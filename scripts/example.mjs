// Runs an example of the crew library: npm run example -- 02
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = new URL("../examples/crew/", import.meta.url);
// Beside its sources, since the examples look for files from where they are.
const outfile = new URL("run.built.mjs", folder);
await build({
  entryPoints: [fileURLToPath(new URL("run.ts", folder))],
  outfile: fileURLToPath(outfile),
  bundle: true,
  packages: "external",
  format: "esm",
  platform: "node",
  logLevel: "warning",
});
try {
  await import(outfile.href);
} finally {
  await rm(outfile);
}
