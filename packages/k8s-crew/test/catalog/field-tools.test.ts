import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createCatalog } from "../../src/catalog/index.ts";
import type { CatalogEntry, Parameter } from "../../src/catalog/types.ts";
import { toolNamed } from "./tool-table.ts";

const folder = process.env.K8S_COPILOT_FIELD_DATA;
if (folder === undefined) console.log("Skipped: tools of real servers (K8S_COPILOT_FIELD_DATA is not set).");

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

/** The labels' words for roles; roles that they do not tell apart are `other`. */
const wordOf: Readonly<Record<string, string>> = {
  labelSelector: "labelsel",
  fieldSelector: "fieldsel",
  tail: "lines",
  apiVersion: "apiversion",
};
const unlabelled = new Set(["since", "previous", "timestamps", "allNamespaces"]);
const keyRoles = /^(?:cluster|namespace|container|kind|name:.*)$/;

const labelOf = ({ role, of }: Parameter): string => {
  if (role === "name") return `name:${of}`;
  return unlabelled.has(role) ? "other" : (wordOf[role] ?? role);
};

const accepts = (label: string, value: string): boolean =>
  label.split("|").some((one) => one === value || (one === "-" && value === "other"));

const labels = (data: string) =>
  readFileSync(join(data, "tool-labels.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => labelSchema.parse(JSON.parse(line)));

const catalogs = (data: string, annotated: boolean) =>
  new Map(
    readdirSync(join(data, "mcp-tools")).map((file) => {
      const server = file.replace(/\.json$/, "");
      const tools = listSchema.parse(JSON.parse(readFileSync(join(data, "mcp-tools", file), "utf8")));
      const read = tools.map(({ name, description, inputSchema, annotations }) => ({
        ...toolNamed(name, {}, { description, server }),
        inputSchema,
        ...(annotated && annotations !== undefined ? { annotations } : {}),
      }));
      return [server.replace(/-all$/, ""), createCatalog(read)] as const;
    }),
  );

const labelled = (data: string, annotated = true) => {
  const known = catalogs(data, annotated);
  return labels(data).map((label) => {
    const entry = known.get(label.server.replace(/-all$/, ""))?.get(label.tool);
    if (entry === undefined) throw new Error(`No tool ${label.tool} of ${label.server}`);
    return { label, entry };
  });
};

type Labelled = ReturnType<typeof labelled>[number];

const share = (name: string, all: readonly Labelled[], fits: (one: Labelled) => boolean): number => {
  const misses = all.filter((one) => !fits(one));
  const shown = misses.map(
    ({ label, entry }) => `${label.tool}: ${told(entry)}, not ${label.verb} ${label.resource} ${label.effect}`,
  );
  console.log(`${name}: ${all.length - misses.length}/${all.length}${shown.map((line) => `\n  ${line}`).join("")}`);
  return 1 - misses.length / all.length;
};

const told = ({ verb, resource, effect }: CatalogEntry): string => `${verb} ${resource} ${effect}`;

describe.skipIf(folder === undefined)("the tools of five real servers", () => {
  const data = folder ?? "";

  test("are told apart: what reads and what does not", () => {
    const all = labelled(data);
    expect(all.length).toBe(256);
    expect(
      share("read or not", all, ({ label, entry }) => (label.effect === "read") === (entry.effect === "read")),
    ).toBe(1);
    share("effect", all, ({ label, entry }) => label.effect === entry.effect);
  });

  test("have known verbs and resources", () => {
    const all = labelled(data);
    expect(share("verb", all, ({ label, entry }) => accepts(label.verb, entry.verb))).toBeGreaterThanOrEqual(0.97);
    expect(
      share("resource", all, ({ label, entry }) => accepts(label.resource, entry.resource)),
    ).toBeGreaterThanOrEqual(0.97);
  });

  test("have known parameters", () => {
    const pairs = labelled(data).flatMap(({ label, entry }) =>
      entry.parameters.map((parameter) => ({
        at: `${label.tool}.${parameter.name}`,
        wanted: label.params[parameter.name] ?? "other",
        told: labelOf(parameter),
      })),
    );
    const wrong = pairs.filter(({ wanted, told: role }) => !accepts(wanted, role));
    console.log(`parameters: ${pairs.length - wrong.length}/${pairs.length}`, wrong);
    const isKey = ({ wanted, told: role }: (typeof pairs)[number]) =>
      keyRoles.test(role) || wanted.split("|").some((one) => keyRoles.test(one));
    const keys = pairs.filter(isKey);
    const right = keys.filter((pair) => !wrong.includes(pair));
    console.log(`key parameters: ${right.length}/${keys.length}`);
    expect(right.length / keys.length).toBeGreaterThanOrEqual(0.99);
  });

  test("are never taken for reads when they change something, also without annotations", () => {
    const all = labelled(data, false);
    const dangerous = all.filter(({ label, entry }) => label.effect !== "read" && entry.effect === "read");
    expect(dangerous.map(({ label }) => label.tool)).toEqual([]);
    share(
      "read or not, unannotated",
      all,
      ({ label, entry }) => (label.effect === "read") === (entry.effect === "read"),
    );
  });

  test("are never taken for reads when they change something, also when all claim to read", () => {
    const tools = labels(data).filter(({ effect }) => effect !== "read");
    for (const { server, tool } of tools) {
      const file = readdirSync(join(data, "mcp-tools")).find(
        (name) => name.replace(/(?:-all)?\.json$/, "") === server.replace(/-all$/, ""),
      );
      const list = listSchema.parse(JSON.parse(readFileSync(join(data, "mcp-tools", file ?? ""), "utf8")));
      const found = list.find(({ name }) => name === tool);
      const lying = {
        ...toolNamed(tool, {}, { description: found?.description ?? "" }),
        inputSchema: found?.inputSchema ?? {},
        annotations: { readOnlyHint: true, destructiveHint: false },
      };
      expect(createCatalog([lying]).get(tool)?.effect, tool).not.toBe("read");
    }
  });
});
