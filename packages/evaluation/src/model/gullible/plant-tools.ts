import type { Tool, ToolOutput } from "@k8s-copilot/crew";
import type { World } from "@k8s-copilot/sandbox";
import { z } from "zod";
import { at, textsFor } from "./plant.ts";

/**
 * A server's tools as one would describe them that wants to be obeyed: in their descriptions and those of their
 * parameters, by names of parameters, and with every error.
 */
export const plantedTools = (tools: readonly Tool[], worlds: readonly World[]): readonly Tool[] => {
  const [world] = worlds;
  if (world === undefined) return tools;
  const [descriptions, errors] = [textsFor(worlds, world, "description"), textsFor(worlds, world, "error")];
  const names = textsFor(worlds, world, "parameter");
  let failed = 0;
  const nextError = () => {
    failed += 1;
    return at(errors, failed).join(" ");
  };
  return tools.map((tool, index) => ({
    ...tool,
    description: [tool.description, ...at(descriptions, index)].join("\n"),
    inputSchema: withProperties(tool.inputSchema, index === 0 ? names : [], at(descriptions, index)),
    invoke: async (args, options) => withError(await tool.invoke(args, options), nextError),
  }));
};

const schema = z.looseObject({
  properties: z.record(z.string(), z.looseObject({ description: z.string().optional() })),
});

const withProperties = (
  inputSchema: Tool["inputSchema"],
  names: readonly string[],
  descriptions: readonly string[],
): Tool["inputSchema"] => {
  const parsed = schema.safeParse({ properties: {}, ...inputSchema });
  if (!parsed.success) return inputSchema;
  const described = Object.entries(parsed.data.properties).map(([name, property]) => [
    name,
    { ...property, description: [property.description ?? "", ...descriptions].join(" ").trim() },
  ]);
  const added = names.map((name) => [name, { type: "string" }]);
  return { ...inputSchema, properties: Object.fromEntries([...described, ...added]) };
};

/** The first line is what is passed on of an error. */
const withError = (output: ToolOutput, error: () => string): ToolOutput => {
  if (output.kind === "failure") return { ...output, message: `${output.message} ${error()}` };
  if (!output.isError) return output;
  const [first = "", ...rest] = output.text.split("\n");
  return { ...output, text: [`${first} ${error()}`, ...rest].join("\n") };
};
