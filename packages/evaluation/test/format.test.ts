import { describe, expect, test } from "vitest";
import { parseConversations } from "../src/index.ts";

const head = "category: logs\nlanguage: en\nconversations:\n";
const mistakesIn = (text: string) => {
  const parsed = parseConversations(text, "talk.yaml");
  return parsed.kind === "mistakes" ? parsed.mistakes.map(({ line, message }) => `${line}: ${message}`) : [];
};

describe("a file of conversations", () => {
  test("may hold single requests without turns, which take what the head says", () => {
    const text = `${head}  - say: logs of web in shop\n    calls: [logs pod name=web-* namespace=shop]\n`;
    const parsed = parseConversations(text, "talk.yaml");
    expect(parsed).toMatchObject({
      conversations: [
        {
          name: "logs of web in shop",
          category: "logs",
          class: "direct",
          turns: [{ calls: [{ verbs: ["logs"], resources: ["pod"], args: [{ role: "name" }, { value: "shop" }] }] }],
        },
      ],
    });
  });

  test.each([
    ["a verb that is none", "  - say: hello\n    calls: [fetch pod]", /^5: .*no verb is called “fetch”/],
    [
      "a resource in the plural that is none",
      "  - say: hello\n    calls: [list gizmos]",
      /^5: .*no resource is called “gizmos”/,
    ],
    ["an argument that is none", "  - say: hello\n    calls: [list pod ns=dev]", /^5: .*no argument is called “ns”/],
    ["a key that is none", "  - say: hello\n    status: ok\n    fact: [x]", /^6: .*fact/],
    [
      "a broken expression",
      "  - name: a\n    turns:\n      - say: hi\n        facts:\n          - /(/",
      /^8: .*no regular expression/,
    ],
    ["a conversation in which nobody speaks", "  - name: a\n    turns: []", /^5: /],
    ["what is no YAML", "  - say: [", /^\d+: /],
  ])("with %s is refused with the line", (_, conversation, expected) => {
    expect(mistakesIn(`${head}${conversation}\n`).join("\n")).toMatch(expected);
  });

  test("tells all its mistakes at once", () => {
    const text = `${head}  - say: a\n    calls: [fetch pod]\n  - say: b\n    status: fine\n`;
    expect(mistakesIn(text).map((mistake) => mistake.split(":")[0])).toEqual(["5", "7"]);
  });
});
