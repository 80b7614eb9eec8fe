/**
 * Milliseconds on a clock that never jumps, for ages and times to live: the wall clock may be set back and bring an
 * expired value back to life. Starts at the time of day, so that values of two processes can be compared.
 */
export function monotonicNow(): number {
  return performance.timeOrigin + performance.now();
}
