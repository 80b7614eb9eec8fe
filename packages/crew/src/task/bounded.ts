import { createDeadline, untilAborted } from "../abort.ts";
import { messageOf } from "../message-of.ts";

export type Bounds = { readonly signal: AbortSignal; readonly timeoutMs: number };

export type Bounded<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: string };

/** Calls somebody's function, which may throw or never return. Rejects only when the signal fires. */
export async function callBounded<Value>(
  { signal, timeoutMs }: Bounds,
  call: (signal: AbortSignal) => Value | Promise<Value>,
): Promise<Bounded<Value>> {
  const limit = createDeadline({ signals: [signal], timeoutMs });
  try {
    signal.throwIfAborted();
    const value = await untilAborted(
      Promise.resolve().then(() => call(limit.signal)),
      limit.signal,
    );
    return { ok: true, value };
  } catch (error) {
    signal.throwIfAborted();
    if (limit.timedOut()) return { ok: false, problem: `It did not return within ${timeoutMs / 1000} s.` };
    return { ok: false, problem: messageOf(error) };
  } finally {
    limit.close();
  }
}
