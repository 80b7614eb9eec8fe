import { given } from "./bound.ts";
import type { Finding } from "./finding.ts";
import type { Entry } from "./located.ts";
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

/** The entry with what is assigned in the place of what the file says, so that a mistake that code makes good is none. */
export function withAssigned(entry: Entry, own: Assignment): Entry {
  const { agent, model: llm, tools, context, humanInput: human_input, output, guardrails } = own;
  const said = { ...own.fields, ...given({ agent, llm, tools, context, human_input }) };
  const replaced = [
    ...(output === undefined ? [] : ["output_pydantic", "output_json", "response_model"]),
    ...(guardrails === undefined ? [] : ["guardrail", "guardrails"]),
  ];
  if (entry.fields === undefined && Object.keys(said).length === 0) return entry;
  const fields = new Map([...(entry.fields ?? [])].filter(([key]) => !replaced.includes(key)));
  for (const [key, value] of Object.entries(said)) {
    fields.set(key, { line: fields.get(key)?.line ?? entry.line, value });
  }
  return { ...entry, fields };
}
