import { describe, expect, test } from "vitest";
import { readRequest } from "../../src/language/requests/request.ts";
import { timeIn } from "../../src/language/text/days.ts";

describe("times that are said in words", () => {
  test.each([
    ["昨晚发生了什么", { word: "night" }],
    ["昨天晚上谁改了东西", { word: "night" }],
    ["从昨晚开始就很慢", { word: "night", open: true }],
    ["what broke overnight", { word: "night" }],
    ["slow since last night", { word: "night", open: true }],
    ["凌晨那次", { word: "dawn" }],
    ["anything over the weekend?", { word: "weekend" }],
    ["上周有什么变更", { word: "lastWeek" }],
    ["since yesterday", { word: "yesterday", open: true }],
    ["what happened since the deploy", { word: "rollout" }],
    ["发布之后改了什么", { word: "rollout" }],
    ["今早", { word: "morning" }],
    ["502 since lunch", { word: "noon", open: true }],
  ])("“%s”", (message, time) => {
    expect(timeIn(message)).toEqual(time);
  });

  test.each(["早上好", "下午好", "list pods", "最近 10 分钟的日志", "nightly-report logs"])(
    "none is said in “%s”",
    (message) => {
      expect(timeIn(message)).toBeUndefined();
    },
  );

  test.each([
    "was there an incident last night",
    "what went wrong over the weekend",
    "昨晚是不是出事了",
    "周末有没有出啥问题",
    "did anything happen overnight",
  ])("what went wrong at a time that is over is asked of what changed then: “%s”", (message) => {
    expect(readRequest(message)).toMatchObject({
      view: "changes",
      time: { word: expect.stringMatching(/night|weekend/) },
    });
  });

  test.each(["what is wrong since last night", "今天有什么问题"])("how it is now is asked in “%s”", (message) => {
    expect(readRequest(message)).toMatchObject({ view: "health" });
  });
});
