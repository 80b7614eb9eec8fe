import type { Parameter, ToolArguments } from "./types.ts";

/** A parameter that takes a text; `value` is its default. */
export const string = (description: string, value?: string): Parameter => ({
  type: "string",
  description,
  ...(value === undefined ? {} : { default: value }),
});

/** An argument as text, or the value that stands in for it. */
export const argument = (args: ToolArguments, name: string, otherwise = ""): string => {
  const value = args[name];
  return value === undefined || value === null || value === "" ? otherwise : String(value);
};

/** The query string of the selectors that were given, empty where none was. */
export const selectorsOf = (args: ToolArguments): string => {
  const query = new URLSearchParams();
  for (const name of ["labelSelector", "fieldSelector"])
    if (argument(args, name) !== "") query.set(name, argument(args, name));
  return query.size === 0 ? "" : `?${query}`;
};
