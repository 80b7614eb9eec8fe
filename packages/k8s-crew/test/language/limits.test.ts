import { describe, expect, test } from "vitest";
import { readRequest } from "../../src/language/index.ts";

describe("what a thing may use is asked, not what it uses", () => {
  test.each([
    "how much memory may lantern-api use",
    "how much cpu can lantern-api take at most",
    "how much ram was lantern-api given",
    "how much memory did we give lantern-api",
    "what is the max memory for lantern-api",
    "lantern-api内存给了多少",
    "lantern-api 内存上限配的多少",
    "lantern-api最多能用多少内存",
    "给 lantern-api 分配了多少内存",
    "lantern-api 的 cpu 限制设了多少",
  ])("“%s”", (message) => {
    expect(readRequest(message)).toMatchObject({ verb: "list", fact: "limits", name: "lantern-api" });
  });

  test.each(["lantern-api 用了多少内存", "lantern-api 现在占多少 cpu", "memory usage of lantern-api"])(
    "“%s” asks what it uses",
    (message) => {
      expect(readRequest(message)).toMatchObject({ verb: "top" });
    },
  );
});
