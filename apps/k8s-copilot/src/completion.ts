import { flagTable } from "./flags.ts";
import type { Say } from "./words.ts";

export const completionShells = ["bash", "zsh", "fish"] as const;

/** The commands that a shell completes, each with the words that may follow it. */
export const commands: Readonly<Record<string, readonly string[]>> = {
  ask: [],
  chat: [],
  tools: ["--json"],
  doctor: ["--json"],
  config: ["show"],
  playbooks: [],
  sessions: ["list", "show", "rm"],
  completion: completionShells,
};

/** The names of both bins. Behind `kubectl copilot` kubectl asks for itself, see `complete-plugin.ts`. */
const bins = ["k8s-copilot", "kubectl-copilot"];

/** A static script: nothing is started, read or called while a person presses Tab. Empty for an unknown shell. */
export const completionScript = (shell: string, { say, program }: { say: Say; program: string }): string => {
  const how = (key: "enableBash" | "enableZsh" | "enableFish") =>
    [say(key, { program }), say("enableKubectl")].map((line) => `# ${line}\n`).join("");
  switch (shell) {
    case "bash":
      return how("enableBash") + bash();
    case "zsh":
      // The first line is zsh's own.
      return zsh(how("enableZsh"));
    case "fish":
      return how("enableFish") + fish();
    default:
      return "";
  }
};

export const completedFlags = () =>
  flagTable.map(({ flags, choices }) => {
    const [, short] = /^-(\w),/.exec(flags) ?? [];
    const [, long = ""] = /--([\w-]+)/.exec(flags) ?? [];
    const [, takes] = /<(\w+)>/.exec(flags) ?? [];
    const names = short === undefined ? [`--${long}`] : [`-${short}`, `--${long}`];
    return { short, long, names, takes, choices, isPath: takes === "file" || takes === "path" };
  });

const bash = (): string => {
  const flags = completedFlags();
  const values = flags
    .filter(({ takes }) => takes !== undefined)
    .map((flag) => {
      const reply = flag.choices
        ? `COMPREPLY=($(compgen -W "${flag.choices.join(" ")}" -- "$word"))`
        : flag.isPath
          ? `COMPREPLY=($(compgen -f -- "$word"))`
          : "COMPREPLY=()";
      return `    ${flag.names.join("|")}) ${reply}; return ;;`;
    });
  const after = Object.entries(commands).map(
    ([command, words]) => `      ${command}) words="${words.join(" ")}"; break ;;`,
  );
  return `_k8s_copilot() {
  local word="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words="${Object.keys(commands).join(" ")}" given
  case "$previous" in
${values.join("\n")}
  esac
  for given in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$given" in
${after.join("\n")}
    esac
  done
  [[ "$word" == -* ]] && words="$words ${flags.flatMap(({ names }) => names).join(" ")} --help --version"
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o filenames -F _k8s_copilot ${bins.join(" ")}
`;
};

const zsh = (how: string): string => {
  const options = completedFlags().flatMap((flag) => {
    const value = flag.takes === undefined ? "" : `:${flag.takes}:${zshValues(flag)}`;
    // A value follows as the next word, or at once: behind `=` for a long name, with nothing between for a short one.
    const follows = (name: string) => (value === "" ? "" : name.startsWith("--") ? "=" : "+");
    return flag.names.map((name) => `    '${name}${follows(name)}${value}'`);
  });
  const after = Object.entries(commands)
    .filter(([, words]) => words.length > 0)
    .map(([command, words]) => `        ${command}) compadd -- ${words.join(" ")} ;;`);
  return `#compdef ${bins.join(" ")}
${how}_k8s_copilot() {
  local context state line
  typeset -A opt_args
  _arguments -s \\
${options.join(" \\\n")} \\
    '--help' '--version' \\
    '1:command:(${Object.keys(commands).join(" ")})' \\
    '*:word:->words'
  case "$state" in
    words)
      case "$line[1]" in
${after.join("\n")}
      esac ;;
  esac
}
compdef _k8s_copilot ${bins.join(" ")}
`;
};

const zshValues = ({ choices, isPath }: { choices: readonly string[] | undefined; isPath: boolean }): string => {
  if (choices !== undefined) return `(${choices.join(" ")})`;
  return isPath ? "_files" : " ";
};

const fish = (): string =>
  bins
    .flatMap((bin) => [
      `complete -c ${bin} -f`,
      `complete -c ${bin} -n __fish_use_subcommand -a '${Object.keys(commands).join(" ")}'`,
      ...Object.entries(commands)
        .filter(([, words]) => words.length > 0)
        .map(
          ([command, words]) =>
            `complete -c ${bin} -n '__fish_seen_subcommand_from ${command}' -a '${words.join(" ")}'`,
        ),
      ...completedFlags().map(({ short, long, takes, choices, isPath }) =>
        [
          `complete -c ${bin} -l ${long}`,
          short === undefined ? "" : ` -s ${short}`,
          takes === undefined ? "" : isPath ? " -r -F" : " -x",
          choices === undefined ? "" : ` -a '${choices.join(" ")}'`,
        ].join(""),
      ),
    ])
    .join("\n")
    .concat("\n");
