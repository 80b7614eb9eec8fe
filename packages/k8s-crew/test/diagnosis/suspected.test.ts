import { describe, expect, test } from "vitest";
import { createCatalog } from "../../src/catalog/index.ts";
import { type Asked, diagnose } from "../../src/diagnosis/diagnose.ts";
import { renderDiagnosis } from "../../src/diagnosis/render.ts";
import { fared } from "../../src/diagnosis/suspected.ts";
import type { Finding } from "../../src/diagnosis/types.ts";
import type { Suspect } from "../../src/language/lexicon/guesses.ts";
import { thingOf } from "./causes-table.ts";
import { driveOver, now } from "./drive.ts";
import { manifestTools, objectsIn } from "./manifest-server.ts";

const told = async (file: string, thing: string, more: { guesses?: readonly Suspect[] } & Partial<Asked> = {}) => {
  const { guesses = [], ...asked } = more;
  const tools = manifestTools(objectsIn(file));
  const chain = diagnose({ catalog: createCatalog(tools), cluster: "", now }, { ...thingOf(file, thing), ...asked });
  const diagnosis = await driveOver(tools, chain);
  const report = (language: "en" | "zh") => renderDiagnosis(diagnosis, { language, commands: true, guesses });
  for (const language of ["en", "zh"] as const) expect(report(language)).not.toMatch(/\{\w+\}|undefined/);
  return report("en");
};

describe("what was supposed is answered before all else", () => {
  test("with yes where what was found bears it out", async () => {
    expect(await told("foundry-ends", "pod bellows", { guesses: ["probe"] })).toMatch(/^Yes, it is a probe: /);
  });

  test("with what it is instead", async () => {
    expect(await told("foundry-ends", "pod bellows", { guesses: ["image"] })).toMatch(
      /^Nothing that was seen points to the image; what is wrong is: /,
    );
    expect(await told("foundry-ends", "pod bellows", { guesses: ["probe", "image"] })).toMatch(
      /^It is a probe, not the image: /,
    );
  });

  test("with what was looked at, where nothing is wrong", async () => {
    expect(await told("meadow-healthy", "deployment clover", { guesses: ["memory", "probe"] })).toMatch(
      /^Nothing that was looked at points to memory or a probe /,
    );
  });
});

describe("a log that speaks of what was supposed", () => {
  const of = (line: string): Finding => ({
    object: { resource: "pod", namespace: "meadow", name: "clover" },
    cause: "log_error",
    slots: { container: "clover", code: 1, detail: line },
    evidence: [{ says: "previousLog", slots: { container: "clover" }, lines: ["start", line] }],
  });

  test("leaves it open, and is quoted", () => {
    const denied = of("FATAL Access denied for user 'clover'");
    expect(fared({ findings: [denied] }, ["permission", "code", "memory"])).toMatchObject([
      { as: "open", line: "FATAL Access denied for user 'clover'" },
      { as: "open" },
      { as: "no" },
    ]);
  });

  test("settles it where it names the fault", () => {
    expect(fared({ findings: [of("panic: dial tcp: lookup seeds: no such host")] }, ["dependency"])).toMatchObject([
      { as: "yes", line: "panic: dial tcp: lookup seeds: no such host" },
    ]);
    expect(fared({ findings: [of("ValueError: '12,5'")] }, ["code", "network"])).toMatchObject([
      { as: "yes" },
      { as: "no" },
    ]);
  });
});

describe("the log of what runs well", () => {
  test("is told with how many lines of how many speak of errors", async () => {
    const text = await told("meadow-healthy", "deployment sorrel", { logSought: "errors" });
    expect(text).toMatch(/its state is fine, but its log tells of errors/);
    expect(text).toMatch(/Its log tells of errors: 1 of the last 3 lines of 1 pod:[\s\S]*\| ERROR seed 7 is lost/);
    expect(text).toMatch(/\$ kubectl logs sorrel\S* -c press --tail=200 -n meadow/);
  });

  test("is read for warnings too, where something is slow", async () => {
    const text = await told("meadow-healthy", "deployment sorrel", { logSought: "slow" });
    expect(text).toMatch(/2 of the last 3 lines of 1 pod:[\s\S]*\| WARN slow press 900ms/);
  });
});
