import type { Finding } from "./located.ts";
import type { Assignment, CrewBindings } from "./types.ts";

/** What is assigned to agents and tasks by their names. */
export type Assigned = { readonly of: (name: string) => Assignment };

/** Reads `assign`. A name that no file has is a problem. */
export function readAssigned(
  { assign = {} }: Pick<CrewBindings, "assign">,
  names: readonly string[],
): Assigned & { readonly problems: readonly Finding[] } {
  const unknown = Object.keys(assign).filter((name) => !names.includes(name));
  return {
    of: (name) => {
      const held = Object.hasOwn(assign, name) ? assign[name] : undefined;
      return typeof held === "string" ? { agent: held } : (held ?? {});
    },
    problems: unknown.map((name) => ({
      file: "assign",
      line: 0,
      key: name,
      message: `assign speaks of "${name}", which no file has.`,
      remedy: `These are there: ${names.join(", ")}.`,
    })),
  };
}
