import { describe, expect, test } from "vitest";
import { answer, call, executor, planner } from "./model-replies.ts";
import { useModelStage } from "./model-stage.ts";

const round = (hypothesis: string, ...reads: readonly ReturnType<typeof call>[]) => ({
  match: executor,
  reply: answer({ hypothesis, evidence_for: [`for: ${hypothesis}`], reads }),
});

const { stage, openRouter, model } = useModelStage();

const pod = async () => {
  const { answer: list } = await stage()
    .conversation({ cluster: "dev-cluster" })
    .send("list pods in dev", { width: 200 });
  return /payment-worker-\S+/.exec(list)?.[0] ?? "";
};

/** A person asks for a log of one namespace: that is the place that was agreed to. */
const investigate = async (message = "show the logs of redis-0 in dev") => {
  const texts: string[] = [];
  openRouter().enqueue({
    match: planner,
    reply: answer({ view: "call", calls: [call("pods_log", { name: "redis-0", namespace: "dev" })] }),
  });
  const conversation = stage().conversation({
    model: model(),
    cluster: "dev-cluster",
  });
  void (async () => {
    for await (const event of conversation.events()) if (event.type === "progress") texts.push(event.text);
  })();
  const result = await conversation.send(message, { width: 200 });
  return { ...result, progress: texts, conversation };
};

const madeReads = ({ calls }: Awaited<ReturnType<typeof investigate>>) => calls.map(({ tool }) => tool);

describe("an investigation by a model", () => {
  test("finds the cause in three rounds, each shown with what speaks for it and what was read next", async () => {
    const name = await pod();
    openRouter().enqueue(
      round("The worker crashes.", call("pods_log", { name, namespace: "dev", previous: "true" })),
      {
        match: executor,
        reply: ({ lastUser }: { lastUser: string }) => {
          // What the first round read is there for the second.
          expect(lastUser).toContain("ENOTFOUND payments-db");
          expect(lastUser).toContain("Round 1: The worker crashes.");
          return answer({
            hypothesis: "The database payments-db cannot be found.",
            evidence_for: ["getaddrinfo ENOTFOUND payments-db"],
            evidence_against: ["the log does not say since when"],
            reads: [call("resources_list", { apiVersion: "v1", kind: "Service", namespace: "dev" })],
          });
        },
      },
      {
        match: executor,
        reply: answer({
          hypothesis: "No Service payments-db exists in dev.",
          evidence_for: ["the list of services does not hold it"],
          stop_reason: "The list of services decides it.",
        }),
      },
    );
    const result = await investigate();
    expect(result).toMatchObject({ status: "ok", usage: { modelCalls: 4 } });
    expect(madeReads(result)).toEqual(expect.arrayContaining(["pods_log", "resources_list"]));
    expect(result.answer).toContain("What this suggests:\nNo Service payments-db exists in dev.");
    expect(result.answer).toMatch(/1\. Hypothesis: The worker crashes\.\n {3}For: .+\n {3}Read next: pods_log\(/);
    expect(result.answer).toMatch(/ {3}Against: the log does not say since when/);
    expect(result.answer).toContain("Stopped: The list of services decides it.");
    await expect
      .poll(() => result.progress.join("\n"))
      .toMatch(/Round 1: The worker crashes\.; reading pods_log\([\s\S]*Round 2: /);
  });

  test("makes at most twelve reads, and ends when there are no more", async () => {
    const reads = (from: number) =>
      Array.from({ length: 8 }, (_, index) =>
        call("pods_log", { name: "redis-0", namespace: "dev", tail: String(from + index) }),
      );
    openRouter().enqueue(
      round("First.", ...reads(200)),
      round("Second.", ...reads(300)),
      round("Third.", ...reads(400)),
    );
    const result = await investigate();
    expect(madeReads(result).filter((tool) => tool === "pods_log")).toHaveLength(1 + 12);
    expect(result.answer).toContain("Stopped: 12 reads are the limit.");
  });

  test("comes to six rounds at most", async () => {
    openRouter().enqueue(
      ...[1, 2, 3, 4, 5, 6].map((number) =>
        round(`Number ${number}.`, call("pods_log", { name: "redis-0", namespace: "dev", tail: String(200 + number) })),
      ),
    );
    const result = await investigate();
    expect(result.usage.modelCalls).toBe(1 + 6);
    expect(madeReads(result).filter((tool) => tool === "pods_log")).toHaveLength(1 + 5);
    expect(result.answer).toContain("Stopped: 6 rounds are the limit.");
  });

  test.each([
    ["would change something", call("pods_delete", { name: "redis-0", namespace: "dev" }), "it may change something"],
    ["leaves the namespace", call("pods_list_in_namespace", { namespace: "production" }), "outside of the place"],
    ["reaches over all namespaces", call("pods_list", {}), "outside of the place"],
    ["leaves the cluster", call("pods_get", { name: "x", namespace: "dev", context: "prod-cluster" }), "outside of"],
    ["is no tool", call("pods_erase", {}), "there is no such tool"],
  ])("does not make a read that %s, and says so", async (_, proposed, said) => {
    openRouter().enqueue(round("Perhaps.", proposed));
    const result = await investigate();
    expect(result).toMatchObject({ status: "ok", approval: null });
    const places = result.calls.map(({ args }) => [args.context, args.namespace].join("/"));
    expect(places.join(" ")).not.toMatch(/production|prod-cluster/);
    expect(madeReads(result)).not.toContain("pods_delete");
    expect(result.answer).toContain(said);
  });

  test("offers what is outside of its place, and reads it when a person takes it", async () => {
    openRouter().enqueue(round("Perhaps.", call("pods_list_in_namespace", { namespace: "production" })));
    const { nextSteps, conversation } = await investigate();
    expect(nextSteps[0]?.label).toMatch(/outside of that place .*namespace=production/);
    const taken = await conversation.send("1", { width: 200 });
    expect(taken.calls.some(({ args }) => args.namespace === "production")).toBe(true);
    await conversation.close();
  });

  test("does not read the same once more", async () => {
    const again = call("pods_get", { name: "redis-0", namespace: "dev" });
    openRouter().enqueue(round("One.", again), round("Two.", again));
    const result = await investigate();
    expect(madeReads(result).filter((tool) => tool === "pods_get")).toHaveLength(1);
    expect(result.answer).toContain("Stopped: what it wanted to read had been read.");
  });

  test("marks a name that no result holds", async () => {
    openRouter().enqueue(round("The out-of-memory killer ended ghost-service-7f8 and not redis-0."));
    const { answer: text } = await investigate();
    expect(text).toContain("ghost-service-7f8 (a name that no result has) and not redis-0.");
    expect(text).toContain("The out-of-memory killer");
  });

  test("that ends in nonsense leaves the facts as they are, and says so in one sentence", async () => {
    const alone = await stage()
      .conversation({ cluster: "dev-cluster" })
      .send("show the logs of redis-0 in dev", { width: 200 });
    openRouter().enqueue({ match: executor, reply: { text: "banana" }, times: 2 });
    const result = await investigate();
    expect(result.status).toBe("ok");
    expect(result.warnings.filter((text) => /explained nothing/.test(text))).toHaveLength(1);
    const log = alone.answer.split("\n").filter((line) => line.includes("Ready to accept"));
    expect(log.length).toBeGreaterThan(0);
    for (const line of log) expect(result.answer).toContain(line);
  });
});
