import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Tool } from "@k8s-copilot/crew";
import {
  type Catalog,
  createCatalog,
  createFence,
  createToolSelector,
  type PlannerInput,
  type PlannerReply,
  plannerFromRules,
  plannerMessage,
  plannerSystem,
  planSchema,
  toolsForRequest,
} from "@k8s-copilot/k8s-crew";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Conversation, Turn } from "../src/format/schema.ts";
import { folders, loadConversations } from "../src/index.ts";
import { planReply } from "../src/model/plan-reply.ts";
import { openStage } from "../src/stage/stage.ts";

/** Tools that a model may be shown at once. */
const shownLimit = 15;

const field = process.env.K8S_COPILOT_FIELD_DATA;
if (field === undefined) console.log("Skipped: tools of real servers (K8S_COPILOT_FIELD_DATA is not set).");

const listed = z.array(
  z.object({
    name: z.string(),
    description: z.string().default(""),
    inputSchema: z.record(z.string(), z.unknown()),
    annotations: z.object({}).loose().optional(),
  }),
);

const notCalled: Tool["invoke"] = async () => ({ kind: "failure", reason: "unavailable", message: "not to be called" });

/** Tools of the servers in the folder, one of whose names holds each of these; a name that several have tells its server. */
const fieldTools = (folder: string, servers: readonly string[]): readonly Tool[] => {
  const files = readdirSync(join(folder, "mcp-tools")).filter((file) =>
    servers.some((server) => file.includes(server)),
  );
  const tools = files.flatMap((file) =>
    listed.parse(JSON.parse(readFileSync(join(folder, "mcp-tools", file), "utf8"))).map(({ annotations, ...tool }) => ({
      ...tool,
      server: file.replace(/\.json$/, ""),
      invoke: notCalled,
      ...(annotations === undefined ? {} : { annotations }),
    })),
  );
  const isShared = (name: string) => tools.filter((tool) => tool.name === name).length > 1;
  return tools.map((tool) => (isShared(tool.name) ? { ...tool, name: `${tool.server}_${tool.name}` } : tool));
};

/** Whether the turn answers a question or a card: no model plans it. */
const isReply = (before: Turn | undefined): boolean =>
  before !== undefined &&
  (before.approval !== undefined || (before.status ?? []).some((status) => status.startsWith("needs")));

const options = { signal: new AbortController().signal, masked: (text: string) => text };

/** What was asked before, as the conversation would remember it. */
const lastOf = (reply: PlannerReply, turn: Turn, catalog: Catalog): PlannerInput["last"] => {
  const step = reply.kind === "plan" ? reply.steps.at(-1) : undefined;
  const entry = step && catalog.get(step.tool);
  const asked = reply.kind === "plan" ? reply.asked : undefined;
  const [pattern] = [turn.approval, ...(turn.calls ?? [])].filter((each) => each !== undefined);
  const verb = asked?.verb ?? entry?.verb ?? pattern?.verbs[0];
  const resource = asked?.resource ?? entry?.resource ?? pattern?.resources[0];
  if (verb === undefined || resource === undefined) return undefined;
  return { view: "call", verb, resource, ...(asked === undefined ? {} : { asked }) };
};

/** For each request: the tools that it needs, those that are shown, and how long all is that the model is sent. */
const shownFor = async (catalog: Catalog, conversations: readonly Conversation[]) => {
  const selector = createToolSelector(catalog);
  const rules = plannerFromRules(catalog);
  const fence = createFence();
  const schemas = {
    zh: JSON.stringify(z.toJSONSchema(planSchema("zh"))),
    en: JSON.stringify(z.toJSONSchema(planSchema("en"))),
  };
  const rows = [];
  for (const { turns, language } of conversations) {
    let last: PlannerInput["last"];
    for (const [index, turn] of turns.entries()) {
      if (isReply(turns[index - 1])) continue;
      const plain: PlannerInput = { message: turn.say, language, entities: {}, known: {}, history: [] };
      const input: PlannerInput = last === undefined ? plain : { ...plain, last };
      const reading = await rules(input, options);
      const tools = toolsForRequest(selector, input, reading);
      const sent = [plannerSystem(selector, language), plannerMessage(input, { tools, fence }), schemas[language]].join(
        "\n",
      );
      const names = [...selector.hot, ...tools].map(({ tool }) => tool);
      const missed = planReply(turn, catalog).calls.filter(({ tool }) => !names.includes(tool));
      rows.push({
        missed: missed.map(({ tool }) => `${turn.say} → ${tool}`),
        shown: names.length,
        tokens: Buffer.byteLength(sent) / 4,
      });
      last = lastOf(reading, turn, catalog) ?? last;
    }
  }
  return rows;
};

const conversations = [
  ...(await loadConversations(folders.requests)).conversations,
  ...(await loadConversations(folders.conversations)).conversations,
];

const meanOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

const holds = async (catalog: Catalog, tools: number, asked = conversations) => {
  expect(catalog.entries).toHaveLength(tools);
  const rows = await shownFor(catalog, asked);
  expect(rows.length).toBeGreaterThan(asked === conversations ? 450 : 150);
  expect(rows.flatMap(({ missed }) => missed)).toEqual([]);
  expect(Math.max(...rows.map(({ shown }) => shown))).toBeLessThanOrEqual(shownLimit);
  const tokens = rows.map((row) => row.tokens);
  console.log(
    `${tools} tools: ${rows.length} requests, none lacks a tool; at most ${Math.round(Math.max(...tokens))} tokens, ${Math.round(meanOf(tokens))} on average`,
  );
  return tokens;
};

describe("of the tools that a request needs, a model is shown every one", () => {
  test("on the sample server", { timeout: 300_000 }, async () => {
    const stage = await openStage("clusters");
    try {
      // Where the list of the server that it stands for is at hand, all are held against that.
      const part = conversations.filter((_, index) => index % 3 === 0);
      await holds(stage.crew().catalog, 47, field === undefined ? conversations : part);
    } finally {
      await stage.close();
    }
  });

  test.skipIf(field === undefined).each([
    ["kom", 60],
    ["HSn0918", 76],
  ])("on the server %s", { timeout: 300_000 }, async (server, tools) => {
    await holds(createCatalog(fieldTools(field ?? "", [server])), tools);
  });

  test.skipIf(field === undefined)("on five servers at once, for hardly more words", { timeout: 600_000 }, async () => {
    const one = await holds(createCatalog(fieldTools(field ?? "", ["internal-47"])), 47);
    const five = await holds(createCatalog(fieldTools(field ?? "", [""])), 256);
    expect(Math.max(...five)).toBeLessThanOrEqual(1.3 * Math.max(...one));
    expect(meanOf(five)).toBeLessThanOrEqual(1.3 * meanOf(one));
    expect(Math.max(...five)).toBeLessThanOrEqual(3_500);
  });
});
