import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { completionScript } from "../src/completion.ts";
import { createProgram } from "../src/program.ts";
import { createSay } from "../src/words.ts";

/** What bash would offer for a line, the cursor at its end. */
const offered = (line: string, bin = "k8s-copilot"): readonly string[] => {
  const words = line.split(" ");
  const script = `${completionScript("bash")}
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
    const registered = execFileSync("bash", ["-c", `${completionScript("bash")}\ncomplete -p`]).toString();
    for (const bin of ["k8s-copilot", "kubectl-copilot"])
      expect(registered).toMatch(new RegExp(`_k8s_copilot ${bin}$`, "m"));
  });
});

describe.each(["zsh", "fish"])("completion in %s", (shell) => {
  it("names every flag", () => {
    const script = completionScript(shell);
    for (const { long } of program.options)
      if (long && long !== "--version") expect(script).toContain(shell === "fish" ? `-l ${long.slice(2)}` : long);
  });

  it.runIf(hasShell(shell))("loads without an error", () => {
    const prefix = shell === "zsh" ? "autoload -U compinit; compinit -u -d /dev/null;" : "";
    expect(execFileSync(shell, ["-c", `${prefix}${completionScript(shell)}`], { stdio: "pipe" }).toString()).toBe("");
  });
});
