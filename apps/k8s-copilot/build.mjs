// Builds the published bin.
import { cpSync, existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const world = `${here}../../packages/sandbox/world`;

await bundle(`${here}src/main.ts`, `${here}dist`);

// The sandbox reads its manifests from ../world beside the running file, in source and in the bundle alike.
if (existsSync(world)) cpSync(world, `${here}world`, { recursive: true });
