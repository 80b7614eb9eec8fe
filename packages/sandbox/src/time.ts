import { isFields } from "./objects.ts";

const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86400 };
const relativeTime = /^-(?:\d+[smhd])+$/;
const timeField = /(?:[tT]imestamp|[tT]ime|At)$/;

/** Milliseconds of a duration such as `90s`, `5m`, `1h30m`, `3d`; undefined when it is none. */
export function parseDuration(text: string): number | undefined {
  if (!/^(?:\d+[smhd])+$/.test(text)) return undefined;
  let seconds = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+)([smhd])/g)) {
    seconds += Number(amount) * (unitSeconds[unit ?? "s"] ?? 0);
  }
  return seconds * 1000;
}

/** A moment as Kubernetes writes it, whole seconds in UTC: `2026-01-31T08:00:00Z`. */
export function timestamp(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** The moment that `-5m` (before now) or an ISO time names, as a timestamp; other text comes back as it is. */
export function resolveTime(text: string, now: number): string {
  if (!relativeTime.test(text)) return text;
  return timestamp(now - (parseDuration(text.slice(1)) ?? 0));
}

/** A copy in which every relative time in a timestamp field (`…Time`, `…Timestamp`, `…At`) stands as the moment it names. */
export function resolveTimes(value: unknown, now: number): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveTimes(item, now));
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const isTime = typeof item === "string" && timeField.test(name);
      return [name, isTime ? resolveTime(item, now) : resolveTimes(item, now)];
    }),
  );
}

/**
 * How long ago, in the words of kubectl's AGE column: two units while both matter, one later.
 * Source: k8s.io/apimachinery/pkg/util/duration, HumanDuration.
 */
export function humanDuration(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  if (seconds < -1) return "<invalid>";
  if (seconds < 0) return "0s";
  if (seconds < 120) return `${seconds}s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 10) return twoUnits([minutes, "m"], [seconds % 60, "s"]);
  if (minutes < 180) return `${minutes}m`;
  const hours = Math.floor(minutes / 60);
  if (hours < 8) return twoUnits([hours, "h"], [minutes % 60, "m"]);
  if (hours < 48) return `${hours}h`;
  const days = Math.floor(hours / 24);
  if (hours < 192) return twoUnits([days, "d"], [hours % 24, "h"]);
  if (days < 730) return `${days}d`;
  const years = Math.floor(days / 365);
  return days < 2920 ? twoUnits([years, "y"], [days % 365, "d"]) : `${years}y`;
}

/** The age of a timestamp in kubectl's words; `<unknown>` when there is none. */
export function age(moment: string, now: number): string {
  const milliseconds = Date.parse(moment);
  return Number.isNaN(milliseconds) ? "<unknown>" : humanDuration(now - milliseconds);
}

function twoUnits(large: readonly [number, string], small: readonly [number, string]): string {
  return small[0] === 0 ? large.join("") : large.join("") + small.join("");
}
