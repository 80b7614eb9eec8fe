import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { type Kind, kinds } from "../src/kinds.ts";
import { podStates } from "../src/pod-states.ts";

const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
const worldReadme = await readFile(new URL("../world/README.md", import.meta.url), "utf8");

/** The kinds that the sentence of the README names which begins with these words. */
function namedAfter(words: string): string[] {
  const [, sentence = ""] = readme.replaceAll(/\s+/g, " ").split(words);
  return (sentence.split(".")[0]?.match(/[A-Z]\w+/g) ?? []).sort();
}

function withWrites(writes: Kind["writes"]): string[] {
  return kinds
    .filter((kind) => kind.writes === writes)
    .map(({ kind }) => kind)
    .sort();
}

it("the README names each kind with what may be done to it", () => {
  expect(namedAfter("and delete of:")).toEqual(withWrites("full"));
  expect(namedAfter("- Delete only:")).toEqual(withWrites("delete"));
  expect(namedAfter("- Read only:")).toEqual(withWrites("none"));
});

it("the world's README names each state of a pod", () => {
  expect(Object.keys(podStates).filter((state) => !worldReadme.includes(`\`${state}\``))).toEqual([]);
});
