import { describe, expect, it } from "vitest";
import { agentKeys, taskKeys } from "../../src/yaml/keys.ts";
import { readLocated } from "../../src/yaml/located.ts";
import { readFields } from "../../src/yaml/read-fields.ts";

const read = (file: string, text: string) =>
  readFields(file, readLocated(file, text).entries, file === "agents.yaml" ? agentKeys : taskKeys);

const all = (entries: ReturnType<typeof read>) => ({
  entries,
  problems: entries.flatMap(({ problems }) => problems),
  warnings: entries.flatMap(({ warnings }) => warnings),
});

const agent = (fields: string) => all(read("agents.yaml", `a:\n  role: r\n  goal: g\n  backstory: b\n${fields}`));
const task = (fields: string) => all(read("tasks.yaml", `t:\n  description: d\n  expected_output: e\n${fields}`));

describe("the fields of an agent or a task", () => {
  it("are texts without the line end that folding leaves", () => {
    const [entry] = read("agents.yaml", "a:\n  role: >\n    Senior\n    analyst\n  goal: g\n  backstory: >\n");
    expect([entry?.text("role"), entry?.text("backstory")]).toEqual(["Senior analyst", ""]);
  });

  it.each([
    ["a limit", agent("  max_iter: 7\n"), "max_iter", 7],
    ["yes as true", agent("  allow_delegation: yes\n"), "allow_delegation", true],
    ["one name for a list", agent("  tools: search\n"), "tools", ["search"]],
    ["a list of names", task("  context: [one, two]\n"), "context", ["one", "two"]],
    ["a list with nothing in it", task("  context:\n"), "context", []],
    ["a name", task("  output_file: reports/{topic}.md\n"), "output_file", "reports/{topic}.md"],
    ["a number as a name", task("  agent: 7\n"), "agent", "7"],
    ["a limit in quotes", agent('  max_iter: "7"\n'), "max_iter", 7],
    ["a limit with a point", agent("  max_rpm: 10.0\n"), "max_rpm", 10],
    ["yes in quotes", agent("  allow_delegation: 'Yes'\n"), "allow_delegation", true],
    ["1 as true", task("  human_input: 1\n"), "human_input", true],
    ["the model of a table", agent("  llm:\n    model: vendor/large\n    temperature: 0\n"), "llm", "vendor/large"],
  ] as const)("take %s", (_, { entries: [entry], problems }, key, expected) => {
    expect(problems).toEqual([]);
    expect(entry?.text(key) ?? entry?.count(key) ?? entry?.flag(key) ?? entry?.names(key)).toEqual(expected);
  });

  it.each([
    ["a text where a number is needed", agent("  max_iter: many\n"), 5, "a.max_iter"],
    ["a limit of nothing", agent("  max_iter: 0\n"), 5, "a.max_iter"],
    ["a text where yes or no is needed", task("  human_input: maybe\n"), 4, "t.human_input"],
    ["tools that are no names", agent("  tools: [{name: x}]\n"), 5, "a.tools"],
    ["a model that is no name", agent("  llm: [x]\n"), 5, "a.llm"],
    ["part of a limit", agent("  max_iter: 1.5\n"), 5, "a.max_iter"],
    ["a list where a text is needed", task("  guardrail: [x]\n"), 4, "t.guardrail"],
  ])("name line and key of %s", (_, { problems }, line, key) => {
    expect(problems).toEqual([expect.objectContaining({ line, key, remedy: expect.stringMatching(/\S/) })]);
  });

  it("take no requests per minute for no limit", () => {
    const { entries, problems } = agent("  max_rpm: 0\n");
    expect([entries[0]?.count("max_rpm"), problems]).toEqual([undefined, []]);
  });

  it("may be unknown, as in crewAI itself, which is said", () => {
    const { problems, warnings } = agent("  temperature: 1\n");
    expect(problems).toEqual([]);
    expect(warnings).toEqual([expect.objectContaining({ line: 5, key: "a.temperature" })]);
  });

  it("name a placeholder without quotes, which YAML takes for a table", () => {
    const { problems } = all(read("agents.yaml", "a:\n  role: {topic}\n  goal: g\n  backstory: b\n"));
    expect(problems).toEqual([expect.objectContaining({ line: 2, remedy: expect.stringContaining("quotes") })]);
  });

  it("name all that is missing", () => {
    const { problems } = all(read("agents.yaml", "a:\n  role:\nb:\n  goal: g\n"));
    expect(problems.map(({ key }) => key)).toEqual(["a.role", "a.goal", "a.backstory", "b.role", "b.backstory"]);
  });

  it.each(["a:\n", "a: only words\n", "a: [one, two]\n"])("are missing altogether in %j", (text) => {
    const { problems } = all(read("agents.yaml", text));
    expect(problems).toEqual([expect.objectContaining({ line: 1, key: "a", message: '"a" holds no fields.' })]);
  });

  it("name the key that was probably meant, on the line of the one that stands there", () => {
    const { problems } = all(read("agents.yaml", "a:\n  goal: g\n  backstory: b\n  roll: r\n"));
    expect(problems).toEqual([
      expect.objectContaining({ line: 4, key: "a.role", remedy: expect.stringContaining("roll") }),
    ]);
    const { warnings } = agent("  max_iters: 3\n  tool: saw\n  temperature: 1\n");
    expect(warnings.map(({ remedy }) => /^Did you mean "(\w+)"/.exec(remedy)?.[1])).toEqual([
      "max_iter",
      "tools",
      undefined,
    ]);
  });

  it("of a table for a model say what of it does not count", () => {
    const { warnings } = agent("  llm:\n    model: vendor/large\n    temperature: 0\n");
    expect(warnings).toEqual([expect.objectContaining({ line: 5, key: "a.llm" })]);
  });

  it("may have no effect here: silently where nothing is lost, else with what to do instead", () => {
    const { problems, warnings } = agent("  verbose: true\n  allow_code_execution: true\n  multimodal: false\n");
    expect(problems).toEqual([]);
    expect(warnings.map(({ key, line }) => [key, line])).toEqual([["a.allow_code_execution", 6]]);
  });
});
