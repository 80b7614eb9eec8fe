import { describe, expect, test } from "vitest";
import { badConditions } from "../../src/results/conditions.ts";

const having = (...conditions: readonly object[]) => badConditions({ status: { conditions } });

describe("the conditions of a thing that say what is wrong", () => {
  test.each([
    [
      {
        type: "Ready",
        status: "Unknown",
        reason: "NodeStatusUnknown",
        message: "Kubelet stopped posting node status.",
      },
      "Ready=Unknown  NodeStatusUnknown: Kubelet stopped posting node status.",
    ],
    [
      { type: "PodScheduled", status: "False", reason: "Unschedulable", message: "0/4 nodes are available" },
      "PodScheduled=False  Unschedulable: 0/4 nodes are available",
    ],
    [
      { type: "DiskPressure", status: "True", reason: "KubeletHasDiskPressure" },
      "DiskPressure=True  KubeletHasDiskPressure",
    ],
    [{ type: "Available", status: "False" }, "Available=False"],
  ])("%j", (condition, line) => {
    expect(having(condition)).toEqual([line]);
  });

  test.each([
    [{ type: "Ready", status: "True" }],
    [{ type: "MemoryPressure", status: "False" }],
    [{ type: "MemoryPressure", status: "Unknown" }],
    [{ type: "Ready", status: "False", reason: "PodCompleted" }],
    [{ type: "ScalingLimited", status: "False" }],
    [{ type: "SomebodysOwn", status: "False" }],
    [{}],
  ])("leave out %j", (condition) => {
    expect(having(condition)).toEqual([]);
  });

  test("are none of a thing without a status", () => {
    expect(badConditions({})).toEqual([]);
  });
});
