import type { Tool } from "../types.ts";

/**
 * Tools of one name at several servers get their server's name in front. MCP allows names that no vendor of models takes, with
 * dots, slashes or more than 64 characters, or with a digit or "-" first: such a one is written with "_" in place of what is
 * not taken or before it, and cut. A name that results and is taken already gets a number. The order of servers and tools
 * decides, nothing else.
 */
export const withFittingNames = (tools: readonly Tool[]): readonly Tool[] => {
  const servers = new Map<string, Set<string>>();
  for (const { name, server } of tools) servers.set(name, (servers.get(name) ?? new Set()).add(server));
  const isShared = (name: string): boolean => (servers.get(name)?.size ?? 0) > 1;
  const taken = new Set(tools.map(({ name }) => name));
  return tools.map((tool) => {
    const wanted = fitting(isShared(tool.name) ? `${tool.server}_${tool.name}` : tool.name);
    if (wanted === tool.name) return tool;
    const name = free(wanted, taken);
    taken.add(name);
    return { ...tool, name };
  });
};

const MOST_CHARACTERS = 64;

const fitting = (name: string): string => {
  const written = name.replace(/[^A-Za-z0-9_-]+/g, "_") || "tool";
  return (/^[A-Za-z_]/.test(written) ? written : `_${written}`).slice(0, MOST_CHARACTERS);
};

const free = (name: string, taken: ReadonlySet<string>): string => {
  let candidate = name;
  for (let count = 2; taken.has(candidate); count += 1) {
    const number = `_${count}`;
    candidate = `${name.slice(0, MOST_CHARACTERS - number.length)}${number}`;
  }
  return candidate;
};
