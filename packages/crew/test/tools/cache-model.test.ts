import { setImmediate as breathe } from "node:timers/promises";
import fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import { type ArgumentCheck, type CachePolicy, createToolRunner, type ToolCall } from "../../src/index.ts";
import { createSchemaCheck } from "../../src/tools/schema-check.ts";
import { createReference, type Run, settleMs, ttls } from "./cache-reference.ts";
import { createTroubledStore, createWorld, resources, storeModes } from "./cache-world.ts";

const hour = 3_600_000;

/** Two that see the same with one store between them, and one that sees something else. */
const eyesOf = { ann: "ann", annToo: "ann", eve: "eve" } as const;
const runnerNames = ["ann", "annToo", "eve"] as const;

// One of them most often: what is proved has to meet.
const runner = fc.constantFrom("ann", "ann", "ann", "annToo", "annToo", "eve" as const);
const resource = fc.constantFrom("pods", "pods", "pods", "pods", ...resources);
const which = fc.nat(5);
const held = fc.boolean();
const maxAgeMs = fc.constantFrom(...Array<number>(5).fill(Number.POSITIVE_INFINITY), 0, 500, 20_000);

const moves = {
  read: fc.record({ kind: fc.constant("read" as const), runner, resource, held, maxAgeMs }),
  write: fc.record({
    kind: fc.constant("write" as const),
    runner,
    resource,
    held,
    early: fc.boolean(),
    settles: fc.boolean(),
  }),
  writeBehind: fc.record({ kind: fc.constant("write behind" as const), resource }),
  answer: fc.record({ kind: fc.constant("answer" as const), which, fails: fc.boolean(), late: fc.boolean() }),
  abort: fc.record({ kind: fc.constant("abort" as const), which }),
  wait: fc.record({ kind: fc.constant("wait" as const), ms: fc.constantFrom(1, 600, 3_000, 3_000, 16_000, 40_000) }),
  sleep: fc.record({ kind: fc.constant("sleep" as const) }),
  setBack: fc.record({ kind: fc.constant("set the wall clock back" as const) }),
  refresh: fc.record({ kind: fc.constant("refresh" as const), runner, tag: fc.constantFrom("*", ...resources) }),
  store: fc.record({ kind: fc.constant("store" as const), mode: fc.constantFrom("fine", "fine", ...storeModes) }),
};
const move = fc.oneof(
  { weight: 9, arbitrary: moves.read },
  { weight: 3, arbitrary: moves.write },
  { weight: 1, arbitrary: moves.writeBehind },
  { weight: 5, arbitrary: moves.answer },
  { weight: 1, arbitrary: moves.abort },
  { weight: 3, arbitrary: moves.wait },
  { weight: 1, arbitrary: fc.oneof(moves.sleep, moves.setBack) },
  { weight: 1, arbitrary: moves.refresh },
  { weight: 1, arbitrary: moves.store },
);
type Move = typeof move extends fc.Arbitrary<infer Value> ? Value : never;
type Asked = Extract<Move, { kind: "read" | "write" }>;

const policyOf = ({ tool, args }: ToolCall): CachePolicy => {
  const wanted = resources.find((each) => each === args.resource) ?? "pods";
  if (tool === "read") return { ttlMs: ttls[wanted], tags: ["*", wanted], drops: [] };
  return { ttlMs: 0, tags: [], drops: [wanted], settleMs: args.settles === true ? settleMs : 0 };
};

/** One that answers at once: what is loaded first takes more than the turns that are let pass below. */
const problemBySchema = createSchemaCheck();
const checkArguments: ArgumentCheck = ({ inputSchema }, args) => problemBySchema(inputSchema, args);

/** Lets everything run that can: a store that hangs is given up after its 50 ms. */
async function settle(): Promise<void> {
  for (let patience = 0; patience < 3; patience += 1) {
    for (let turn = 0; turn < 40; turn += 1) await undefined;
    if (vi.getTimerCount() === 0) return;
    vi.advanceTimersByTime(51);
  }
}

/** How often what is worth proving came about: a proof about a cache that never hits proves nothing. */
type Seen = { hits: number; shared: number; failed: number; cancelled: number; dropped: number };

