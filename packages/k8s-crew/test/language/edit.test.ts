import { describe, expect, test } from "vitest";
import { editIn } from "../../src/language/turns/edit.ts";

describe("another number at the card of a change", () => {
  test.each([
    "改成 5 个",
    "算了5个就够",
    "还是5个吧",
    "8个太多了，5个就行",
    "不用那么多，5个够了",
    "嗯…先五个吧",
    "等等，只要5个副本",
    "不要8个，5个就好",
    "make it 5 instead",
    "hm no, 5 is enough",
    "actually 5 will do",
    "8 is too many, 5 should be fine",
    "not 8, five",
    "wait, let's go with 5",
    "nah, we only need 5 replicas",
    "too many. just 5 please",
    "no, 5",
  ])("“%s” is 5", (reply) => {
    expect(editIn(reply)).toEqual({ replicas: 5 });
  });

  test.each([
    "算了",
    "no",
    "不要5个",
    "别改成5个",
    "don't make it 5",
    "not 5",
    "no, 5 is too many",
    "5个太多了",
    "5 分钟后再说",
    "in 5 minutes",
    "scale web-5 to nothing",
    "no, show me the last 5 events",
  ])("“%s” is no other number", (reply) => {
    expect(editIn(reply)).toBeUndefined();
  });

  test("an image stands beside a word of refusal as well", () => {
    expect(editIn("算了，用 shop/web:1.2")).toEqual({ image: "shop/web:1.2" });
  });

  test.each(["no ", "不了", "8 is too many, ", "just ", "等等，"])(
    "a long reply of many hesitations (“%s”) is read to its end",
    (part) => {
      expect(editIn(`${part.repeat(300).slice(0, 290)}x`)).toBeUndefined();
    },
  );
});
