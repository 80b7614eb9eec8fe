import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  folders,
  loadConversations,
  type Mind,
  type Report,
  runAll,
  type ScriptedModel,
  startScriptedModel,
} from "../src/index.ts";
import { serverKinds } from "../src/stage/stage.ts";

const { conversations, mistakes } = await loadConversations(folders.conversations);

/** Conversations that are played at the same time. */
const atOnce = 3;

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
    const scripted: ScriptedModel[] = [];
    let reports: readonly Report[] = [];
    beforeAll(async () => {
      if (planned === "scripted")
        for (let count = 0; count < atOnce; count += 1) scripted.push(await startScriptedModel("faithful"));
      const rules: readonly Mind[] = Array.from({ length: atOnce }, () => ({ kind: "rules" }));
      const minds =
        planned === "rules" ? rules : scripted.map((each) => ({ kind: "scripted", scripted: each }) as const);
      reports = await runAll(conversations, kind, minds);
    }, 300_000);
    afterAll(async () => {
      for (const { close } of scripted) await close();
    });

    test.each(conversations.map((conversation) => [conversation.name, conversation] as const))("%s", (_, wanted) => {
      const report = reports.find(({ conversation }) => conversation === wanted);
      if (report?.kind === "skipped") console.log(`skipped: ${wanted.name}: ${report.reason}`);
      else if (wanted.pending !== undefined) console.log(`pending: ${wanted.name}: ${wanted.pending}`);
      else expect(report && faultsOf(report)).toEqual([]);
    });
  });
});
