import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { bundle as bundleApp } from "../../bundle.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** The bin of the app as people install it. */
    installedApp: string;
    /** The app with a conversation made by hand behind it. */
    scriptedApp: string;
  }
}

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const appFolder = fileURLToPath(new URL("../../", import.meta.url));

/** Bundles an entry the way the app is bundled; comes back with the file to run. */
export const bundle = async (entry: URL): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), "k8s-copilot-app-"));
  const dist = join(folder, "dist");
  await bundleApp(fileURLToPath(entry), dist);
  writeFileSync(join(folder, "package.json"), readFileSync(join(appFolder, "package.json")));
  return join(dist, "main.cjs");
};

/** The same with the bin before it, as people run it: what V8 made of it is kept from run to run. Gives the bin. */
const install = async (entry: URL): Promise<string> => {
  const folder = dirname(dirname(await bundle(entry)));
  cpSync(join(appFolder, "bin"), join(folder, "bin"), { recursive: true });
  return join(folder, "bin", "k8s-copilot.cjs");
};

/** The app in a folder of its own, since tests build the one in its own folder anew. Gives the bin. */
const installApp = async (): Promise<string> => {
  const bin = await install(new URL("../../src/main.ts", import.meta.url));
  const folder = dirname(dirname(bin));
  cpSync(join(root, "packages/sandbox/world"), join(folder, "world"), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return bin;
};

/** Before the first test of the app: what they run is made once for all of them. */
export const setup = async ({ provide }: TestProject) => {
  const [installed, scripted] = await Promise.all([
    installApp(),
    install(new URL("../fixtures/app.ts", import.meta.url)),
  ]);
  provide("installedApp", installed);
  provide("scriptedApp", scripted);
  return () => {
    for (const file of [installed, scripted]) rmSync(dirname(dirname(file)), { recursive: true, force: true });
  };
};
