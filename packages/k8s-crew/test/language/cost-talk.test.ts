import { describe, expect, test } from "vitest";
import { commandIn } from "../../src/index.ts";

describe("a question about what the conversation cost", () => {
  test.each([
    "/cost; cost; Cost?; costs; pls show cost; show me the cost; what's the cost so far; how much did this cost?",
    "how much has this chat cost me so far; did that cost anything; how expensive was that",
    "how many tokens did that take; how many tokens did we use so far; show token usage; tokens used",
    "how much money did we burn; what's the bill; how much budget is left; what's left of my budget; remaining budget",
    "花了多少钱; 这次一共花了多少钱？; 聊到现在花了多少; 刚才那个问题花了多少钱; 费用; 看一下费用; 费用统计; 这个要钱吗; 贵不贵",
    "用了多少 token 了; 烧了多少token; token 用了多少; 模型用量; token 用量; 还剩多少预算; cost 多少; 花了几块钱",
  ])("is read however it is said: %s", (messages) => {
    for (const message of messages.split(";")) expect([message, commandIn(message.trim())]).toEqual([message, "cost"]);
  });

  test.each([
    "list pods in cost; what does namespace cost run; show the logs of cost; why is cost down; restart cost-api; scale pay to 3",
    "how many tokens does service account x have; list tokens; show me pay; check budget; delete the budget; pdb budget",
    "费用服务的日志; cost 命名空间里有什么; 看看 bill 的 pod; 配额还剩多少; 中断预算; 列出预算服务的 pod",
  ])("is not a request about things that are called so: %s", (messages) => {
    for (const message of messages.split(";"))
      expect([message, commandIn(message.trim())]).not.toEqual([message, "cost"]);
  });

  test("asks of the model by its own words", () => {
    for (const message of ["/models", "which model are you using?", "现在用的是哪个模型"])
      expect([message, commandIn(message)]).toEqual([message, "models"]);
  });
});
