import { expect, test } from "vitest";
import { readReply } from "../../src/language/replies/reply.ts";
import { inShort } from "./label.ts";
import { replies } from "./replies.ts";
import { namespaces } from "./reply-questions.ts";

for (const [reply, expected, question = namespaces] of replies) {
  test(`reads ${JSON.stringify(reply)} (${question.parameter}) as ${expected}`, () => {
    expect(inShort(readReply(reply, question))).toBe(expected);
  });
}

test.each([
  ["default, no wait, dev", "dev"],
  ["default, actually dev", "dev"],
  ["default, sorry, I meant dev", "dev"],
  ["default，不对，dev", "dev"],
  ["第一个不对，是 dev", "dev"],
  ["default 哦不 dev", "dev"],
])("who corrects themselves means the last: %s", (reply, value) => {
  expect(readReply(reply, namespaces)).toEqual({ kind: "picked", values: [value] });
});

test("letters that a controller adds to a name are not what a word is a part of, where a name holds it", () => {
  const choices = ["coredns-6d4b75cb6d-wv2n9", "apiv2next-6d4b75cb6d-x2x4z"].map((value) => ({ value, label: value }));
  expect(readReply("v2n", { parameter: "pod", choices })).toMatchObject({
    kind: "picked",
    values: [choices[1]?.value],
  });
});
