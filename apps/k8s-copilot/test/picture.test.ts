import { execFile } from "node:child_process";
import { cpSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { appFolder } from "./helpers/app.ts";
import { bundle } from "./helpers/build.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** What a picture says, row by row, without what differs from run to run: how long something took, how old it is. */
const wordsOf = (file: string): readonly string[] => {
  const rows = new Map<string, string>();
  for (const [, y = "", text = ""] of readFileSync(file, "utf8").matchAll(/<text[^>]* y="(\d+)"[^>]*>([^<]*)</g)) {
    rows.set(y, [rows.get(y), text].filter(Boolean).join(" "));
  }
  return [...rows.values()].map((row) => row.replace(/\d+ ms\b/, "N ms").replace(/· \d+\w$/, "· AGE"));
};

/** The command as it is installed, in a folder of its own: other tests build the one in the app's folder anew. */
const installed = async (): Promise<string> => {
  const folder = dirname(dirname(await bundle(new URL("../src/main.ts", import.meta.url))));
  cpSync(join(appFolder, "bin"), join(folder, "bin"), { recursive: true });
  cpSync(join(root, "packages/sandbox/world"), join(folder, "world"), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return folder;
};

describe("the picture of the README", () => {
  const committed = join(root, "docs/cart-service.svg");
  let drawn: string;

  beforeAll(async () => {
    const folder = await installed();
    drawn = join(folder, "cart-service.svg");
    const bin = join(folder, "bin/k8s-copilot.cjs");
    await promisify(execFile)(process.execPath, [join(root, "scripts/record.mjs"), "--bin", bin, "--out", drawn]);
  });

  it("shows what the command says today; `npm run record` draws it anew", () => {
    expect(wordsOf(committed)).toEqual(wordsOf(drawn));
  });

  it("shows the four messages, and the log at the end of them", () => {
    const words = wordsOf(drawn);
    expect(words.filter((row) => row.startsWith("&gt;"))).toEqual([
      "&gt; hi ，帮我看一下 `cart-service` 的日志",
      "&gt; 我不确定，你列出来吧",
      "&gt; 应该在 `dev`",
      "&gt; v2 那个",
    ]);
    expect(words.some((row) => row.startsWith("Pod cart-service-v2-ghijk 的日志（当前集群，命名空间 dev"))).toBe(true);
  });

  it("leaves no text outside its window", () => {
    const svg = readFileSync(drawn, "utf8");
    const width = Number(/width="(\d+)"/.exec(svg)?.[1]);
    const ends = [...svg.matchAll(/ x="([\d.]+)"[^>]* textLength="([\d.]+)"/g)].map(
      ([, x, long]) => Number(x) + Number(long),
    );
    expect(ends.length).toBeGreaterThan(40);
    expect(Math.max(...ends)).toBeLessThan(width);
  });
});
