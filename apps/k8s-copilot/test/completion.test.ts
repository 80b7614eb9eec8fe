import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { completePlugin } from "../src/complete-plugin.ts";
import { commands, completionScript } from "../src/completion.ts";
import { createProgram } from "../src/program.ts";
import { createSay } from "../src/words.ts";
import { appFolder, emptyPlace } from "./helpers/app.ts";

const scriptOf = (shell: string) => completionScript(shell, { say: createSay("en"), program: "k8s-copilot" });

/** What bash would offer for a line, the cursor at its end. */
const offered = (line: string, bin = "k8s-copilot"): readonly string[] => {
  const words = line.split(" ");
  const script = `${scriptOf("bash")}
COMP_WORDS=(${[bin, ...words].map((word) => `'${word}'`).join(" ")})
COMP_CWORD=${words.length}
_k8s_copilot
printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync("bash", ["-c", script]).toString().trim().split("\n");
};

const hasShell = (shell: string): boolean => {
  try {
    execFileSync(shell, ["-c", "true"]);
    return true;
  } catch {
    console.log(`Skipped: loading the script of ${shell} needs ${shell}.`);
    return false;
  }
};

const hasKubectl = (): boolean => {
  try {
    execFileSync("kubectl", ["version", "--client"], { stdio: "pipe" });
    return true;
  } catch {
    console.log("Skipped: asking kubectl for completion needs kubectl.");
    return false;
  }
};

const program = createProgram({
  name: "k8s-copilot",
  version: "1",
  say: createSay("en"),
  onExit: () => {},
  actions: {
    ask: async () => 0,
    chat: async () => 0,
    tools: async () => 0,
    doctor: async () => 0,
    configShow: async () => 0,
    playbooks: async () => 0,
    sessions: async () => 0,
    completion: async () => 0,
  },
});

describe("completion in bash", () => {
  it.each([
    ["to", ["tools"]],
    ["co", ["config", "completion"]],
    ["completion ", ["bash", "zsh", "fish"]],
    ["config s", ["show"]],
    ["ask -o js", ["json", "jsonl"]],
    ["ask --lang z", ["zh"]],
    ["--name", ["--namespace"]],
  ])("offers for %j %j", (line, expected) => {
    expect(offered(line)).toEqual(expected);
  });

  it("knows every command and flag of the program", () => {
    expect(offered("")).toEqual(program.commands.map((command) => command.name()));
    for (const { long, short } of program.options)
      for (const name of [long, short]) if (name && name !== "-V") expect(offered("ask -")).toContain(name);
  });

  it("is there for both bins", () => {
    const registered = execFileSync("bash", ["-c", `${scriptOf("bash")}\ncomplete -p`]).toString();
    for (const bin of ["k8s-copilot", "kubectl-copilot"])
      expect(registered).toMatch(new RegExp(`_k8s_copilot ${bin}$`, "m"));
  });
});

describe.each([
  ["bash", "source <(k8s-copilot completion bash)", "~/.bashrc"],
  ["zsh", "source <(k8s-copilot completion zsh)", "~/.zshrc"],
  ["fish", "k8s-copilot completion fish | source", "~/.config/fish/config.fish"],
])("the script for %s", (shell, command, file) => {
  it("says how to enable it, and how kubectl's own completion comes by it", () => {
    const comments = scriptOf(shell)
      .split("\n")
      .filter((line) => line.startsWith("# "));
    expect(comments[0]).toContain(command);
    expect(comments[0]).toContain(file);
    expect(comments[1]).toContain("kubectl_complete-copilot");
  });

  it("says so in Chinese", () => {
    const script = completionScript(shell, { say: createSay("zh"), program: "k8s-copilot" });
    expect(script).toContain(`# 启用：${command}`);
  });
});

describe("completion behind kubectl copilot", () => {
  it.each([
    [[""], Object.keys(commands), ":4"],
    [["c"], ["chat", "config", "completion"], ":4"],
    [["completion", ""], ["bash", "zsh", "fish"], ":4"],
    [["ask", "-o", "js"], ["json", "jsonl"], ":4"],
    [["ask", "--lang=z"], ["--lang=zh"], ":4"],
    [["--na"], ["--namespace"], ":4"],
    [["-n", "chat", "ch"], ["chat"], ":4"],
    [["--kubeconfig", ""], [], ":0"],
    [["ask", "hi", ""], [], ":4"],
  ])("after %j is %j", (words, expected, directive) => {
    expect(completePlugin(words).trim().split("\n")).toEqual([...expected, directive]);
  });

  it.runIf(hasKubectl())("is what kubectl itself gives", async () => {
    const installed = dirname(dirname(inject("installedApp")));
    const folder = mkdtempSync(join(tmpdir(), "k8s-copilot-path-"));
    const { bin } = JSON.parse(readFileSync(join(appFolder, "package.json"), "utf8"));
    for (const [name, file] of Object.entries<string>(bin)) symlinkSync(join(installed, file), join(folder, name));
    const environment = { ...emptyPlace().environment, PATH: `${folder}:${process.env.PATH}` };
    const completed = (...words: readonly string[]) =>
      execFileSync("kubectl", ["__complete", "copilot", ...words], { env: environment, stdio: "pipe" }).toString();
    expect(completed("")).toBe(`${Object.keys(commands).join("\n")}\n:4\n`);
    expect(completed("completion", "f")).toBe("fish\n:4\n");
  });
});

describe.each(["zsh", "fish"])("completion in %s", (shell) => {
  it("names every flag", () => {
    const script = scriptOf(shell);
    for (const { long } of program.options)
      if (long && long !== "--version") expect(script).toContain(shell === "fish" ? `-l ${long.slice(2)}` : long);
  });

  it.runIf(hasShell(shell))("loads without an error", () => {
    const prefix = shell === "zsh" ? "autoload -U compinit; compinit -u -D;" : "";
    expect(execFileSync(shell, ["-c", `${prefix}${scriptOf(shell)}`], { stdio: "pipe" }).toString()).toBe("");
  });
});
