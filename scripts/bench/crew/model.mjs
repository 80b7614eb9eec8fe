// A chat model that answers at once, and counts what it is shown.
import { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { AIMessage } from "@langchain/core/messages";
import { answer, look, nextCall } from "./work.mjs";

export class InstantModel extends BaseChatModel {
  shown = 0;
  constructor(calls) {
    super({});
    this.calls = calls;
  }
  _llmType() {
    return "instant";
  }
  bindTools(tools) {
    return this.withConfig({ tools });
  }
  async _generate(messages) {
    this.shown += messages.reduce((sum, { text }) => sum + text.length, 0);
    const args = nextCall(messages.filter(({ type }) => type === "tool").length, this.calls);
    const tool_calls = args === undefined ? [] : [{ type: "tool_call", id: `${args.number}`, name: look.name, args }];
    const usage_metadata = { input_tokens: 10, output_tokens: 5, total_tokens: 15 };
    const message = new AIMessage({ content: args === undefined ? answer : "", tool_calls, usage_metadata });
    return { generations: [{ message, text: message.text }] };
  }
}
