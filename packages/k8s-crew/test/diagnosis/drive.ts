import { createToolRunner, type Tool } from "@k8s-copilot/crew";
import { drive } from "../../src/overview/chains.ts";
import type { Chain } from "../../src/overview/types.ts";
import { classifyOutput } from "../../src/results/failures.ts";

/** When the fixtures were looked at. */
export const now = Date.parse("2026-03-01T12:00:00Z");

/** Drives a chain over tools, as the tool node does. */
export const driveOver = <Result>(tools: readonly Tool[], chain: Chain<Result>): Promise<Result> => {
  const runner = createToolRunner({
    tools,
    classify: (output, tool) => (output.kind === "result" ? classifyOutput(output, tool) : undefined),
  });
  return drive(chain, (reads) => Promise.all(reads.map(({ tool, args }) => runner.run({ id: tool, tool, args }))));
};
