import { describe, expect, test } from "vitest";
import { readReply } from "../../src/language/reply.ts";
import { readRequest } from "../../src/language/request.ts";
import type { Language } from "../../src/language/types.ts";
import { holdoutEn, holdoutReplies, holdoutZh } from "./holdout.ts";
import { inShort, type RequestExample } from "./label.ts";
import { namespaces } from "./reply-questions.ts";

const read = (language: Language, examples: readonly RequestExample[]) => {
  for (const [message, label, context = {}] of examples) {
    test(`reads ${JSON.stringify(message)}`, () => {
      const { hits: _, ...request } = readRequest(message, { language, ...context });
      expect(request).toEqual({ language, ...label });
    });
  }
};

describe("sentences written before the rules", () => {
  read("zh", holdoutZh);
  read("en", holdoutEn);
  for (const [reply, expected, question = namespaces] of holdoutReplies) {
    test(`reads the reply ${JSON.stringify(reply)} as ${expected}`, () => {
      expect(inShort(readReply(reply, question))).toBe(expected);
    });
  }
});
