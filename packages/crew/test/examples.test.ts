import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startFaultyMcpServer } from "@k8s-copilot/doubles";
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { expect, test } from "vitest";
import { type ExampleName, exampleNames, replayedModel } from "../../../examples/crew/replies.ts";

type Main = (model: BaseChatModel, print: (line: string) => void, more?: string) => Promise<void>;

const mains: Readonly<Record<ExampleName, () => Promise<{ readonly main: Main }>>> = {
  "01-one-agent": () => import("../../../examples/crew/01-one-agent.ts"),
  "02-sequential": () => import("../../../examples/crew/02-sequential.ts"),
  "03-structured-output": () => import("../../../examples/crew/03-structured-output.ts"),
  "04-parallel": () => import("../../../examples/crew/04-parallel.ts"),
  "05-hierarchical": () => import("../../../examples/crew/05-hierarchical.ts"),
  "06-guardrails": () => import("../../../examples/crew/06-guardrails.ts"),
  "07-human-input": () => import("../../../examples/crew/07-human-input.ts"),
  "08-mcp-tools": () => import("../../../examples/crew/08-mcp-tools.ts"),
  "09-from-yaml": () => import("../../../examples/crew/09-from-yaml.ts"),
  "10-in-a-graph": () => import("../../../examples/crew/10-in-a-graph.ts"),
  "11-web-stream": () => import("../../../examples/crew/11-web-stream.ts"),
};

async function printed(name: ExampleName, more?: string): Promise<string[]> {
  const lines: string[] = [];
  const { main } = await mains[name]();
  await main(replayedModel(name), (line) => lines.push(line), more);
  return lines;
}

const expected: Partial<Readonly<Record<ExampleName, readonly string[]>>> = {
  "01-one-agent": ["Yes: it is raining lightly, at 21 °C."],
  "02-sequential": [
    "One assistant for everybody\n\nIt speaks two languages, asks before it changes anything, and works without a model.",
    "3 model calls, research and report",
  ],
  "03-structured-output": ["Boat: 900 euros", "Picnic: 200 euros", "Come to our picnic. Bring a blanket."],
  "05-hierarchical": [
    "manager thinks",
    "chemist thinks",
    "manager thinks",
    "cook thinks",
    "manager thinks",
    "Bread rises because yeast makes gas. Yesterday's goes into soup.",
  ],
  "06-guardrails": [
    "refused: It has 80 characters; 60 is the most.",
    "refused: It claims to be exact.",
    "Five minutes late, like you.",
  ],
  "09-from-yaml": ["They tick. They tock. In the end they stop."],
  "10-in-a-graph": ["Thank you for your kind words. (filed)", "We are sorry that the post was slow. (filed)"],
};

test.each(Object.entries(expected))("%s prints what it promises", async (name, lines) => {
  const example = exampleNames.find((each) => each === name);
  expect(example === undefined ? [] : await printed(example)).toEqual(lines);
});

test("04-parallel begins its three cities before any of them is done, and compares them last", async () => {
  const lines = await printed("04-parallel");
  expect(lines.slice(0, 3).toSorted()).toEqual(["Graz begins", "Lisbon begins", "Oslo begins"]);
  expect(lines.at(-1)).toBe("summary: Coffee costs twice as much in Oslo as in Lisbon.");
});

test("07-human-input goes on from a file, with new crews and a new model of the same script", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "crew-example-")), "letters.sqlite");
  expect(await printed("07-human-input", file)).toEqual([
    "Dear Ada, thank you for the clock.\n> Mention that it is late.",
    "Dear Ada, thank you for the clock. It is late, as I am.\n> (accepted)",
    "Dear Ada, thank you for the clock. It is late, as I am.",
  ]);
});

test("08-mcp-tools calls the tool of a real server, and leaves no connection", async () => {
  const inputSchema = { type: "object" as const, properties: { item: { type: "string" } } };
  const server = await startFaultyMcpServer({ transport: "http", tools: [{ name: "count_stock", inputSchema }] });
  try {
    expect(await printed("08-mcp-tools", server.url)).toEqual(["Seven clocks are left."]);
    expect(server.calls()).toMatchObject([{ tool: "count_stock", args: { item: "clock" } }]);
  } finally {
    await server.close();
  }
});

test("11-web-stream sends every event, and the answer last but one", async () => {
  const events = await printed("11-web-stream");
  expect(events.filter((type) => type !== "model.delta")).toEqual([
    "crew.started",
    "task.started",
    "model.started",
    "model.finished",
    "task.finished",
    "crew.finished",
  ]);
});

test.each(exampleNames)("%s has fewer than 60 lines", (name) => {
  const text = readFileSync(new URL(`../../../examples/crew/${name}.ts`, import.meta.url), "utf8");
  expect(text.split("\n").length).toBeLessThan(60);
});
