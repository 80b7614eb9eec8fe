import { InMemoryStore } from "@langchain/langgraph";
import { expect, test } from "vitest";
import { type CrewOptions, completed, createCrew, createMemory, defineTask } from "../../src/index.ts";
import { codeOf } from "../wrappers/support.ts";
import { scriptedAgent, taskShown } from "./support.ts";

const huge = `${"x".repeat(10_000_000)} the end`;

function tellAndAdvise(options: Partial<CrewOptions> = {}) {
  const turns = [huge, "advice", huge, "advice"].map((text) => ({ text }));
  const { agent, model } = scriptedAgent("clerk", turns);
  const tell = defineTask({ name: "tell", description: "Tell all", expectedOutput: "a text", agent });
  const advise = defineTask({ name: "advise", description: "Say what to do", expectedOutput: "a word", agent });
  return { crew: createCrew({ ...options, tasks: [tell, advise] }), model };
}

test("of an output of 10 MB a later task is shown head and tail, and it stays whole in the result", async () => {
  const { crew, model } = tellAndAdvise();
  expect(completed(await crew.kickoff()).tasks.tell?.raw).toBe(huge);
  const shown = taskShown(model.requests[1]);
  expect(shown.length).toBeLessThan(101_000);
  expect(shown).toMatch(/x\n\[… \d+ of 10000008 characters left out …\]\nx+ the end/);
});

test("as much is shown as is wanted, and all without a limit", async () => {
  const little = tellAndAdvise({ contextLimit: 200 });
  completed(await little.crew.kickoff());
  expect(taskShown(little.model.requests[1]).length).toBeLessThan(1_000);
  const all = tellAndAdvise({ contextLimit: Number.POSITIVE_INFINITY });
  completed(await all.crew.kickoff());
  expect(taskShown(all.model.requests[1])).toContain(huge);
});

test("what is remembered of such an output is short, and not shown beside it", async () => {
  const { crew, model } = tellAndAdvise({ memory: createMemory({ store: new InMemoryStore() }) });
  completed(await crew.kickoff());
  completed(await crew.kickoff());
  const [, advised, told] = model.requests.map(taskShown);
  expect(told?.match(/the end/g)).toHaveLength(1);
  expect(told?.length).toBeLessThan(12_000);
  expect(advised?.match(/the end/g)).toHaveLength(1);
});

test.each([99, Number.NaN])("a limit of %d characters is refused when the crew is made", (contextLimit) => {
  expect(codeOf(() => tellAndAdvise({ contextLimit }))).toBe("crew_limit_invalid");
});
