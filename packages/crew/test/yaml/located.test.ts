import { describe, expect, it } from "vitest";
import { readLocated } from "../../src/yaml/located.ts";

const read = (text: string) => readLocated("agents.yaml", text);

const bomb = [
  "a: &a0 {x: 1}",
  ...Array.from({ length: 9 }, (_, n) => `b${n}: &a${n + 1} [${`*a${n}, `.repeat(9)}]`),
].join("\n");

const fieldsOf = (text: string, name: string) => {
  const entry = read(text).entries.find((one) => one.name === name);
  return Object.fromEntries([...(entry?.fields ?? [])].map(([key, { value }]) => [key, value]));
};

describe("a file of agents or tasks", () => {
  it("is read with the lines on which names and fields stand", () => {
    const [researcher, writer] = read(
      "# who\nresearcher:\n  role: >\n    Finds\n    things\n  goal: find\nwriter:\n  role: x\n",
    ).entries;
    expect([researcher?.name, researcher?.line, writer?.name, writer?.line]).toEqual(["researcher", 2, "writer", 7]);
    expect(researcher?.fields?.get("role")).toEqual({ line: 3, value: "Finds things\n" });
    expect(researcher?.fields?.get("goal")?.line).toBe(6);
  });

  it.each([
    ["an empty file", ""],
    ["a file of comments", "# nothing yet\n"],
    ["a file that says nothing", "---\n"],
  ])("may be %s", (_, text) => {
    expect(read(text)).toEqual({ file: "agents.yaml", entries: [], problems: [], warnings: [] });
  });

  it("may begin with a byte order mark, and end its lines as Windows does", () => {
    expect(fieldsOf("\uFEFFresearcher:\r\n  role: finds\r\n  goal: |\r\n    one\r\n    two\r\n", "researcher")).toEqual(
      {
        role: "finds",
        goal: "one\ntwo\n",
      },
    );
  });

  it.each([
    ["in double quotes", '"one\n  two"', "one two"],
    ["that begin a line", '"one\ntwo\\"s\n\nthree"', 'one two"s\nthree'],
    ["in single quotes", "'it''s\n one'", "it's one"],
  ])("lets the further lines of a text stand anywhere %s, as Python does", (_, written, expected) => {
    const text = `a:\n  note: >\n    He said: "no\n  role: ${written}\n  goal: g\n`;
    expect(read(text).problems).toEqual([]);
    expect(fieldsOf(text, "a")).toEqual({ note: 'He said: "no\n', role: expected, goal: "g" });
    expect(read(text).entries[0]?.fields?.get("goal")?.line).toBe(text.split("\n").length - 1);
  });

  it("takes words for flags, but no single letters, as Python does", () => {
    expect(fieldsOf("y:\n  a: yes\n  b: off\n  c: y\n  n: N\n", "y")).toEqual({ a: true, b: false, c: "y", n: "N" });
  });

  it("may have all its entries below one heading", () => {
    const { entries } = read("agents:\n  writer:\n    role: x\n  editor:\n    role: y\n");
    expect(entries.map(({ name, line }) => `${line} ${name}`)).toEqual(["2 writer", "4 editor"]);
    expect(entries[1]?.fields?.get("role")).toEqual({ line: 5, value: "y" });
    expect(read("agents:\n  role: x\n").entries.map(({ name }) => name)).toEqual(["agents"]);
  });

  it("takes over the fields of an anchor, own ones first", () => {
    const text = "base: &base\n  llm: small\n  verbose: yes\nwriter:\n  <<: *base\n  llm: large\n";
    expect(fieldsOf(text, "writer")).toEqual({ llm: "large", verbose: true });
  });

  it("counts the last of two fields or entries of one name, and says so", () => {
    const { entries, warnings } = read("a:\n  role: one\n  role: two\na:\n  role: three\n");
    expect(entries.map((entry) => entry.fields?.get("role")?.value)).toEqual(["three"]);
    expect(warnings.map(({ line, key }) => `${line} ${key}`)).toEqual(["3 a.role", "4 a"]);
  });

  it.each([
    ["a colon in a text", "a:\n  role: Finds: things\n", "2 a.role", "Quote"],
    ["a placeholder before a text", "a:\n  role: {topic} expert\n", "2 a.role", "Quote"],
    ["a quote that is not closed", 'a:\n  role: "Finds\nb:\n  role: x\n', "2 a.role", "Quote"],
    ["a tab", "a:\n  role: x\n\tgoal: y\n  backstory: z\n", "3 a.goal", "spaces"],
    ["a key that stands too far to the right", "a:\n   role: x\n  goal: y\n", "3 a.goal", "column"],
    ["a name without a colon", "a\n  role: x\n", "1 a", "key: text"],
    ["a key without a colon", "a:\n  role: x\n  goal\n  backstory: y\n", "3 a.goal", "key: text"],
    ["a second document", "a:\n  role: x\n---\nb:\n  role: y\n", "3 a.role", "---"],
    ["an alias of nothing", "a:\n  role: x\n  goal: *goal\n", "3 a.goal", "Quote"],
    ["a tag of Python", "a:\n  role: !!python/name:os.system x\n", "2 a.role", "tag"],
    ["too many aliases", bomb, "1 ", "Write the texts out"],
  ])("is no YAML with %s, and it says where and what to do", (_, text, place, remedy) => {
    const { entries, problems } = read(text);
    expect(entries).toEqual([]);
    expect(problems.map(({ line, key }) => `${line} ${key}`)).toEqual([place]);
    expect(problems[0]?.remedy).toContain(remedy);
  });

  it("names every entry that is no YAML, once", () => {
    const text = "a:\n  role: Finds: things\nb:\n  role: fine\nc:\n\trole: x\n  goal: @home\n";
    expect(read(text).problems.map(({ line, key }) => `${line} ${key}`)).toEqual(["2 a.role", "6 c.role"]);
  });

  it.each([
    ["a list", "- role: x\n", 1],
    ["words", "just words\n", 1],
  ])("names the line where there is %s", (_, text, line) => {
    expect(read(text).problems).toEqual([expect.objectContaining({ line })]);
  });
});
