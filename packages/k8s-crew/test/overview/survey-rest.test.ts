import { describe, expect, test } from "vitest";
import { forbidden, namesOf, type ScriptedServer, surveyOf, table } from "./scripted.ts";

const nodes = { answer: () => table("NAME STATUS VERSION", [["n1", "Ready", "v1.30.2"]]) };
const podObject = (name: unknown): string =>
  JSON.stringify({ kind: "Pod", metadata: { name }, status: { phase: "Running" } });
const names = (list: readonly string[], namespace?: string) =>
  JSON.stringify(list.map((name) => ({ name, ...(namespace && { namespace }) })));

describe("what is left of a survey is said in full", () => {
  const server = (total: number, list_pods: ScriptedServer[string]): ScriptedServer => ({
    list_namespaces: {
      answer: () =>
        table(
          "NAME STATUS",
          namesOf("team", total).map((name) => [name, "Active"]),
        ),
    },
    list_nodes: nodes,
    list_pods,
    get_pod: { parameters: "namespace* name*", answer: ({ name }) => podObject(name) },
  });

  test("namespaces that may not be read and namespaces that were too many", async () => {
    const { survey } = await surveyOf(
      server(25, {
        parameters: "namespace*",
        answer: ({ namespace }) =>
          namespace === "team-002"
            ? forbidden("pods", "team-002")
            : table("NAME READY STATUS", [["web-1", "1/1", "Running"]]),
      }),
    );
    expect(survey.notes).toEqual([
      { kind: "namespaces_failed", names: ["team-002"], cause: "forbidden" },
      { kind: "namespaces_left", read: 20, total: 25 },
    ]);
  });

  test("namespaces that were too many and pods that were too many", async () => {
    const { survey } = await surveyOf(
      server(25, { parameters: "namespace*", answer: () => names(["web-1", "web-2"]) }),
    );
    expect(survey.notes).toEqual([
      { kind: "namespaces_left", read: 20, total: 25 },
      { kind: "details_left", resource: "pod", read: 20, total: 40 },
    ]);
  });
});

describe("single reads go where they tell most", () => {
  const server = (list_pods: () => string, deployments: readonly (readonly string[])[] = []): ScriptedServer => ({
    list_nodes: nodes,
    list_pods: { description: "Lists the pods of all namespaces", answer: list_pods },
    list_deployments: {
      description: "Lists the deployments of all namespaces",
      answer: () => table("NAMESPACE NAME READY", deployments),
    },
    get_pod: { parameters: "namespace* name*", answer: ({ name }) => podObject(name) },
  });

  test("a pod belongs to the workload with the longest name that it begins with", async () => {
    const pods = () => names([...namesOf("web", 30), ...namesOf("web-api", 5)], "shop");
    const { readsOf } = await surveyOf(
      server(pods, [
        ["shop", "web", "30/30"],
        ["shop", "web-api", "0/5"],
      ]),
    );
    expect(
      readsOf("get_pod")
        .slice(0, 5)
        .map(({ name }) => name),
    ).toEqual(namesOf("web-api", 5));
  });

  test("pods whose state the list tells are not read again", async () => {
    const pods = () =>
      JSON.stringify(
        namesOf("web", 30).map((name, at) => ({ namespace: "shop", name, ...(at !== 28 && { status: "Running" }) })),
      );
    const { survey, readsOf } = await surveyOf(server(pods));
    expect(readsOf("get_pod").map(({ name }) => name)).toEqual(["web-029"]);
    expect({ pods: survey.pods, notes: survey.notes }).toEqual({
      pods: { total: 30, byStatus: { Running: 30 } },
      notes: [{ kind: "readiness_untold" }],
    });
  });
});

describe("a namespace that is being deleted", () => {
  test.each([
    ["Terminating", [{ resource: "namespace", namespace: "", name: "shop", what: "Terminating" }]],
    ["Active", []],
  ])("whose state is %s", async (state, troubles) => {
    const { survey } = await surveyOf(
      {
        list_namespaces: {
          answer: () =>
            table("NAME STATUS", [
              ["shop", state],
              ["ended", "Terminating"],
            ]),
        },
        list_nodes: nodes,
        list_pods: { parameters: "namespace", answer: () => table("NAME READY STATUS", []) },
      },
      { namespace: "shop" },
    );
    expect(survey.troubles).toEqual(troubles);
  });
});
