import { consentsPlainly, consentWord } from "@k8s-copilot/k8s-crew";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createApprovalReader } from "../../src/input/approval.ts";
import { replyTo } from "../../src/interaction.ts";

/** What a sequence of [milliseconds since the last, keys] comes to. */
const outcome = (...input: readonly (readonly [number, string])[]) => {
  let now = 0;
  const reader = createApprovalReader(() => now);
  for (const [after, text] of input) {
    now += after;
    const step = text.startsWith("paste:")
      ? reader.take({ kind: "paste", text: text.slice(6), submitted: true })
      : reader.take({ kind: "typed", text });
    if (step.kind === "done") return step.word;
    if (step.kind === "cancelled") return "cancelled";
  }
  return "waiting";
};

describe("the word that approves", () => {
  it.each<{ how: string; input: readonly (readonly [number, string])[]; expected: string }>([
    {
      how: "typed after it could be read",
      input: [
        [400, "yes"],
        [200, "\r"],
      ],
      expected: "yes",
    },
    { how: "typed in one go", input: [[301, "yes\r"]], expected: "yes" },
    { how: "with blanks around", input: [[400, "  web \r"]], expected: "web" },
    {
      how: "corrected",
      input: [
        [400, "wex"],
        [50, "\x7f"],
        [50, "b\r"],
      ],
      expected: "web",
    },
    {
      how: "corrected in Chinese",
      input: [
        [400, "不"],
        [50, "\x7f"],
        [50, "是\r"],
      ],
      expected: "是",
    },
    { how: "typed too early", input: [[299, "yes\r"]], expected: "waiting" },
    {
      how: "begun too early",
      input: [
        [100, "y"],
        [400, "es\r"],
      ],
      expected: "es",
    },
    {
      how: "following too early keys at once",
      input: [
        [100, "x"],
        [250, "yes\r"],
      ],
      expected: "waiting",
    },
    { how: "pasted", input: [[400, "paste:yes\n"]], expected: "waiting" },
    {
      how: "at the tail of a paste",
      input: [
        [400, "paste:x"],
        [200, "yes\r"],
      ],
      expected: "waiting",
    },
    {
      how: "typed, then pasted over",
      input: [
        [400, "ye"],
        [50, "paste:x"],
        [400, "s\r"],
      ],
      expected: "s",
    },
    { how: "refused by Ctrl-C at once", input: [[10, "\x03"]], expected: "cancelled" },
    { how: "refused by Esc", input: [[400, "\x1b"]], expected: "cancelled" },
    {
      how: "with arrow keys in between",
      input: [
        [400, "w"],
        [20, "\x1b[D"],
        [20, "eb\r"],
      ],
      expected: "web",
    },
  ])("$how", ({ input, expected }) => {
    expect(outcome(...input)).toBe(expected);
  });

  it("echoes nothing that a terminal would obey", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        let now = 0;
        const reader = createApprovalReader(() => now);
        now = 1000;
        const step = reader.take({ kind: "typed", text: `a${text}` });
        if (step.kind === "typing") expect(step.echo.replaceAll("\b \b", "")).not.toMatch(/[\x00-\x1f\x7f]/);
      }),
    );
  });
});

describe("what the conversation is told", () => {
  const call = { server: "kubernetes", tool: "scale_thing", args: { name: "web", namespace: "dev" } };
  const told = (word: string | undefined, effect: "write" | "destructive") =>
    replyTo(word, { effect, call }, consentsPlainly);

  it.each([
    ["yes", "write", "approve"],
    ["YES", "write", "approve"],
    ["y", "write", "approve"],
    ["是", "write", "approve"],
    ["同意", "write", "approve"],
    [consentWord.en, "write", "approve"],
    [consentWord.zh, "write", "approve"],
    ["", "write", "deny"],
    ["  ", "write", "deny"],
    [undefined, "write", "deny"],
    ["web", "destructive", "web"],
    ["", "destructive", "deny"],
    [undefined, "destructive", "deny"],
  ] satisfies [string | undefined, "write" | "destructive", string][])(
    "of %s for a %s is the answer %s",
    (...[word, effect, value]) => {
      expect(told(word, effect)).toEqual({ kind: "answer", value });
    },
  );

  it.each([
    ["make it 5", "write"],
    ["改成 5 个", "write"],
    ["好", "write"],
    ["sure", "write"],
    ["取消", "write"],
    ["web", "write"],
    ["yes", "destructive"],
    ["approve", "destructive"],
    ["Web", "destructive"],
    ["先看看它的日志", "destructive"],
  ] satisfies [string, "write" | "destructive"][])(
    "of %s for a %s is the word as it stands, which the conversation reads",
    (...[word, effect]) => {
      expect(told(word, effect)).toEqual({ kind: "message", text: word });
    },
  );
});
