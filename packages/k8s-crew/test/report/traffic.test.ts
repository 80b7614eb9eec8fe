import { describe, expect, test } from "vitest";
import type { Way } from "../../src/language/condition.ts";
import { readRequests } from "../../src/language/requests/requests.ts";
import { answerFor } from "../../src/report/answer.ts";

type Spec = { readonly [key: string]: unknown };

/** The first line of what policies of a namespace come to, where it is asked whether they let nothing through. */
const told = (ways: readonly Way[], policies: Readonly<Record<string, Spec>>, language: "zh" | "en" = "en"): string => {
  const items = Object.entries(policies).map(([name, spec]) => ({
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name, namespace: "shop" },
    spec,
  }));
  const { text } = answerFor(
    { outcome: "ok", text: JSON.stringify({ kind: "List", items }), message: "" },
    {
      verb: "list",
      resource: "networkpolicy",
      namespace: "shop",
      fact: "traffic",
      yesNo: { asks: "is", ways },
      language,
      width: 200,
      now: Date.parse("2026-01-01T00:00:00Z"),
    },
  );
  return text.split("\n")[0] ?? "";
};

const nothingIn = { podSelector: {}, policyTypes: ["Ingress"] };
const nothingOut = { podSelector: {}, policyTypes: ["Egress"] };
const someIn = {
  podSelector: { matchLabels: { app: "till" } },
  policyTypes: ["Ingress"],
  ingress: [{ from: [{ podSelector: { matchLabels: { app: "web" } } }] }],
};

describe("whether all traffic of a namespace is blocked", () => {
  test("is judged the way that is asked about", () => {
    expect(told(["in"], { "default-deny": nothingIn })).toMatch(/^Yes, .*lets nothing in/);
    expect(told(["out"], { "default-deny": nothingIn })).toMatch(/^No, /);
    expect(told(["in", "out"], { "default-deny": nothingIn })).toMatch(/^No, /);
    expect(told(["in"], { "default-deny": nothingIn }, "zh")).toMatch(/^是的，.*不放行任何入站流量/);
  });

  test("is judged of all policies together", () => {
    expect(told(["in", "out"], { "no-in": nothingIn, "no-out": nothingOut })).toMatch(/^Yes, /);
    expect(told(["in"], { "no-in": nothingIn, "no-out": nothingOut })).toMatch(/^Yes, /);
  });

  test("is no where one of them lets something in, and that one is told first", () => {
    expect(told(["in"], { "no-in": nothingIn, "let-web-in": someIn })).toMatch(/^No, .*let-web-in.*lets in/);
  });

  test("stays open where a policy shuts some pods off and none is for the others", () => {
    expect(told(["in"], { "no-in": { ...nothingIn, podSelector: { matchLabels: { app: "till" } } } })).not.toMatch(
      /^(?:Yes|No)/,
    );
  });
});

test.each<[string, readonly Way[]]>([
  ["is all incoming traffic in orders blocked", ["in"]],
  ["is incoming and outgoing traffic in orders blocked", ["in", "out"]],
  ["is outbound traffic blocked in orders", ["out"]],
  ["is all ingress blocked in orders", ["in"]],
  ["is all traffic in orders blocked", ["in", "out"]],
  ["is all traffic to orders blocked", ["in"]],
  ["is traffic out of orders cut off", ["out"]],
  ["is all traffic in ingress-nginx blocked", ["in", "out"]],
  ["does orders block all egress", ["out"]],
  ["orders 的入站流量都被禁了吗", ["in"]],
  ["orders 出去的流量是不是都被拦了", ["out"]],
  ["orders 是不是把进出流量都给封了", ["in", "out"]],
  ["orders 的流量都被禁了吗", ["in", "out"]],
])("which way is asked about: %s", (said, ways) => {
  const context = { clusters: ["eu-live"], namespaces: ["orders", "ingress-nginx"] };
  expect(readRequests(said, context).requests.map(({ request }) => request)).toMatchObject([
    { resource: "networkpolicy", fact: "traffic", yesNo: { asks: "is", ways } },
  ]);
});
