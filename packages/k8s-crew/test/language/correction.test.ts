import { expect, test } from "vitest";
import { correctionIn } from "../../src/language/index.ts";

test.each([
  ["wait no, web, not preview", "web", ["preview"]],
  ["oops, meant the web one", "web", []],
  ["no, copydb-2", "copydb-2", []],
  ["undo that, staging please", "staging", []],
  ["wrong one, i want web", "web", []],
  ["not preview", "", ["preview"]],
  ["不对，是 staging 的", "staging", []],
  ["web 的，不是预览", "web", ["预览"]],
  ["搞错了，要 web 那个", "web", []],
  ["不是这个，另一个", "另一个", ["这个"]],
  ["不不，第一个", "第一个", []],
  ["哎不是，pharmacy", "pharmacy", []],
])("“%s” means “%s” and shuts out %j", (said, meant, denied) => {
  expect(correctionIn(said)).toEqual({ meant, denied });
});

test.each(["web", "yes", "not sure, list them", "web-1", "is it the wrong one?", "4 个吧", "list the pods"])(
  "“%s” takes nothing back",
  (said) => {
    expect(correctionIn(said)).toBeUndefined();
  },
);
