// The same with @openai/agents: one agent, run for one task after another.
import { Agent, Runner, setTracingDisabled, tool, Usage } from "@openai/agents";
import { z } from "zod";
import { answer, look, nextCall, person, texts } from "./work.mjs";

export function build(calls) {
  setTracingDisabled(true);
  let shown = 0;
  const model = {
    async getResponse({ input, systemInstructions = "" }) {
      const items = typeof input === "string" ? [{ role: "user", content: input }] : input;
      shown += systemInstructions.length;
      for (const { content, output } of items) shown += lengthOf(content) + lengthOf(output?.text ?? output);
      const results = items.filter(({ type }) => type === "function_call_result").length;
      const args = nextCall(results, calls);
      const usage = new Usage({ requests: 1, inputTokens: 10, outputTokens: 5, totalTokens: 15 });
      if (args === undefined) {
        const content = [{ type: "output_text", text: answer }];
        return { usage, output: [{ type: "message", role: "assistant", status: "completed", content }] };
      }
      const call = { callId: `${args.number}`, name: look.name, status: "completed", arguments: JSON.stringify(args) };
      return { usage, output: [{ type: "function_call", ...call }] };
    },
    getStreamedResponse() {
      throw new Error("Nobody streams here.");
    },
  };
  const parameters = z.object({ number: z.number() });
  const tools = [tool({ name: look.name, description: look.description, parameters, execute: look.find })];
  const instructions = `You are ${person.role}. Your goal: ${person.goal}`;
  const agent = new Agent({ name: "researcher", instructions, model, tools });
  const runner = new Runner({ tracingDisabled: true });
  return {
    async run() {
      const outputs = [];
      for (const { description, expected } of texts) {
        const known = outputs.join("\n\n");
        const result = await runner.run(agent, `${description}\n\nExpected: ${expected}\n\n${known}`, { maxTurns: 30 });
        outputs.push(result.finalOutput);
      }
      return outputs.at(-1);
    },
    shown: () => shown,
  };
}

function lengthOf(content) {
  if (typeof content === "string") return content.length;
  return Array.isArray(content) ? content.reduce((sum, { text = "" }) => sum + text.length, 0) : 0;
}
