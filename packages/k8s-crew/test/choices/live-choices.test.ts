import { tool } from "@langchain/core/tools";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createK8sCrew } from "../../src/index.ts";

/** Pods of a namespace and their logs, from a server that lists them in its own form. */
const crewOver = (list: string) =>
  createK8sCrew({
    guidance: "direct",
    tools: [
      tool(async () => list, {
        name: "list_pods",
        description: "List the pods of a namespace",
        schema: z.object({ namespace: z.string() }),
      }),
      tool(async ({ pod_name }) => `log of ${pod_name}`, {
        name: "get_pod_logs",
        description: "Get the logs of a pod",
        schema: z.object({ namespace: z.string(), pod_name: z.string() }),
      }),
    ],
  });

const ask = async (list: string, ...messages: readonly string[]) => {
  const crew = crewOver(list);
  const conversation = crew.conversation({ namespace: "shop" });
  const results = [];
  for (const message of messages) results.push(await conversation.send(message));
  await crew.close();
  return results;
};

const names = ["cart-1", "cart-2", "pay-1"];

test.each([
  ["JSON under any key", JSON.stringify({ result: { pods: names.map((name) => ({ name })) } })],
  ["a JSON list of names", JSON.stringify(names)],
  ["items of the API", JSON.stringify({ items: names.map((name) => ({ metadata: { name } })) })],
  ["a table", ["NAME     READY   STATUS", ...names.map((name) => `${name}   1/1     Running`)].join("\n")],
  ["YAML", ["items:", ...names.map((name) => `- metadata:\n    name: ${name}`)].join("\n")],
  ["name lines", names.map((name) => `Name: ${name}\nStatus: Running\n`).join("\n")],
  ["bullets", names.map((name) => `- ${name}`).join("\n")],
])("choices come out of %s", async (_, list) => {
  const [result] = await ask(list, "show me the logs of a pod");
  expect(result?.question?.choices.map(({ value }) => value).toSorted()).toEqual(names);
});

test.each(["[]", '{"items":[]}', "No resources found in shop namespace.", ""])(
  "a list that is empty (%j) is said to be, with where it was looked",
  async (list) => {
    const [result] = await ask(list, "show me the logs of a pod");
    expect(result?.question).toBeNull();
    expect(result?.answer).toMatch(/no pods?.*\bshop\b|shop.*no pods?/i);
  },
);

test("names that are real are offered, those that would steer a terminal or a reader are not", async () => {
  const real = ["arn:aws:eks:eu-west-1:1:cluster/a", "gke_a_b", "x".repeat(253)];
  const hostile = ["a\u001b[31mb", "a\u202eb", "a\nb", "x".repeat(254)];
  const [result] = await ask(JSON.stringify([...real, ...hostile]), "show me the logs of a pod");
  expect(result?.question?.choices.map(({ value }) => value).toSorted()).toEqual(real.toSorted());
});

test("of more than fifteen the first fifteen are shown and counted, and a part of a name finds the others", async () => {
  const many = Array.from({ length: 40 }, (_, index) => `${index < 38 ? "web" : "till"}-${index}`);
  const [asked, narrowed] = await ask(JSON.stringify(many), "show me the logs of a pod", "till");
  expect(asked?.question?.choices).toHaveLength(15);
  expect(asked?.answer).toContain("40");
  expect(narrowed?.question?.choices.map(({ value }) => value)).toEqual(["till-38", "till-39"]);
});

describe("a name whose words are put otherwise", () => {
  const jobs = JSON.stringify(["settle-nightly-1a2b", "settle-weekly-3c4d", "till-9z8y"]);

  test("is that of the thing with all of its words, and it is said which was taken", async () => {
    const [result] = await ask(jobs, "logs of nightly-settlement");
    expect(result?.answer).toContain("log of settle-nightly-1a2b");
    expect(result?.answer).toMatch(/one pod that matches: settle-nightly-1a2b/);
  });

  test("is none where one of two words is another", async () => {
    const [result] = await ask(jobs, "logs of monthly-settlement");
    expect(result?.answer).not.toContain("log of");
  });
});

const web = ["web-6d4b75cb6d-x2x4z", "web-admin-7f9c8d7b5-q9w8r"];

test("who says “web” means the pods of web, though what else runs is called web-admin", async () => {
  const [result] = await ask(JSON.stringify(web), "logs of web");
  expect(result).toMatchObject({ status: "ok", question: null });
  expect(result?.answer).toContain("log of web-6d4b75cb6d-x2x4z");
});

test("versions of what is said stay a choice", async () => {
  const [result] = await ask(JSON.stringify([...web, "web-v2-5c6d7f8b9-k7l4m"]), "logs of web");
  expect(result?.question?.choices.map(({ value }) => value)).toEqual([web[0], "web-v2-5c6d7f8b9-k7l4m"]);
});

const tableOf = (rows: readonly string[]) =>
  ["NAME READY STATUS RESTARTS AGE", ...rows].join("\n").replaceAll(" ", "   ");

test("numbered pods are a choice, unless one alone is in trouble", async () => {
  const sound = ["db-0 1/1 Running 0 9d", "db-1 1/1 Running 0 9d"];
  const [choice] = await ask(tableOf(sound), "logs of db");
  expect(choice?.question?.choices.map(({ value }) => value)).toEqual(["db-0", "db-1"]);
  const [taken] = await ask(tableOf([...sound, "db-2 0/1 CrashLoopBackOff 12 9d"]), "logs of db");
  expect(taken?.answer).toMatch(/this is db-2 \(it is CrashLoopBackOff\); the others are db-0, db-1[\s\S]*log of db-2/);
});
