import { describe, expect, test } from "vitest";
import { answerFor } from "../../src/report/answer.ts";

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
      [/LIVENESS +.*\/alive/, /READINESS +<none>/, /REQUESTS +api cpu=100m/, /LIMITS +api memory=1Gi/],
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
      [/NODE PORT +32080 \(80\/TCP\)/, /TARGET +80 → 3000\/TCP/, /SELECTOR +app=x/],
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
      [/LIMITS +Container default memory=8Gi; defaultRequest cpu=100m/],
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
