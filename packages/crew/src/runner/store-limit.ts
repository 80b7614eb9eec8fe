/** Milliseconds that a store may hold up a call. */
const limitMs = 50;

/** What the store answers, or undefined when it throws or takes too long: a store is never the reason for a failure. */
export const withinStoreLimit = async <Value>(task: () => Value | Promise<Value>): Promise<Value | undefined> => {
  try {
    const value = task();
    if (!(value instanceof Promise)) return value;
    value.catch(() => undefined);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), limitMs);
    });
    return await Promise.race([value, late]).finally(() => clearTimeout(timer));
  } catch {
    return undefined;
  }
};
