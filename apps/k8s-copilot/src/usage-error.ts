import type { Command } from "commander";
import { nearest } from "./nearest.ts";
import type { Say } from "./words.ts";

/** Where the mistake was made: the program, and the words that were not flags. */
export type UsageContext = { readonly program: Command; readonly say: Say; readonly operands: readonly string[] };

/** One sentence for a command line that was not understood: what is wrong, and what was probably meant. */
export const usageSentence = (error: { code: string; message: string }, context: UsageContext): string => {
  const { say, program } = context;
  const quoted = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? "");
  const [option = ""] = quoted;
  const help = say("seeHelp", { program: program.name() });
  switch (error.code) {
    case "commander.unknownOption":
      return say("unknownOption", { option }) + suggestion(option, optionNames(program), say) + help;
    case "commander.optionMissingArgument":
      return say("optionNeedsValue", { option: longName(option) }) + help;
    case "commander.invalidArgument":
      return badValue(quoted, error.message, say) + help;
    case "commander.missingArgument":
      return (option === "words" ? say("missingWords") : say("missingArgument", { argument: option })) + help;
    case "commander.excessArguments":
    case "commander.unknownCommand":
    case "commander.help":
      return unknownCommand(context) + help;
    case "contradiction":
      return error.message + help;
    default:
      return say("badUsage") + help;
  }
};

const suggestion = (written: string, candidates: readonly string[], say: Say): string => {
  const meant = nearest(written, candidates);
  return meant === undefined ? "" : say("didYouMean", { suggestion: meant });
};

const optionNames = (program: Command): string[] =>
  [program, ...program.commands].flatMap((command) =>
    command.options.flatMap(({ long, short }) => [long, short].filter((name) => typeof name === "string")),
  );

const longName = (flags: string): string => /--[\w-]+/.exec(flags)?.[0] ?? flags;

const badValue = (quoted: readonly string[], message: string, say: Say): string => {
  const [first = "", second = ""] = quoted;
  // Commander names an option before its value, an argument after it.
  const [flags, value] = message.includes("command-argument") ? [second, first] : [first, second];
  const allowed = /choices are (.*?)\.?$/.exec(message)?.[1] ?? "";
  const choices = allowed.split(", ").filter((choice) => choice !== "");
  return say("badValue", { option: longName(flags), value, allowed }) + suggestion(value, choices, say);
};

const unknownCommand = ({ program, say, operands }: UsageContext): string => {
  const [written = "", ...rest] = operands;
  const names = program.commands.map((command) => command.name());
  const command = program.commands.find((candidate) => candidate.name() === written);
  if (command !== undefined && command.commands.length === 0) return say("tooManyArguments", { words: rest.join(" ") });
  if (command !== undefined) {
    const [sub = ""] = rest;
    const known = command.commands.map((candidate) => candidate.name());
    return (
      say("unknownCommand", { command: [written, sub].join(" ").trim() }) +
      say("didYouMean", { suggestion: `${written} ${nearest(sub, known) ?? known[0]}` })
    );
  }
  const meant = suggestion(written, names, say);
  const ask = meant === "" ? say("askInstead", { program: program.name(), words: operands.join(" ") }) : "";
  return say("unknownCommand", { command: written }) + meant + ask;
};
