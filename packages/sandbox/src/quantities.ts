const factors: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  "": 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
};

/** The number that a Kubernetes quantity names (`250m` is 0.25, `1Gi` is 1073741824); undefined when it is none. */
export function parseQuantity(text: string): number | undefined {
  const [, amount, suffix] = /^([+-]?\d+(?:\.\d+)?)([a-zA-Z]*)$/.exec(text) ?? [];
  if (amount === undefined || suffix === undefined) return undefined;
  const factor = factors[suffix];
  return factor === undefined ? undefined : Number(amount) * factor;
}

/** CPU as metrics-server writes it: cores in nanocores, `125000000n`. */
export function formatCpu(cores: number): string {
  return `${Math.round(cores * 1e9)}n`;
}

/** Memory as metrics-server writes it: bytes in kibibytes, `262144Ki`. */
export function formatMemory(bytes: number): string {
  return `${Math.round(bytes / 1024)}Ki`;
}
