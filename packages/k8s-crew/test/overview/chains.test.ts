import type { CallResult } from "@k8s-copilot/crew";
import { expect, test } from "vitest";
import { drive, together } from "../../src/overview/chains.ts";
import type { Chain, Read } from "../../src/overview/types.ts";

const resultOf = (read: Read): CallResult => ({
  call: { id: "1", tool: read.tool, args: read.args },
  server: "s",
  outcome: "ok",
  text: `text of ${read.tool}`,
  message: "",
  cached: false,
  ageMs: 0,
  ms: 1,
});

function* readsOf(...tools: readonly string[]): Chain<string> {
  const texts: string[] = [];
  for (const tool of tools) {
    const [result] = yield [{ tool, args: {} }];
    texts.push(result?.text ?? "nothing");
  }
  return texts.join(", ");
}

const driven = async <Result>(chain: Chain<Result>): Promise<{ result: Result; rounds: string[][] }> => {
  const rounds: string[][] = [];
  const result = await drive(chain, async (reads) => {
    rounds.push(reads.map(({ tool }) => tool));
    return reads.map(resultOf);
  });
  return { result, rounds };
};

test("chains of different length run side by side, each gets its own results, in the order of the chains", async () => {
  const { result, rounds } = await driven(together([readsOf("a", "b", "c"), readsOf("d"), readsOf("e", "f")]));
  expect(result).toEqual(["text of a, text of b, text of c", "text of d", "text of e, text of f"]);
  expect(rounds).toEqual([["a", "d", "e"], ["b", "f"], ["c"]]);
});

test("a chain that needs nothing ends at once and leaves the others alone", async () => {
  const { result, rounds } = await driven(together([readsOf(), readsOf("x")]));
  expect(result).toEqual(["", "text of x"]);
  expect(rounds).toEqual([["x"]]);
});

test("no chains at all read nothing", async () => {
  expect(await driven(together([]))).toEqual({ result: [], rounds: [] });
});
