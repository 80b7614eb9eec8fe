import { connectMcp, type McpConnection } from "@k8s-copilot/crew/mcp";
import { type DoubleTool, type FaultyMcpServer, startFaultyMcpServer } from "@k8s-copilot/doubles";
import { MemorySaver } from "@langchain/langgraph";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createK8sCrew, type K8sCrew } from "../../src/index.ts";

const object = (...required: readonly string[]) => ({
  type: "object",
  properties: Object.fromEntries(required.map((name) => [name, { type: "string" }])),
  required,
});
const tools: readonly DoubleTool[] = [
  { name: "list_namespaces", description: "List all namespaces", answer: () => "Name: dev\nName: shop\n" },
  {
    name: "list_pods",
    description: "List the pods of a namespace",
    inputSchema: object("namespace"),
    answer: () => "Name: web-1\nName: web-2\n",
  },
  {
    name: "get_pod_logs",
    description: "Get the logs of a pod",
    inputSchema: object("namespace", "name"),
    answer: ({ namespace, name }) => `started ${name} in ${namespace}\n`,
  },
  {
    name: "delete_pod",
    description: "Delete a pod",
    inputSchema: object("namespace", "name"),
    answer: ({ name }) => `pod ${name} deleted`,
  },
  {
    name: "set_deployment_image",
    description: "Set the image of a deployment",
    inputSchema: object("namespace", "name", "image"),
    answer: () => "image updated",
  },
];

let server: FaultyMcpServer;
let connection: McpConnection;
let store: MemorySaver;
const crews: K8sCrew[] = [];
/** A crew as another process would make it: it shares the store with the others, and nothing else. */
const crewOn = (checkpointer = store): K8sCrew => {
  const crew = createK8sCrew({ tools: connection.tools, checkpointer });
  crews.push(crew);
  return crew;
};
const conversation = (options: object = {}) => crewOn().conversation({ id: "kept", ...options });
const deletions = () => server.calls().filter(({ tool }) => tool === "delete_pod");
/** Everything that the store holds, as text. */
const stored = (): string => {
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (value instanceof Uint8Array) texts.push(Buffer.from(value).toString("utf8"));
    else if (typeof value === "object" && value !== null) for (const member of Object.values(value)) collect(member);
  };
  collect(store.storage);
  collect(store.writes);
  return texts.join("\n");
};

beforeEach(async () => {
  server = await startFaultyMcpServer({ transport: "http", tools });
  connection = await connectMcp({ k8s: { url: server.url } });
  store = new MemorySaver();
});
afterEach(async () => {
  await Promise.all(crews.splice(0).map((crew) => crew.close()));
  await connection.close();
  await server.close();
});

describe("a conversation that is kept", () => {
  test("begins like any other", async () => {
    expect(await conversation().standing()).toEqual({ isBegun: false, question: null, voided: null, cut: null });
  });

  test.each([
    ["logs of web-1", "list them", "2"],
    ["看 web-1 的日志", "列出来", "第二个"],
  ])("takes each reply to its question elsewhere: %s, %s, %s", async (words, list, reply) => {
    await conversation().send(words);
    const asked = await conversation().send(list);
    expect(asked.question?.choices).toMatchObject([{ value: "dev" }, { value: "shop" }]);
    const later = conversation();
    expect((await later.standing()).question).toEqual(asked.question);
    const answered = await later.send(reply);
    expect(answered.answer).toContain("started web-1 in shop");
    expect(answered.language).toBe(asked.language);
  });

  test("takes the answer by the question's id as well", async () => {
    const asked = await conversation().send("logs of web-1");
    const id = asked.question?.id ?? "";
    expect((await conversation().answer({ id, value: "dev" })).answer).toContain("started web-1 in dev");
  });

  test("remembers what it was about", async () => {
    await conversation().send("list pods in shop");
    expect((await conversation().send("logs of the second one")).answer).toContain("started web-2 in shop");
  });

  test("takes where a later process begins for what is meant from then on, with a question waiting or not", async () => {
    await conversation().send("list pods in dev");
    expect((await conversation({ namespace: "shop" }).send("list pods")).calls).toMatchObject([
      { args: { namespace: "shop" } },
    ]);
    await conversation().send("/forget");
    await conversation().send("logs of web-1");
    const later = conversation({ namespace: "shop" });
    await later.send("dev");
    expect(await later.send("/context")).toMatchObject({ answer: expect.stringContaining("dev") });
  });

  test("waits for no consent any more: nothing that was said then lets a call go now", async () => {
    const asked = await conversation().send("delete pod web-1 in dev");
    expect(asked.status).toBe("needs_approval");
    const later = conversation();
    const { voided, question, cut } = await later.standing();
    expect({ voided, question, cut }).toEqual({ voided: asked.approval, question: null, cut: null });
    const id = asked.approval?.id ?? "";
    await expect(later.answer({ id, value: "web-1" })).rejects.toMatchObject({ code: "stale_answer" });
    for (const word of ["web-1", "yes", "approve"]) expect((await later.send(word)).status).not.toBe("needs_approval");
    expect(deletions()).toEqual([]);
    expect((await later.send("delete pod web-1 in dev")).approval?.call).toEqual(asked.approval?.call);
  });

  test("tells of a change that was on its way when its process ended, and never sends it again", async () => {
    const asked = await conversation().send("delete pod web-1 in dev");
    const earlier = conversation();
    const consented = (await earlier.send("delete pod web-1 in dev")).approval;
    expect(consented?.call).toEqual(asked.approval?.call);
    server.setFaults({ call: "hang" });
    void earlier.answer({ id: consented?.id ?? "", value: "web-1" }).catch(() => {});
    while (deletions().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    server.setFaults({});
    const later = conversation();
    expect(await later.standing()).toMatchObject({
      voided: null,
      cut: {
        message: "delete pod web-1 in dev",
        maybeSent: [{ tool: "delete_pod", args: { namespace: "dev", name: "web-1" } }],
      },
    });
    for (const word of ["web-1", "yes", "list pods in dev"]) await later.send(word);
    expect(deletions()).toHaveLength(1);
  });

  test("tells of a request that was cut off while it read", async () => {
    server.setFaults({ call: "hang" });
    void conversation()
      .send("list pods in dev")
      .catch(() => {});
    while (server.calls().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await conversation().standing()).cut).toEqual({ message: "list pods in dev", maybeSent: [] });
  });
});

