import { type AIMessageChunk, HumanMessage } from "@langchain/core/messages";
import { afterEach, describe, expect, it } from "vitest";
import { createOpenRouterModel } from "../src/index.ts";
import { ask } from "./conversation.ts";
import { type Endpoint, send, startEndpoint } from "./endpoint.ts";

let endpoint: Endpoint;

afterEach(() => endpoint.close());

const model = () =>
  createOpenRouterModel({ apiKey: "", baseUrl: endpoint.baseUrl, model: "qwen3", limits: { maxRetries: 1 } });

const question = [new HumanMessage("what runs here?")];

describe("a stream of thoughts", () => {
  it("is told apart wherever its pieces end", async () => {
    const text = "<think>a < b</think>\nThe answer.";
    const pieces = [...text].map((content) => ({ content }));
    endpoint = await startEndpoint((body, reply) => send(reply, body, pieces));
    expect((await ask(model(), question, "stream")).text).toBe("The answer.");
  });

  it("that began in the prompt is understood at the second try, and from then on", async () => {
    endpoint = await startEndpoint((body, reply) =>
      send(reply, body, [{ content: "Hm.\n" }, { content: "</think>ok" }]),
    );
    const asked = model();
    const answers = async (): Promise<string> => {
      let whole: AIMessageChunk | undefined;
      for await (const chunk of await asked.stream(question)) whole = whole === undefined ? chunk : whole.concat(chunk);
      return whole?.text ?? "";
    };
    await expect(answers()).rejects.toMatchObject({ code: "model_bad_reply", retry: "once" });
    expect(await answers()).toBe("ok");
  });
});

describe("an answer that mentions the tag", () => {
  const mention = "A template ends thoughts with `</think>`, then the answer comes.";
  const asked = async (contents: readonly string[]) => {
    let sent = 0;
    endpoint = await startEndpoint((body, reply) => {
      send(reply, body, [{ content: contents[sent] ?? "" }]);
      sent += 1;
    });
    const own = model();
    const texts: string[] = [];
    for (const _content of contents) texts.push((await own.invoke(question)).text);
    return { texts, requests: endpoint.bodies.length };
  };

  it("is given, and so is the next one", async () => {
    const contents = [mention, "See:\n```\n</think>\n```"];
    expect(await asked(contents)).toEqual({ texts: contents, requests: 2 });
  });

  it("is taken for thoughts where answers go on to do so", async () => {
    const contents = ["Hm.</think>one", "Hm.</think>two", "Hm.</think>three"];
    expect((await asked(contents)).texts[2]).toBe("three");
  });
});

it.each([
  ["thoughts", "<think>", "</think>the answer"],
  ["thoughts that began in the prompt", "", "\n</think>the answer"],
  ["an answer that mentions the tag", "", " `</think>` the answer"],
  ["blanks", " ", " the answer"],
])(
  "8 MB of %s are read in a moment",
  async (what, begin, end) => {
    const piece = (what === "blanks" ? " " : "x").repeat(4096);
    const pieces = [begin, ...Array.from({ length: 2000 }, () => piece), end].map((content) => ({ content }));
    endpoint = await startEndpoint((body, reply) => send(reply, body, pieces));
    const since = performance.now();
    const told = await ask(model(), question, "stream").then(
      ({ text }) => text,
      (error: Error) => error.message,
    );
    expect(told).toMatch(/the answer$|middle of a thought/);
    expect(performance.now() - since).toBeLessThan(8_000);
  },
  60_000,
);
