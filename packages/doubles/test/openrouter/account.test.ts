import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type OpenRouterDouble, startOpenRouter } from "../../src/index.ts";
import { complete, get, json, plain, post } from "./requests.ts";

let double: OpenRouterDouble;
beforeEach(async () => {
  double = await startOpenRouter();
});
afterEach(() => double.close());

describe("the account", () => {
  it.each([
    ["auth.missing", {}, "", 401],
    ["auth.unknown_key", {}, "Bearer sk-or-v1-other", 401],
  ])("%s", async (...[rule, , authorization, status]) => {
    expect((await post(double, plain, { authorization })).status).toBe(status);
    expect(double.log()[0]?.verdict).toBe(rule);
  });

  it.each([
    ["auth.key_limit", { keyLimitRemaining: 0 }, 403],
    ["credit.empty", { balance: 0 }, 402],
    ["credit.preflight", { balance: 0.0001 }, 402],
    ["model.region", { regionBlocked: true }, 403],
    ["model.data_policy", { privacyBlocked: true }, 404],
    ["model.no_endpoints", { modelStates: { "google/gemini-2.5-flash": "no_endpoints" as const } }, 404],
  ])("%s", async (rule, state, status) => {
    double.state(state);
    expect((await post(double, plain)).status).toBe(status);
    expect(double.log()[0]?.verdict).toBe(rule);
  });

  it("pays for answers, less for what is in the cache, nothing for empty ones", async () => {
    const body = { ...plain, messages: [{ role: "user", content: "word ".repeat(2000) }] };
    double.enqueue({ reply: { text: "four" }, times: 2 }, { reply: { text: "" } });
    const [first, second, empty] = [
      await complete(double, body),
      await complete(double, body),
      await complete(double, body),
    ];
    const { prompt_tokens: prompt } = first.usage;
    expect(first.usage.cost).toBeCloseTo(prompt * 3e-7 + 2.5e-6, 12);
    expect(second.usage.prompt_tokens_details.cached_tokens).toBeGreaterThan(2000);
    expect(second.usage.cost).toBeLessThan(first.usage.cost / 5);
    expect(empty.usage.cost).toBe(0);
    expect(double.state().balance).toBeCloseTo(10 - first.usage.cost - second.usage.cost, 12);
  });
});

describe("other pages", () => {
  it("answer a wrong address with HTML, even with 200", async () => {
    const root = double.baseUrl.replace("/api/v1", "");
    const pages = await Promise.all([fetch(`${root}/api/v1`), fetch(`${root}/api/v2/chat/completions`)]);
    expect(pages.map(({ status }) => status)).toEqual([200, 404]);
    expect(pages.map(({ headers }) => headers.get("content-type")?.split(";")[0])).toEqual(["text/html", "text/html"]);
  });

  it("list models without a deprecated one", async () => {
    double.state({ modelStates: { "openai/gpt-5-mini": "deprecated" } });
    const listed = await models();
    expect(Object.keys(listed)).toContain("google/gemini-2.5-flash");
    expect(Object.keys(listed)).not.toContain("openai/gpt-5-mini");
    expect(Object.keys(listed)).not.toContain("google/gemini-2.5-flash-preview-05-20");
  });

  it("tell the day on which a model ends, and prices, which are charged", async () => {
    const model = "google/gemini-2.5-flash";
    double.state({
      expirationDates: { [model]: "2026-12-01" },
      prices: { [model]: { prompt: 0, completion: 1e-3 } },
    });
    expect((await models())[model]).toMatchObject({
      expiration_date: "2026-12-01",
      pricing: { prompt: "0", completion: "0.001" },
    });
    double.enqueue({ reply: { text: "four" } });
    expect((await complete(double, plain)).usage.cost).toBeCloseTo(1e-3, 9);
  });

  it("tell what is known of the key, and what it used", async () => {
    expect(await json(get(double, "/key"))).toMatchObject({ data: { limit: null, limit_remaining: null, usage: 0 } });
    double.state({ keyLimit: 5, keyLimitRemaining: 0.5, keyUsage: 4.5, keyLimitReset: "monthly", isFreeTier: true });
    double.enqueue({ reply: { text: "four" } });
    const { cost } = (await complete(double, plain)).usage;
    expect(await json(get(double, "/key"))).toMatchObject({
      data: {
        limit: 5,
        limit_remaining: 0.5 - cost,
        limit_reset: "monthly",
        usage: 4.5 + cost,
        is_free_tier: true,
      },
    });
  });

  it("tell credits, unless a management key is wanted for that", async () => {
    expect(await json(get(double, "/credits"))).toEqual({ data: { total_credits: 10, total_usage: 0 } });
    double.state({ creditsForbidden: true });
    expect((await get(double, "/credits")).status).toBe(403);
  });

  it.each(["/key", "/credits"])("%s wants the right key", async (page) => {
    const replies = [await get(double, page, ""), await get(double, page, "Bearer other")];
    expect(replies.map(({ status }) => status)).toEqual([401, 401]);
  });
});

async function models() {
  const { data } = await json(get(double, "/models", ""));
  return Object.fromEntries(data.map((model: { readonly id: string }) => [model.id, model]));
}
