export type Slots = Readonly<Record<string, string | number>>;

/** A sentence with its `{slots}` filled. A slot that is not given stays visible, so that a test finds it. */
export const fill = (sentence: string, slots: Slots): string =>
  sentence.replace(/\{(\w+)\}/g, (slot, name: string) => String(slots[name] ?? slot));
