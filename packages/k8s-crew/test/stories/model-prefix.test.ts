import { describe, expect, test } from "vitest";
import { answer, call, planner } from "./model-replies.ts";
import { useModelStage } from "./model-stage.ts";
import type { ServerKind } from "./servers.ts";

/** Tokens from which the model's service keeps the beginning of a prompt. */
const cachedFrom = 1024;

const podsOf: Record<Exclude<ServerKind, "plain">, ReturnType<typeof call>> = {
  bundled: call("pods_list_in_namespace", { context: "dev-cluster", namespace: "dev" }),
  clusters: call("LIST_CORE_RESOURCES", { cluster: "dev-cluster", kind: "Pod", apiVersion: "v1", namespace: "dev" }),
};

const said = [
  "list the pods in dev",
  "list the pods in dev again please",
  "which pods run in dev now",
  "show pods of dev",
  "pods in dev",
  "show me the pods in dev",
  "the pods of dev",
  "list pods in dev",
];

const newest = "Tools that this request may need:";

/** What a request holds of earlier turns; it is what its message begins with. */
const headOf = (message: string): string => message.split(newest)[0] ?? "";

describe.each(["bundled", "clusters"] as const)("over a conversation on the server %s", (kind) => {
  const { talk, openRouter } = useModelStage(kind);

  const sentOver = async () => {
    openRouter().enqueue({
      match: planner,
      reply: answer({ view: "call", calls: [podsOf[kind]] }),
      times: Number.POSITIVE_INFINITY,
    });
    const conversation = talk();
    const used = [];
    for (const message of said) used.push((await conversation.send(message)).usage);
    const sent = openRouter()
      .log()
      .flatMap(({ body, usage }) => (body === undefined || usage === undefined ? [] : [{ body, usage }]));
    const messages = sent.map(({ body }) => [body.messages].flat().map((each) => String(Object(each).content)));
    return { used, sent, messages };
  };

  test("a request begins with all that the one before had said of earlier turns", { timeout: 60_000 }, async () => {
    const { messages, sent } = await sentOver();
    expect(messages).toHaveLength(said.length);
    expect(new Set(sent.map(({ body }) => JSON.stringify(body.tools))).size).toBe(1);
    expect(new Set(messages.map(([system]) => system)).size).toBe(1);
    const heads = messages.map(([, message = ""]) => headOf(message));
    expect(heads[0]).toBe("");
    // Of older turns a block is let go of at once, so that only then a request begins anew.
    const begun = heads.slice(1).filter((head, index) => !head.startsWith(heads[index] ?? ""));
    expect(begun).toHaveLength(1);
  });

  test("the service keeps that beginning as soon as it is long enough, and the turn tells how much", async () => {
    const { used, sent, messages } = await sentOver();
    const heads = messages.map(([, message = ""]) => headOf(message));
    const goesOn = sent.flatMap(({ body }, index) => {
      const [head = "", next = ""] = heads.slice(index);
      const stable = JSON.stringify(body.tools) + JSON.stringify([messages[index]?.[0], head]);
      const tokens = Math.floor(Buffer.byteLength(stable) / 4);
      const isLongEnough = tokens >= cachedFrom && index + 1 < sent.length && next.startsWith(head);
      return isLongEnough ? [{ tokens, cached: used[index + 1]?.cachedTokens ?? 0 }] : [];
    });
    // After three turns, and again once a block was let go of.
    expect(goesOn.length).toBeGreaterThanOrEqual(4);
    for (const { tokens, cached } of goesOn) expect(cached).toBeGreaterThanOrEqual(tokens);
  });
});