/** Plays the moves against three runners on one store, and tells what was wrong: nothing, if all is well. */
async function play(played: readonly Move[], seen: Seen): Promise<readonly string[]> {
  const world = createWorld();
  const { at, now } = world;
  const { store, become } = createTroubledStore(now);
  const reference = createReference();
  const wrong: string[] = [];
  const runs: Run[] = [];
  const runnerFor = (name: keyof typeof eyesOf) => {
    const identity = eyesOf[name];
    const tools = world.toolsFor({ identity, runner: name });
    return createToolRunner({ tools, policyOf, cache: store, identity, now, checkArguments });
  };
  const runners = { ann: runnerFor("ann"), annToo: runnerFor("annToo"), eve: runnerFor("eve") };

  function ask({ kind, runner: by, resource: wanted, ...asked }: Asked): void {
    const eyes = eyesOf[by];
    const { version, forgottenAt } = reference.floor(eyes, wanted);
    const age = "maxAgeMs" in asked ? asked.maxAgeMs : Number.POSITIVE_INFINITY;
    const stop = new AbortController();
    const run: Run = {
      kind,
      identity: eyes,
      runner: by,
      resource: wanted,
      maxAgeMs: age,
      version,
      forgottenAt,
      stop,
      order: world.next(),
      realMs: at.real,
    };
    const args =
      "settles" in asked ? { resource: wanted, early: asked.early, settles: asked.settles } : { resource: wanted };
    if (kind === "write") reference.forgotten(eyes, wanted, world.next());
    world.hold(asked.held);
    runs.push(run);
    void runners[by].run({ id: "1", tool: kind, args }, { signal: stop.signal, maxAgeMs: age }).then((result) => {
      run.result = result;
      const send = world.sends[Number(result.outcome === "ok" ? result.text : result.message)];
      if (result.outcome === "cancelled") {
        if (!stop.signal.aborted) wrong.push("cancelled by somebody else");
      } else if (send === undefined) wrong.push(`an answer of no call: ${result.outcome} ${result.message}`);
      else wrong.push(...reference.problems(run, result, { send, realMs: at.real }));
    });
  }

  function answer(index: number, ending: { readonly fails: boolean; readonly late: boolean }): void {
    const [call] = world.held.splice(index % Math.max(world.held.length, 1), 1);
    call?.end(ending);
  }

  function abort(index: number): void {
    const waiting = runs.filter(({ result }) => result === undefined);
    waiting[index % Math.max(waiting.length, 1)]?.stop.abort();
  }

  async function make(made: Move): Promise<void> {
    if (made.kind === "read" || made.kind === "write") ask(made);
    else if (made.kind === "write behind") world.versions[made.resource] += 1;
    else if (made.kind === "answer") answer(made.which, made);
    else if (made.kind === "abort") abort(made.which);
    else if (made.kind === "wait") world.pass(made.ms);
    else if (made.kind === "sleep") world.sleep(8 * hour);
    else if (made.kind === "set the wall clock back") at.wall -= hour;
    else if (made.kind === "store") become(made.mode);
    else {
      runners[made.runner].drop([made.tag]);
      reference.forgotten(eyesOf[made.runner], made.tag, world.next());
    }
    await settle();
    for (const { send, settles } of world.writesReturned())
      reference.written(send, { order: world.next(), settlesUntil: settles ? now() + settleMs : 0 });
    now();
  }

  for (const made of played) await make(made);
  become("fine");
  while (world.held.length > 0) await make({ kind: "answer", which: 0, fails: false, late: true });
  await settle();
  if (runs.some(({ result }) => result === undefined)) wrong.push("somebody waits for ever");
  for (const name of runnerNames) {
    const { hits, shared, dropped } = runners[name].stats();
    seen.hits += hits;
    seen.shared += shared;
    seen.dropped += dropped;
  }
  for (const { result } of runs) {
    if (result?.outcome === "failed") seen.failed += 1;
    if (result?.outcome === "cancelled") seen.cancelled += 1;
  }
  return wrong;
}

test("whatever reads, writes, failures, aborts, refreshes, troubles of the store and of the clock come together, no answer is wrong", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const seen: Seen = { hits: 0, shared: 0, failed: 0, cancelled: 0, dropped: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 4, maxLength: 12, size: "max" }), async (played) => {
      expect(await play(played, seen)).toEqual([]);
      await breathe();
    }),
    { numRuns: 10_000 },
  );
  for (const [what, count] of Object.entries(seen)) expect([what, count > 500]).toEqual([what, true]);
}, 180_000);
