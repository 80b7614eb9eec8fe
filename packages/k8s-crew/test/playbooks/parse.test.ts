import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { builtInPlaybooks, parsePlaybooks, withPlaybooks } from "../../src/index.ts";
import { playbookSchema } from "../../src/playbooks/schema.ts";

const own = `id: till-check
title: { zh: 收银检查, en: Till check }
wishes:
  en: ["check the tills, are the tills ok"]
steps:
  - verb: list
    resource: [pod, deployment]
    show: broken
    reason: { en: look at the tills }
`;

test("the built-in playbooks are of the format that teams write, and there are fifteen or more of them", () => {
  for (const playbook of builtInPlaybooks)
    expect({ id: playbook.id, error: playbookSchema.safeParse(playbook).error?.message }).toEqual({ id: playbook.id });
  expect(builtInPlaybooks.length).toBeGreaterThanOrEqual(15);
  expect(new Set(builtInPlaybooks.map(({ id }) => id)).size).toBe(builtInPlaybooks.length);
});

test("the example of the documentation is one of them, and every key is explained there", () => {
  const text = readFileSync(new URL("../../../../docs/playbooks.md", import.meta.url), "utf8");
  const example = /```yaml\n(.*?)```/s.exec(text)?.[1] ?? "";
  expect(parsePlaybooks([{ file: "playbooks.md", text: example }])).toMatchObject({ kind: "playbooks" });
  const table = text.slice(text.indexOf("| key |"));
  const keys = [...Object.keys(playbookSchema.shape), ...Object.keys(playbookSchema.shape.steps.element.shape)];
  expect(keys.filter((key) => key !== "steps" && !table.includes(`\`${key}`))).toEqual([]);
});

test("no phrase calls two of them, and each speaks both languages", () => {
  const phrases = builtInPlaybooks.flatMap(({ wishes }) =>
    [...(wishes.zh ?? []), ...(wishes.en ?? [])].flatMap((line) => line.split(",").map((phrase) => phrase.trim())),
  );
  expect(phrases.filter((phrase, index) => phrases.indexOf(phrase) !== index)).toEqual([]);
  for (const { title, steps } of builtInPlaybooks)
    for (const said of [title, ...steps.map(({ reason }) => reason), ...steps.map(({ read }) => read)])
      expect(Object.keys(said ?? {}).toSorted()).toEqual(["en", "zh"]);
});

test("a file holds one playbook or a list of them", () => {
  const list = own.replace(/^(?=.)/gm, "  ").replace("  id", "- id");
  for (const text of [own, list]) {
    const parsed = parsePlaybooks([{ file: "a.yaml", text }]);
    expect(parsed).toMatchObject({ kind: "playbooks", playbooks: [{ id: "till-check", about: "place" }] });
  }
});

test("one with a built-in's id stands in its place", () => {
  const parsed = parsePlaybooks([{ file: "a.yaml", text: own.replace("till-check", "capacity") }]);
  const all = withPlaybooks(parsed.kind === "playbooks" ? parsed.playbooks : [], builtInPlaybooks);
  expect(all.filter(({ id }) => id === "capacity").map(({ title }) => title.en)).toEqual(["Till check"]);
  expect(all).toHaveLength(builtInPlaybooks.length);
});

test("all faults of all files are told at once, each with file, line and what helps", () => {
  const parsed = parsePlaybooks([
    { file: "a.yaml", text: own.replace("verb: list", "verb: lits").replace("deployment", "deploymnt") },
    { file: "b.yaml", text: own.replace("show: broken", "shwo: broken").replace("till-check", "Till Check") },
    { file: "c.yaml", text: "id: [unclosed" },
    { file: "d.yaml", text: own },
    { file: "e.yaml", text: own },
  ]);
  const faults = parsed.kind === "invalid" ? parsed.faults : [];
  const told = faults.map(({ file, line, problem }) => `${file}:${line} ${problem}`);
  expect(told).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^a\.yaml:6 name what is done/),
      expect.stringMatching(/^a\.yaml:7 /),
      expect.stringMatching(/^b\.yaml:1 use small letters/),
      expect.stringMatching(/^b\.yaml:8 unknown key/),
      expect.stringMatching(/^c\.yaml:1 /),
      expect.stringMatching(/^e\.yaml:1 another playbook is called till-check/),
    ]),
  );
});
