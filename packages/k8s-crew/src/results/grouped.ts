/** Some of the same key; at least one. */
export type Group<Item> = readonly [Item, ...(readonly Item[])];

/** Items by key, keys in the order in which they first come. */
export const grouped = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, Group<Item>> => {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

/** Items of the same key together, in the order in which they first come. */
export const groupsOf = <Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Group<Item>[] => [
  ...grouped(items, keyOf).values(),
];
