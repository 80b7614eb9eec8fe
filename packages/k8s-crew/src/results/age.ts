const unitSeconds: Readonly<Record<string, number>> = {
  y: 365 * 86_400,
  w: 7 * 86_400,
  d: 86_400,
  h: 3_600,
  m: 60,
  s: 1,
  ms: 0.001,
};

/** Seconds in an age as kubectl and Go write it: `45s`, `5d3h`, `2y15d`, `1h2m3.5s`. Undefined for anything else. */
export function parseAge(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^(?:\d+(?:\.\d+)?(?:ms|[ywdhms]))+$/.test(trimmed)) return undefined;
  let seconds = 0;
  for (const [, amount, unit] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|[ywdhms])/g)) {
    seconds += Number(amount) * (unitSeconds[unit ?? "s"] ?? 1);
  }
  return seconds;
}

/**
 * Milliseconds since the epoch of a timestamp: RFC 3339 (`2025-01-01T00:00:00Z`) or Go's print of a time
 * (`2025-01-01 00:00:00.123 +0000 UTC`). Undefined for anything else, and for Go's zero time.
 */
export function parseTimestamp(text: string): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2}(?:\.\d+)?) ?(Z|[+-]\d{2}:?\d{2})?/.exec(text.trim());
  if (match === null || match[1]?.startsWith("0001-") === true) return undefined;
  const zone = (match[3] ?? "Z").replace(/^([+-]\d{2})(\d{2})$/, "$1:$2");
  const time = Date.parse(`${match[1]}T${match[2]}${zone}`);
  return Number.isNaN(time) ? undefined : time;
}

/** Seconds from a timestamp or an age, given the time now in milliseconds. Never negative (clocks differ). */
export function secondsSince(text: string, now: number): number | undefined {
  const time = parseTimestamp(text);
  if (time !== undefined) return Math.max(0, (now - time) / 1000);
  return parseAge(text);
}

/** An age in the steps that kubectl uses (k8s.io/apimachinery, util/duration, HumanDuration). */
export function formatAge(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [minutes, hours, days] = [Math.floor(whole / 60), Math.floor(whole / 3600), Math.floor(whole / 86_400)];
  if (whole < 120) return `${whole}s`;
  if (minutes < 10) return pair([minutes, "m"], [whole % 60, "s"]);
  if (minutes < 180) return `${minutes}m`;
  if (hours < 8) return pair([hours, "h"], [minutes % 60, "m"]);
  if (hours < 48) return `${hours}h`;
  if (hours < 192) return pair([days, "d"], [hours % 24, "h"]);
  if (days < 730) return `${days}d`;
  if (days < 2920) return pair([Math.floor(days / 365), "y"], [days % 365, "d"]);
  return `${Math.floor(days / 365)}y`;
}

type Part = readonly [amount: number, unit: string];

function pair(large: Part, small: Part): string {
  return large.join("") + (small[0] === 0 ? "" : small.join(""));
}
