import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { defaultWorldFolder, loadWorlds } from "../src/world.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "world-test-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(path: string, content: string): Promise<string> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
}

const manifest = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings }\n";

describe("loadWorlds", () => {
  it("takes a file as one context, named for it", async () => {
    const file = await put("staging.yaml", `${manifest}---\n${manifest}`);
    const worlds = await loadWorlds(file);
    expect(worlds.map(({ name, objects }) => [name, objects.length])).toEqual([["staging", 2]]);
  });

  it("takes a folder of manifests as one context, with its logs", async () => {
    await put("shop/a.yml", manifest);
    await put("shop/deep/b.json", JSON.stringify({ apiVersion: "v1", kind: "Namespace", metadata: { name: "n" } }));
    await put("shop/logs/n/web.app.previous.log", "-5m hello\n");
    const [world] = await loadWorlds(join(folder, "shop"));
    expect(world?.name).toBe("shop");
    expect(world?.objects.map(({ kind }) => kind)).toEqual(["ConfigMap", "Namespace"]);
    expect(world?.logs).toEqual([
      { namespace: "n", workload: "web", container: "app", previous: true, lines: ["-5m hello"] },
    ]);
  });

  it("takes a folder of folders as one context each", async () => {
    await put("one/a.yaml", manifest);
    await put("two/a.yaml", manifest);
    expect((await loadWorlds(folder)).map(({ name }) => name)).toEqual(["one", "two"]);
  });

  it("reads percent-encoded folder names as the context names that no folder can have", async () => {
    await put("arn%3Aaws%3Aeks%3Aeu-west-1%3A1234%3Acluster%2Fshop/a.yaml", manifest);
    await put("shop-100%/a.yaml", manifest);
    const names = (await loadWorlds(folder)).map(({ name }) => name);
    expect(names).toEqual(["arn:aws:eks:eu-west-1:1234:cluster/shop", "shop-100%"]);
  });

  it("opens lists, as `kubectl get -o yaml` writes them", async () => {
    const file = await put("dump.yaml", `kind: List\napiVersion: v1\nitems:\n- ${manifest.replaceAll("\n", "\n  ")}`);
    const [world] = await loadWorlds(file);
    expect(world?.objects.map(({ metadata }) => metadata.name)).toEqual(["settings"]);
  });

  it.each([
    ["a missing path", undefined, "does not exist"],
    ["text that is no YAML", "a: [", "is not YAML"],
    ["an object without a name", "apiVersion: v1\nkind: Pod\nmetadata: {}\n", "metadata.name"],
    ["an unknown kind", "apiVersion: example.com/v1\nkind: Widget\nmetadata: { name: w }\n", "does not know Widget"],
    [
      "a kind of another version",
      "apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: { name: w }\n",
      "write apiVersion networking.k8s.io/v1",
    ],
  ])("refuses %s, naming file and remedy", async (_title, content, words) => {
    const file = content === undefined ? join(folder, "nothing") : await put("bad.yaml", content);
    const failure: unknown = await loadWorlds(file).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: "INVALID_MANIFEST" });
    expect(String(failure)).toContain(file);
    expect(String(failure)).toContain(words);
  });

  it("refuses an empty folder", async () => {
    await expect(loadWorlds(folder)).rejects.toMatchObject({ code: "INVALID_MANIFEST" });
  });

  it("reads the worlds that come with the sandbox", async () => {
    const worlds = await loadWorlds(fileURLToPath(defaultWorldFolder));
    expect(worlds.map(({ name }) => name)).toEqual(["dev-cluster", "prod-cluster"]);
  });
});
