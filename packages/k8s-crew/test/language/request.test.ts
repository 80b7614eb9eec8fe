import { describe, expect, test } from "vitest";
import { readRequest } from "../../src/language/requests/request.ts";
import type { Language } from "../../src/language/types.ts";
import type { RequestExample } from "./label.ts";
import { requestsEn } from "./requests-en.ts";
import { requestsZh } from "./requests-zh.ts";

const readsAsLabelled = (language: Language, examples: readonly RequestExample[]) => {
  for (const [message, label, context = {}] of examples) {
    test(`reads ${JSON.stringify(message)}`, () => {
      const { hits: _, yesNo: __, ...read } = readRequest(message, { language, ...context });
      expect(read).toEqual({ language, ...label });
    });
  }
};

describe("Chinese messages", () => readsAsLabelled("zh", requestsZh));
describe("English messages and kubectl lines", () => readsAsLabelled("en", requestsEn));

test("tells the words of Kubernetes it met, so that an unknown request can be told from other talk", () => {
  expect(readRequest("把那个 deployment 弄得像 cart-service 一样").hits).toEqual(["deployment", "cart-service"]);
  expect(readRequest("asdf qwerty").hits).toEqual([]);
});

test("takes a known name as it is known, whatever its case", () => {
  const context = { clusters: ["Prod-EU"], namespaces: ["team-A"] };
  expect(readRequest("pods in TEAM-a on prod-eu", context)).toMatchObject({ namespace: "team-A", cluster: "Prod-EU" });
});

test("leaves a part of a name alone when two clusters share it", () => {
  expect(readRequest("pods in eu", { clusters: ["eu-1", "eu-2"] })).not.toHaveProperty("cluster");
});

test.each([["列出 dev-cluster 的 dev 的 pod"], ["pods of dev in dev-cluster"], ["dev-cluster 里 dev 的 pod"]])(
  "takes a word for the namespace when the cluster that it is part of was said, too: %s",
  (message) => {
    const read = readRequest(message, { clusters: ["dev-cluster", "prod-cluster"] });
    expect(read).toMatchObject({ cluster: "dev-cluster", namespace: "dev", resource: "pod" });
    expect(read).not.toHaveProperty("name");
  },
);
