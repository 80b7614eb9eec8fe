import { expect, test } from "vitest";
import { callsOffIn, courtesyIn, readReply, refusesPlainly } from "../../src/language/index.ts";
import { confirmation, pods } from "./reply-questions.ts";

const off = [
  "ugh forget it",
  "nah leave it",
  "nvm then",
  "drop it",
  "eh, better not",
  "let's not",
  "actually don't bother",
  "on second thought, leave it as it is",
  "I changed my mind",
  "no need to restart it",
  "hmm let's leave it, thanks",
  "i'll do it later",
  "算了不调了",
  "算了不弄了",
  "先不动了",
  "不搞了",
  "不用查了",
  "算了算了，先不动它",
  "还是别动了吧",
  "先这样吧，不改了",
  "改天再说吧",
  "我改主意了",
];

for (const said of off) {
  test(`“${said}” calls off a choice, a plan and a change`, () => {
    expect(callsOffIn(said)).toBe(true);
    expect(["cancel", "no"]).toContain(readReply(said, pods).kind);
    expect(["cancel", "no"]).toContain(readReply(said, confirmation).kind);
    expect(refusesPlainly(said)).toBe(true);
    expect(courtesyIn(said)).toBe("agreement");
  });
}

const others = [
  "leave out step 2",
  "forget dev, production",
  "not dev",
  "skip it in dev",
  "不要第一个",
  "不看日志",
  "不是 dev 的",
  "先看事件",
  "停掉 web",
  "drop the pod web-1",
  "let's not look at dev but at production",
  "别删 v1，删 v2",
  "stop the worker",
  "no, production",
];

for (const said of others) test(`“${said}” says more than that`, () => expect(callsOffIn(said)).toBe(false));

test.each(["neither, drop it", "none of those, leave it", "hmm not sure, skip it", "都不对，算了"])(
  "“%s” ends in calling off",
  (said) => {
    expect(readReply(said, pods).kind).toBe("cancel");
    expect(refusesPlainly(said)).toBe(true);
  },
);

test("a choice that is named before it is the choice", () => {
  expect(readReply("v1, no need for more", pods).kind).not.toBe("cancel");
});
