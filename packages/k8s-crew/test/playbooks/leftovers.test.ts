import { describe, expect, test } from "vitest";
import { leftoversOf } from "../../src/playbooks/leftovers.ts";

const row = (name: string, fields: Readonly<Record<string, string>>) => ({ name, fields });

const judged = (resource: string, rows: readonly ReturnType<typeof row>[]) => {
  const { rows: left, untold } = leftoversOf(resource, rows, 0);
  return { left: left.map(({ name }) => name), untold };
};

describe("what may be cleaned up", () => {
  test("is a ReplicaSet only when it is to have no pod, not when none of its pods is ready", () => {
    const rows = [
      row("old", { desired: "0", ready: "0" }),
      row("failing", { desired: "1", ready: "0" }),
      row("well", { desired: "2", ready: "2" }),
    ];
    expect(judged("replicaset", rows)).toEqual({ left: ["old"], untold: 0 });
  });

  test("is a pod that has ended for good, not one that is restarted again and again", () => {
    const rows = [
      row("done", { status: "Completed", ready: "0/1", restarts: "0", age: "3h" }),
      row("evicted", { status: "Evicted", ready: "0/1", restarts: "0", age: "3h" }),
      row("failed", { status: "Error", ready: "0/1", restarts: "0", age: "3h" }),
      row("failing", { status: "Error", ready: "0/1", restarts: "4 (2m ago)", age: "3h" }),
      row("new", { status: "Error", ready: "0/1", restarts: "0", age: "20s" }),
      row("looping", { status: "CrashLoopBackOff", ready: "0/1", restarts: "9", age: "3h" }),
    ];
    expect(judged("pod", rows)).toEqual({ left: ["done", "evicted", "failed"], untold: 0 });
  });

  test("is an ended job and an unbound volume", () => {
    const jobs = [
      row("done", { completions: "1/1" }),
      row("failed", { status: "Failed", completions: "0/1" }),
      row("going", { status: "Running", completions: "0/1" }),
    ];
    expect(judged("job", jobs).left).toEqual(["done", "failed"]);
    expect(judged("pv", [row("kept", { status: "Released" }), row("used", { status: "Bound" })]).left).toEqual([
      "kept",
    ]);
  });

  test("stays open where a list gives names only", () => {
    for (const kind of ["pod", "job", "replicaset", "pv", "pvc"])
      expect(judged(kind, [row("bare", {})])).toEqual({ left: [], untold: 1 });
  });
});
