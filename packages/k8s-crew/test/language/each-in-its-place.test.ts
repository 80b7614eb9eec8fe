import { expect, test } from "vitest";
import { readRequests } from "../../src/language/index.ts";

const context = { namespaces: ["dev", "production", "team-a"] };

test.each([
  ["把 dev 里的 redis-0 和 production 里的 cart-service 的 pod 都删掉", "dev/redis-0 production/cart-service"],
  ["删掉 team-a 的 web-1 和 dev 的 api-2", "team-a/web-1 dev/api-2"],
  ["delete redis-0 in dev and the cart-service pod in production", "dev/redis-0 production/cart-service"],
  ["delete the cart-service pods in production and redis-0 in dev", "production/cart-service dev/redis-0"],
  ["delete pod web-1 in team-a and api-2 in dev", "team-a/web-1 dev/api-2"],
])("each thing keeps the place that is said beside it: %s", (message, things) => {
  const { requests } = readRequests(message, { ...context, language: /[a-z] in /.test(message) ? "en" : "zh" });
  expect(requests.map(({ request }) => `${request.namespace}/${request.name}`).join(" ")).toBe(things);
  expect(requests.map(({ request }) => request.verb)).toEqual(["delete", "delete"]);
});
