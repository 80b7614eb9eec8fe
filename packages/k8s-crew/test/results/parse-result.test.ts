import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseResult } from "../../src/results/parse-result.ts";
import type { ParsedResult, Row } from "../../src/results/types.ts";

function rowsOf(result: ParsedResult): readonly Row[] {
  if (result.form !== "rows") throw new Error(`not rows but ${result.form}`);
  return result.rows;
}

const names = (result: ParsedResult) => rowsOf(result).map((row) => row.name);

const podsTable = `NAMESPACE   APIVERSION   KIND   NAME                        READY   STATUS             RESTARTS       AGE    IP           NODE     NOMINATED NODE   READINESS GATES   LABELS
shop        v1           Pod    checkout-6d5f7c9b8-4xk2p    1/1     Running            2 (5m ago)     5d3h   10.0.0.7     node-a   <none>           <none>            app=checkout,tier=web
shop        v1           Pod    mailer-0                    0/2     CrashLoopBackOff   131 (2m ago)   12d    <none>       node-b   <none>           <none>            <none>
`;

describe("a list of names is found in whatever form a server gives it", () => {
  test.each<[string, string]>([
    ["JSON objects", '[{"name":"a"},{"name":"b"}]'],
    ["JSON names", '["a","b"]'],
    ["JSON under items", '{"items":[{"name":"a","status":"Running"},{"name":"b"}]}'],
    [
      "JSON under a key of its own",
      '{"count":2,"pods":[{"name":"a"},{"name":"b"}],"retrievedAt":"2025-01-01T00:00:00Z"}',
    ],
    ["JSON with upper-case keys", '[{"Name":"a","Namespace":"x"},{"Name":"b","Namespace":"x"}]'],
    ["JSON with the resource in the key", '[{"pod_name":"a"},{"pod_name":"b"}]'],
    ["JSON in a wrapper", '{"result":{"pods":[{"name":"a"},{"name":"b"}]}}'],
    ["JSON beside other lists", '{"pods":[{"name":"a"},{"name":"b"}],"warnings":["old server"]}'],
    ["JSON doubled in a string", JSON.stringify(JSON.stringify([{ name: "a" }, { name: "b" }]))],
    ["JSON text inside of JSON", JSON.stringify({ result: '[{"name":"a"},{"name":"b"}]' })],
    ["JSON objects one after the other", '{"name":"a"}\n{"name":"b"}'],
    ["pretty JSON objects one after the other", '{\n  "name": "a"\n}\n{\n  "name": "b"\n}'],
    ["JSON in a fence", 'Here you go:\n```json\n[{"name":"a"},{"name":"b"}]\n```'],
    ["JSON behind a sentence", 'Pods in shop:\n[{"name":"a"},{"name":"b"}]'],
    [
      "API objects",
      '{"kind":"List","items":[{"kind":"Pod","metadata":{"name":"a"}},{"kind":"Pod","metadata":{"name":"b"}}]}',
    ],
    ["a table", "NAME   READY   STATUS\na      1/1     Running\nb      0/1     Pending\n"],
    ["a table of names", "NAME\na\nb\n"],
    ["a table with tabs", "NAME\tREADY\tSTATUS\na\t1/1\tRunning\nb\t0/1\tPending"],
    ["a table behind a sentence", "Pods in namespace shop:\n\nNAME   READY\na      1/1\nb      1/1\n\nTotal: 2"],
    ["a table with a rule below its header", "NAME   STATUS\n----   ------\na      Running\nb      Running"],
    ["several tables", "NAME    READY\npod/a   1/1\n\nNAME        TYPE        AGE\nservice/b   ClusterIP   5d\n"],
    ["a Markdown table", "| Name | Status |\n|------|--------|\n| a | Running |\n| b | Pending |"],
    [
      "a YAML list",
      "- apiVersion: v1\n  kind: Pod\n  metadata:\n    name: a\n- apiVersion: v1\n  kind: Pod\n  metadata:\n    name: b\n",
    ],
    ["a YAML List", "apiVersion: v1\nitems:\n- metadata:\n    name: a\n- metadata:\n    name: b\nkind: List\n"],
    ["YAML documents", "kind: Pod\nmetadata:\n  name: a\n---\nkind: Pod\nmetadata:\n  name: b\n"],
    ["YAML names", "- a\n- b\n"],
    ["name lines", "Found 2 Pod resources in namespace shop:\n\nName: a\nName: b\n"],
    ["bullets with details", "- a\n  Replicas: 3\n  Available: 2\n- b\n  Replicas: 1\n  Available: 1\n"],
    ["bullets with words", "Pods:\n• a (Running)\n• b (Pending)"],
    ["numbers", "1. a\n2. b"],
    ["plain names", "a\nb\n"],
    ["typed names", "pod/a\npod/b\n"],
    ["names behind a colon", "Pods: a, b"],
    ["names in brackets", "[a, b]"],
  ])("%s", (_form, text) => {
    expect(names(parseResult({ text, verb: "list", resource: "pod" }))).toEqual(["a", "b"]);
  });

  test.each([
    "",
    "\n",
    "[]",
    "[]\n",
    '{"items":[]}',
    '{"items":null}',
    '{"count":0,"pods":null}',
    '{"pods":[]}',
    "No resources found in shop namespace.",
    "Found 0 Pod resources in namespace shop:",
    "# No events found",
    "No pods found",
    "未找到任何 Pod 资源",
  ])("%j is an empty list", (text) => {
    expect(parseResult({ text, verb: "list", resource: "pod" })).toEqual({ form: "rows", rows: [] });
  });

  test("structured content counts where the text says less, the text where it says more", () => {
    const structured = { items: [{ name: "a", status: "Running" }] };
    expect(rowsOf(parseResult({ text: "1 pod", structured, verb: "list" }))[0]?.fields.status).toBe("Running");
    const text = "NAME   READY   STATUS    AGE\na      1/1     Running   5d\n";
    expect(rowsOf(parseResult({ text, structured: { items: [{ name: "a" }] }, verb: "list" }))[0]?.fields.age).toBe(
      "5d",
    );
    expect(names(parseResult({ text, structured: { result: "" }, verb: "list" }))).toEqual(["a"]);
  });
});

