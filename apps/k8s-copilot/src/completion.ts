import { exitCodes } from "./exit-codes.ts";
import { Exit, type Io } from "./io.ts";

const commands = ["ask", "chat", "tools", "doctor", "config", "completion", "help"];
const flags = [
  "--namespace",
  "--all-namespaces",
  "--context",
  "--kubeconfig",
  "--sandbox",
  "--manifests",
  "--read-only",
  "--no-input",
  "--no-color",
  "--model",
  "--offline",
  "--lang",
  "--output",
  "--quiet",
  "--verbose",
  "--no-cache",
  "--help",
  "--version",
];

/** Static scripts: pressing Tab never starts anything and never asks a cluster. */
const scripts: { readonly [shell: string]: () => string } = {
  bash: () => `_k8s_copilot() {
  local current="\${COMP_WORDS[COMP_CWORD]}"
  if [[ "$current" == -* ]]; then COMPREPLY=($(compgen -W "${flags.join(" ")}" -- "$current"))
  elif [[ $COMP_CWORD -eq 1 ]]; then COMPREPLY=($(compgen -W "${commands.join(" ")}" -- "$current")); fi
}
complete -F _k8s_copilot k8s-copilot kubectl-copilot
`,
  zsh: () => `#compdef k8s-copilot kubectl-copilot
_k8s_copilot() {
  if (( CURRENT == 2 )); then compadd ${commands.join(" ")}; else compadd -- ${flags.join(" ")}; fi
}
compdef _k8s_copilot k8s-copilot kubectl-copilot
`,
  fish: () =>
    ["k8s-copilot", "kubectl-copilot"]
      .flatMap((bin) => [
        ...commands.map((command) => `complete -c ${bin} -n __fish_use_subcommand -f -a ${command}`),
        ...flags.map((flag) => `complete -c ${bin} -l ${flag.slice(2)}`),
      ])
      .join("\n")
      .concat("\n"),
};

export const printCompletion = async (io: Io, shell: string): Promise<number> => {
  const script = Object.hasOwn(scripts, shell) ? scripts[shell] : undefined;
  if (!script)
    throw new Exit(exitCodes.usage, `There are scripts for bash, zsh and fish, not for “${shell.slice(0, 40)}”.`);
  io.stdout.write(script());
  // kubectl completes a plugin through a program beside it; the comment tells how to have one.
  if (shell !== "fish")
    io.stdout.write(
      `# kubectl copilot: put an executable kubectl_complete-copilot on PATH that prints:\n#   ${commands.join("\n#   ")}\n`,
    );
  return exitCodes.ok;
};
