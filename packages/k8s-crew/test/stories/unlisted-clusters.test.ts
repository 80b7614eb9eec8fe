import { expect, test } from "vitest";
import { createK8sCrew } from "../../src/index.ts";
import { toolNamed } from "../catalog/tool-table.ts";

const told =
  (text: string, isError = false) =>
  async () => ({ kind: "result" as const, text, isError });
const place = { cluster: { type: "string" } };

test.each([
  ["集群状态", /^集群列表 +读取失败/m],
  ["how are my clusters?", /^list of clusters +could not be read/m],
])("a list of clusters that fails is said, and none is called fine: “%s”", async (message, row) => {
  const crew = createK8sCrew({
    tools: [
      toolNamed("list_clusters", {}, { invoke: told("the registry of clusters is closed", true) }),
      toolNamed("list_nodes", place, { required: ["cluster"], invoke: told("NAME STATUS\nn1 Ready") }),
      toolNamed("list_pods", place, { required: ["cluster"], invoke: told("NAME STATUS\nweb Running") }),
    ],
  });
  const { status, answer, calls } = await crew.conversation().send(message);
  expect(status).toBe("error");
  expect(answer).toMatch(row);
  expect(answer).toContain("the registry of clusters is closed");
  expect(answer).not.toMatch(/fine|正常/);
  expect(calls.map(({ tool }) => tool)).toEqual(["list_clusters"]);
  await crew.close();
});
