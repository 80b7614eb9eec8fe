/**
 * Milliseconds on a clock that never jumps, for how long things take. Starts at the time of day, so that values of two
 * processes can be compared. Does not count the time that the machine sleeps.
 */
export function monotonicNow(): number {
  return performance.timeOrigin + performance.now();
}

export type ClockSources = {
  /** Never goes back; on Linux it stands while the machine sleeps. Default `performance.now`. */
  readonly monotonic?: () => number;
  /** Counts sleep; somebody may set it. Default `Date.now`. */
  readonly wall?: () => number;
};

/** By how much the wall clock has to run ahead between two looks before it was a sleep, and not a correction. */
const SLEEP_MS = 1_000;

/**
 * Milliseconds for ages and times to live. Never goes back, or a wall clock that is set back would bring an expired value
 * back to life; and counts the hours that a laptop was shut, in which the monotonic clock stands. A wall clock that is set
 * forward makes everything older, which is harmless.
 */
export function createSteadyClock(sources: ClockSources = {}): () => number {
  const { monotonic = () => performance.now(), wall = () => Date.now() } = sources;
  let last = { monotonic: monotonic(), wall: wall() };
  let time = last.wall;
  return () => {
    const present = { monotonic: monotonic(), wall: wall() };
    const passed = Math.max(present.monotonic - last.monotonic, 0);
    const passedOnWall = present.wall - last.wall;
    time += passedOnWall - passed > SLEEP_MS ? passedOnWall : passed;
    last = present;
    return time;
  };
}

export type OrderedTime = {
  now(): number;
  /** A moment after every one that was stamped before, also when the clock stands still. */
  stamp(): number;
};

/** A microsecond: far below what any age is told in, and far above what a number of this size can hold. */
const MOMENT_MS = 0.001;

/** Tells before from after by stamps: two things within one tick of a clock would have the same time. */
export function createOrderedTime(clock: () => number): OrderedTime {
  let last = Number.NEGATIVE_INFINITY;
  return {
    now: () => Math.max(clock(), last),
    stamp() {
      last = Math.max(clock(), last + MOMENT_MS);
      return last;
    },
  };
}
