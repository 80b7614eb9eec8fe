import { mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createScriptedModel } from "@k8s-copilot/doubles";
import { MemorySaver } from "@langchain/langgraph";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { completed } from "../../src/index.ts";
import { CrewFilesError, loadCrew } from "../../src/yaml/index.ts";
import { taskShown } from "../crew/support.ts";
import { fakeTool } from "../fake-tools.ts";

const agents = {
  file: "config/agents.yaml",
  text: `
researcher:
  role: >
    {topic} Senior Data Researcher
  goal: >
    Uncover developments in {topic}
  backstory: >
    You find what matters.
  tools: [search]
writer:
  role: Writer
  goal: write it up
  backstory: You write plainly.
  llm: large
`,
};

const tasks = {
  file: "config/tasks.yaml",
  text: `
research_task:
  description: >
    Research {topic}
  expected_output: >
    Ten points
  agent: researcher
report_task:
  description: Write a report
  expected_output: A report
  agent: writer
  context: [research_task]
  output_file: reports/{topic}.md
`,
};

const search = fakeTool("search");
const folder = () => mkdtempSync(join(tmpdir(), "crew-yaml-"));
const scripted = (...texts: readonly string[]) => createScriptedModel(texts.map((text) => ({ text })));

const problemsOf = async (loading: Promise<unknown>) => {
  const error = await loading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof CrewFilesError)) throw error ?? new Error("Nothing was wrong.");
  for (const { remedy } of error.problems) expect(remedy).toMatch(/\S/);
  return error.problems.map(({ file, line, key }) => `${file}:${line} ${key}`);
};

