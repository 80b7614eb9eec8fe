import { createScriptedModel } from "@k8s-copilot/doubles";
import { expect, test } from "vitest";
import { type CrewEvent, completed, createCrew, defineTask } from "../../src/index.ts";
import { fakeTool } from "../fake-tools.ts";
import { namesOf, openStarts, outcomeOf, scriptedAgent, taskShown } from "./support.ts";

const planOf = (...plans: readonly (readonly [task: unknown, plan: string])[]) =>
  createScriptedModel([
    { calls: [{ name: "final_answer", arguments: { plans: plans.map(([task, plan]) => ({ task, plan })) } }] },
  ]);

function makeCrew(planner: ReturnType<typeof planOf>) {
  const { agent, model } = scriptedAgent("clerk", [{ text: "one" }, { text: "two" }], { tools: [fakeTool("look")] });
  const first = defineTask({ name: "first", description: "Look", expectedOutput: "facts", agent });
  const second = defineTask({ name: "second", description: "Advise", expectedOutput: "a sentence", agent });
  return { crew: createCrew({ tasks: [first, second], planning: { model: planner } }), model, tasks: [first, second] };
}

test("H07 plans are matched by number: in any order, the first of two, and none where one is missing", async () => {
  const { crew, model } = makeCrew(planOf(["2", "Be kind."], [7, "Nothing."], [2, "Be rude."]));
  completed(await crew.kickoff());
  expect(taskShown(model.requests[0])).toBe("Look\n\nExpected: facts");
  expect(taskShown(model.requests[1])).toContain("Advise\n\nHow it was planned to be done:\nBe kind.\n\nExpected");
});

test("H08 the planner is shown all tasks once, and planning does not change them", async () => {
  const planner = planOf([1, "Look twice."]);
  const { crew, tasks } = makeCrew(planner);
  const events: CrewEvent[] = [];
  const run = completed(await crew.kickoff({}, { onEvent: (event) => events.push(event) }));
  expect(taskShown(planner.requests[0])).toContain(
    "Task 1: Look\nExpected: facts\nDone by: a clerk\nTools: look\n\nTask 2: Advise\nExpected: a sentence",
  );
  expect(tasks.map(({ description }) => description)).toEqual(["Look", "Advise"]);
  expect(run.usage.modelCalls).toBe(3);
  expect(Object.keys(run.tasks)).toEqual(["first", "second"]);
  expect(namesOf(events).slice(0, 3)).toEqual(["crew.started", "_plan task.started", "_plan model.started"]);
  expect(openStarts(events)).toEqual([]);
});

test("a planner that fails ends the run before the first task", async () => {
  const { crew, model } = makeCrew(
    createScriptedModel([{ error: Object.assign(new Error("401 no"), { status: 401 }) }]),
  );
  expect(outcomeOf(await crew.kickoff())).toMatch(/^model_key_rejected/);
  expect(model.requests).toHaveLength(0);
});

test("in a hierarchical crew the planner is asked itself, not the manager", async () => {
  const planner = planOf([1, "Ask Ada."]);
  const ada = scriptedAgent("ada", []);
  const boss = scriptedAgent("boss", [{ text: "done" }]);
  const cause = defineTask({ name: "cause", description: "Look", expectedOutput: "facts", agent: ada.agent });
  const crew = createCrew({
    tasks: [cause],
    process: "hierarchical",
    managerAgent: boss.agent,
    planning: { model: planner },
  });
  completed(await crew.kickoff());
  expect(taskShown(boss.model.requests[0])).toContain("Ask Ada.");
});
