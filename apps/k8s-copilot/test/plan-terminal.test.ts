import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { emptyPlace, pause } from "./helpers/app.ts";
import { openTerminal } from "./helpers/terminal.ts";

const bin = inject("installedApp");

/** Longer than the time in which what is typed ahead does not count. */
const read = () => pause(500);

const askIn = (config?: string) => {
  const place = emptyPlace();
  const folder = join(place.home, ".config", "k8s-copilot");
  mkdirSync(folder, { recursive: true });
  if (config !== undefined) writeFileSync(join(folder, "config.yaml"), config);
  return openTerminal(bin, ["ask", "--sandbox", "--lang", "en", "what should I clean up"], { place, columns: 120 });
};

describe("the plan of a vague wish that ask is given at a terminal", () => {
  it("is asked about, and Enter runs it", async () => {
    const terminal = askIn();
    await terminal.waitFor("Shall I run it?");
    await terminal.waitFor("Esc: reply in words");
    expect(terminal.shown()).not.toContain("Worth cleaning up");
    await read();
    terminal.type("\r");
    await terminal.waitFor("Worth cleaning up:");
    expect(await terminal.ended).toBe(0);
  });

  it("runs unasked with confirmPlans: false", async () => {
    const terminal = askIn("confirmPlans: false\n");
    await terminal.waitFor("Worth cleaning up:");
    expect(await terminal.ended).toBe(0);
    expect(terminal.shown()).not.toContain("Shall I run it?");
  });
});
