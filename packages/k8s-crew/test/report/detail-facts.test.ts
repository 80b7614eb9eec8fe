import { describe, expect, test } from "vitest";
import { answerFor } from "../../src/report/answer.ts";
import { scheduleInWords } from "../../src/words/schedule-words.ts";

type Object = { readonly [key: string]: unknown };

const detailsOf = (resource: string, object: Object, more: { language?: "zh" | "en"; card?: true } = {}): string =>
  answerFor(
    { outcome: "ok", text: JSON.stringify({ metadata: { name: "x", namespace: "shop" }, ...object }), message: "" },
    { verb: "get", resource, language: "en", width: 200, now: Date.parse("2026-01-01T00:00:00Z"), ...more },
  ).text;

const container = {
  name: "api",
  image: "api:1",
  resources: { requests: { cpu: "100m" }, limits: { memory: "1Gi" } },
  livenessProbe: { httpGet: { port: 8080, path: "/alive" } },
};

describe("the details of one thing", () => {
  test.each([
    [
      "deployment",
      { kind: "Deployment", spec: { template: { spec: { containers: [container] } } } },
      [
        /LIVENESS +api {2}httpGet :8080\/alive/,
        /READINESS +<none>/,
        /REQUESTS +api cpu=100m/,
        /LIMITS +api memory=1Gi/,
      ],
    ],
    [
      "cronjob",
      { kind: "CronJob", spec: { schedule: "30 6 * * 1-5", suspend: true, timeZone: "Asia/Shanghai" } },
      [/SUSPEND +true/, /RUNS +Monday to Friday at 06:30/, /TIME ZONE +Asia\/Shanghai/],
    ],
    [
      "service",
      {
        kind: "Service",
        spec: { type: "NodePort", selector: { app: "x" }, ports: [{ port: 80, targetPort: 3000, nodePort: 32080 }] },
      },
      [/NODE PORT +32080 \(80\/TCP\)/, /TARGET +80 → 3000/, /SELECTOR +app=x/],
    ],
    [
      "networkpolicy",
      { kind: "NetworkPolicy", spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] } },
      [/LETS IN +nothing/, /LETS OUT +nothing/],
    ],
    [
      "networkpolicy",
      {
        kind: "NetworkPolicy",
        spec: { podSelector: {}, ingress: [{ from: [{ podSelector: { matchLabels: { app: "api" } } }] }] },
      },
      [/LETS IN +pod\(app=api\)/, /LETS OUT +anything \(not restricted\)/],
    ],
    [
      "resourcequota",
      { kind: "ResourceQuota", status: { hard: { pods: "60" }, used: { pods: "8" } } },
      [/USED +pods 8\/60/],
    ],
    [
      "limitrange",
      {
        kind: "LimitRange",
        spec: { limits: [{ type: "Container", default: { memory: "8Gi" }, defaultRequest: { cpu: "100m" } }] },
      },
      [/LIMITS +Container {2}default memory=8Gi; defaultRequest cpu=100m/],
    ],
    ["secret", { kind: "Secret", data: { password: "aHVudGVyMg==" } }, [/KEYS +password/]],
  ])("of a %s tells what a list does not", (resource, object, facts) => {
    const text = detailsOf(resource, object);
    for (const fact of facts) expect(text).toMatch(fact);
    expect(text).not.toContain("aHVudGVyMg==");
  });

  test("are all that a card shows", () => {
    const object = { kind: "ConfigMap", data: { colour: "red" } };
    expect(detailsOf("configmap", object)).toContain("colour: red");
    expect(detailsOf("configmap", object, { card: true })).toMatch(/KEYS +colour$/);
  });

  test("speak the reader's language where they have words", () => {
    const policy = { kind: "NetworkPolicy", spec: { podSelector: {}, policyTypes: ["Ingress"] } };
    expect(detailsOf("networkpolicy", policy, { language: "zh" })).toMatch(/LETS IN +什么都不放行/);
  });
});

test.each([
  ["*/20 * * * *", "every 20 minutes", "每 20 分钟"],
  ["* * * * *", "every 1 minute", "每 1 分钟"],
  ["15 */6 * * *", "every 6 hours, at minute 15", "每 6 小时的第 15 分"],
  ["5 * * * *", "every hour, at minute 5", "每小时的第 5 分"],
  ["30 2 * * *", "every day at 02:30", "每天 02:30"],
  ["@daily", "every day at 00:00", "每天 00:00"],
  ["30 6 * * 1-5", "Monday to Friday at 06:30", "周一到周五 06:30"],
  ["0 9 * * 1,4", "Monday, Thursday at 09:00", "周一、周四 09:00"],
  ["0 5 1 * *", "on day 1 of every month at 05:00", "每月 1 号 05:00"],
  ["0 5 1 3 *", undefined, undefined],
  ["0 5 * * MON#1", undefined, undefined],
  ["nonsense", undefined, undefined],
])("the schedule %s in words", (schedule, en, zh) => {
  expect(scheduleInWords("en", schedule)).toBe(en);
  expect(scheduleInWords("zh", schedule)).toBe(zh);
});
