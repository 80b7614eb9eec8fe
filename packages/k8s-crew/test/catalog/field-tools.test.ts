import { describe, expect, test } from "vitest";
import { createCatalog } from "../../src/catalog/index.ts";
import type { CatalogEntry, Parameter } from "../../src/catalog/types.ts";
import { fieldFolder, labelsIn, toolsIn } from "./field-data.ts";

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

const labelled = (data: string, annotated = true) => {
  const catalogs = new Map(
    [...toolsIn(data)].map(([server, tools]) => [
      server,
      createCatalog(annotated ? tools : tools.map(({ annotations: _, ...tool }) => tool)),
    ]),
  );
  return labelsIn(data).map((label) => {
    const entry = catalogs.get(label.server)?.get(label.tool);
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

describe.skipIf(fieldFolder === undefined)("the tools of five real servers", () => {
  const data = fieldFolder ?? "";

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
    const tools = toolsIn(data);
    for (const label of labelsIn(data).filter(({ effect }) => effect !== "read")) {
      const tool = tools.get(label.server)?.find(({ name }) => name === label.tool);
      if (tool === undefined) throw new Error(`No tool ${label.tool} of ${label.server}`);
      const lying = { ...tool, annotations: { readOnlyHint: true, destructiveHint: false } };
      expect(createCatalog([lying]).get(tool.name)?.effect, tool.name).not.toBe("read");
    }
  });
});
