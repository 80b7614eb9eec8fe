import type { Tool, ToolAnnotations } from "@k8s-copilot/crew";

export type InventedTool = {
  readonly tool: Tool;
  /** Right answers; alternatives where a tool is truly two-sided. */
  readonly verb: readonly string[];
  readonly resource: readonly string[];
  readonly effect: readonly string[];
  /** By parameter: its role, `name:pod` for names. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
};

/**
 * Reads a table of tools, a line each: name | description | parameters | verb resource effect | annotations.
 * A parameter is `name:role`, with `*` for required, `#` for a number, `?` for a boolean, `[a/b]` for an enum; a role
 * may hold a colon (`pod:name:pod`). Annotations: `ro` readOnlyHint, `de` destructiveHint, `!` for false. Alternatives
 * stand as `a|b` without spaces. Lines without a bar are headings.
 */
export const readTools = (table: string): readonly InventedTool[] =>
  table
    .split("\n")
    .filter((line) => line.includes(" | "))
    .map((line) => readTool(line.split(/\s\|(?=\s|$)/)));

/** A tool for tests, which nobody calls. */
export const toolNamed = (
  name: string,
  properties: Readonly<Record<string, unknown>> = {},
  more: Partial<Omit<Tool, "name">> & { readonly required?: readonly string[] } = {},
): Tool => {
  const { required = [], ...rest } = more;
  return {
    name,
    description: "",
    server: "test",
    inputSchema: { type: "object", properties, required },
    invoke: async () => ({ kind: "failure", reason: "unavailable", message: "not to be called" }),
    ...rest,
  };
};

const readTool = (cells: readonly string[]): InventedTool => {
  const [name = "", description = "", parameters = "", labels = "", annotations = ""] = cells;
  const [verb = "", resource = "", effect = ""] = labels.trim().split(/\s+/);
  const read = parameters
    .trim()
    .split(/\s+/)
    .flatMap((text) => (text === "" ? [] : [readParameter(text)]));
  const properties = Object.fromEntries(read.map((parameter) => [parameter.name, parameter.schema]));
  const required = read.filter((parameter) => parameter.required).map((parameter) => parameter.name);
  return {
    tool: toolNamed(name.trim(), properties, { description: description.trim(), required, ...hints(annotations) }),
    verb: verb.split("|"),
    resource: resource.split("|"),
    effect: effect.split("|"),
    roles: Object.fromEntries(read.map((parameter) => [parameter.name, parameter.role.split("|")])),
  };
};

const readParameter = (text: string) => {
  const [, name = "", marks = "", values, role = ""] = /^([\p{L}\w-]+)([*#?]*)(?:\[(.*)\])?:(.*)$/u.exec(text) ?? [];
  if (name === "") throw new Error(`Not a parameter: ${text}`);
  const type = marks.includes("#") ? "number" : marks.includes("?") ? "boolean" : "string";
  const schema = { type, ...(values === undefined ? {} : { enum: values.split("/") }) };
  return { name, role, schema, required: marks.includes("*") };
};

const hints = (text: string): { readonly annotations?: ToolAnnotations } => {
  const words = text.trim().split(/\s+/);
  const hint = (word: string) => (words.includes(word) ? true : words.includes(`!${word}`) ? false : undefined);
  const [readOnlyHint, destructiveHint] = [hint("ro"), hint("de")];
  if (text.trim() === "") return {};
  return {
    annotations: {
      ...(readOnlyHint === undefined ? {} : { readOnlyHint }),
      ...(destructiveHint === undefined ? {} : { destructiveHint }),
    },
  };
};
