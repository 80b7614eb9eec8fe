import { cpSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { appFolder, bundle } from "./app.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

/** The app as people install it, in a folder of its own: other tests build the one in its own folder anew. Gives the bin. */
export const installApp = async (): Promise<string> => {
  const folder = dirname(dirname(await bundle(new URL("../../src/main.ts", import.meta.url))));
  cpSync(join(appFolder, "bin"), join(folder, "bin"), { recursive: true });
  cpSync(join(root, "packages/sandbox/world"), join(folder, "world"), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return join(folder, "bin", "k8s-copilot.cjs");
};
