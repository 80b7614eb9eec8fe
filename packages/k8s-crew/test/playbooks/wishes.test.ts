import { describe, expect, test } from "vitest";
import { readRequest } from "../../src/language/requests/request.ts";
import { builtInPlaybooks } from "../../src/playbooks/built-in/index.ts";
import { createWishes, isMeant, isWord } from "../../src/playbooks/wish.ts";

const wishes = createWishes(builtInPlaybooks);

const wishedFor = (message: string): string | undefined => {
  const wish = wishes.in(message);
  return wish && isMeant(wish, readRequest(message)) ? wish.playbook.id : undefined;
};

describe("what a vague wish stands for", () => {
  test.each([
    ["whats lying around here that nobody uses anymore", "clean-up"],
    ["anything we can get rid of?", "clean-up"],
    ["any zombie stuff", "clean-up"],
    ["tidy up the cluster pls", "clean-up"],
    ["这集群里有啥没人用的可以清", "clean-up"],
    ["清一清没用的", "clean-up"],
    ["我能删点啥", "clean-up"],
    ["有没有吃灰的东西", "clean-up"],
    ["job didn't run last night", "failed-jobs"],
    ["定时任务昨晚没跑", "failed-jobs"],
    ["deploy is stuck", "after-deployment"],
    ["something broke after the release", "after-deployment"],
    ["上线之后就不对劲了", "after-deployment"],
    ["发布卡住了", "after-deployment"],
    ["are our certs about to expire?", "certificates"],
    ["证书是不是过期了", "certificates"],
    ["list certificates", "certificates"],
    ["what certs do we have", "certificates"],
    ["列出证书", "certificates"],
    ["有哪些 tls 证书", "certificates"],
    ["is prod ready for black friday", "peak-readiness"],
    ["can we handle the launch traffic", "peak-readiness"],
    ["双十一前 production 扛得住吗", "peak-readiness"],
    ["i'm new here, give me the tour", "tour"],
    ["新人接手，带我看看", "tour"],
    ["pods can't resolve dns", "network-unreachable"],
    ["anything rotting in here we can bin", "clean-up"],
    ["哪些东西是白占资源的", "clean-up"],
    ["备份昨晚跑了没", "failed-jobs"],
    ["we're bleeding money, where", "cost-idle"],
    ["will we survive christmas traffic", "peak-readiness"],
  ])("“%s” is %s", (message, id) => {
    expect(wishedFor(message)).toBe(id);
  });

  test.each([
    "没人用的 configmap",
    "unused pvcs",
    "alerts 下 alert-mailer 的日志给我看看",
    "delete the old job",
    "restart the deploy",
    "show pods",
  ])("“%s” asks for what it says", (message) => {
    expect(wishedFor(message)).toBeUndefined();
  });

  test("a word that says what is wished for is no name", () => {
    const wish = wishes.in("are we about to run out of disk");
    expect(wish && isWord(wish, "disk")).toBe(true);
    expect(wish && isWord(wish, "cart")).toBe(false);
  });
});
