import type { Tool } from "@k8s-copilot/crew";
import { describe, expect, test } from "vitest";
import { createCatalog } from "../../src/catalog/index.ts";
import { type Asked, diagnose } from "../../src/diagnosis/diagnose.ts";
import { renderDiagnosis } from "../../src/diagnosis/render.ts";
import type { Diagnosis } from "../../src/diagnosis/types.ts";
import { table, thingOf } from "./causes-table.ts";
import { driveOver, now } from "./drive.ts";
import { manifestTools, objectsIn } from "./manifest-server.ts";

const diagnosisOf = (tools: readonly Tool[], asked: Asked): Promise<Diagnosis> =>
  driveOver(tools, diagnose({ catalog: createCatalog(tools), cluster: "", now }, asked));

describe("troubles of other manifests are named with object, cause and evidence", () => {
  test.each(table)("%s: %s is %s", async (file, thing, causes, words) => {
    const diagnosis = await diagnosisOf(manifestTools(objectsIn(file)), thingOf(file, thing));
    expect(diagnosis.findings.map(({ cause }) => cause).join(" ")).toBe(causes);
    const report = renderDiagnosis(diagnosis, { language: "en", commands: true });
    expect(report).toMatch(words);
    expect(report).toMatch(
      /\$ kubectl [\s\S]*Likely cause: [\s\S]*What to do: [\s\S]*https:\/\/kubernetes\.io\/docs\//,
    );
    for (const language of ["en", "zh"] as const)
      expect(renderDiagnosis(diagnosis, { language, commands: true })).not.toMatch(/\{\w+\}|undefined/);
  });

  test("healthy is said only when everything was looked at", async () => {
    const tools = manifestTools(objectsIn("meadow-healthy"));
    const clover = thingOf("meadow-healthy", "deployment clover");
    const whole = renderDiagnosis(await diagnosisOf(tools, clover), { language: "en", commands: true });
    expect(whole).toMatch(/1\/1 ready; nothing wrong found/);
    const blind = tools.filter(({ name }) => name !== "events_list");
    const partial = await diagnosisOf(
      blind.filter(({ name }) => name !== "resources_list"),
      clover,
    );
    expect(partial.findings).toEqual([]);
    expect(renderDiagnosis(partial, { language: "en", commands: true })).toMatch(
      /nothing found in what was looked at[\s\S]*Not looked at: .*pods.*no tool for it/,
    );
  });

  test("what runs well after restarts tells how its run before ended, and counts it as nothing wrong", async () => {
    const tools = manifestTools(objectsIn("meadow-healthy"));
    for (const thing of ["deployment sorrel", "pod sorrel-6b8f9d7c5-qwert"]) {
      const diagnosis = await diagnosisOf(tools, thingOf("meadow-healthy", thing));
      expect(diagnosis.findings).toEqual([]);
      expect(renderDiagnosis(diagnosis, { language: "en", commands: true })).toMatch(
        /nothing wrong found[\s\S]*4 restarts[\s\S]*container press[\s\S]*exit code 1 \(3d ago\)[\s\S]*FATAL unexpected end of the harvest[\s\S]*kubectl logs sorrel\S* -c press --previous[\s\S]*Not looked at: CPU and memory usage\./,
      );
      expect(renderDiagnosis(diagnosis, { language: "zh", commands: true })).toMatch(
        /容器 press 上一次[\s\S]*FATAL unexpected end of the harvest/,
      );
    }
  });

  test("what does not exist is said not to exist", async () => {
    const nobody = { resource: "deployment", namespace: "meadow", name: "nobody" };
    const diagnosis = await diagnosisOf(manifestTools(objectsIn("meadow-healthy")), nobody);
    expect(renderDiagnosis(diagnosis, { language: "zh", commands: true })).toBe(
      "Deployment nobody（命名空间 meadow）不存在。",
    );
  });
});