describe("a crew from the files of a crewAI project", () => {
  it("runs as they say, with the models and tools that are passed", async () => {
    const [small, large] = [scripted("ten points"), scripted("the report")];
    const crew = await loadCrew({ agents, tasks }, { models: { default: small, large }, tools: { search } });
    expect(crew.inputs).toEqual(["topic"]);
    const run = completed(await crew.kickoff({ topic: "LLM" }));
    expect(run.raw).toBe("the report");
    expect(small.requests[0]?.messages[0]?.text).toContain("LLM Senior Data Researcher");
    expect(small.requests[0]?.tools).toHaveLength(1);
    expect(taskShown(large.requests[0])).toContain("ten points");
  });

  it("is read from files by their paths", async () => {
    const place = folder();
    writeFileSync(join(place, "agents.yaml"), agents.text);
    writeFileSync(join(place, "tasks.yaml"), tasks.text);
    const files = { agents: join(place, "agents.yaml"), tasks: join(place, "tasks.yaml") };
    const models = { default: scripted("a"), large: scripted("b") };
    const crew = await loadCrew(files, { models, tools: { search } });
    expect(crew.tasks.map(({ name }) => name)).toEqual(["research_task", "report_task"]);
  });

  it("takes over limits: iterations, requests, seconds as milliseconds", async () => {
    const limits = "    \n  max_iter: 7\n  max_rpm: 30\n  max_execution_time: 90\n  max_retry_limit: 0\n";
    const text = `a:\n  role: r\n  goal: g\n  backstory: b${limits}`;
    const own = { file: "t", text: "t:\n  description: d\n  expected_output: e\n  agent: a\n" };
    const crew = await loadCrew({ agents: { file: "a", text }, tasks: own }, { models: { default: scripted() } });
    expect(crew.tasks[0]?.agent).toMatchObject({ maxIterations: 7, timeoutMs: 90_000, retries: 0 });
  });

  it("names everything that is wrong at once, with file, line and key", async () => {
    const wrongAgents = {
      file: "agents.yaml",
      text: "a:\n  role: r\n  goal: g\n  backstory: b\n  llm: nowhere\n  tools: [saw]\n",
    };
    const wrongTasks = {
      file: "tasks.yaml",
      text: "one:\n  description: d\n  expected_output: e\n  agent: a\n  context: [two, three, one]\ntwo:\n  expected_output: e\n  agnet: a\nsix:\n  description: d\n  expected_output: e\n  agent: nobody\n",
    };
    const loading = loadCrew(
      { agents: wrongAgents, tasks: wrongTasks },
      { models: { other: scripted() }, assign: { four: "a" }, order: ["one", "two", "six", "five", "one"] },
    );
    expect(await problemsOf(loading)).toEqual([
      "assign:0 four",
      "agents.yaml:5 a.llm",
      "agents.yaml:6 a.tools",
      "order:0 five",
      "order:0 one",
      "tasks.yaml:5 one.context",
      "tasks.yaml:5 one.context",
      "tasks.yaml:5 one.context",
      "tasks.yaml:6 two.description",
      "tasks.yaml:8 two.agent",
      "tasks.yaml:12 six.agent",
    ]);
    await expect(loading).rejects.toThrow('tasks.yaml:8 two.agnet: There is no key "agnet". Did you mean "agent"?');
  });

  it("has the default model stand in for one that is not passed, and says so", async () => {
    const crew = await loadCrew({ agents, tasks }, { models: { default: scripted("a", "b") }, tools: { search } });
    expect(crew.warnings).toEqual([expect.objectContaining({ line: 14, key: "writer.llm" })]);
    expect((await crew.kickoff({ topic: "x" })).status).toBe("completed");
  });

  it.each([
    ["{topic}", "tea"],
    ["{{topic}}", "{tea}"],
    [`$${"{topic}"}`, "$tea"],
    ["{ topic }", "{ topic }"],
    ["{topic.name}", "{topic.name}"],
    ["{topic[name]}", "{topic[name]}"],
    ["{topic:.2f}", "{topic:.2f}"],
    ["{% if topic %}", "{% if topic %}"],
    ['{"topic": "{topic}"}', '{"topic": "tea"}'],
    ['{insights: "all in words"}', '{insights: "all in words"}'],
    ["{0}", "{0}"],
    ["{主题}", "{主题}"],
  ])("fills the braces that crewAI fills, and no others: %s", async (written, shown) => {
    const text = `t:\n  description: >\n    Write ${written}\n  expected_output: e\n  agent: writer\n`;
    const large = scripted("done");
    const files = { agents, tasks: { file: "tasks.yaml", text } };
    const crew = await loadCrew(files, { models: { default: scripted(), large }, tools: { search } });
    await crew.kickoff({ topic: "tea" });
    expect(taskShown(large.requests[0])).toContain(`Write ${shown}\n`);
  });

  it("names a file that is not there, and not what follows from it", async () => {
    const loading = loadCrew({ agents: "/nowhere/agents.yaml", tasks }, { models: { default: scripted() } });
    expect(await problemsOf(loading)).toEqual(["/nowhere/agents.yaml:0 "]);
  });

  it("names a file that is not in UTF-8, and the line", async () => {
    const place = join(folder(), "agents.yaml");
    writeFileSync(place, Buffer.from("a:\n  role: Rédactrice\n  goal: g\n  backstory: b\n", "latin1"));
    const loading = loadCrew({ agents: place, tasks }, { models: { default: scripted() } });
    expect(await problemsOf(loading)).toEqual([`${place}:2 `]);
  });

  it("names files in which nothing stands", async () => {
    const files = { agents: { file: "a.yaml", text: "" }, tasks: { file: "t.yaml", text: "# later\n" } };
    expect(await problemsOf(loadCrew(files, { models: { default: scripted() } }))).toEqual(["a.yaml:1 ", "t.yaml:1 "]);
  });

  it("lets code say what Python code says there: agents, tools, shapes and the order of tasks", async () => {
    const bare = {
      file: "tasks.yaml",
      text: "later:\n  description: d\n  expected_output: e\n  output_pydantic: Report\nfirst:\n  description: f\n  expected_output: e\n",
    };
    const model = createScriptedModel([
      { text: "one" },
      { calls: [{ name: "final_answer", arguments: { title: "two" } }] },
    ]);
    const crew = await loadCrew(
      { agents, tasks: bare },
      {
        models: { default: model, large: model },
        tools: { search },
        order: ["first", "later"],
        assign: {
          first: "writer",
          later: { agent: "researcher", tools: [], output: z.object({ title: z.string() }) },
        },
      },
    );
    const run = completed(await crew.kickoff({ topic: "x" }));
    expect(run.data).toEqual({ title: "two" });
    expect(model.requests[1]?.tools.map((tool) => tool.function.name)).toEqual(["final_answer"]);
  });

  it("takes fields that Python code adds or changes, so that the file needs none or may hold others", async () => {
    const bare = { file: "tasks.yaml", text: "t:\n  description: look\n  context: [t_task]\n  tools: [{name: saw}]\n" };
    const model = scripted("done");
    const crew = await loadCrew(
      { agents, tasks: bare },
      {
        models: { default: model, large: model },
        tools: { search },
        assign: {
          t: { agent: "writer", context: [], tools: ["search"], fields: { expected_output: "a list", markdown: true } },
          writer: { fields: { role: "Poet", max_iter: 3 } },
        },
      },
    );
    expect(crew.warnings).toEqual([]);
    expect(crew.tasks[0]).toMatchObject({ expectedOutput: "a list", agent: { role: "Poet", maxIterations: 3 } });
    expect((await crew.kickoff({ topic: "x" })).status).toBe("completed");
    expect(taskShown(model.requests[0])).toContain("Markdown");
  });

  it("holds what is assigned against the same rules", async () => {
    const assign = { writer: { fields: { max_iter: "often" } }, report_task: { context: ["later"] } };
    const models = { default: scripted(), large: scripted() };
    const loading = loadCrew({ agents, tasks }, { models, tools: { search }, assign });
    expect(await problemsOf(loading)).toEqual([
      "config/agents.yaml:10 writer.max_iter",
      "config/tasks.yaml:12 report_task.context",
    ]);
  });

  it("reads only the tasks that order names, and leaves out agents that nobody needs, with a warning", async () => {
    const more = {
      agents: {
        ...agents,
        text: `${agents.text}rules:\n  - be kind\nspare:\n  goal: g\n  backstory: b\n  tools: [saw]\n`,
      },
      tasks: { ...tasks, text: `${tasks.text}limits:\n  retries: 3\nlater:\n  description: d\n  agent: nobody\n` },
    };
    const models = { default: scripted("ten points"), large: scripted("the report") };
    const order = ["research_task", "report_task"];
    const crew = await loadCrew(more, { models, tools: { search }, order });
    expect(crew.warnings.map(({ line, key }) => `${line} ${key}`)).toEqual([
      "15 rules",
      "17 spare.role",
      "20 spare.tools",
    ]);
    expect((await crew.kickoff({ topic: "x" })).status).toBe("completed");
  });

  it("shows nothing of a task that order leaves out, and says so", async () => {
    const models = { default: scripted(), large: scripted("the report") };
    const crew = await loadCrew({ agents, tasks }, { models, tools: { search }, order: ["report_task"] });
    expect(crew.warnings.map(({ line, key }) => `${line} ${key}`)).toEqual(["12 report_task.context"]);
    await crew.kickoff({ topic: "x" });
    expect(taskShown(models.large.requests[0])).not.toContain("earlier tasks");
  });

  it("needs every agent where one of them may hand on work", async () => {
    const text = `${agents.text}  allow_delegation: true\nspare:\n  goal: g\n  backstory: b\n`;
    const models = { default: scripted(), large: scripted() };
    const loading = loadCrew({ agents: { ...agents, text }, tasks }, { models, tools: { search } });
    expect(await problemsOf(loading)).toEqual(["config/agents.yaml:16 spare.role"]);
  });

  it("says what to do about names that Python code gives", async () => {
    const text = tasks.text
      .replace("[research_task]", "[research_tasks]")
      .replace("agent: writer", "agent: writer_agent");
    const models = { default: scripted(), large: scripted() };
    const loading = loadCrew({ agents, tasks: { ...tasks, text } }, { models, tools: { search } });
    await expect(loading).rejects.toThrow('pass assign: { report_task: "…" }');
    await expect(loading).rejects.toThrow('Did you mean "research_task"?');
    await expect(loading).rejects.toThrow("pass assign: { report_task: { context: […] } }");
  });

  it("gives a task with an empty list of tools those of its agent, as crewAI does", async () => {
    const text = tasks.text.replace("  agent: researcher\n", "  agent: researcher\n  tools: []\n");
    const [small, large] = [scripted("ten points"), scripted("the report")];
    const crew = await loadCrew(
      { agents, tasks: { ...tasks, text } },
      { models: { default: small, large }, tools: { search } },
    );
    await crew.kickoff({ topic: "x" });
    expect(small.requests[0]?.tools).toHaveLength(1);
  });

  it("asks for the shape that a class of Python stands for", async () => {
    const text = `${tasks.text}  output_pydantic: Report\n`;
    const models = { default: scripted(), large: scripted() };
    const loading = loadCrew({ agents, tasks: { ...tasks, text } }, { models, tools: { search } });
    expect(await problemsOf(loading)).toEqual(["config/tasks.yaml:14 report_task.output_pydantic"]);
  });

  it("asks for a checkpointer where a task waits for a person, and then waits", async () => {
    const text = `${tasks.text}  human_input: True\n`;
    const models = { default: scripted("ten points"), large: scripted("the report") };
    const waiting = { agents, tasks: { ...tasks, text } };
    const options = { models, tools: { search } };
    expect(await problemsOf(loadCrew(waiting, options))).toEqual(["config/tasks.yaml:14 report_task.human_input"]);
    const crew = await loadCrew(waiting, { ...options, checkpointer: new MemorySaver() });
    expect((await crew.kickoff({ topic: "x" })).status).toBe("waiting");
  });

  it("says what has no effect here, and what an empty expected_output becomes", async () => {
    const text = "t:\n  description: d\n  expected_output: >\n  agent: writer\n  callback: tell\n";
    const models = { default: scripted(), large: scripted("done") };
    const crew = await loadCrew({ agents, tasks: { file: "tasks.yaml", text } }, { models, tools: { search } });
    expect(crew.warnings.map(({ line, key }) => `${line} ${key}`)).toEqual(["5 t.callback", "3 t.expected_output"]);
    expect((await crew.kickoff({ topic: "x" })).status).toBe("completed");
  });
});

