import { describe, expect, test } from "vitest";
import { readReply } from "../../src/language/replies/reply.ts";
import { readRequest } from "../../src/language/requests/request.ts";
import type { Language } from "../../src/language/types.ts";
import { holdoutEn, holdoutReplies, holdoutZh } from "./holdout.ts";
import { inShort, type ReplyExample, type RequestExample } from "./label.ts";
import { namespaces } from "./reply-questions.ts";
import { secondHoldoutEn, secondHoldoutReplies, secondHoldoutZh } from "./second-holdout.ts";
import { thirdHoldoutEn, thirdHoldoutReplies, thirdHoldoutZh } from "./third-holdout.ts";

/**
 * Three sets of sentences, each labelled before it was first run. Scores of those first runs: 53 of 64 requests and 18
 * of 18 replies; 60 of 64 and 17 of 28; 36 of 44 and 14 of 30. The sentences below are still not understood.
 */
const knownMisses: ReadonlySet<string> = new Set([
  "tell me what a statefulset is",
  "who won the world cup",
  "should I delete user-center?",
]);

const testOf = (sentence: string) => (knownMisses.has(sentence) ? test.fails : test);

const readRequests = (language: Language, examples: readonly RequestExample[]) => {
  for (const [message, label, context = {}] of examples) {
    testOf(message)(`reads ${JSON.stringify(message)}`, () => {
      const { hits: _, ...request } = readRequest(message, { language, ...context });
      expect(request).toEqual({ language, ...label });
    });
  }
};

const readReplies = (examples: readonly ReplyExample[]) => {
  for (const [reply, expected, question = namespaces] of examples) {
    testOf(reply)(`reads the reply ${JSON.stringify(reply)} as ${expected}`, () => {
      expect(inShort(readReply(reply, question))).toBe(expected);
    });
  }
};

describe("sentences written before the rules", () => {
  readRequests("zh", holdoutZh);
  readRequests("en", holdoutEn);
  readReplies(holdoutReplies);
});

describe("sentences written with the first complete rules", () => {
  readRequests("zh", secondHoldoutZh);
  readRequests("en", secondHoldoutEn);
  readReplies(secondHoldoutReplies);
});

describe("sentences written last", () => {
  readRequests("zh", thirdHoldoutZh);
  readRequests("en", thirdHoldoutEn);
  readReplies(thirdHoldoutReplies);
});