describe("tables", () => {
  test("are cut by the header's columns, so cells may hold spaces and be empty", () => {
    expect(rowsOf(parseResult({ text: podsTable, verb: "list", resource: "pod" }))).toEqual([
      {
        name: "checkout-6d5f7c9b8-4xk2p",
        namespace: "shop",
        fields: {
          apiversion: "v1",
          kind: "Pod",
          ready: "1/1",
          status: "Running",
          restarts: "2 (5m ago)",
          age: "5d3h",
          ip: "10.0.0.7",
          node: "node-a",
          "nominated node": "<none>",
          "readiness gates": "<none>",
          labels: "app=checkout,tier=web",
        },
      },
      expect.objectContaining({
        name: "mailer-0",
        fields: expect.objectContaining({ status: "CrashLoopBackOff", restarts: "131 (2m ago)" }),
      }),
    ]);
  });

  test.each<[string, string, Row]>([
    [
      "contexts of kubectl",
      "CURRENT   NAME    CLUSTER   AUTHINFO   NAMESPACE\n*         dev     dev       amy        shop\n          prod    prod      amy\n",
      { name: "dev", namespace: "shop", fields: { current: "true", cluster: "dev", authinfo: "amy" } },
    ],
    [
      "events",
      "LAST SEEN   TYPE      REASON    OBJECT      MESSAGE\n2m          Warning   BackOff   pod/web-1   Back-off restarting failed container\n",
      {
        name: "web-1",
        fields: {
          "last seen": "2m",
          type: "Warning",
          reason: "BackOff",
          object: "pod/web-1",
          message: "Back-off restarting failed container",
          kind: "pod",
        },
      },
    ],
    [
      "usage of nodes",
      "NAME     CPU(cores)   CPU%   MEMORY(bytes)   MEMORY%\nnode-a   250m         12%    1024Mi          50%\n",
      { name: "node-a", fields: { cpu: "250m", "cpu%": "12%", memory: "1024Mi", "memory%": "50%" } },
    ],
    [
      "usage of containers, with a sum below",
      "NAMESPACE   POD     NAME   CPU(cores)   MEMORY(bytes)\nshop        web-1   app    5m           20Mi\n                           ________     ________\n                           5m           20Mi\n",
      { name: "web-1", namespace: "shop", fields: { pod: "web-1", container: "app", cpu: "5m", memory: "20Mi" } },
    ],
    [
      "columns that are one space apart",
      "NAME      READY STATUS  AGE\nweb-1     1/1   Running 5d\n",
      { name: "web-1", fields: { ready: "1/1", status: "Running", age: "5d" } },
    ],
    [
      "cells wider than their column",
      "NAME   READY   STATUS\na-name-that-is-longer   1/1   Running\n",
      { name: "a-name-that-is-longer", fields: { ready: "1/1", status: "Running" } },
    ],
    [
      "columns of a custom resource",
      "NAME   LAST BACKUP   PHASE POLICY   AGE\ndb     2h            Ready          5d\n",
      { name: "db", fields: { "last backup": "2h", "phase policy": "Ready", age: "5d" } },
    ],
  ])("of %s", (_what, text, row) => {
    expect(rowsOf(parseResult({ text, verb: "list" }))[0]).toEqual(row);
  });

  test("a sum below the usage of containers is no row", () => {
    const text =
      "NAMESPACE   POD     NAME   CPU(cores)   MEMORY(bytes)\nshop        web-1   app    5m           20Mi\n                           ________     ________\n                           5m           20Mi\n";
    expect(names(parseResult({ text, verb: "top" }))).toEqual(["web-1"]);
  });
});

