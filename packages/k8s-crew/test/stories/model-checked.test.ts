import { describe, expect, test } from "vitest";
import { answer, call, clarifier, executor, planner, planOf } from "./model-replies.ts";
import { useModelStage } from "./model-stage.ts";

const { stage, openRouter, model, talk } = useModelStage();

/** What stands in the Secret, as its manifest has it and as the API writes it. */
const password = "example-not-a-real-password";
const secretValues = [password, Buffer.from(password).toString("base64")];

const logs = call("pods_log", { name: "redis-0", namespace: "dev" });

describe("what the conversation remembers", () => {
  const remembered = async (conversation: ReturnType<typeof talk>) => (await conversation.send("/context")).answer;

  test("is no name that only a model said", async () => {
    openRouter().enqueue({
      match: planner,
      reply: planOf(call("pods_get", { name: "ghost-0", namespace: "phantom" })),
    });
    const conversation = talk();
    const result = await conversation.send("how is the thing I deployed?");
    expect(JSON.stringify(result.calls)).not.toMatch(/ghost|phantom/);
    expect(await remembered(conversation)).not.toMatch(/ghost|phantom/);
  });

  test("is no name that only a log line or an explanation said", async () => {
    openRouter().enqueue(
      { match: planner, reply: planOf(call("pods_log", { name: "payment-worker", namespace: "dev" })) },
      { match: executor, reply: answer({ hypothesis: "It waits for ghost-db-0.", reads: [] }) },
    );
    const conversation = talk();
    const { answer: shown } = await conversation.send("show me the logs of payment-worker in dev");
    expect(shown).toContain("payments-db");
    const context = await remembered(conversation);
    expect(context).toMatch(/payment-worker-/);
    expect(context).not.toMatch(/payments-db|ghost/);
  });
});

describe("a plan of the model", () => {
  test.each([
    ["a tool that is not there", call("pods_erase", { namespace: "dev" }), "pods_erase"],
    [
      "an argument that the tool does not have",
      call("pods_list_in_namespace", { namespace: "dev", colour: "red" }),
      "colour",
    ],
  ])("with %s is sent back once with what is wrong, and the second one is taken", async (_, wrong, named) => {
    const second: string[] = [];
    openRouter().enqueue(
      { match: planner, reply: planOf(wrong) },
      {
        match: planner,
        reply: ({ lastUser }) => {
          second.push(lastUser);
          return planOf(call("pods_list_in_namespace", { namespace: "dev" }));
        },
      },
    );
    const result = await talk().send("which pods run in dev?");
    expect(result).toMatchObject({ status: "ok", usage: { modelCalls: 2 } });
    expect(result.answer).toContain("redis-0");
    expect(second.join()).toContain(named);
  });

  test("that is wrong twice leaves the turn to the rules, which is said", async () => {
    const wrong = { match: planner, reply: planOf(call("pods_erase", { namespace: "dev" })) };
    openRouter().enqueue(wrong, wrong);
    const result = await talk().send("list pods in dev");
    expect(result.status).toBe("ok");
    expect(result.answer).toContain("redis-0");
    expect(result.warnings).toHaveLength(1);
  });
});

describe("a reply that the clarifier's model cannot map either", () => {
  test.each(["none", "99"])("(%s) is asked about again, and nothing is taken", async (choice) => {
    openRouter().enqueue({
      match: planner,
      reply: planOf(call("pods_log", { name: "cart-service", namespace: "dev" })),
    });
    const conversation = talk();
    const asked = await conversation.send("logs of cart-service in dev");
    openRouter().enqueue({ match: clarifier, reply: answer({ choice }), times: choice === "none" ? 1 : 2 });
    const again = await conversation.send("hmm the rollout candidate, you know");
    expect(again).toMatchObject({ status: "needs_input", question: { choices: asked.question?.choices } });
    expect(again.calls.filter(({ verb }) => verb === "logs")).toEqual([]);
  });
});

