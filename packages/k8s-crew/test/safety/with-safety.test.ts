import type { Tool } from "@k8s-copilot/crew";
import { describe, expect, it } from "vitest";
import { withSafety } from "../../src/safety/with-safety.ts";

const answered = async (text: string): Promise<string> => {
  const tool: Tool = {
    name: "list_pods",
    server: "any",
    description: "",
    inputSchema: { type: "object" },
    invoke: async () => ({ kind: "result", text, isError: false }),
  };
  const output = await withSafety(tool).invoke({});
  return output.kind === "result" ? output.text : output.message;
};

describe("what a tool returns", () => {
  it("stays as it was when nothing in it is unsafe, however long its lines are", async () => {
    const list = `{"items": [${Array.from({ length: 500 }, (_, index) => `{"name":"web-${index}"}`).join(", ")}]}`;
    expect(await answered(list)).toBe(list);
    expect(await answered("x".repeat(10_000))).toBe("x".repeat(10_000));
  });

  it("stays JSON when a string in it turns the reading direction or holds an escape sequence", async () => {
    const list = '{"items":[{"name":"a\u202eb"},{"name":"c\\u001b[2Jd"}]}';
    expect(JSON.parse(await answered(list))).toEqual({ items: [{ name: "a\\u{202e}b" }, { name: "c\\x1b[2Jd" }] });
  });

  it("shows in any other text what a terminal would obey", async () => {
    expect(await answered("log \x1b[31mred\u202e")).toBe("log \\x1b[31mred\\u{202e}");
  });
});