describe("special lists", () => {
  test("contexts with arrows tell the current one and the server", () => {
    const text =
      "Available Kubernetes contexts (2 total, default: arn:aws:eks:eu-1:42:cluster/x):\n\nFormat: [*] CONTEXT_NAME -> SERVER_URL\n\nContexts:\n---------\n prod -> https://10.0.0.1\n*arn:aws:eks:eu-1:42:cluster/x -> https://10.0.0.2\n---------\n";
    expect(rowsOf(parseResult({ text, verb: "list", resource: "cluster" }))).toEqual([
      { name: "prod", fields: { server: "https://10.0.0.1" } },
      { name: "arn:aws:eks:eu-1:42:cluster/x", fields: { server: "https://10.0.0.2", current: "true" } },
    ]);
  });

  test.each([
    [
      "a table",
      "LAST SEEN   TYPE      REASON    MESSAGE\n2m          Warning   BackOff   Back-off restarting failed container",
    ],
    ["JSON", '[{"type":"Warning","reason":"BackOff","message":"Back-off restarting failed container"}]'],
  ])("events of one thing, in which nothing is named, are rows all the same: %s", (_, text) => {
    const [row] = rowsOf(parseResult({ text, verb: "list", resource: "event" }));
    expect(row).toMatchObject({ name: "", fields: { type: "Warning", reason: "BackOff" } });
    expect(row?.fields.message).toBe("Back-off restarting failed container");
  });

  test("events without a name of their own are named for what they are about", () => {
    const text =
      "# The following events (YAML format) were found:\n- InvolvedObject:\n    Kind: Pod\n    Name: web-1\n    apiVersion: v1\n  Message: 'Back-off: restarting'\n  Namespace: shop\n  Reason: BackOff\n  Timestamp: 2025-01-01 00:00:00 +0000 UTC\n  Type: Warning\n";
    expect(rowsOf(parseResult({ text, verb: "list", resource: "event" }))[0]).toMatchObject({
      name: "web-1",
      namespace: "shop",
      fields: {
        object: "pod/web-1",
        message: "Back-off: restarting",
        reason: "BackOff",
        type: "Warning",
        "last seen": "2025-01-01 00:00:00 +0000 UTC",
      },
    });
  });

  test("events of one object are rows, though they do not name it again", () => {
    const text = [
      "LAST SEEN              TYPE      REASON    MESSAGE",
      "2026-11-26T02:04:32Z   Warning   BackOff   Back-off restarting failed container",
    ].join("\n");
    expect(parseResult({ text, verb: "list", resource: "event" })).toMatchObject({
      form: "rows",
      rows: [{ name: "", fields: { type: "Warning", reason: "BackOff", "last seen": "2026-11-26T02:04:32Z" } }],
    });
  });

  test("the namespace in the line that announces a list belongs to its rows", () => {
    const text = "Found 1 Pod resources in namespace shop:\n\nName: a\n";
    expect(rowsOf(parseResult({ text }))).toEqual([{ name: "a", namespace: "shop", fields: {} }]);
  });

  test("objects of the API become the cells that kubectl would show", () => {
    const deployment = {
      kind: "Deployment",
      metadata: { name: "web", namespace: "shop", creationTimestamp: "2025-01-01T00:00:00Z" },
      spec: { replicas: 3 },
      status: { readyReplicas: 2, updatedReplicas: 3, availableReplicas: 2 },
    };
    expect(rowsOf(parseResult({ text: JSON.stringify({ items: [deployment] }), verb: "list" }))[0]).toEqual({
      name: "web",
      namespace: "shop",
      fields: { kind: "Deployment", created: "2025-01-01T00:00:00Z", ready: "2/3", "up-to-date": "3", available: "2" },
      object: deployment,
    });
  });
});

