import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCatalog } from "../../src/catalog/index.ts";
import { resourceOfKind } from "../../src/catalog/resource-words.ts";
import { diagnose } from "../../src/diagnosis/diagnose.ts";
import { renderDiagnosis } from "../../src/diagnosis/render.ts";
import { withDetails } from "../../src/overview/details.ts";
import { listEverywhere } from "../../src/overview/list-everywhere.ts";
import { podTroubles } from "../../src/overview/pod-troubles.ts";
import { isBareOf } from "../../src/overview/tells-state.ts";
import { readDescribed } from "../../src/results/describe/read-described.ts";
import { textAt } from "../../src/results/values.ts";
import { table, thingOf } from "./causes-table.ts";
import { describingTools, descriptionsOf, isDescribed } from "./described-server.ts";
import { driveOver, now } from "./drive.ts";
import { objectsIn } from "./manifest-server.ts";

/** What a description leaves out, and what is named instead. */
const instead: { readonly [thingOrCauses: string]: string } = {
  // Finalizers of a pod are not described.
  "stuck_finalizer node_disk_pressure": "stuck_terminating node_disk_pressure",
  // Nor are the names of ports, before 1.33.
  target_port: "",
  "service feed": "endpoints_lag",
  "ingress plaza": "ingress_backend_port endpoints_lag",
  "ingress_no_class target_port": "ingress_no_class",
  "ingress_class_missing ingress_backend_port target_port ingress_backend_missing tls_secret_missing":
    "ingress_class_missing ingress_backend_port ingress_backend_missing tls_secret_missing",
};

describe("what kubectl describe prints is read for causes as objects are", () => {
  test.each(table.filter(([file]) => isDescribed(file)))("%s: %s is %s", async (file, thing, causes) => {
    const tools = describingTools(objectsIn(file), descriptionsOf(file));
    const chain = diagnose({ catalog: createCatalog(tools), cluster: "", now }, thingOf(file, thing));
    const diagnosis = await driveOver(tools, chain);
    expect(diagnosis.findings.map(({ cause }) => cause).join(" ")).toBe(instead[thing] ?? instead[causes] ?? causes);
    for (const language of ["en", "zh"] as const)
      expect(renderDiagnosis(diagnosis, { language, commands: true })).not.toMatch(/\{\w+\}|undefined|NaN/);
  });
});

describe("a survey over descriptions", () => {
  test("judges a pod by its containers, not by the phase that its description begins with", async () => {
    const objects = objectsIn("foundry-ends");
    const tools = describingTools(objects, descriptionsOf("foundry-ends"));
    const place = { catalog: createCatalog(tools), cluster: "", namespace: "foundry" };
    const listing = await driveOver(
      tools,
      (function* () {
        const listed = yield* listEverywhere(place, "pod");
        return yield* withDetails(place, listed, { resource: "pod", isBare: isBareOf("pod") });
      })(),
    );
    const rows = listing.kind === "listed" ? listing.items : [];
    expect(rows.find(({ name }) => name === "bellows")?.fields.status).toBe("CrashLoopBackOff");
    expect(podTroubles(rows, now).map(({ name }) => name)).toContain("anvil");
  });
});

const files = [...new Set(table.map(([file]) => file))].filter(isDescribed);
const texts = files.flatMap((file) => [...descriptionsOf(file)]);

describe("a description that is cut, or of another version", () => {
  test("never throws, and names nothing that does not stand in it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(fc.nat(60), { maxLength: 12 }),
        fc.nat(2_000),
        ([title, text], dropped, end) => {
          const resource = resourceOfKind(title.split(" ")[0] ?? "")?.key ?? "pod";
          const cut = text
            .split("\n")
            .filter((_, index) => !dropped.includes(index))
            .join("\n")
            .slice(0, end + 20);
          const object = readDescribed(cut, { resource, now });
          if (object) expect(cut).toContain(textAt(object, "metadata", "name"));
        },
      ),
    );
  });

  test("is nothing where a text is of another kind", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        expect(readDescribed(`level=info ${text}`, { resource: "pod", now })).toBeUndefined();
      }),
    );
    for (const text of ["", "pod/web\npod/api", "Name: web\nName: api", "apiVersion: v1\nkind: Pod\n", "{}"])
      expect(readDescribed(text, { resource: "pod", now })).toBeUndefined();
  });
});
