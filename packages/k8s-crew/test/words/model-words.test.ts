import { describe, expect, it } from "vitest";
import { modelSentence } from "../../src/words/model-words.ts";
import { problem } from "../../src/words/plan-problems.ts";

describe("why a model gave no answer", () => {
  it("is told with what the vendor said of it", () => {
    const error = { code: "model_no_credit", message: "No credit.", detail: "Insufficient credits" } as const;
    expect(modelSentence(error, "zh").message).toBe("模型账户余额不足（Insufficient credits）。");
  });

  it("is not told twice, in English, where the failure is one of our own", () => {
    const said = 'The time of the agent "planner" is used up.';
    const error = { code: "budget_exceeded", message: said, detail: said } as const;
    expect(modelSentence(error, "zh").message).toBe("模型达到了使用上限。");
  });

  it("names the limit that is used up, in the person's language", () => {
    const said = "The limit of 2 model calls is used up.";
    const error = {
      code: "budget_exceeded",
      message: said,
      detail: said,
      spent: { limit: "modelCalls", amount: 2 },
    } as const;
    expect(modelSentence(error, "zh").message).toBe("模型达到了使用上限（2 次模型调用）。");
    expect(modelSentence(error, "en").message).toBe("The model has reached its limit (2 model calls).");
  });
});

describe("what is wrong with a plan", () => {
  it("is an order for the model, and a fact for the person", () => {
    const { zh, en, told } = problem("otherLanguage");
    expect([zh, en]).toEqual(["回答必须用中文。", "The answer has to be in English."]);
    expect(told).toEqual({ zh: "它没有用中文回答", en: "it answered in another language" });
  });

  it("is the same for both where nothing is ordered", () => {
    const { zh, told } = problem("noTool", () => ({ tool: "make_tea" }));
    expect(told.zh).toBe(zh);
  });
});
