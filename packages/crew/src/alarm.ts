/** Rings once, after its time. `renew` lets the time begin anew, unless it rang or was stopped. */
export type Alarm = { renew(): void; stop(): void };

/** What a timer of Node's can hold, a little under 25 days. It fires at once for more than that, with a warning. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** An alarm after any number of milliseconds: weeks are waited for piece by piece, and one after `Infinity` never rings. */
export function startAlarm(ms: number, ring: () => void): Alarm {
  let timer: NodeJS.Timeout | undefined;
  let isOver = ms === Number.POSITIVE_INFINITY;

  function waitFor(left: number): void {
    const piece = Math.min(left, LONGEST_TIMER_MS);
    timer = setTimeout(() => {
      if (left > piece) return waitFor(left - piece);
      isOver = true;
      ring();
    }, piece);
  }

  if (!isOver) waitFor(ms);
  return {
    renew() {
      if (isOver) return;
      clearTimeout(timer);
      waitFor(ms);
    },
    stop() {
      isOver = true;
      clearTimeout(timer);
    },
  };
}
