import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folders, loadConversations, type Mind, type Report, runAll, startScriptedModel } from "../src/index.ts";
import { serverKinds } from "../src/stage/stage.ts";

const { conversations, mistakes } = await loadConversations(folders.conversations);

const faultsOf = (report: Report) =>
  report.kind === "skipped"
    ? []
    : report.turns.flatMap(({ turn, faults }) =>
        faults.map(({ aspect, message }) => `“${turn.say}”: ${aspect}: ${message}`),
      );

test("every file of conversations can be read", () => {
  expect(mistakes).toEqual([]);
});

describe.each(serverKinds)("on the %s server", (kind) => {
  describe.each(["rules", "scripted"] as const)("with %s", (planned) => {
    const close: (() => Promise<void>)[] = [];
    let reports: readonly Report[] = [];
    beforeAll(async () => {
      const scripted = planned === "scripted" ? await startScriptedModel("faithful") : undefined;
      if (scripted) close.push(scripted.close);
      const mind: Mind = scripted ? { kind: "scripted", scripted } : { kind: "rules" };
      reports = await runAll(conversations, kind, mind);
    }, 300_000);
    afterAll(async () => {
      for (const each of close) await each();
    });

    test.each(conversations.map((conversation) => [conversation.name, conversation] as const))("%s", (_, wanted) => {
      const report = reports.find(({ conversation }) => conversation === wanted);
      if (report?.kind === "skipped") console.log(`skipped: ${wanted.name}: ${report.reason}`);
      else if (wanted.pending !== undefined) console.log(`pending: ${wanted.name}: ${wanted.pending}`);
      else expect(report && faultsOf(report)).toEqual([]);
    });
  });
});
