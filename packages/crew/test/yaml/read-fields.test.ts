import { describe, expect, it } from "vitest";
import { agentKeys, taskKeys } from "../../src/yaml/keys.ts";
import { readLocated } from "../../src/yaml/located.ts";
import { readFields } from "../../src/yaml/read-fields.ts";

const agent = (fields: string) =>
  readFields(readLocated("agents.yaml", `a:\n  role: r\n  goal: g\n  backstory: b\n${fields}`), agentKeys);
const task = (fields: string) =>
  readFields(readLocated("tasks.yaml", `t:\n  description: d\n  expected_output: e\n${fields}`), taskKeys);

describe("the fields of an agent or a task", () => {
  it("are texts without the line end that folding leaves", () => {
    const [entry] = readFields(
      readLocated("agents.yaml", "a:\n  role: >\n    Senior\n    analyst\n  goal: g\n  backstory: >\n"),
      agentKeys,
    ).entries;
    expect([entry?.text("role"), entry?.text("backstory")]).toEqual(["Senior analyst", ""]);
  });

  it.each([
    ["a limit", agent("  max_iter: 7\n"), "max_iter", 7],
    ["yes as true", agent("  allow_delegation: yes\n"), "allow_delegation", true],
    ["one name for a list", agent("  tools: search\n"), "tools", ["search"]],
    ["a list of names", task("  context: [one, two]\n"), "context", ["one", "two"]],
    ["a name", task("  output_file: reports/{topic}.md\n"), "output_file", "reports/{topic}.md"],
  ] as const)("take %s", (_, { entries: [entry], problems }, key, expected) => {
    expect(problems).toEqual([]);
    expect(entry?.text(key) ?? entry?.count(key) ?? entry?.flag(key) ?? entry?.names(key)).toEqual(expected);
  });

  it.each([
    ["a text where a number is needed", agent("  max_iter: many\n"), 5, "a.max_iter"],
    ["a limit of nothing", agent("  max_iter: 0\n"), 5, "a.max_iter"],
    ["a text where yes or no is needed", task("  human_input: maybe\n"), 4, "t.human_input"],
    ["tools that are no names", agent("  tools: [{name: x}]\n"), 5, "a.tools"],
    ["a model that is no name", agent("  llm: {model: x}\n"), 5, "a.llm"],
  ])("name line and key of %s", (_, { problems }, line, key) => {
    expect(problems).toEqual([expect.objectContaining({ line, key, remedy: expect.stringMatching(/\S/) })]);
  });

  it("may be unknown, as in crewAI itself, which is said", () => {
    const { problems, warnings } = agent("  temperature: 1\n");
    expect(problems).toEqual([]);
    expect(warnings).toEqual([expect.objectContaining({ line: 5, key: "a.temperature" })]);
  });

  it("name a placeholder without quotes, which YAML takes for a table", () => {
    const { problems } = readFields(
      readLocated("agents.yaml", "a:\n  role: {topic}\n  goal: g\n  backstory: b\n"),
      agentKeys,
    );
    expect(problems).toEqual([expect.objectContaining({ line: 2, remedy: expect.stringContaining("quotes") })]);
  });

  it("name all that is missing", () => {
    const { problems } = readFields(readLocated("agents.yaml", "a:\n  role:\nb:\n  goal: g\n"), agentKeys);
    expect(problems.map(({ key }) => key)).toEqual(["a.role", "a.goal", "a.backstory", "b.role", "b.backstory"]);
  });

  it("may have no effect here: silently where nothing is lost, else with what to do instead", () => {
    const { problems, warnings } = agent("  verbose: true\n  allow_code_execution: true\n  multimodal: false\n");
    expect(problems).toEqual([]);
    expect(warnings.map(({ key, line }) => [key, line])).toEqual([["a.allow_code_execution", 6]]);
  });
});
