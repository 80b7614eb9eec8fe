import type { Fault } from "@k8s-copilot/crew";
import { describe, expect, test } from "vitest";
import { modelSentence, modelWords } from "../../src/words/model-words.ts";
import { faultSentence, serverWords } from "../../src/words/server-words.ts";

const rows = [...Object.entries(serverWords), ...Object.entries(modelWords)];

test.each(rows)("the cause %s is said in both languages, with a remedy in both or in none", (_cause, row) => {
  expect(row.problem.zh).toMatch(/[\u4e00-\u9fff]/);
  expect(row.problem.en).toMatch(/^[A-Za-z ]/);
  expect(row.problem.en).not.toMatch(/[\u4e00-\u9fff]/);
  expect(row.remedy.zh === "").toBe(row.remedy.en === "");
  for (const text of [row.problem.zh, row.problem.en]) expect(text).not.toMatch(/[.。]$/);
  if (row.remedy.zh !== "") expect(row.remedy.zh).toMatch(/。$/);
  if (row.remedy.en !== "") expect(row.remedy.en).toMatch(/\.$/);
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
