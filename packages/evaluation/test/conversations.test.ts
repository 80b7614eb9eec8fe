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
import { type ServerKind, serverKinds } from "../src/stage/stage.ts";

const { conversations, mistakes } = await loadConversations(folders.conversations);

/** Conversations that are played at the same time. The bundled server lets few requests a second through: most of it is waiting. */
const atOnce: Readonly<Record<ServerKind, number>> = { bundled: 6, clusters: 1, plain: 1 };

const faultsOf = (report: Report) =>
  report.turns.flatMap(({ turn, faults }) =>
    faults.map(({ aspect, message }) => `“${turn.say}”: ${aspect}: ${message}`),
  );

test("every file of conversations can be read", () => {
  expect(mistakes).toEqual([]);
});

const minds = ["rules", "scripted"] as const;
type Run = { readonly kind: ServerKind; readonly planned: (typeof minds)[number]; readonly reports: readonly Report[] };

const play = async (kind: ServerKind, planned: Run["planned"]): Promise<Run> => {
  const scripted: ScriptedModel[] = [];
  if (planned === "scripted")
    for (let count = 0; count < atOnce[kind]; count += 1) scripted.push(await startScriptedModel("faithful"));
  const rules: readonly Mind[] = Array.from({ length: atOnce[kind] }, () => ({ kind: "rules" }));
  const chosen = planned === "rules" ? rules : scripted.map((each) => ({ kind: "scripted", scripted: each }) as const);
  const reports = await runAll(conversations, kind, chosen);
  for (const { close } of scripted) await close();
  return { kind, planned, reports };
};

let runs: readonly Run[] = [];
beforeAll(async () => {
  runs = await Promise.all(serverKinds.flatMap((kind) => minds.map((planned) => play(kind, planned))));
}, 600_000);

describe.each(serverKinds)("on the %s server", (kind) => {
  describe.each(minds)("with %s", (planned) => {
    test.each(conversations.map((conversation) => [conversation.name, conversation] as const))("%s", (_, wanted) => {
      const run = runs.find((each) => each.kind === kind && each.planned === planned);
      const report = run?.reports.find(({ conversation }) => conversation === wanted);
      if (report?.pending !== undefined) console.log(`pending: ${wanted.name}: ${report.pending}`);
      else expect(report && faultsOf(report)).toEqual([]);
    });
  });
});
