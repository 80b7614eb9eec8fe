/** A timer that fires later than this did not run in time: for so long nothing else could run either. */
const lateMs = 250;

/**
 * Barks when it was not fed for so long. Time in which this process itself stood still does not count: what came
 * meanwhile lies unread.
 */
export function createWatchdog(ms: number, bark: () => void) {
  let timer: NodeJS.Timeout | undefined;
  function feed(): void {
    clearTimeout(timer);
    const due = performance.now() + ms;
    timer = setTimeout(() => (performance.now() - due > lateMs ? feed() : bark()), ms);
  }
  feed();
  return { feed, stop: () => clearTimeout(timer) };
}
