import { tool } from "@langchain/core/tools";
import { expect, test } from "vitest";
import { z } from "zod";
import {
  createToolRunner,
  type Decide,
  type Tool,
  toolFromStructuredTool,
  withApproval,
  withTruncation,
} from "../../src/index.ts";
import { fakeTool, text } from "../fake-tools.ts";

const never: Decide = () => ({ decision: "refuse", reason: "Never." });
const always: Decide = () => ({ decision: "allow" });
const guarded = (bare: Tool) => withApproval(bare, never);
const lax = (bare: Tool) => withApproval(bare, always);
const plain = (bare: Tool) => bare;
const copy = (bare: Tool) => ({ ...bare });
const shortened = (bare: Tool) => withTruncation(bare, 100);
const renamed = (bare: Tool) => ({ ...bare, name: "erase" });
const otherArguments = (bare: Tool) => ({ ...bare, inputSchema: { type: "object", title: "Other" } });

type Form = (bare: Tool) => Tool;
/** What the agent has, which may be the very tool of the runner, as it was first. */
type AgentsForm = (bare: Tool, own: Tool) => Tool;
const theVery: AgentsForm = (_bare, own) => own;

test.each<readonly [what: string, own: Form, renewals: readonly Form[], wrapped: AgentsForm | undefined]>([
  ["the very one of both, after a renewal to the plain tool", guarded, [plain], theVery],
  ["the very one of both, after a renewal to one that says the same", guarded, [() => fakeTool("wipe")], theVery],
  ["the very one of both, after a renewal to a laxer one", guarded, [lax], theVery],
  ["the very one of both, in a copy, after a renewal", guarded, [plain], (_bare, own) => ({ ...own })],
  ["the very one of both, with other arguments, after a renewal", guarded, [plain], (_, own) => otherArguments(own)],
  ["the agent's alone, after a renewal to the plain tool", guarded, [plain], guarded],
  ["the agent's alone, after a renewal to one that says the same", guarded, [() => fakeTool("wipe")], guarded],
  ["the agent's, after a renewal to a laxer one", guarded, [lax], guarded],
  ["the agent's, beside a laxer one of the runner", lax, [], guarded],
  ["the agent's, whose form takes other arguments", guarded, [plain], (bare) => otherArguments(guarded(bare))],
  ["the runner's, beside the agent's plain tool", guarded, [], plain],
  ["the runner's, beside a copy", guarded, [], copy],
  ["the runner's, beside a laxer one of the agent", guarded, [], lax],
  ["the runner's, beside something around the tool", guarded, [], shortened],
  ["the runner's, beside the tool by another name", guarded, [], renamed],
  ["the runner's, with something around it", (bare) => shortened(guarded(bare)), [], plain],
  ["the runner's of now, beside the agent's plain tool", plain, [guarded], plain],
  ["the runner's of before, beside the agent's plain tool", guarded, [plain], plain],
  ["the runner's of before a time in which it was gone", guarded, [() => fakeTool("other"), plain], plain],
  ["the runner's of before, without an agent", guarded, [plain], undefined],
  ["the runner's of before, after a laxer one", guarded, [lax, plain], undefined],
])("a refusal holds that is %s", async (_what, own, renewals, wrapped) => {
  const bare = fakeTool("wipe");
  const first = own(bare);
  const runner = createToolRunner({ tools: [first] });
  for (const form of renewals) runner.renew([form(bare)]);
  const [now] = runner.tools;
  const form = wrapped?.(bare, first);
  const call = { id: "1", tool: form?.name ?? "wipe", args: {} };
  const result = await runner.run(call, form && { wrapped: form });
  expect(result).toMatchObject({ outcome: "failed", message: "The call was not sent: Never." });
  expect(bare.calls).toEqual([]);
  expect(now !== undefined && "calls" in now ? now.calls : []).toEqual([]);
});

test("a tool that is known by its approval is decided about, also where the runner has it without", async () => {
  const bare = fakeTool("wipe");
  const runner = createToolRunner({ tools: [bare] });
  const result = await runner.run({ id: "1", tool: "wipe", args: {} }, { tool: guarded(bare) });
  expect([result.message, bare.calls.length]).toEqual(["The call was not sent: Never.", 0]);
});

test("the runner's approval holds for an agent with the same tool of LangChain", async () => {
  let sent = 0;
  const wipe = tool(async () => `sent ${++sent} times`, { name: "wipe", description: "wipes", schema: z.object({}) });
  const runner = createToolRunner({ tools: [withApproval(wipe, never)] });
  await runner.run({ id: "1", tool: "wipe", args: {} }, { wrapped: toolFromStructuredTool(wipe) });
  expect(sent).toBe(0);
});

test("each function decides once, whoever has it, and after renewals too", async () => {
  const asked: string[] = [];
  const by = (name: string): Decide => {
    return () => {
      asked.push(name);
      return { decision: "allow" };
    };
  };
  const [first, second] = [by("first"), by("second")];
  const bare = fakeTool("wipe");
  const runner = createToolRunner({ tools: [withApproval(bare, first)] });
  for (let round = 0; round < 3; round += 1) runner.renew([withApproval(fakeTool("wipe"), first)]);
  runner.renew([withApproval(bare, first)]);
  const wrapped = withApproval(withTruncation(withApproval(bare, first), 100), second);
  expect(await runner.run({ id: "1", tool: "wipe", args: {} }, { wrapped })).toMatchObject({ outcome: "ok" });
  expect([asked, bare.calls.length]).toEqual([["second", "first"], 1]);
});

test.each<readonly [what: string, mark: Partial<Tool>, around: Form]>([
  ["asks a person by itself", { asksPerson: true }, plain],
  ["says that it has an approval", { hasApproval: true }, plain],
  ["has an approval around such a one", { asksPerson: true }, lax],
])("where the runner's tool %s, no other form of it is sent", async (_what, mark, around) => {
  const bare = fakeTool("wipe");
  const asking = around({ ...bare, ...mark, invoke: async () => text("asked") });
  const runner = createToolRunner({ tools: [asking] });
  const run = (wrapped?: Tool) => runner.run({ id: "1", tool: "wipe", args: {} }, wrapped && { wrapped });
  expect(await run()).toMatchObject({ outcome: "ok", text: "asked" });
  expect(await run(asking)).toMatchObject({ outcome: "ok", text: "asked" });
  expect(await run(bare)).toMatchObject({ outcome: "failed", message: expect.stringContaining("was not sent") });
  runner.renew([bare]);
  expect(await run()).toMatchObject({ outcome: "failed", message: expect.stringContaining("was not sent") });
  expect(bare.calls).toEqual([]);
});
