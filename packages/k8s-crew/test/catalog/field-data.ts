import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Tool } from "@k8s-copilot/crew";
import { z } from "zod";
import { toolNamed } from "./tool-table.ts";

/** Tool lists of real servers with labels, where they are at hand. Tests that need them are skipped elsewhere. */
export const fieldFolder = process.env.K8S_COPILOT_FIELD_DATA;
if (fieldFolder === undefined) console.log("Skipped: tools of real servers (K8S_COPILOT_FIELD_DATA is not set).");

/** The tools by server, named as in the labels. */
export const toolsIn = (folder: string): ReadonlyMap<string, readonly Tool[]> =>
  new Map(
    readdirSync(join(folder, "mcp-tools")).map((file) => {
      const server = file.replace(/\.json$/, "");
      const tools = listSchema.parse(JSON.parse(readFileSync(join(folder, "mcp-tools", file), "utf8")));
      return [server, tools.map((tool) => toTool(tool, server))];
    }),
  );

/** One label per tool. */
export const labelsIn = (folder: string) =>
  readFileSync(join(folder, "tool-labels.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => labelSchema.parse(JSON.parse(line)));

const labelSchema = z.object({
  server: z.string(),
  tool: z.string(),
  verb: z.string(),
  resource: z.string(),
  effect: z.enum(["read", "write", "destructive"]),
  params: z.record(z.string(), z.string()),
});

const listSchema = z.array(
  z.object({
    name: z.string(),
    description: z.string().default(""),
    inputSchema: z.record(z.string(), z.unknown()),
    annotations: z.object({}).loose().optional(),
  }),
);

const toTool = (
  { name, description, inputSchema, annotations }: z.infer<typeof listSchema>[number],
  server: string,
): Tool => ({
  ...toolNamed(name, {}, { description, server }),
  inputSchema,
  ...(annotations === undefined ? {} : { annotations }),
});
