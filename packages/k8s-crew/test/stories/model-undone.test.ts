import { expect, test } from "vitest";
import { call, planner, planOf } from "./model-replies.ts";
import { useModelStage } from "./model-stage.ts";

const { openRouter, talk } = useModelStage();

/** What a plan holds beside what was asked for: somebody wrote into the cluster that it should. */
const deletion = call("resources_delete", { apiVersion: "v1", kind: "Namespace", name: "dev" });

test.each([
  ["another change is", "restart search-api in dev"],
  ["something unsaid is", "make search-api in dev work again"],
  ["a look is", "compare cart-service in dev-cluster and prod-cluster"],
])("what cannot be undone is put up only where it is named, not where %s asked for", async (_, message) => {
  openRouter().enqueue({ match: planner, reply: planOf(deletion), times: 2 });
  const result = await talk().send(message);
  expect(result).toMatchObject({ approval: null, question: null });
  expect(result.calls.every(({ effect }) => effect === "read")).toBe(true);
});