describe("a hierarchical crew from files", () => {
  const free = { file: "tasks.yaml", text: "t:\n  description: d\n  expected_output: e\n" };
  const led = (model: ReturnType<typeof createScriptedModel>, manager: string) =>
    loadCrew(
      { agents, tasks: free },
      { models: { default: model, large: model }, tools: { search }, process: "hierarchical", manager },
    );

  it("is led by an agent of the file, whose tasks need none", async () => {
    const delegate = { name: "delegate_work", arguments: { coworker: "researcher", task: "look", context: "" } };
    const model = createScriptedModel([{ calls: [delegate] }, { text: "found" }, { text: "The answer." }]);
    const run = completed(await (await led(model, "writer")).kickoff({ topic: "x" }));
    expect([run.raw, run.tasks.t?.agent]).toEqual(["The answer.", "writer"]);
  });

  it("names a task that its manager should do itself", async () => {
    const own = { ...free, text: `${free.text}  agent: writer\n` };
    const options = { models: { default: scripted(), large: scripted() }, tools: { search }, manager: "writer" };
    const loading = loadCrew({ agents, tasks: own }, { ...options, process: "hierarchical" });
    expect(await problemsOf(loading)).toEqual(["tasks.yaml:4 t.agent"]);
  });

  it("names tools of its manager, who only hands on work", async () => {
    expect(await problemsOf(led(scripted(), "researcher"))).toEqual(["config/agents.yaml:9 researcher.tools"]);
  });

  it("names a manager that no file has", async () => {
    expect(await problemsOf(led(scripted(), "boss"))).toEqual(["manager:0 "]);
  });
});

