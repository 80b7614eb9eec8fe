import { describe, expect, test } from "vitest";
import { readRequest } from "../../src/language/request.ts";
import type { Language } from "../../src/language/types.ts";
import type { RequestExample } from "./label.ts";
import { requestsEn } from "./requests-en.ts";
import { requestsZh } from "./requests-zh.ts";

const readsAsLabelled = (language: Language, examples: readonly RequestExample[]) => {
  for (const [message, label, context = {}] of examples) {
    test(`reads ${JSON.stringify(message)}`, () => {
      const { hits: _, ...read } = readRequest(message, { language, ...context });
      expect(read).toEqual({ language, ...label });
    });
  }
};

describe("Chinese messages", () => readsAsLabelled("zh", requestsZh));
describe("English messages and kubectl lines", () => readsAsLabelled("en", requestsEn));
