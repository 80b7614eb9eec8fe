import { describe, expect, test } from "vitest";
import { falseClaims, trueClaims } from "./claims-table.ts";
import { answer, call, executor, planner, planOf } from "./model-replies.ts";
import { useModelStage } from "./model-stage.ts";

const { openRouter, talk } = useModelStage();

const dev = { namespace: "dev" };
const reads = [call("pods_list_in_namespace", dev), call("pods_log", { ...dev, name: "redis-0" })];

/** What stands under the list of the pods in dev and the log of redis-0, and what is noted beside. */
const told = async (claim: string) => {
  openRouter().enqueue(
    { match: planner, reply: planOf(...reads) },
    { match: executor, reply: answer({ hypothesis: claim }) },
  );
  const isChinese = /\p{Script=Han}/u.test(claim);
  const message = isChinese
    ? "列出 dev 的 pod 和 redis-0 的日志"
    : "list pods in dev and show the logs of redis-0 in dev";
  const { answer: text, warnings } = await talk().send(message);
  const [, explanation = ""] = text.split(/\n(?:What this suggests:|分析：)\n/u);
  return { explanation, warnings };
};

const marked =
  /\((?:not what was read|no result says|the results show|a name that no)|（(?:与读到的不符|读到的结果里|结果里没有)/u;

describe("what a model says of results that were read", () => {
  test.each(falseClaims)("is marked, or left out, where they say otherwise: %s", async (claim) => {
    const { explanation, warnings } = await told(claim);
    if (warnings.length === 0) expect(explanation).toMatch(marked);
    else expect(explanation).not.toContain(claim);
  });

  test.each(trueClaims)("stands as it was said where it holds: %s", async (claim) => {
    expect(await told(claim)).toEqual({ explanation: claim, warnings: [] });
  });
});