describe("the order of tasks from files", () => {
  const inOrder = async (text: string) => {
    const model = createScriptedModel([{ text: "1" }, { text: "2" }, { text: "3" }, { text: "4" }]);
    const own = { file: "agents.yaml", text: "a:\n  role: r\n  goal: g\n  backstory: b\n" };
    const crew = await loadCrew({ agents: own, tasks: { file: "tasks.yaml", text } }, { models: { default: model } });
    const events: string[] = [];
    for await (const event of crew.stream()) {
      if (event.type === "task.started" || event.type === "task.finished")
        events.push(`${event.type.slice(5)} ${event.task}`);
    }
    return { events, shown: model.requests.map(taskShown) };
  };
  const task = (name: string, more = "") =>
    `${name}:\n  description: do ${name}\n  expected_output: e\n  agent: a\n${more}`;

  it("is one after another, also where a task is shown none of those before it", async () => {
    const { events } = await inOrder(task("one") + task("two", "  context: []\n"));
    expect(events).toEqual(["started one", "finished one", "started two", "finished two"]);
  });

  it("is that of Python code, whose contexts may look ahead in the file", async () => {
    const text = task("one", "  context: [two]\n") + task("two");
    const own = { file: "agents.yaml", text: "a:\n  role: r\n  goal: g\n  backstory: b\n" };
    const files = { agents: own, tasks: { file: "tasks.yaml", text } };
    const models = { default: scripted() };
    const loading = loadCrew(files, { models });
    await expect(loading).rejects.toThrow('pass order: ["two", "one", …]');
    const crew = await loadCrew(files, { models, order: ["two", "one"] });
    expect(crew.tasks.map(({ name, context }) => [name, context?.map((one) => one.name)])).toEqual([
      ["two", []],
      ["one", ["two"]],
    ]);
  });

  it("shows nothing of earlier tasks to one whose context is empty", async () => {
    const { shown } = await inOrder(task("one") + task("two", "  context:\n"));
    expect(shown[1]).not.toContain("earlier tasks");
  });

  it("is side by side with async_execution, until a task without it, which is shown what they found", async () => {
    const beside = "  async_execution: true\n";
    const { events, shown } = await inOrder(task("one", beside) + task("two", beside) + task("three"));
    expect(events.slice(0, 2)).toEqual(["started one", "started two"]);
    expect(events.slice(-2)).toEqual(["started three", "finished three"]);
    expect(shown[2]).toContain("1\n\n----------\n\n2");
    expect(shown[1]).not.toContain("1\n");
  });
});