describe("the executor's model", () => {
  test("may look at one thing more before it explains", async () => {
    const further = call("pods_get", { name: "redis-0", namespace: "dev" });
    openRouter().enqueue(
      { match: planner, reply: planOf(logs) },
      { match: executor, reply: answer({ hypothesis: "", reads: [further] }) },
      { match: executor, reply: answer({ hypothesis: "EXPLAINED-BY-MODEL." }) },
    );
    const result = await talk().send("show the logs of redis-0 in dev");
    expect(result.calls.map(({ tool }) => tool)).toEqual(expect.arrayContaining(["pods_log", "pods_get"]));
    expect(result.answer).toContain("EXPLAINED-BY-MODEL.");
  });

  test("changes nothing, whatever it proposes", async () => {
    openRouter().enqueue(
      { match: planner, reply: planOf(logs) },
      {
        match: executor,
        reply: answer({ hypothesis: "DONE.", reads: [call("pods_delete", { name: "redis-0", namespace: "dev" })] }),
      },
    );
    const result = await talk().send("show the logs of redis-0 in dev");
    expect(result).toMatchObject({ status: "ok", approval: null });
    expect(result.calls.every(({ effect }) => effect === "read")).toBe(true);
  });

  test("is shown a Secret without its values", async () => {
    openRouter().enqueue(
      {
        match: planner,
        reply: planOf(
          call("resources_get", { apiVersion: "v1", kind: "Secret", name: "cart-database", namespace: "dev" }),
          logs,
        ),
      },
      { match: executor, reply: answer({ hypothesis: "" }) },
    );
    const result = await talk().send("show secret cart-database in dev and the logs of redis-0");
    const sent = JSON.stringify(
      openRouter()
        .log()
        .map(({ body }) => body),
    );
    expect(sent).toContain("<masked:secret");
    for (const value of secretValues) {
      expect(sent).not.toContain(value);
      expect(JSON.stringify(result)).not.toContain(value);
    }
  });
});

describe("a plan of the model over all namespaces", () => {
  const wide = answer({ view: "call", calls: [{ tool: "pods_list", arguments: [], reason: "asked for" }] });
  const began = () =>
    stage().conversation({
      model: model(),
      cluster: "dev-cluster",
      namespace: "production",
    });

  test("stays in the namespace that the conversation began in", async () => {
    openRouter().enqueue({ match: planner, reply: wide });
    const { calls } = await began().send("what is there to see of my pods, please");
    const [list] = calls.filter(({ resource }) => resource === "pod");
    expect(list?.args.namespace).toBe("production");
  });
});

describe("what was plainly said", () => {
  const wrong = {
    "another tool": call("namespaces_list", {}),
    "another place": call("pods_list_in_namespace", { namespace: "production" }),
    "a place that is left out": call("pods_list", {}),
  };

  test.each(Object.entries(wrong))("is put to the model once more, then followed by the rules: %s", async (_, made) => {
    const told: string[] = [];
    openRouter().enqueue(
      { match: planner, reply: planOf(made) },
      {
        match: planner,
        reply: ({ lastUser }) => {
          told.push(lastUser);
          return planOf(made);
        },
      },
    );
    const result = await talk().send("list pods in dev");
    expect(result).toMatchObject({ status: "ok", warnings: [] });
    expect(result.answer).toContain("redis-0");
    expect(result.answer).not.toContain("checkout-");
    expect(told).toHaveLength(1);
  });

  test("is answered as it was asked, though a model has no words for it", async () => {
    openRouter().enqueue({ match: planner, reply: planOf(call("pods_list_in_namespace", { namespace: "dev" })) });
    const { answer: text, usage } = await talk().send("how many pods are in dev");
    expect(text).toMatch(/^15 pods in namespace dev/);
    expect(text).not.toContain("redis-0");
    expect(usage.modelCalls).toBe(1);
  });

  test.each([
    answer({ view: "none", calls: [], reply: "This server has no tool for that." }),
    planOf(call("pods_list_in_namespace", { namespace: "dev" })),
  ])("is no change by looking, and the command that makes it is shown", async (reply) => {
    openRouter().enqueue({ match: planner, reply });
    const result = await talk().send("restart search-api in dev");
    expect(result.answer).toContain("kubectl rollout restart deployment/search-api -n dev");
    expect(result.calls.filter(({ resource }) => resource === "pod")).toEqual([]);
  });
});

test("a plan of the model may ask for the pods of one node", async () => {
  const list = call("pods_list", {});
  openRouter().enqueue({
    match: planner,
    reply: answer({ view: "call", calls: [list], focus_node: "dev-worker-1" }),
  });
  const { answer: text } = await talk().send("what have we got on dev-worker-1 in terms of pods");
  expect(text).toContain("web-frontend");
  expect(text).not.toContain("redis-0");
});
