import { beforeAll, describe, expect, test } from "vitest";
import {
  type Conversation,
  folders,
  loadConversations,
  type Mind,
  modelWays,
  type Report,
  runAll,
  startScriptedModel,
} from "../src/index.ts";
import type { ServerKind } from "../src/stage/stage.ts";

/** Conversations that are played at the same time. The bundled server is a process of its own: while one waits for it, another goes on. */
const atOnce: Readonly<Record<ServerKind, number>> = { bundled: 2, clusters: 1, plain: 1 };

/**
 * With a model, of so many conversations one is played, from this one on, in one of the ways to a model. That a plan of a
 * model is taken as it should be shows on the bundled server; a part shows that other servers' tools are planned as well.
 * `npm run eval -- --set conversations --mode literal --ways --server plain` plays all of them in all ways.
 */
const byModel: Readonly<Record<ServerKind, { readonly oneOf: number; readonly from: number }>> = {
  bundled: { oneOf: 5, from: 0 },
  clusters: { oneOf: 18, from: 1 },
  plain: { oneOf: 18, from: 10 },
};

const ways = Object.entries(modelWays);

/** All conversations on one kind of server, by rules and by scripted models: a file for each kind, so that they are played side by side. */
export const playConversations = async (kind: ServerKind): Promise<void> => {
  const { conversations, mistakes } = await loadConversations(folders.conversations);

  test("every file of conversations can be read", () => {
    expect(mistakes).toEqual([]);
  });

  describe(`on the ${kind} server with rules`, () => {
    const rules: readonly Mind[] = Array.from({ length: atOnce[kind] }, () => ({ kind: "rules" }));
    areAsTheySay(conversations, () => runAll(conversations, kind, rules));
  });

  const { oneOf, from } = byModel[kind];
  const sample = conversations.filter((_, index) => index % oneOf === from);
  describe.each(ways.map(([name, way], position) => ({ name, way, position })))(
    `on the ${kind} server with a model, $name`,
    ({ way, position }) => {
      const own = sample.filter((_, index) => index % ways.length === position);
      areAsTheySay(own, async () => {
        const models = await Promise.all(
          Array.from({ length: atOnce[kind] }, () => startScriptedModel("literal", way)),
        );
        const minds = models.map((scripted) => ({ kind: "scripted", scripted }) as const);
        const reports = await runAll(own, kind, minds);
        for (const { close } of models) await close();
        return reports;
      });
    },
  );
};

const areAsTheySay = (conversations: readonly Conversation[], play: () => Promise<readonly Report[]>): void => {
  let reports: readonly Report[] = [];
  beforeAll(async () => {
    reports = await play();
  }, 600_000);

  test.each(conversations.map((conversation) => [conversation.name, conversation] as const))("%s", (_, wanted) => {
    const report = reports.find(({ conversation }) => conversation === wanted);
    if (report?.pending === undefined) return expect(report && faultsOf(report)).toEqual([]);
    console.log(`pending: ${wanted.name}: ${report.pending}`);
    // A mark that nothing is waiting for any more would hide what breaks later.
    expect(faultsOf(report), "passes: take its pending mark away").not.toEqual([]);
  });
};

const faultsOf = (report: Report) =>
  report.turns.flatMap(({ turn, faults }) =>
    faults.map(({ aspect, message }) => `“${turn.say}”: ${aspect}: ${message}`),
  );
