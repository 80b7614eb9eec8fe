import type { Fault } from "@k8s-copilot/crew";
import { describe, expect, test } from "vitest";
import { modelCauseWords } from "../../src/words/model-cause-words.ts";
import { modelCodeWords } from "../../src/words/model-code-words.ts";
import { modelSentence } from "../../src/words/model-words.ts";
import { faultSentence, serverWords } from "../../src/words/server-words.ts";

const modelRows = [...Object.entries(modelCodeWords), ...Object.entries(modelCauseWords)];
const rows = [...Object.entries(serverWords), ...modelRows];

test.each(rows)("the cause %s is said in both languages, with a remedy in both or in none", (_cause, row) => {
  expect(row.problem.zh).toMatch(/[\u4e00-\u9fff]/);
  expect(row.problem.en).toMatch(/^[A-Za-z ]/);
  expect(row.problem.en).not.toMatch(/[\u4e00-\u9fff]/);
  expect(row.remedy.zh === "").toBe(row.remedy.en === "");
  for (const text of [row.problem.zh, row.problem.en]) expect(text).not.toMatch(/[.。]$/);
  if (row.remedy.zh !== "") expect(row.remedy.zh).toMatch(/。$/);
  if (row.remedy.en !== "") expect(row.remedy.en).toMatch(/\.$/);
});

test.each(modelRows)("what helps against %s names the model and the time in both languages", (_cause, row) => {
  for (const text of Object.values(row.replaced ?? {})) expect(text).toMatch(/\{replacement\}.*[.。]$/);
  for (const text of Object.values(row.waited ?? {})) expect(text).toMatch(/\{wait\}.*[.。]$/);
  expect(row.replaced?.zh ?? "模").toMatch(/[\u4e00-\u9fff]/);
  expect(row.waited?.zh ?? "等").toMatch(/[\u4e00-\u9fff]/);
});

const fault: Fault = {
  code: "refused",
  server: "k8s",
  place: "http://h/sse",
  isLocal: false,
  detail: "",
  effect: "none",
};

describe("a fault in words", () => {
  test("names the server, where it was looked for, the cause and what helps", () => {
    expect(faultSentence(fault, "zh")).toEqual({
      message: "MCP 服务器“k8s”（http://h/sse）：这个地址没有程序在监听。",
      remedy: "请启动服务器，或改正它的地址。",
    });
    expect(faultSentence(fault, "en")).toEqual({
      message: "MCP server “k8s” (http://h/sse): nothing listens there.",
      remedy: "Start the server, or correct its address.",
    });
  });

  test("quotes what somebody else said, without a second full stop", () => {
    const exited = { ...fault, code: "exited" as const, place: "", isLocal: true, detail: "no kubeconfig." };
    expect(faultSentence(exited, "en")).toEqual({
      message: "MCP server “k8s”: it ended the connection at once (no kubeconfig).",
      remedy: "Run its command by hand to see why.",
    });
    expect(faultSentence({ ...exited, isLocal: false }, "en").remedy).toBe("Look into its log, or try again later.");
  });

  test("of a call that may have changed something says to look before it is repeated", () => {
    expect(faultSentence({ ...fault, code: "lost", effect: "unknown" }, "zh").remedy).toContain("重试前请先查看");
    expect(faultSentence({ ...fault, code: "lost", effect: "unknown" }, "en").remedy).toContain("before you repeat it");
  });
});

test("a model's failure quotes the vendor, and has its code for scripts", () => {
  const error = { code: "model_key_rejected" as const, detail: "User not found." };
  expect(modelSentence(error, "zh").message).toBe("模型服务不接受这个 API 密钥（User not found）。");
  expect(modelSentence({ ...error, detail: "" }, "en")).toEqual({
    code: "model_key_rejected",
    message: "The model service does not accept the API key.",
    remedy: "Check the API key, or get a new one.",
  });
});

test.each([
  [1, "1 秒后", "in 1 second,"],
  [1_500, "2 秒后", "in 2 seconds,"],
  [60_000, "1 分钟后", "in 1 minute,"],
  [90_000, "90 秒后", "in 90 seconds,"],
  [3_600_000, "1 小时后", "in 1 hour,"],
  [5_000_000, "84 分钟后", "in 84 minutes,"],
  [172_800_000, "2 天后", "in 2 days,"],
])("a wait of %s ms is told in the unit that people use", (retryAfterMs, zh, en) => {
  const error = { code: "model_rate_limited" as const, detail: "", retryAfterMs };
  expect(modelSentence(error, "zh").remedy).toContain(zh);
  expect(modelSentence(error, "en").remedy).toContain(en);
});

test("a cause says more than the code that it comes with; one without words leaves the code's", () => {
  const error = { code: "model_unavailable" as const, detail: "60 s" };
  expect(modelSentence({ ...error, cause: "timeout" }, "zh").message).toBe("模型没有按时回答（60 s）。");
  expect(modelSentence({ ...error, cause: "unreachable" }, "zh").message).toBe("无法连接模型服务（60 s）。");
});
