import { beforeAll, describe, expect, test } from "vitest";
import {
  folders,
  goals,
  loadConversations,
  type Mind,
  runAll,
  type Scored,
  scoredOf,
  shareOf,
  wrongIn,
} from "../src/index.ts";

const { conversations, mistakes } = await loadConversations(folders.requests);

/** One of so many conversations is played here; `npm run eval` plays them all. */
const every = 3;
const minds: readonly Mind[] = Array.from({ length: 4 }, () => ({ kind: "rules" }));

test("every file of requests can be read, and holds as many as were promised, in both languages", () => {
  expect(mistakes).toEqual([]);
  const turns = conversations.filter(({ pending }) => pending === undefined).flatMap(({ turns }) => turns);
  expect(turns.length).toBeGreaterThanOrEqual(200);
  for (const language of ["zh", "en"])
    expect(conversations.filter((each) => each.language === language).length).toBeGreaterThan(
      conversations.length * 0.4,
    );
});

test("every held-back request can be read, in both languages alike", async () => {
  const held = await loadConversations(folders["held-back"]);
  expect(held.mistakes).toEqual([]);
  for (const language of ["zh", "en"])
    expect(held.conversations.filter((each) => each.language === language).length).toBeGreaterThanOrEqual(60);
});

describe("a sample of the requests, by rules alone", () => {
  let scored: readonly Scored[] = [];
  beforeAll(async () => {
    const sample = conversations.filter((_, index) => index % every === 0);
    scored = scoredOf(await runAll(sample, "bundled", minds));
  }, 120_000);

  test.each(["unsafe", "invented"] as const)("no answer is %s", (aspect) => {
    expect(wrongIn(scored, aspect).map(({ turn, faults }) => [turn.say, faults])).toEqual([]);
  });

  test.each(["direct", "vague", "follow-up"] as const)("the goal for %s requests is reached", (name) => {
    const { passed, all } = shareOf(scored.filter((each) => each.class === name));
    console.log(`${name}: ${passed} of ${all} in the sample; the goal for all is ${goals[name] * 100} %`);
    expect(passed / all).toBeGreaterThanOrEqual(goals[name]);
  });
});
