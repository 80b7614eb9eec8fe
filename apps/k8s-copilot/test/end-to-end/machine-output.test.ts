import { readFileSync } from "node:fs";
import { turnResultSchema } from "@k8s-copilot/k8s-crew";
import { afterAll, describe, expect, inject, it } from "vitest";
import { z } from "zod";
import { runApp } from "../helpers/app.ts";
import { obeyed, startPodServer } from "../helpers/pod-server.ts";

const bin = inject("installedApp");
const server = await startPodServer();
afterAll(() => server.close());
const { environment } = server;
/** What others check against. */
const published = z.fromJSONSchema(
  JSON.parse(readFileSync(new URL("../../../../docs/output.schema.json", import.meta.url), "utf8")),
);

describe("-o json", () => {
  it.each([
    { words: "list pods in dev", status: "ok", language: "en", code: 0 },
    { words: "列出 dev 的 pod", status: "ok", language: "zh", code: 0 },
    { words: "list pods in prod", status: "needs_input", language: "en", code: 3 },
    { words: "列出 prod 的 pod", status: "needs_input", language: "zh", code: 3 },
    { words: "delete pod web-1 in dev", status: "needs_approval", language: "en", code: 4 },
    { words: "删除 dev 的 pod web-1", status: "needs_approval", language: "zh", code: 4 },
    { words: "show the logs of pod nothing-like-it in dev", status: "error", language: "en", code: 1 },
    { words: "查看 dev 的 pod nothing-like-it 的日志", status: "error", language: "zh", code: 1 },
  ])("is one object of the published shape for $status: $words", async ({ words, status, language, code }) => {
    const ended = await runApp(bin, ["ask", words, "-o", "json"], { environment });
    const result = turnResultSchema.strict().parse(JSON.parse(ended.stdout));
    expect(published.safeParse(result)).toMatchObject({ success: true });
    expect(published.safeParse({ ...result, surprise: 1 })).toMatchObject({ success: false });
    expect(result).toMatchObject({ status, language });
    expect(result.question === null).toBe(status !== "needs_input");
    expect(result.approval === null).toBe(status !== "needs_approval");
    expect(result.error === null).toBe(status !== "error");
    expect(ended.stdout.trim()).not.toMatch(obeyed);
    expect(ended.code).toBe(code);
  });

  it("has the same shape when no turn could begin", async () => {
    const { stdout, code } = await runApp(bin, ["ask", "列出 pod", "-o", "json"]);
    expect(turnResultSchema.strict().parse(JSON.parse(stdout))).toMatchObject({
      status: "error",
      language: "zh",
      error: { code: "kubeconfig_missing" },
    });
    expect(code).toBe(7);
  });
});

describe("-o jsonl", () => {
  it.each([
    ["list pods in dev", "ok"],
    ["列出 prod 的 pod", "needs_input"],
    ["delete pod web-1 in dev", "needs_approval"],
    ["show the logs of pod nothing-like-it in dev", "error"],
  ])("has a type on every line and the result on the last: %s", async (words, status) => {
    const { stdout } = await runApp(bin, ["ask", words, "-o", "jsonl"], { environment });
    const events = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    for (const event of events) expect(event.type).toEqual(expect.any(String));
    expect(events.findIndex(({ type }) => type === "result")).toBe(events.length - 1);
    const { type: _, ...result } = events.at(-1);
    expect(turnResultSchema.strict().parse(result).status).toBe(status);
    expect(stdout.replaceAll("\n", "")).not.toMatch(obeyed);
  });
});

describe("a log of a megabyte", () => {
  it("is an excerpt that says so", async () => {
    const large = await startPodServer({
      call: ({ tool }) => (tool === "get_pod_logs" ? { flood: 1e6, lines: true } : undefined),
    });
    const words = ["ask", "show the logs of pod web-1 in dev"];
    const { stdout, code } = await runApp(bin, words, { environment: large.environment });
    expect(stdout).toContain("200 of 12500 lines shown");
    expect(code).toBe(0);
    await large.close();
  });
});
