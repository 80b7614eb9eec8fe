import { Command, Option } from "commander";
import { commands, completionShells } from "./completion.ts";
import { createOptions, type Flags, readFlags } from "./flags.ts";
import type { Say, WordKey } from "./words.ts";

/** What each command does, given its flags; the exit code comes back. Loaded only when its command runs. */
export type Actions = {
  ask(flags: Flags, words: string): Promise<number>;
  chat(flags: Flags): Promise<number>;
  tools(flags: Flags): Promise<number>;
  doctor(flags: Flags): Promise<number>;
  configShow(flags: Flags): Promise<number>;
  playbooks(flags: Flags): Promise<number>;
  sessions(flags: Flags, request: SessionsRequest): Promise<number>;
  completion(shell: string): Promise<number>;
};

/** What is wanted of the conversations that are kept. */
export type SessionsRequest =
  | { readonly kind: "list" }
  | { readonly kind: "show"; readonly id: string; readonly format: (typeof showFormats)[number] }
  | { readonly kind: "rm"; readonly ids: readonly string[]; readonly all: boolean };

const showFormats = ["md", "json"] as const;

export type ProgramOptions = {
  /** As the person types it. */
  readonly name: string;
  readonly version: string;
  readonly say: Say;
  readonly actions: Actions;
  /** The exit code of the action that ran. */
  readonly onExit: (code: number) => void;
};

export const commandNames: readonly string[] = [...Object.keys(commands), "list", "show", "rm"];

/** The command line: which commands there are, their flags and help. Mistakes are thrown as CommanderError. */
export const createProgram = (options: ProgramOptions): Command => {
  const { say, actions, onExit } = options;
  const program = configure(new Command(options.name), options);
  const flags = () => readFlags(program.optsWithGlobals());
  const named = (line: string, about: WordKey, example: WordKey) =>
    localize(program.command(line).description(say(about)), say).addHelpText("after", examples(options, [example]));

  program.action(async () => onExit(await actions.chat(flags())));
  named("ask", "aboutAsk", "exampleAsk")
    .argument("[words...]", say("aboutAskWords"))
    .action(async (words: string[], _, command: Command) => {
      const message = words.join(" ");
      // Who goes on may only want to see what waits.
      const goesOn = flags().continue || flags().resume !== undefined;
      if (message.trim() === "" && !goesOn) command.error("'words'", { code: "commander.missingArgument" });
      onExit(await actions.ask(flags(), message));
    });
  named("chat", "aboutChat", "exampleChat").action(async () => onExit(await actions.chat(flags())));
  for (const name of ["tools", "doctor"] as const) {
    const command =
      name === "tools" ? named(name, "aboutTools", "exampleTools") : named(name, "aboutDoctor", "exampleDoctor");
    command
      .addOption(new Option("--json", say("aboutJson")))
      .action(async () => onExit(await actions[name](readFlags(command.optsWithGlobals()))));
  }
  const config = localize(program.command("config").description(say("aboutConfig")), say);
  const show = localize(config.command("show", { isDefault: true }).description(say("aboutConfigShow")), say);
  show
    .addHelpText("after", examples(options, ["exampleConfigShow"]))
    .action(async () => onExit(await actions.configShow(flags())));
  named("playbooks", "aboutPlaybooks", "examplePlaybooks").action(async () => onExit(await actions.playbooks(flags())));
  addSessions(program, options);
  const completion = named("completion", "aboutCompletion", "exampleCompletion");
  const shell = completion.createArgument("<shell>", say("aboutCompletionShell")).choices(completionShells);
  completion.addArgument(shell).action(async (name: string) => onExit(await actions.completion(name)));
  return program;
};

const addSessions = (program: Command, options: ProgramOptions): void => {
  const { say, actions, onExit } = options;
  const sessions = localize(program.command("sessions").description(say("aboutSessions")), say);
  const run = async (request: SessionsRequest) =>
    onExit(await actions.sessions(readFlags(program.optsWithGlobals()), request));
  const named = (line: string, about: WordKey, example: WordKey) =>
    localize(sessions.command(line, { isDefault: line === "list" }).description(say(about)), say).addHelpText(
      "after",
      examples(options, [example]),
    );
  named("list", "aboutSessionsList", "exampleSessionsList").action(() => run({ kind: "list" }));
  named("show", "aboutSessionsShow", "exampleSessionsShow")
    .argument("[id]", say("aboutSessionsId"))
    .addOption(new Option("--format <format>", say("aboutSessionsFormat")).choices(showFormats))
    .action((id: string | undefined, { format }: { format?: SessionsShow["format"] }) =>
      run({
        kind: "show",
        id: id ?? "",
        format: format ?? (readFlags(program.opts()).output === "text" ? "md" : "json"),
      }),
    );
  named("rm", "aboutSessionsRm", "exampleSessionsRm")
    .argument("[ids...]", say("aboutSessionsIds"))
    .addOption(new Option("--all", say("aboutSessionsAll")))
    .action((ids: readonly string[], { all = false }: { all?: boolean }, command: Command) => {
      if (ids.length === 0 && !all) command.error("'ids'", { code: "commander.missingArgument" });
      return run({ kind: "rm", ids, all });
    });
};

type SessionsShow = Extract<SessionsRequest, { kind: "show" }>;

const configure = (program: Command, options: ProgramOptions): Command => {
  const { say } = options;
  localize(program, say)
    .description(say("about"))
    .version(options.version, "-V, --version", say("aboutVersion"))
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .showSuggestionAfterError(false)
    .addHelpText(
      "after",
      examples(options, ["exampleAsk", "exampleChat", "exampleContinue", "examplePipe", "exampleDoctor"]),
    );
  for (const option of createOptions(say)) program.addOption(option);
  return program;
};

const localize = (command: Command, say: Say): Command =>
  command
    .helpOption("-h, --help", say("aboutHelp"))
    .helpCommand(false)
    .configureHelp({
      showGlobalOptions: true,
      // The descriptions name the choices, in the person's language.
      optionDescription: (option) => option.description,
      argumentDescription: (argument) => argument.description,
      styleTitle: (title) => {
        const key = titles[title];
        return key === undefined ? title : say(key);
      },
    });

const titles: Readonly<Record<string, WordKey>> = {
  "Usage:": "titleUsage",
  "Options:": "titleOptions",
  "Global Options:": "titleGlobalOptions",
  "Commands:": "titleCommands",
  "Arguments:": "titleArguments",
};

const examples = ({ say, name }: ProgramOptions, keys: readonly WordKey[]): string =>
  `\n${say("titleExamples")}\n${keys.map((key) => `  ${say(key, { program: name })}`).join("\n")}`;