describe("the output_file of a task", () => {
  const written = async (file: string, outputDirectory?: string) => {
    const text = tasks.text.replace("reports/{topic}.md", file);
    const models = { default: scripted("ten points"), large: scripted("the report") };
    const options = { models, tools: { search }, ...(outputDirectory === undefined ? {} : { outputDirectory }) };
    const crew = await loadCrew({ agents, tasks: { ...tasks, text } }, options);
    return completed(await crew.kickoff({ topic: "LLM" })).warnings;
  };

  it("is written under the directory that is passed, its placeholders filled", async () => {
    const place = folder();
    expect(await written("reports/{topic}.md", place)).toEqual([]);
    expect(readFileSync(join(place, "reports", "LLM.md"), "utf8")).toBe("the report");
  });

  it("may begin with a slash, which is none of the disk", async () => {
    const place = folder();
    expect(await written("/reports/out.md", place)).toEqual([]);
    expect(readFileSync(join(place, "reports", "out.md"), "utf8")).toBe("the report");
  });

  it("is not written where its name needs an input that there is not, and the result says which", async () => {
    expect(await written("reports/{day}.md", folder())).toEqual([expect.stringContaining('no input "day"')]);
  });

  it("is not written without a directory, and the result says so", async () => {
    expect(await written("report.md")).toEqual([expect.stringContaining("report.md")]);
  });

  it.each(["../out.md", "/../out.md", "a/../../out.md", "/tmp/{topic}.md"])(
    "is never written outside of it: %s",
    async (file) => {
      const place = folder();
      expect(await written(file, place)).toEqual([expect.stringContaining("outside")]);
    },
  );

  it("follows no link out of it", async () => {
    const [place, elsewhere] = [folder(), folder()];
    symlinkSync(elsewhere, join(place, "reports"));
    symlinkSync(join(elsewhere, "x.md"), join(place, "x.md"));
    expect(await written("reports/new/out.md", place)).toEqual([expect.stringContaining("outside")]);
    expect(await written("x.md", place)).toEqual([expect.stringContaining("link")]);
  });
});
