import { z } from "zod";
import type { Arguments, Tool } from "../../src/index.ts";
import type { FakeTool } from "../fake-tools.ts";

export const call = (name: string, args: Arguments = {}) => ({ name, arguments: args });
/** The schema of a tool that wants a number. */
export const count = { type: "object", properties: { count: { type: "number" } }, required: ["count"] };

/** The code of what it throws, which has a remedy. */
export const codeOf = (make: () => unknown) => {
  try {
    make();
    return "made";
  } catch (error) {
    return z.object({ code: z.string(), remedy: z.string().min(1) }).parse(error).code;
  }
};

export const readOnly = (tool: FakeTool): Tool => ({ ...tool, annotations: { readOnlyHint: true } });
