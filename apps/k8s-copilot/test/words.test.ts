import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createSay, words } from "../src/words.ts";
import { appFolder } from "./helpers/app.ts";

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

const sources = readdirSync(join(appFolder, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => ({ file, text: readFileSync(join(appFolder, "src", file), "utf8") }));

describe("the words of the terminal", () => {
  it.each(Object.entries(words))("%s stands in both languages, with the same places to fill in", (_key, { en, zh }) => {
    expect(en.trim()).not.toBe("");
    expect(zh.trim()).not.toBe("");
    expect(placeholders(zh)).toEqual(placeholders(en));
  });

  it("are all used", () => {
    const code = sources.filter(({ file }) => !file.startsWith("words")).map(({ text }) => text);
    const unused = Object.keys(words).filter((key) => !code.some((text) => text.includes(`"${key}"`)));
    expect(unused).toEqual([]);
  });

  it("stand nowhere else: no Chinese outside the table", () => {
    const strays = sources
      .filter(({ file }) => !file.startsWith("words"))
      .filter(({ text }) => /\p{Script=Han}/u.test(text));
    expect(strays.map(({ file }) => file)).toEqual([]);
  });

  it("are filled in as they are given, also with text that looks like a pattern", () => {
    expect(createSay("en")("failure", { text: "$& {text}" })).toBe("Error: $& {text}");
    expect(createSay("zh")("failure", { text: "x" })).toBe("错误：x");
  });
});
