import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./servers.ts";

describe("what stands beside a change", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage("bundled");
  });
  afterAll(() => stage.close());

  test.each([
    ["把 payment-worker 的副本改成 2，顺便重启 inventory", "算了", /“重启 inventory”不在这次修改里/, /重启 inventory/],
    [
      "scale payment-worker to 2 and then restart inventory",
      "no",
      /“restart inventory” is not a part/,
      /restart inventory/,
    ],
  ])("“%s”: the part that no tool does is told at the card, and after “%s”", async (message, no, atCard, after) => {
    const conversation = stage.conversation({ namespace: "dev" });
    const card = await conversation.send(message);
    expect(card.status).toBe("needs_approval");
    expect(card.answer).toMatch(atCard);
    expect((await conversation.send(no)).answer).toMatch(after);
  });

  test("a question about the other half says that the change waits", async () => {
    const { question, status } = await stage
      .conversation({ namespace: "dev" })
      .send("scale web-frontend to 3 and also show me its logs");
    expect(status).toBe("needs_input");
    expect(question?.text).toMatch(/The change waits until this is answered/);
  });

  test.each([
    ["scale inventory to 3", "undo that", /say “(scale inventory in dev to \d)”/],
    ["把 inventory 的副本改成 4", "撤销", /就说“(把 dev 里 inventory 的副本改成 \d)”/],
  ])("“%s”, “%s”: what puts it back is told, and is a request", async (message, undo, told) => {
    const conversation = stage.conversation({ namespace: "dev" });
    const card = await conversation.send(message);
    await conversation.answer({ id: card.approval?.id ?? "", value: "approve" });
    const [, request = ""] = told.exec((await conversation.send(undo)).answer) ?? [];
    const back = await conversation.send(request);
    expect(back.approval?.to).toBe(card.approval?.from);
    await conversation.send("no");
  });
});
