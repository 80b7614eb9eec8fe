import { catalog } from "@k8s-copilot/doubles";
import { describe, expect, it } from "vitest";
import { replacementOf, retiredModels, successorOf } from "../src/succession.ts";

const works = (id: string | undefined) => catalog.find((model) => model.id === id)?.state === "ok";

describe("what is named in the place of a model that was shut off", () => {
  it.each(Object.keys(retiredModels))("is one that works: %s", (retired) => {
    expect(works(retired)).toBe(false);
    expect(works(replacementOf(retired))).toBe(true);
    expect(works(replacementOf(`${retired}:nitro`))).toBe(true);
  });

  it("is the next in line where the replacement is gone as well", () => {
    const isThere = (id: string) => id !== "google/gemini-2.5-flash" && works(id);
    expect(works(successorOf("google/gemini-2.5-flash-preview-05-20", isThere))).toBe(true);
  });

  it("is nothing where nothing is known", () => {
    expect(replacementOf("google/gemini-9")).toBeUndefined();
  });
});
