import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { createOpenRouterModel } from "../src/index.ts";
import { ask, beginning } from "./conversation.ts";
import { type Endpoint, send, startEndpoint } from "./endpoint.ts";

type Piece = { readonly index?: number; readonly id?: string; readonly name?: string; readonly args?: string };

let endpoint: Endpoint | undefined;

afterEach(() => endpoint?.close());

const delta = (pieces: readonly Piece[]) => ({
  tool_calls: pieces.map(({ name, args, ...rest }) => ({
    ...rest,
    function: { ...(name !== undefined && { name }), ...(args !== undefined && { arguments: args }) },
  })),
});

/** What is read of a stream with these pieces of calls: each call with its arguments, or why there is none. */
async function readPieces(pieces: readonly (Piece | readonly Piece[])[]): Promise<readonly string[] | string> {
  const deltas = pieces.map((piece) => delta([piece].flat()));
  endpoint = await startEndpoint((body, reply) => send(reply, body, deltas, "tool_calls"));
  const model = createOpenRouterModel({ ...endpoint, apiKey: "", model: "qwen3", limits: { maxRetries: 0 } });
  try {
    const answer = await ask(model, beginning, "stream");
    return (answer.tool_calls ?? []).map(({ name, args }) => `${name} ${JSON.stringify(args)}`);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await endpoint.close();
    endpoint = undefined;
  }
}

const podsOfDev = 'list_pods {"namespace":"dev"}';
const deletesWeb = 'delete_pod {"name":"web"}';
const ofDev = '{"namespace":"dev"}';
const web = '{"name":"web"}';

test.each<{ how: string; pieces: readonly (Piece | readonly Piece[])[]; calls: readonly string[] }>([
  {
    how: "by index",
    pieces: [
      { index: 0, id: "a", name: "list_pods", args: '{"namespace":' },
      { index: 1, id: "b", name: "delete_pod", args: '{"name":' },
      [{ index: 1, args: '"web"}' }],
      { index: 0, args: '"dev"}' },
    ],
    calls: [podsOfDev, deletesWeb],
  },
  {
    how: "by id, all with index 0",
    pieces: [
      { index: 0, id: "a", name: "list_pods", args: "" },
      { index: 0, id: "b", name: "delete_pod", args: "" },
      { index: 0, id: "a", args: ofDev },
      { index: 0, id: "b", args: web },
    ],
    calls: [podsOfDev, deletesWeb],
  },
  {
    how: "by id, without an index",
    pieces: [
      { id: "a", name: "delete_pod", args: "" },
      { id: "b", name: "list_pods", args: "" },
      [
        { id: "b", args: ofDev },
        { id: "a", args: web },
      ],
    ],
    calls: [deletesWeb, podsOfDev],
  },
  {
    how: "with the name in the second piece",
    pieces: [
      { index: 0, id: "a", args: "" },
      { index: 0, name: "list_pods", args: ofDev },
    ],
    calls: [podsOfDev],
  },
  {
    how: "with the name in two pieces",
    pieces: [
      { index: 0, id: "a", name: "list_", args: "" },
      { index: 0, name: "pods" },
      { index: 0, args: ofDev },
    ],
    calls: [podsOfDev],
  },
  {
    how: "with the name in every piece and the id once",
    pieces: [
      { index: 0, id: "a", name: "list_pods", args: '{"namespace"' },
      { index: 0, name: "list_pods", args: ':"dev"}' },
    ],
    calls: [podsOfDev],
  },
  {
    how: "with another id in every piece",
    pieces: [
      { index: 0, id: "a", name: "list_pods", args: '{"namespace"' },
      { index: 0, id: "b", args: ':"dev"}' },
    ],
    calls: [podsOfDev],
  },
  {
    how: "that begin twice",
    pieces: [
      { index: 0, id: "a", name: "list_pods", args: "" },
      { index: 0, id: "a", name: "list_pods", args: "" },
    ],
    calls: ["list_pods {}"],
  },
  {
    how: "one after another, all with index 0 and without an id",
    pieces: [
      { index: 0, id: "", name: "list_pods", args: ofDev },
      { index: 0, id: "", name: "list_pods", args: "{}" },
    ],
    calls: [podsOfDev, "list_pods {}"],
  },
  {
    how: "at once, without anything that tells them apart",
    pieces: [
      [
        { name: "list_pods", args: "" },
        { name: "list_pods", args: ofDev },
      ],
    ],
    calls: ["list_pods {}", podsOfDev],
  },
])("calls that come in pieces $how are each put together", async ({ pieces, calls }) => {
  expect(await readPieces(pieces)).toEqual(calls);
});

test.each<{ what: string; pieces: readonly Piece[] }>([
  {
    what: "arguments without an id, of two calls with index 0",
    pieces: [
      { index: 0, id: "a", name: "list_pods", args: "" },
      { index: 0, id: "b", name: "delete_pod", args: "" },
      { index: 0, args: web },
    ],
  },
  {
    what: "arguments without id and index, of two calls",
    pieces: [{ id: "a", name: "list_pods", args: "" }, { id: "b", name: "delete_pod", args: "" }, { args: web }],
  },
  {
    what: "another name in the middle of arguments",
    pieces: [
      { index: 0, id: "a", name: "list_pods", args: '{"name":' },
      { index: 0, name: "delete_pod", args: '"web"}' },
    ],
  },
  {
    what: "a known id at another index",
    pieces: [
      { index: 0, id: "a", name: "list_pods", args: "" },
      { index: 1, id: "a", args: web },
    ],
  },
  {
    what: "arguments of a call whose name comes late, that has the index of another",
    pieces: [
      { index: 0, id: "a", name: "list_pods", args: "" },
      { index: 0, id: "b", args: web },
      { index: 0, id: "b", name: "delete_pod" },
    ],
  },
])("$what: none of the calls is given", async ({ pieces }) => {
  expect(await readPieces(pieces)).toContain("mixed up");
});

test("pieces of up to four calls, mixed in any order, are never arguments of another call", async () => {
  const count = fc.integer({ min: 2, max: 4 });
  await fc.assert(
    fc.asyncProperty(count, fc.boolean(), fc.infiniteStream(fc.nat()), async (calls, hasIndex, chances) => {
      const queues = Array.from({ length: calls }, (_, number): Piece[] => {
        const own = { id: `call_${number}`, index: hasIndex ? number : 0 };
        const args = JSON.stringify({ name: `pod-${number}`, of: `tool_${number}` });
        const middle = 5 + number;
        return [
          { ...own, name: `tool_${number}`, args: "" },
          { ...own, args: args.slice(0, middle) },
          { ...own, args: args.slice(middle) },
        ];
      });
      const mixed: Piece[] = [];
      while (queues.some((queue) => queue.length > 0)) {
        const open = queues.filter((queue) => queue.length > 0);
        const next = open[(chances.next().value ?? 0) % open.length]?.shift();
        if (next !== undefined) mixed.push(next);
      }
      const read = await readPieces(mixed);
      expect(read).toHaveLength(calls);
      for (const call of read) expect(call).toMatch(/^tool_(\d) \{"name":"pod-\1","of":"tool_\1"\}$/);
    }),
    { numRuns: 25 },
  );
});
