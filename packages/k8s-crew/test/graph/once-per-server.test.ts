import { expect, test } from "vitest";
import { oncePerServer, sameServers } from "../../src/graph/reads/once-per-server.ts";

const context = (name: string, server: string | undefined, current = false) => ({ name, server, current });

test("of several contexts that lead to one API server the current one is looked at", () => {
  const contexts = [
    context("read-only", "https://a"),
    context("admin", "https://a", true),
    context("other", "https://b"),
  ];
  expect(oncePerServer(contexts).map(({ name }) => name)).toEqual(["admin", "other"]);
  expect(sameServers(contexts)).toEqual([{ name: "read-only", as: "admin" }]);
});

test("where none of them is current, the first one is looked at", () => {
  const contexts = [context("one", "https://a"), context("two", "https://a")];
  expect(oncePerServer(contexts).map(({ name }) => name)).toEqual(["one"]);
});

test("contexts of which no address is told are all looked at", () => {
  const contexts = [context("one", undefined), context("two", undefined)];
  expect(oncePerServer(contexts)).toEqual(contexts);
  expect(sameServers(contexts)).toEqual([]);
});
