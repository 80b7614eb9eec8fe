import { describe, expect, test } from "vitest";
import { readRequest } from "../../src/language/requests/request.ts";
import { timeIn } from "../../src/language/text/days.ts";
import { spanSaid } from "../../src/results/time-span.ts";

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

describe("hours and days of the week", () => {
  /** A Thursday, where the tests run. */
  const now = new Date(2026, 10, 26, 12, 20).getTime();
  const at = (day: number, hour: number, minute = 0): number => new Date(2026, 10, day, hour, minute).getTime();

  test.each([
    ["events since yesterday 3pm", at(25, 15), now],
    ["events in dev since 3pm", at(25, 15), now],
    ["下午3点以来的事件", at(25, 15), now],
    ["昨天22点之后改了什么", at(25, 22), now],
    ["what changed since monday", at(23, 0), now],
    ["周一以来改了什么", at(23, 0), now],
    ["what changed between 9am and now", at(26, 9), now],
    ["what happened between 2am and 4am", at(26, 2), at(26, 4)],
    ["what happened between 2 and 4pm", at(25, 14), at(25, 16)],
    ["what changed between 10:00 and 11:00", at(26, 10), at(26, 11)],
    ["what changed from 22:00 to 02:30", at(25, 22), at(26, 2, 30)],
    ["昨晚 10 点到今早 6 点发生了什么", at(25, 22), at(26, 6)],
    ["早上 8点到9点有什么变更", at(26, 8), at(26, 9)],
    ["昨晚2点发生了什么", at(26, 1, 30), at(26, 2, 30)],
    ["昨天下午三点半发生了什么", at(25, 15), at(25, 16)],
    ["what changed at 3pm yesterday", at(25, 14, 30), at(25, 15, 30)],
    ["what changed on tuesday", at(24, 0), at(25, 0)],
    ["上周五发生了什么", at(20, 0), at(21, 0)],
  ])("“%s” says from when until when", (message, from, to) => {
    const time = timeIn(message);
    expect(time && spanSaid(time, now)).toEqual({ from, to });
  });

  test.each([
    "快一点",
    "一点都不懂",
    "set the image of web to nginx:1.25",
    "scale web to 3",
    "3 点建议",
    "expose 8080:80",
  ])("none are said in “%s”", (message) => {
    expect(timeIn(message)).toBeUndefined();
  });

  test.each([
    ["events since yesterday 3pm", { resource: "event" }],
    ["events in dev since 3pm", { resource: "event", namespace: "dev" }],
    ["what happened between 2am and 4am", { view: "changes" }],
    ["what changed in dev since yesterday 3pm", { view: "changes", namespace: "dev" }],
    ["logs of web since 10:30", { verb: "logs", name: "web" }],
  ])("“%s” takes an hour for no name", (message, fields) => {
    const read = readRequest(message, { namespaces: ["dev"] });
    expect(read).toMatchObject(fields);
    expect(read.name).toBe("name" in fields ? fields.name : undefined);
    expect(read.unread).toBeUndefined();
  });

  test.each(["restart web at 3am", "凌晨3点重启 web"])(
    "what cannot go by it says that it is left out: “%s”",
    (message) => {
      expect(readRequest(message)).toMatchObject({
        verb: "restart",
        name: "web",
        unread: [expect.stringMatching(/3/)],
      });
    },
  );
});

describe("when something was restarted last", () => {
  const last = (comparison: string, value: string) => ({ field: "lastRestart", comparison, value });

  test.each([
    ["pods restarted in the last hour", [last("at_most", "3600")]],
    ["which pods restarted today", [last("at_most", "today")]],
    ["pods that were restarted yesterday", [last("at_most", "yesterday"), last("at_least", "yesterday")]],
    ["which pods restarted last night", [last("at_most", "night"), last("at_least", "night")]],
    ["最近一小时重启过的 pod", [last("at_most", "3600")]],
    ["昨晚哪些 pod 重启过", [last("at_most", "night"), last("at_least", "night")]],
    ["pods started today", [{ field: "age", comparison: "at_most", value: "today" }]],
  ])("“%s” narrows a list", (message, conditions) => {
    const read = readRequest(message);
    expect(read).toMatchObject({ verb: "list", resource: "pod", conditions });
    expect(read.unread).toBeUndefined();
  });

  test.each([
    "did redis-0 restart last night",
    "has redis-0 restarted in the last hour",
    "did redis-0 restart since 3pm",
    "昨晚 redis-0 重启过吗",
    "restart count of redis-0 yesterday",
  ])("“%s” asks it of what is named", (message) => {
    expect(readRequest(message)).toMatchObject({ fact: "restarts", name: "redis-0" });
  });

  test.each(["restart web today", "今天重启 web"])("“%s” is a restart to be done", (message) => {
    expect(readRequest(message)).toMatchObject({ verb: "restart", name: "web" });
  });
});
