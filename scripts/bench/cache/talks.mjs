import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { folders, loadConversations, sets } from "@k8s-copilot/evaluation";
import { openStage } from "@k8s-copilot/evaluation/stage";
import { defaultWorldFolder, loadWorlds } from "@k8s-copilot/sandbox";
import { counted, share } from "./counted.mjs";

const SERVER = "bundled";

const openWorld = async (world) => {
  const folder = world === "default" ? fileURLToPath(defaultWorldFolder) : join(folders.worlds, world);
  return openStage(SERVER, { worlds: await loadWorlds(folder) });
};

/** What the turns of a conversation answer, and what was sent for them. */
const play = async (crew, { begin, turns }) => {
  const { cluster, namespace } = begin;
  const talk = crew.conversation({
    ...(cluster === undefined ? {} : { cluster }),
    ...(namespace === undefined ? {} : { namespace }),
  });
  const answers = [];
  for (const { say } of turns) answers.push((await talk.send(say, { width: 200 })).answer);
  await talk.close();
  return answers;
};

/**
 * What an answer says, for comparing: ages, times and the ports of the two stages are left out, and the line that tells
 * that an answer was kept. Every name, state, count and sentence that is left has to be the same.
 */
const comparable = (answer) =>
  answer
    .split("\n")
    .filter((line) => !/来自缓存，|from the cache, read/.test(line))
    .join("\n")
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z?|\d\d:\d\d(:\d\d)?/g, "TIME")
    .replace(/(?:\d+(?:\.\d+)?\s?(?:ms|s|m|h|d|秒|分钟|分|小时|天)(?![a-z]))+/g, "AGE")
    .replace(/127\.0\.0\.1:\d+/g, "SERVER")
    .replace(/ +/g, " ")
    .trim();

const changes = ({ turns }) => turns.some(({ approval }) => approval !== undefined);

const inTurn = async (items, work) => {
  const results = [];
  for (const item of items) results.push(await work(item));
  return results;
};

/** Plays all on stages of their own where something is changed, on one for each world where not. */
const playAll = async (conversations, { maxAgeMs, together }) => {
  const stages = new Map();
  const crews = new Map();
  const total = { calls: 0, ms: 0, again: 0 };
  const options = maxAgeMs === undefined ? {} : { maxAgeMs };
  const playOne = async (conversation) => {
    const { world } = conversation;
    const stage = changes(conversation) ? await openWorld(world) : (stages.get(world) ?? (await openWorld(world)));
    if (!changes(conversation)) stages.set(world, stage);
    const { tools, sent } = counted(stage.connection.tools);
    const isShared = together && !changes(conversation);
    const known = isShared ? crews.get(world) : undefined;
    const made = known ?? { crew: stage.crew({ ...options, tools }), sent };
    if (isShared) crews.set(world, made);
    const answers = await play(made.crew, conversation);
    if (!isShared) add(total, sent);
    if (changes(conversation)) await stage.close();
    return answers;
  };
  try {
    const answers = await inTurn(conversations, playOne);
    for (const { sent } of crews.values()) add(total, sent);
    return { answers, total };
  } finally {
    for (const stage of stages.values()) await stage.close();
  }
};

/** `again`: calls that had been sent before, and all that a cache could save of them. */
const add = (total, { calls, ms, asked }) => {
  total.calls += calls;
  total.ms += ms;
  total.again += calls - new Set(asked).size;
};

const ways = { "each with an empty cache": false, "one after the other in one process": true };

export const playTwice = async (every) => {
  const loaded = await loadConversations(sets.conversations);
  const conversations = loaded.conversations.filter((_, index) => index % every === 0);
  const turns = conversations.reduce((sum, each) => sum + each.turns.length, 0);
  const rows = [];
  const different = [];
  for (const [name, together] of Object.entries(ways)) {
    const live = await playAll(conversations, { maxAgeMs: 0, together });
    const kept = await playAll(conversations, { together });
    const pairs = conversations.flatMap((conversation, index) =>
      conversation.turns.map(({ say }, turn) => ({
        name: conversation.name,
        say,
        kept: comparable(kept.answers[index][turn]),
        live: comparable(live.answers[index][turn]),
      })),
    );
    const wrong = pairs.filter((pair) => pair.kept !== pair.live);
    different.push(...wrong);
    rows.push({
      played: `${conversations.length} conversations, ${name}`,
      messages: turns,
      "calls without": live.total.calls,
      "sent before": share(live.total.again, live.total.calls),
      "calls with": kept.total.calls,
      saved: share(live.total.calls - kept.total.calls, live.total.calls),
      "sent again": kept.total.again,
      "seconds saved": ((live.total.ms - kept.total.ms) / 1000).toFixed(1),
      "answered differently": wrong.length,
    });
  }
  return { rows, different };
};
