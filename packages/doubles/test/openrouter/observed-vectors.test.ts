import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { checkToolSchema, type OpenRouterDouble, startOpenRouter } from "../../src/index.ts";
import { listPods, post } from "./requests.ts";

const verdict = z.object({ name: z.string(), verdict: z.enum(["accept", "reject"]), rule: z.string().optional() });
const dataSchema = z.object({
  schema_keywords: z.record(z.string(), z.string()),
  test_vectors: z.object({
    schema: z.array(verdict.extend({ parameters: z.unknown().optional() })),
    messages: z.array(verdict.extend({ family: z.string().optional(), messages: z.array(z.unknown()) })),
  }),
});
/** What was observed of the service and of the Gemini behind it. */
const data = dataSchema.parse(JSON.parse(readFileSync(new URL("observed/openrouter.json", import.meta.url), "utf8")));

/** Keywords with a rule of their own, told by the schema vectors. */
const withOwnRule = ["type", "enum", "items", "properties", "required", "anyOf", "format"];

describe("the double judges as was observed", () => {
  it("has vectors to judge", () => {
    expect(data.test_vectors.schema.length + data.test_vectors.messages.length).toBe(40);
  });

  it.each(data.test_vectors.schema)("schema: $name", ({ parameters, rule }) => {
    expect(checkToolSchema(parameters)?.rule).toBe(rule);
  });

  const plainKeywords = Object.entries(data.schema_keywords).filter(([keyword]) => !withOwnRule.includes(keyword));

  it.each(plainKeywords)("keyword %s is refused or not", (keyword, verdict) => {
    const node = { type: "object", properties: { a: { type: "string", [keyword]: {} } } };
    expect(checkToolSchema(node)?.rule === "tool.keyword").toBe(verdict === "reject");
  });

  describe("messages", () => {
    let double: OpenRouterDouble;
    beforeAll(async () => {
      double = await startOpenRouter({ scripts: [{ reply: { text: "ok" }, times: Number.POSITIVE_INFINITY }] });
    });
    afterAll(() => double.close());

    it.each(data.test_vectors.messages)("$name", async ({ messages, rule, family = "gemini25" }) => {
      const models: { readonly [name: string]: string } = {
        gemini25: "google/gemini-2.5-flash",
        gemini3: "google/gemini-3.5-flash-lite",
      };
      const reply = await post(double, { model: models[family], max_tokens: 100, messages, tools: [listPods] });
      expect(reply.status).toBe(rule === undefined ? 200 : 400);
      expect(double.log().at(-1)?.verdict).toBe(rule ?? "answered");
    });
  });
});
