import { InMemoryStore } from "@langchain/langgraph";
import { expect, test } from "vitest";
import { createMemory } from "../../src/index.ts";
import { likenessTo, wordsOf } from "../../src/memory/words.ts";

test("likeness is the part of the wanted words that is there", () => {
  expect(likenessTo("cart redis slow")("The cart is slow")).toBeCloseTo(2 / 3);
  expect(likenessTo("cart redis")("Cartography and rediscovery")).toBe(0);
  expect(likenessTo("")("cart")).toBe(0);
});

test.each([
  ["购物车 slow", ["购物", "物车", "slow"]],
  ["重启checkout服务", ["重启", "checkout", "服务"]],
  ["Is S3 in the EU on v2 of the DB?", ["s3", "eu", "v2", "db"]],
  ["メモリが足りない", ["メモ", "モリ", "リが", "が足", "足り", "りな"]],
  ["ﾒﾓﾘ", ["メモ", "モリ"]],
  ["서버가", ["서버", "버가"]],
  ["of the", []],
  ["车", []],
])("the words of %j are %j", (text, words) => {
  expect([...wordsOf(text)].toSorted()).toEqual(words.toSorted());
});

test.each([
  ["检查checkout", "checkout 的 redis 内存不足"],
  ["重启checkout服务", "checkout 的 redis 内存不足"],
  ["Which DB?", "The DB is full."],
  ["is S3 slow", "Buckets lie on S3."],
  ["deploy to EU", "Customers in EU only."],
  ["Café".normalize("NFC"), "The café is shut.".normalize("NFD")],
  ["Straße in Zürich".normalize("NFD"), "In Zürich".normalize("NFC")],
  ["ｃｈｅｃｋｏｕｔ", "checkout"],
  ["メモリ不足", "サーバーのメモリが少ない"],
  ["なぜ遅いのか", "遅い"],
  ["हिन्दी", "यह हिन्दी है"],
])("%j finds %j, and not what it has nothing in common with", async (query, text) => {
  const memory = createMemory({ store: new InMemoryStore() });
  memory.remember("1", { task: "look", agent: "ada", text });
  memory.remember("2", { task: "look", agent: "ada", text: "marble 大理石 マーブル" });
  expect((await memory.recall(query)).items.map((item) => item.text)).toEqual([text]);
});

test("a long text without spaces is read in no time", () => {
  const startedAt = performance.now();
  expect(wordsOf("内存不足".repeat(50_000)).size).toBe(4);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});
