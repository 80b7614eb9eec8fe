import { describe, expect, test } from "vitest";
import { switchingIn } from "../../src/language/index.ts";

describe("a wish to look somewhere else", () => {
  test.each([
    ["use namespace warehouse", "warehouse"],
    ["use ns warehouse please", "warehouse"],
    ["use the warehouse namespace", "warehouse"],
    ["set namespace to warehouse", "warehouse"],
    ["switch namespace to warehouse", "warehouse"],
    ["change context to depot", "depot"],
    ["switch to warehouse", "warehouse"],
    ["use cluster depot", "depot"],
    ["切到 warehouse", "warehouse"],
    ["切换命名空间到 warehouse", "warehouse"],
    ["切换到 warehouse 命名空间", "warehouse"],
    ["用 warehouse 命名空间", "warehouse"],
    ["接下来用 depot 集群吧", "depot"],
    ["进入命名空间 warehouse", "warehouse"],
  ])("%s", (message, where) => {
    expect(switchingIn(message)?.where).toBe(where);
  });

  test.each([
    "use warehouse",
    "what uses namespace warehouse",
    "use the namespace",
    "set the image of web to nginx:1.27",
    "set namespace quota to 4",
    "哪个命名空间用 warehouse",
    "warehouse 命名空间",
    "换个镜像",
  ])("is not in “%s”", (message) => {
    expect(switchingIn(message)?.where).toBeUndefined();
  });

  test.each([
    ["use namespace dev", "namespace"],
    ["用 dev 集群", "cluster"],
    ["switch to dev", undefined],
  ])("%s: says the kind %s", (message, kind) => {
    expect(switchingIn(message)?.kind).toBe(kind);
  });
});
