/** Suffixes of a Kubernetes quantity (kubernetes.io, "Quantity" in the API reference). */
const factors: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  "": 1,
  k: 1e3,
  K: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** A quantity as a number in its base unit: `250m` → 0.25 (cores), `512Mi` → 536870912 (bytes), `1e3` → 1000. */
export function parseQuantity(text: string): number | undefined {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(n|u|m|k|[KMGTPE]i?)?B?$/.exec(text.trim());
  const factor = factors[match?.[2] ?? ""];
  if (match === null || factor === undefined) return undefined;
  return Number(match[1]) * factor;
}

/** Cores for people: `250m` below one core, else with at most two decimals. */
export function formatCpu(cores: number): string {
  if (cores !== 0 && Math.abs(cores) < 1) return `${Math.max(1, Math.round(cores * 1000))}m`;
  return trimZeros(cores.toFixed(2));
}

/** Bytes for people in powers of 1024: `512Mi`, `1.5Gi`; below 1 Ki the plain number. */
export function formatBytes(bytes: number): string {
  const units = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];
  let value = bytes;
  let step = 0;
  while (Math.abs(value) >= 1024 && step < units.length - 1) {
    value /= 1024;
    step += 1;
  }
  return `${trimZeros(value.toFixed(step >= 3 ? 1 : 0))}${units[step]}`;
}

function trimZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
