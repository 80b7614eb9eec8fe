import { describe, expect, inject, it } from "vitest";
import { bin, runApp } from "./helpers/app.ts";

const app = inject("scriptedApp");

describe("the command line", () => {
  it.each([
    [["--snadbox"], "Unknown option --snadbox. Did you mean --sandbox?"],
    [["ask", "hi", "--namespce", "dev"], "Unknown option --namespce. Did you mean --namespace?"],
    [["tols"], "Unknown command tols. Did you mean tools?"],
    [["why", "is", "it", "slow"], 'Unknown command why. To ask in words: k8s-copilot ask "why is it slow".'],
    [["config", "shw"], "Unknown command config shw. Did you mean config show?"],
    [["ask", "-n"], "--namespace needs a value."],
    [["ask", "hi", "-o", "jsn"], "--output cannot be jsn; it can be text, json, jsonl. Did you mean json?"],
    [["ask", "hi", "--lang", "fr"], "--lang cannot be fr; it can be zh, en, auto."],
    [["ask"], "Nothing was asked."],
    [["completion", "tcsh"], "shell cannot be tcsh; it can be bash, zsh, fish."],
    [["ask", "hi", "-n", "a", "-A"], "--namespace and --all-namespaces contradict each other."],
    [["ask", "hi", "--max-age", "ten"], "--max-age cannot be ten; it can be 0 or a time such as 30s, 5m, 1h30m."],
    [["ask", "hi", "--max-age", "-5s"], "--max-age cannot be -5s; it can be 0 or a time such as 30s, 5m, 1h30m."],
    [["ask", "hi", "--max-age", "10s", "--no-cache"], "--no-cache and --max-age contradict each other."],
    [["ask", "hi", "--sandbox", "--kubeconfig", "x"], "--sandbox and --kubeconfig contradict each other."],
  ])("answers %j in one sentence, with exit code 2", async (args, sentence) => {
    const { code, stdout, stderr } = await runApp(app, args);
    expect(stderr).toBe(`${sentence} See k8s-copilot --help.\n`);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  it.each([
    [["--lang", "zh", "--snadbox"], {}],
    [["--snadbox"], { LC_ALL: "zh_CN.UTF-8" }],
    [["tools", "--snadbox"], { LC_ALL: "zh_CN.UTF-8" }],
    [["ask", "看日志", "--snadbox"], {}],
  ])("speaks Chinese to whom it should: %j %j", async (args, environment) => {
    const { stderr } = await runApp(app, args, { environment });
    expect(stderr).toBe("未知选项 --snadbox。是不是想用 --sandbox？参见 k8s-copilot --help。\n");
  });

  it("shows help on stderr, with exit code 2, to whom nobody can talk", async () => {
    const { code, stdout, stderr } = await runApp(app, []);
    expect(stderr).toContain("Usage: k8s-copilot");
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  it.each([
    [["--help"]],
    [["ask", "--help"]],
    [["chat", "--help"]],
    [["tools", "--help"]],
    [["doctor", "--help"]],
    [["config", "show", "--help"]],
    [["completion", "--help"]],
  ])("helps with %j and gives an example", async (args) => {
    for (const [language = "", title] of [
      ["en", "Examples:"],
      ["zh", "示例："],
    ]) {
      const { code, stdout, stderr } = await runApp(app, [...args, "--lang", language]);
      expect(stdout).toContain(title);
      expect(stderr).toBe("");
      expect(code).toBe(0);
    }
  });

  it("takes its name from the bin by which it was called", async () => {
    const { stdout } = await runApp(bin.replace("k8s-copilot.cjs", "kubectl-copilot.cjs"), ["--help"]);
    expect(stdout).toContain("Usage: kubectl copilot ");
  });
});
