import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { emptyPlace, runApp } from "../helpers/app.ts";

const bin = inject("installedApp");

const playbook = `id: tills
title: { zh: 收银检查, en: Till check }
wishes: { en: ["check the tills"] }
steps:
  - { verb: list, resource: pod, reason: { en: look at the tills } }
`;

/** A place whose config file names a folder with these files. */
const placeWith = (files: Readonly<Record<string, string>>, config = "playbooks: books\n") => {
  const place = emptyPlace();
  const folder = join(place.home, ".config", "k8s-copilot");
  mkdirSync(join(folder, "books"), { recursive: true });
  writeFileSync(join(folder, "config.yaml"), config);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, "books", name), text);
  return place;
};

describe("playbooks", () => {
  it("are listed with what calls them and their steps, in both languages and as data", async () => {
    const en = await runApp(bin, ["playbooks", "--lang", "en"]);
    expect(en.code).toBe(0);
    expect(en.stdout).toMatch(/^service-health {2}Service health\n {2}called by: /m);
    expect(en.stdout).toMatch(/ {2}1\. .+ \(list pod\)/);
    const zh = await runApp(bin, ["playbooks", "--lang", "zh"]);
    expect(zh.stdout).toMatch(/^clean-up {2}可以清理什么$/m);
    const json: unknown = JSON.parse((await runApp(bin, ["playbooks", "-o", "json"])).stdout);
    expect(json).toEqual(expect.arrayContaining([expect.objectContaining({ id: "capacity", about: "place" })]));
  });

  it("of a team stand beside the built-in ones", async () => {
    const { stdout } = await runApp(bin, ["playbooks", "--lang", "en"], {
      place: placeWith({ "tills.yaml": playbook }),
    });
    expect(stdout).toMatch(/^tills {2}Till check$/m);
    expect(stdout).toMatch(/^service-health /m);
  });

  it("with faults are told all at once, with file, line and remedy, by every command that needs them", async () => {
    const place = placeWith({
      "a.yaml": playbook.replace("verb: list", "verb: lits"),
      "b.yaml": playbook.replace("title", "titel"),
    });
    for (const args of [
      ["playbooks", "--lang", "en"],
      ["ask", "--sandbox", "--lang", "en", "check the tills"],
    ]) {
      const { code, stderr } = await runApp(bin, args, { place });
      expect(code).toBe(2);
      expect(stderr).toMatch(/a\.yaml, line 5: .*verb/);
      expect(stderr).toMatch(/b\.yaml, line 2: .*titel/);
      expect(stderr).toMatch(/What helps: /);
    }
  });
});

describe("ask without a terminal", () => {
  it("prints the plan of a vague wish first, then runs its reads", async () => {
    const { code, stdout, stderr } = await runApp(bin, ["ask", "--sandbox", "what should I clean up"]);
    expect(code).toBe(0);
    expect(stderr.indexOf("Plan:")).toBeGreaterThan(0);
    expect(stderr.indexOf("Plan:")).toBeLessThan(
      stderr.indexOf("pods_list (") < 0 ? stderr.length : stderr.lastIndexOf("pods_list"),
    );
    expect(stdout).toMatch(/^Worth cleaning up: \d+ ended pods/m);
    expect(stderr).toMatch(/^ {2}6\. Find storage .+\n {5}\S+\(.*\n {5}\S+\(.*\n {2}7\. /m);
  });

  it("shows the plan and ends with --plan-only, also as data", async () => {
    const text = await runApp(bin, ["ask", "--sandbox", "--plan-only", "有什么可以清理的"]);
    expect(text).toMatchObject({ code: 0 });
    expect(text.stdout).toMatch(/ {2}1\. .+\n +\[读/);
    const { stdout } = await runApp(bin, ["ask", "--sandbox", "--plan-only", "-o", "json", "有什么可以清理的"]);
    const result: unknown = JSON.parse(stdout);
    expect(result).toMatchObject({ status: "ok", question: null });
    expect(result).toHaveProperty("plan.1.tool");
  });
});
