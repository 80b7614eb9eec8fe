import { commands, completedFlags } from "./completion.ts";

/** What kubectl reads on the last line (cobra's ShellCompDirective): files are offered as well, or they are not. */
const directives = { files: ":0", noFiles: ":4" };

/**
 * What kubectl asks an executable named `kubectl_complete-copilot` when a person presses Tab behind `kubectl copilot`:
 * the words so far, the one being typed last. Comes back with what may stand there, one by line, then the directive.
 */
export const completePlugin = (words: readonly string[]): string => {
  const typed = words.at(-1) ?? "";
  const given = words.slice(0, -1);
  const { offered, files } = offersFor(typed, given);
  const fitting = offered.filter((word) => word.startsWith(typed));
  return `${[...fitting, files ? directives.files : directives.noFiles].join("\n")}\n`;
};

type Offers = { readonly offered: readonly string[]; readonly files: boolean };

const offersFor = (typed: string, given: readonly string[]): Offers => {
  const flags = completedFlags();
  const [name = "", value] = typed.split("=");
  const inline = value === undefined ? undefined : flags.find(({ long }) => `--${long}` === name);
  if (inline) return { offered: (inline.choices ?? []).map((choice) => `${name}=${choice}`), files: inline.isPath };
  const waiting = (word = "") => flags.find(({ names, takes }) => takes !== undefined && names.includes(word));
  const before = waiting(given.at(-1));
  if (before) return { offered: before.choices ?? [], files: before.isPath };
  const command = given.find((word, index) => Object.hasOwn(commands, word) && !waiting(given[index - 1]));
  const words = command === undefined ? Object.keys(commands) : (commands[command] ?? []);
  const names = typed.startsWith("-") ? [...flags.flatMap((flag) => flag.names), "--help", "--version"] : [];
  return { offered: [...words, ...names], files: false };
};
