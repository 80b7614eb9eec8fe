import { CrewError } from "../errors.ts";
import { failureOf } from "../task/failure.ts";
import type { AnyTool } from "../tools-of.ts";
import type { Finding } from "./finding.ts";
import { didYouMean } from "./near.ts";
import type { ReadEntry } from "./read-fields.ts";
import type { CrewBindings } from "./types.ts";

/** What was made, or the problem that kept it from being made, at the entry of the file. */
export function madeOrProblem<Made>(at: ReadEntry["at"], make: () => Made): { made?: Made; problems: Finding[] } {
  try {
    return { made: make(), problems: [] };
  } catch (error) {
    if (!(error instanceof CrewError)) throw error;
    const { message, remedy } = failureOf(error);
    return { problems: [at("", message, remedy)] };
  }
}

type Naming = {
  readonly names: readonly string[];
  readonly known: NonNullable<CrewBindings["tools"]>;
  readonly entry: ReadEntry;
};

/** The tools that an entry names. */
export function toolsNamed({ names, known, entry }: Naming): {
  readonly tools: readonly AnyTool[];
  readonly problems: readonly Finding[];
} {
  const choices = Object.keys(known).join(", ") || "none";
  const missing = names.filter((name) => !Object.hasOwn(known, name));
  return {
    tools: names.flatMap((name) => (Object.hasOwn(known, name) ? (known[name] ?? []) : [])),
    problems: missing.map((name) =>
      entry.at(
        "tools",
        `There is no tool "${name}".`,
        `${didYouMean(name, Object.keys(known))}Pass it in tools: { ${JSON.stringify(name)}: … }. Passed are: ${choices}.`,
      ),
    ),
  };
}

type Given<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };

/** The fields that have a value. */
export function given<Fields extends object>(fields: Fields): Given<Fields>;
export function given(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
