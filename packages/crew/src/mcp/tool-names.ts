import type { Tool } from "../types.ts";

/**
 * Tools of one name at several servers get their server's name in front. A name that results and is taken already gets
 * a number. The order of servers and tools decides, nothing else.
 */
export const tellApart = (tools: readonly Tool[]): readonly Tool[] => {
  const servers = new Map<string, Set<string>>();
  for (const { name, server } of tools) servers.set(name, (servers.get(name) ?? new Set()).add(server));
  const isShared = (name: string): boolean => (servers.get(name)?.size ?? 0) > 1;
  const taken = new Set(tools.map(({ name }) => name));
  return tools.map((tool) => {
    if (!isShared(tool.name)) return tool;
    const name = free(`${tool.server.replace(/[^A-Za-z0-9_-]+/g, "_")}_${tool.name}`, taken);
    taken.add(name);
    return { ...tool, name };
  });
};

const free = (name: string, taken: ReadonlySet<string>): string => {
  let candidate = name;
  for (let count = 2; taken.has(candidate); count += 1) candidate = `${name}_${count}`;
  return candidate;
};
