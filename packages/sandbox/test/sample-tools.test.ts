import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { clusterTools } from "../src/sample/cluster-tools.ts";

const folder = process.env.K8S_COPILOT_FIELD_DATA;
if (!folder) console.log("skipped: the comparison with a recorded list of 47 tools needs K8S_COPILOT_FIELD_DATA");

const recorded = z.array(
  z.object({
    name: z.string(),
    inputSchema: z.object({ properties: z.record(z.string(), z.unknown()), required: z.array(z.string()).optional() }),
  }),
);

test("the server for several clusters has 47 tools, and 43 of them require a cluster", () => {
  expect(clusterTools).toHaveLength(47);
  expect(clusterTools.filter(({ required }) => required.includes("cluster"))).toHaveLength(43);
  expect(new Set(clusterTools.map(({ name }) => name)).size).toBe(47);
});

test.skipIf(!folder)("its names, parameters and required parameters are those of the recorded list", () => {
  const list = recorded.parse(JSON.parse(readFileSync(`${folder}/mcp-tools/internal-47.json`, "utf8")));
  const shape = (tools: readonly { name: string; parameters: readonly string[]; required: readonly string[] }[]) =>
    Object.fromEntries(
      tools.map(({ name, parameters, required }) => [
        name,
        { parameters: [...parameters].sort(), required: [...required].sort() },
      ]),
    );
  const ours = clusterTools.map(({ name, parameters, required }) => ({
    name,
    parameters: Object.keys(parameters),
    required,
  }));
  const theirs = list.map(({ name, inputSchema }) => ({
    name,
    parameters: Object.keys(inputSchema.properties),
    required: inputSchema.required ?? [],
  }));
  expect(shape(ours)).toEqual(shape(theirs));
});