describe("what is stored", () => {
  const token = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";
  test.each([
    [`logs of web-1 with token ${token}`, [token]],
    ["logs of pod db where password=hunter2horse", ["hunter2horse"]],
    ["看 web-1 的日志，密码：hunter2horse", ["hunter2horse"]],
    ["https://admin:s3cr3tpass@web.example.org list pods", ["s3cr3tpass"]],
  ])("holds no secret of a message: %s", async (words, secrets) => {
    const talk = conversation();
    await talk.send(words);
    await talk.send(words);
    expect(stored()).toContain("<masked:");
    for (const secret of secrets) expect(stored()).not.toContain(secret);
  });

  test("holds no secret of a change that waits for consent, and the change itself is sent whole", async () => {
    const talk = conversation();
    const asked = await talk.send(`set the image of deployment web in dev to shop/web:${token}`);
    expect(asked.approval?.call.args).toMatchObject({ image: `shop/web:${token}` });
    expect(stored()).not.toContain(token);
    await talk.answer({ id: asked.approval?.id ?? "", value: "approve" });
    expect(server.calls().at(-1)).toMatchObject({ args: { image: `shop/web:${token}` } });
    expect(stored()).not.toContain(token);
  });

  test("of a question about a change with a secret in it cannot be sent any more, so the request is to be made anew", async () => {
    const asked = await conversation().send(`set the image of deployment web to shop/web:${token}`);
    expect(asked.question?.parameter).toBe("namespace");
    const { question, cut } = await conversation().standing();
    expect(question).toBeNull();
    expect(cut).toEqual({ message: expect.stringContaining("shop/web:<masked:"), maybeSent: [] });
  });
});

describe("a store that breaks", () => {
  const broken = (part: "put" | "putWrites" | "getTuple") =>
    Object.assign(new MemorySaver(), {
      [part]: async () => {
        throw new Error("disk full");
      },
    });

  test.each([
    ["put", "ok"],
    ["putWrites", "needs_input"],
  ] as const)("in %s is told of once, and nothing else is lost", async (part, status) => {
    const talk = crewOn(broken(part)).conversation();
    const first = await talk.send(status === "ok" ? "list pods in dev" : "logs of web-1");
    expect(first).toMatchObject({ status, warnings: [expect.stringContaining("(disk full)")] });
    const second = await talk.send(status === "ok" ? "logs of the first one" : "dev");
    expect(second.answer).toContain("started web-1 in dev");
    expect(second.warnings).toEqual([]);
  });

  test("when it is read is told of in the language of the message", async () => {
    const talk = crewOn(broken("getTuple")).conversation();
    const { status, warnings } = await talk.send("列出 dev 的 pod");
    expect(status).toBe("ok");
    expect(warnings).toEqual([expect.stringContaining("无法读取保存的对话（disk full）")]);
  });
});
