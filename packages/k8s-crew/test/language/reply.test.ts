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
