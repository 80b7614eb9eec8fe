import { expect, test } from "vitest";
import { createEventStream } from "../../src/conversation/event-stream.ts";

test("every reader gets every event from when it began to read, in order, until the stream closes", async () => {
  const stream = createEventStream<number>();
  stream.emit(0);
  const early = stream.read();
  stream.emit(1);
  const late = stream.read();
  stream.emit(2);
  stream.close();
  const collect = async (reader: AsyncIterable<number>) => {
    const seen: number[] = [];
    for await (const event of reader) seen.push(event);
    return seen;
  };
  expect(await collect(early)).toEqual([1, 2]);
  expect(await collect(late)).toEqual([2]);
});

test("a reader that waits is woken by the next event", async () => {
  const stream = createEventStream<string>();
  const reader = stream.read();
  const next = reader.next();
  stream.emit("now");
  expect(await next).toEqual({ done: false, value: "now" });
});

test("a reader that leaves its loop gets nothing more and keeps nobody waiting", async () => {
  const stream = createEventStream<number>();
  const reader = stream.read();
  stream.emit(1);
  for await (const event of reader) {
    expect(event).toBe(1);
    break;
  }
  stream.emit(2);
  expect(await reader.next()).toEqual({ done: true, value: undefined });
});
