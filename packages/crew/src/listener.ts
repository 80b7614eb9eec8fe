/** A listener whose mistakes are its own: what it throws, at once or later, must not stop a run half-way. */
export function harmless<Event>(listener: (event: Event) => void = () => {}): (event: Event) => void {
  return (event) => {
    try {
      // An async function is a listener too, whatever its type says.
      const told: unknown = listener(event);
      if (told !== undefined) Promise.resolve(told).catch(() => {});
    } catch {
      // As above.
    }
  };
}
