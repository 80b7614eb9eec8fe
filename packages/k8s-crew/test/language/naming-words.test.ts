import { describe, expect, test } from "vitest";
import { namingWords } from "../../src/language/index.ts";

describe("what a message that was not read may name", () => {
  test.each(["the gizmo memory, thoughts?", "broken gizmo, thoughts?", "gizmo pods wibble"])(
    "is nothing written as names are: %s",
    (said) => expect(namingWords(said, "en")).toMatchObject({ isOfThings: true, isNamed: false }),
  );

  test("is written as names are with a dash, a dot or a number, and by Latin letters in Chinese", () => {
    for (const said of ["till-api, thoughts?", "till2, thoughts?", "till.api, thoughts?"])
      expect(namingWords(said, "en").isNamed).toBe(true);
    expect(namingWords("till 怎么个意思", "zh").isNamed).toBe(true);
  });

  test.each([
    ["till-db, thoughts?", ["secret", "role", "rolebinding", "clusterrole", "clusterrolebinding"]],
    ["till-db password, thoughts?", ["role", "rolebinding", "clusterrole", "clusterrolebinding"]],
    ["till-db 密钥怎么个意思", ["role", "rolebinding", "clusterrole", "clusterrolebinding"]],
    ["till-admin rbac, thoughts?", ["secret"]],
    ["till-admin 的权限怎么个意思", ["secret"]],
    [
      "scroll-api knows no secretary, thoughts?",
      ["secret", "role", "rolebinding", "clusterrole", "clusterrolebinding"],
    ],
  ])("is looked for among what is secret, and who may do what, only where it speaks of them: %s", (said, unspoken) =>
    expect(namingWords(said, "en").unspoken).toEqual(unspoken),
  );
});
