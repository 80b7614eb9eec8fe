// The graph alone, with nodes that do nothing: what LangGraph takes, whoever fills it.
import { chain } from "./hand.mjs";
import { answer } from "./work.mjs";

export function build() {
  const app = chain(({ name }) => async () => ({ outputs: { [name]: answer } }));
  return { run: async () => (await app.invoke({})).outputs.report, shown: () => 0 };
}
