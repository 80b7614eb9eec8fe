import { describe, expect, it } from "vitest";
import { readLocated } from "../../src/yaml/located.ts";

const read = (text: string) => readLocated("agents.yaml", text);

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
    expect(researcher?.fields.get("role")).toEqual({ line: 3, value: "Finds things\n" });
    expect(researcher?.fields.get("goal")?.line).toBe(6);
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

  it("takes over the fields of an anchor, own ones first", () => {
    const text = "base: &base\n  llm: small\n  verbose: yes\nwriter:\n  <<: *base\n  llm: large\n";
    expect(fieldsOf(text, "writer")).toEqual({ llm: "large", verbose: true });
  });

  it("counts the last of two fields or entries of one name, and says so of entries", () => {
    const { entries, warnings } = read("a:\n  role: one\n  role: two\na:\n  role: three\n");
    expect(entries.map((entry) => entry.fields.get("role")?.value)).toEqual(["three"]);
    expect(warnings).toEqual([expect.objectContaining({ line: 4, key: "a" })]);
  });

  it("says on which line it is no YAML, and what to do", () => {
    expect(read("a:\n  role: Finds: things\n").problems).toEqual([
      expect.objectContaining({ file: "agents.yaml", line: 2, remedy: expect.stringContaining("Quote") }),
    ]);
  });

  it.each([
    ["a list", "- role: x\n", 1],
    ["words", "just words\n", 1],
    ["an entry without fields", "a:\n  role: x\nb: only words\n", 3],
    ["an empty entry", "a:\n  role: x\nb:\n", 3],
  ])("names the line where there is %s", (_, text, line) => {
    expect(read(text).problems).toEqual([expect.objectContaining({ line })]);
  });
});
