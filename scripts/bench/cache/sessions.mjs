import { loadConversations, sets } from "@k8s-copilot/evaluation";
import { openStage } from "@k8s-copilot/evaluation/stage";
import { counted, share } from "./counted.mjs";

const SESSIONS = 50;

/** Fifty people at once who ask what the evaluation's conversations ask of the same clusters. */
const hold = async (stage, { maxAgeMs, isApart }) => {
  const { conversations } = await loadConversations(sets.conversations);
  const looking = conversations.filter(
    ({ world, turns }) => world === "default" && turns.every(({ approval }) => approval === undefined),
  );
  const { tools, sent } = counted(stage.connection.tools);
  const options = { tools, ...(maxAgeMs === undefined ? {} : { maxAgeMs }) };
  const shared = isApart ? undefined : stage.crew(options);
  const begin = performance.now();
  const results = await Promise.all(
    Array.from({ length: SESSIONS }, async (_, index) => {
      const { begin: start, turns } = looking[(index * 7) % looking.length];
      const { cluster, namespace } = start;
      const talk = (shared ?? stage.crew(options)).conversation({
        ...(cluster === undefined ? {} : { cluster }),
        ...(namespace === undefined ? {} : { namespace }),
      });
      const answered = [];
      for (const { say } of turns) answered.push(await talk.send(say));
      await talk.close();
      return answered;
    }),
  );
  const calls = results.flat().flatMap((result) => result.calls);
  const cached = calls.filter((call) => call.cached).length;
  return {
    messages: results.flat().length,
    calls: calls.length,
    cached,
    sent: { ...sent },
    ms: performance.now() - begin,
  };
};

export const holdSessions = async () => {
  const stage = await openStage("clusters");
  try {
    const rows = [];
    for (const [name, how] of Object.entries({
      "no cache": { maxAgeMs: 0, isApart: false },
      "a cache each": { isApart: true },
      "one cache for all": { isApart: false },
    })) {
      const { messages, calls, cached, sent, ms } = await hold(stage, how);
      rows.push({
        sessions: `${SESSIONS}, ${name}`,
        messages,
        "calls of the turns": calls,
        "answered from the cache": share(cached, calls),
        "calls sent to the server": sent.calls,
        "time in the server, summed": `${(sent.ms / 1000).toFixed(1)} s`,
        "all in": `${(ms / 1000).toFixed(1)} s`,
      });
    }
    return rows;
  } finally {
    await stage.close();
  }
};