describe("one thing", () => {
  test.each<[string, string]>([
    ["JSON", '{"kind":"Pod","metadata":{"name":"a"},"spec":{"containers":[{"name":"app"}]}}'],
    ["YAML", "kind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n  - name: app\n"],
    ["YAML behind a comment", "# The pod is below\nkind: Pod\nmetadata:\n  name: a\n"],
    ["a plain JSON object", '{"name":"a","containers":[{"name":"app"}],"status":"Running"}'],
  ])("in %s is an object, not a list", (_form, text) => {
    expect(parseResult({ text, verb: "get" }).form).toBe("object");
  });

  test("describe output stays text, whatever stands in it", () => {
    const text =
      "Name:         web\nNamespace:    shop\nEvents:\n  Type     Reason   Age\n  ----     ------   ----\n  Warning  BackOff  2m\n";
    expect(parseResult({ text, verb: "describe" })).toEqual({ form: "text", text });
  });
});

describe("logs", () => {
  test.each<[string, string]>([
    ['{"level":"info","name":"a","msg":"hi"}', '{"level":"info","name":"a","msg":"hi"}'],
    ['[{"name":"a"}]', '[{"name":"a"}]'],
    ["NAME   READY\na      1/1", "NAME   READY\na      1/1"],
    ["- a\n- b", "- a\n- b"],
    ["", ""],
    ['"quoted"', '"quoted"'],
    ['{"pod":"web","namespace":"shop","logs":"one\\ntwo\\n","lineCount":2}', "one\ntwo\n"],
    ['{"name":"web","logs":"one"}', "one"],
    ['"one\\ntwo"', "one\ntwo"],
    ['{"name":"web","logs":{"app":"one","proxy":"two"}}', "==> app <==\none\n==> proxy <==\ntwo"],
    ['{"logs":"only a log line"}', '{"logs":"only a log line"}'],
  ])("%j is the text %j", (text, log) => {
    expect(parseResult({ text, verb: "logs" })).toEqual({ form: "text", text: log });
  });

  test.each([
    '{"level":"info","msg":"hi","time":"2025-01-01T00:00:00Z"}',
    '{"level":"info","name":"a","msg":"x"}\n{"level":"info","name":"b","msg":"y"}',
    "- started\n- stopped",
    "a\nb",
  ])("without knowing what was called, %j stays text", (text) => {
    expect(parseResult({ text }).form).toBe("text");
  });
});

describe("any text", () => {
  const line = fc.oneof(
    fc.constantFrom(
      "NAME   READY",
      "NAME",
      "- a",
      "* b -> http://x",
      "Name: c",
      "kind: Pod",
      "metadata:",
      "  name: d",
      '{"items":[',
      '{"name":"e"}',
      "]}",
      "---",
      "| a | b |",
      "|---|---|",
      "Found 2 Pod resources in namespace x:",
      "```",
      "&a [*a,*a]",
      "__proto__: 1",
      '{"__proto__":[{"name":"f"}]}',
    ),
    fc.string({ maxLength: 60 }),
    fc.json(),
  );
  const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join("\n"));
  const verb = fc.constantFrom("list", "get", "describe", "logs", "top", undefined);

  test("is read without throwing, and no name is made up", () => {
    fc.assert(
      fc.property(text, verb, (input, called) => {
        const result = parseResult({ text: input, ...(called === undefined ? {} : { verb: called }), resource: "pod" });
        const names = result.form === "rows" ? result.rows.map((row) => row.name) : [];
        // Other names are no Kubernetes names, and JSON and YAML may write their characters in other ways.
        const plain = names.filter((name) => /^[\w.:@/-]+$/.test(name));
        const text = input.replace(/\\u([0-9a-f]{4})/gi, (_found, code: string) =>
          String.fromCharCode(Number.parseInt(code, 16)),
        );
        for (const name of plain) expect(text).toContain(name);
      }),
      { numRuns: 3_000 },
    );
  });

  test("that is a table of any names is read back name by name", () => {
    const name = fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,50}[a-z0-9])?$/);
    const cell = fc.constantFrom("Running", "2 (5m ago)", "<none>", "");
    fc.assert(
      fc.property(fc.array(fc.tuple(name, cell, cell), { minLength: 1, maxLength: 20 }), (rows) => {
        const table = [["NAME", "STATUS", "NOMINATED NODE"], ...rows];
        const widths = [0, 1, 2].map((column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)) + 3);
        const text = table
          .map((cells) =>
            cells
              .map((value, index) => value.padEnd(widths[index] ?? 0))
              .join("")
              .trimEnd(),
          )
          .join("\n");
        const read = rowsOf(parseResult({ text, verb: "list" }));
        expect(read.map((row) => [row.name, row.fields.status ?? "", row.fields["nominated node"] ?? ""])).toEqual(
          rows,
        );
      }),
    );
  });
});
