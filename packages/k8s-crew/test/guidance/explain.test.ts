import { describe, expect, test } from "vitest";
import { createCatalog } from "../../src/catalog/catalog.ts";
import { explainTerms, explanationWish, termsIn } from "../../src/guidance/explain.ts";
import { glossary, statesIn, termOf } from "../../src/guidance/glossary/glossary.ts";
import { readRequest } from "../../src/language/requests/request.ts";
import { text, tool } from "../plan/tools.ts";

describe("the glossary", () => {
  test("has at least sixty terms, and no word stands for two of them", () => {
    expect(glossary.length).toBeGreaterThanOrEqual(60);
    for (const term of glossary) for (const word of term.words) expect([word, termOf(word)]).toEqual([word, term]);
  });

  test.each(glossary.map((term) => [term.words[0] ?? "", term] as const))(
    "explains %s in both languages",
    (_, term) => {
      expect(term.zh).toMatch(/\p{Script=Han}.*。$/u);
      expect(term.en).toMatch(/^[^\p{Script=Han}]+\.$/u);
      for (const sentences of [term.zh.split("。").length - 1, term.en.split(/\.(?:\s|$)/).length - 1]) {
        expect(sentences).toBeGreaterThanOrEqual(1);
        expect(sentences).toBeLessThanOrEqual(3);
      }
    },
  );

  test.each(["zh", "en"] as const)("what it offers to see is understood by the rules (%s)", (language) => {
    for (const { live } of glossary) {
      if (!live) continue;
      const message = live.message[language];
      const [verb, resource] = live.need;
      expect({ message, ...readRequest(message, { language }) }).toMatchObject({ message, verb, resource });
    }
  });
});

describe("a wish for an explanation", () => {
  test.each([
    ["什么是 PDB", ["PodDisruptionBudget"]],
    ["OOMKilled 是个啥意思", ["OOMKilled"]],
    ["CrashLoopBackOff 是什么鬼", ["CrashLoopBackOff"]],
    ["没听过 OOMKilled", ["OOMKilled"]],
    ["wtf is OOMKilled", ["OOMKilled"]],
    ["wat does OOMKilled mean", ["OOMKilled"]],
    ["no idea what CrashLoopBackOff means", ["CrashLoopBackOff"]],
    ["CrashLoopBackOff explain like im 5", ["CrashLoopBackOff"]],
    ["137 退出码啥含义", ["exit code 137"]],
    ["exit code 137 meaning?", ["exit code 137"]],
    ["what is a StatefulSet", ["StatefulSet"]],
    ["解释一下 CrashLoopBackOff", ["CrashLoopBackOff"]],
    ["ImagePullBackOff 是什么意思", ["ImagePullBackOff"]],
    ["difference between deployment and statefulset", ["Deployment", "StatefulSet"]],
    ["deployment 和 statefulset 有什么区别？", ["Deployment", "StatefulSet"]],
    ["deployment vs daemonset", ["Deployment", "DaemonSet"]],
    ["what does OOMKilled mean?", ["OOMKilled"]],
    ["退出码 137 是什么意思", ["exit code 137"]],
    ["What is exit code 143?", ["exit code 143"]],
    ["explain readiness probes", ["readiness probe"]],
    ["what's a taint", ["taint"]],
    ["讲讲 QoS", ["QoS"]],
    ["service 是干嘛的", ["Service"]],
    ["tell me about ingress", ["Ingress"]],
    ["什么是命名空间", ["Namespace"]],
  ])("“%s” is about %s", (message, words) => {
    const wish = explanationWish(message);
    expect(wish?.kind === "terms" ? wish.terms.map((term) => term.words[0]) : wish).toEqual(words);
  });

  test.each(["explain this", "解释一下", "这是什么意思", "what does that mean", "解释一下这个"])(
    "“%s” is about what the last answer showed",
    (message) => expect(explanationWish(message)).toEqual({ kind: "shown" }),
  );

  test.each([
    ["解释一下 frobnication", "frobnication"],
    ["what does Frobnication mean?", "frobnication"],
  ])("“%s” is about a word that the tables do not have", (message, said) => {
    expect(explanationWish(message)).toEqual({ kind: "unknown", said });
  });

  test.each([
    "explain payment-worker",
    "list pods",
    "what is wrong with payment-worker",
    "what is cart-service",
    "什么是 foobar",
    "dev 里有什么",
    "what is the status of my cluster",
    "what are the pods in dev",
    "what is this",
    "解释一下 dev 里的 payment-worker",
    "why",
  ])("“%s” is none that the tables answer", (message) => expect(explanationWish(message)).toBeUndefined());
});

test("states are found in an answer as whole words, the worst first", () => {
  const answer = "web-1  0/1  Pending\nweb-2  0/1  CrashLoopBackOff  exit code 137\nPendingThing";
  expect(statesIn(answer).map(({ words }) => words[0])).toEqual(["CrashLoopBackOff", "Pending", "exit code 137"]);
  expect(statesIn("all Running, 137 pods")).toEqual([]);
});

test("terms are found among other words", () => {
  expect(termsIn("请解释 dev 里 web 的 ImagePullBackOff").map(({ words }) => words[0])).toContain("ImagePullBackOff");
});

test("a way to see one live is offered only where the server can", () => {
  const term = termOf("pdb");
  const explained = (...tools: Parameters<typeof createCatalog>[0]) =>
    explainTerms(term ? [term] : [], { catalog: createCatalog(tools), language: "en" });
  expect(explained(tool("list_pods", { namespace: text })).nextSteps.map(({ label }) => label)).not.toContain(
    "See the PodDisruptionBudget objects there are",
  );
  const kind = { kind: { ...text, description: "e.g. pods" }, namespace: text };
  expect(explained(tool("list_resources", kind, ["kind"])).nextSteps[0]?.label).toBe(
    "See the PodDisruptionBudget objects there are",
  );
});
