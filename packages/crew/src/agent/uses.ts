/** How often agents used their tools: in one run, or in all the runs that together do a task. */
export type Uses = {
  of(agent: string, tool: string): number;
  /** One more, or with -1 one that was none after all. */
  add(agent: string, tool: string, by: 1 | -1): void;
};

export function createUses(): Uses {
  const counts = new Map<string, number>();
  const keyOf = (agent: string, tool: string) => JSON.stringify([agent, tool]);
  const of = (agent: string, tool: string) => counts.get(keyOf(agent, tool)) ?? 0;
  return {
    of,
    add: (agent, tool, by) => counts.set(keyOf(agent, tool), of(agent, tool) + by),
  };
}
