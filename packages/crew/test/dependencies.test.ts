import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { expect, test } from "vitest";
import { z } from "zod";

const folder = new URL("../", import.meta.url);
const Manifest = z.object({ dependencies: z.record(z.string(), z.string()) });
const { dependencies } = Manifest.parse(JSON.parse(readFileSync(new URL("package.json", folder), "utf8")));

/** The packages that a source imports, statically or when it needs them. */
const packagesIn = (source: string): readonly string[] =>
  [...source.matchAll(/(?:from|import)[ (]"([^".][^"]*)"/g)]
    .map(([, specifier = ""]) => specifier)
    .filter((specifier) => !isBuiltin(specifier))
    .map((specifier) => /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier);

test("who installs the package gets what its sources import, and nothing else", () => {
  const sources = readdirSync(new URL("src", folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(new URL(`src/${file}`, folder), "utf8"));
  expect(Object.keys(dependencies).toSorted()).toEqual([...new Set(sources.flatMap(packagesIn))].toSorted());
});
