import { expect, test } from "vitest";
import { createOrderedTime, createSteadyClock } from "../src/clock.ts";

const hour = 3_600_000;

/** Two clocks that a test sets, and the steady one on them. */
function clocks() {
  const at = { monotonic: 500, wall: 1_000_000 };
  const now = createSteadyClock({ monotonic: () => at.monotonic, wall: () => at.wall });
  return { at, now };
}

test("it begins at the time of day and goes on by the monotonic clock", () => {
  const { at, now } = clocks();
  at.monotonic += 20.5;
  at.wall += 20;
  expect(now()).toBe(1_000_020.5);
});

test("a wall clock that is set back does not turn it back, nor stop it", () => {
  const { at, now } = clocks();
  at.monotonic += 10;
  at.wall -= hour;
  expect(now()).toBe(1_000_010);
  at.monotonic += 10;
  at.wall += 10;
  expect(now()).toBe(1_000_020);
});

test("hours in which the machine slept count, also after the wall clock was set back", () => {
  const { at, now } = clocks();
  at.wall -= hour;
  now();
  at.monotonic += 3;
  at.wall += 8 * hour;
  expect(now()).toBe(1_000_000 + 8 * hour);
});

test("small corrections of the wall clock and its coarse steps add nothing", () => {
  const { at, now } = clocks();
  for (let step = 0; step < 1000; step += 1) {
    at.monotonic += 0.5;
    at.wall += step % 2 === 0 ? 1 : 0;
    now();
  }
  at.wall += 300;
  now();
  at.wall -= 300;
  expect(now()).toBe(1_000_500);
});

test("a monotonic clock that begins anew does not turn it back", () => {
  const { at, now } = clocks();
  at.monotonic = 0;
  expect(now()).toBe(1_000_000);
});

test("by itself it is near the time of day and never goes back", () => {
  const now = createSteadyClock();
  const times = Array.from({ length: 1000 }, now);
  expect(Math.abs((times[0] ?? 0) - Date.now())).toBeLessThan(5_000);
  expect(times).toEqual([...times].sort((left, right) => left - right));
});

test("no two stamps are the same although the clock stands still, and none lies after now", () => {
  const time = createOrderedTime(() => 1_800_000_000_000);
  const stamps = Array.from({ length: 1000 }, () => time.stamp());
  expect(new Set(stamps).size).toBe(1000);
  expect(stamps).toEqual([...stamps].sort((left, right) => left - right));
  expect(time.now()).toBe(stamps.at(-1));
  expect(time.now() - 1_800_000_000_000).toBeLessThan(2);
});
