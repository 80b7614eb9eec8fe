import { beforeAll, describe, expect, test } from "vitest";
import {
  folders,
  loadConversations,
  type Mind,
  type Report,
  runAll,
  type ScriptedModel,
  startScriptedModel,
} from "../src/index.ts";
import type { ServerKind } from "../src/stage/stage.ts";

const minds = ["rules", "scripted"] as const;

/** Conversations that are played at the same time. The bundled server is a process of its own: while one waits for it, another goes on. */
const atOnce: Readonly<Record<ServerKind, number>> = { bundled: 2, clusters: 1, plain: 1 };

/** All conversations on one kind of server, by rules and by a scripted model: a file for each kind, so that they are played side by side. */
export const playConversations = async (kind: ServerKind): Promise<void> => {
  const { conversations, mistakes } = await loadConversations(folders.conversations);

  test("every file of conversations can be read", () => {
    expect(mistakes).toEqual([]);
  });

  describe.each(minds)(`on the ${kind} server with %s`, (planned) => {
    let reports: readonly Report[] = [];
    beforeAll(async () => {
      const scripted: ScriptedModel[] = [];
      if (planned === "scripted")
        for (let count = 0; count < atOnce[kind]; count += 1) scripted.push(await startScriptedModel("literal"));
      const rules: readonly Mind[] = Array.from({ length: atOnce[kind] }, () => ({ kind: "rules" }));
      const chosen =
        planned === "rules" ? rules : scripted.map((each) => ({ kind: "scripted", scripted: each }) as const);
      reports = await runAll(conversations, kind, chosen);
      for (const { close } of scripted) await close();
    }, 600_000);

    test.each(conversations.map((conversation) => [conversation.name, conversation] as const))("%s", (_, wanted) => {
      const report = reports.find(({ conversation }) => conversation === wanted);
      if (report?.pending === undefined) return expect(report && faultsOf(report)).toEqual([]);
      console.log(`pending: ${wanted.name}: ${report.pending}`);
      // A mark that nothing is waiting for any more would hide what breaks later.
      expect(faultsOf(report), "passes: take its pending mark away").not.toEqual([]);
    });
  });
};

const faultsOf = (report: Report) =>
  report.turns.flatMap(({ turn, faults }) =>
    faults.map(({ aspect, message }) => `“${turn.say}”: ${aspect}: ${message}`),
  );
