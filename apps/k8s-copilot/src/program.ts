import { Command, CommanderError, Option } from "commander";
import { exitCodes } from "./exit-codes.ts";
import { Exit, type Io, say } from "./io.ts";
import type { Options, Ready } from "./options.ts";
import { loadSettings } from "./settings.ts";
import { type AppLanguage, localeLanguage, word } from "./words.ts";

/** Runs a command line; the returned number is the exit code. The crew is loaded only by commands that need it. */
export const runProgram = async (io: Io, argv: readonly string[], version: string): Promise<number> => {
  const language = localeLanguage(io.env);
  let code: number = exitCodes.ok;
  const program = buildProgram(io, version, (run) => async (...args: unknown[]) => {
    code = await run(args);
  });
  try {
    if (argv.length === 0) {
      if (!(io.stdin.isTTY && io.stdout.isTTY)) {
        io.stderr.write(program.helpInformation());
        return exitCodes.usage;
      }
      await program.parseAsync(["chat"], { from: "user" });
      return code;
    }
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof Exit) {
      if (error.message !== "") say(io, error.message);
      return error.exitCode;
    }
    if (error instanceof CommanderError) return usageError(io, error, language);
    say(io, word(language, "unexpected", { cause: error instanceof Error ? error.message : String(error) }));
    return exitCodes.failure;
  }
};

const usageError = (io: Io, error: CommanderError, language: AppLanguage): number => {
  if (error.exitCode === 0) return exitCodes.ok;
  const text = error.message.replace(/^error: /, "").replace(/\n/g, " ");
  say(io, `${text} ${word(language, "seeHelp", { name: io.name })}`);
  return exitCodes.usage;
};

type Wrap = (run: (args: readonly unknown[]) => Promise<number>) => (...args: unknown[]) => Promise<void>;

const buildProgram = (io: Io, version: string, wrap: Wrap): Command => {
  const program = new Command()
    .name(io.name)
    .description("Work with Kubernetes in your own words, Chinese or English. / 用自己的话操作 Kubernetes。")
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: () => {} })
    .showSuggestionAfterError(true)
    .enablePositionalOptions();
  shared(
    program.command("ask").description("ask one question / 问一个问题").argument("[words...]", "the question"),
  ).action(
    wrap(async ([words, options]) =>
      (await import("./commands.ts")).runAsk({ io, words: texts(words), ...ready(io, options) }),
    ),
  );
  shared(
    program.command("chat").description("hold a conversation (default on a terminal) / 对话（终端里的默认命令）"),
  ).action(wrap(async ([options]) => (await import("./commands.ts")).runChat({ io, ...ready(io, options) })));
  shared(
    program
      .command("tools")
      .description("list the server's tools as understood / 列出服务器的工具")
      .option("--json", "as JSON"),
  ).action(wrap(async ([options]) => (await import("./commands.ts")).runTools({ io, ...ready(io, options) })));
  shared(program.command("doctor").description("check the set-up / 检查环境").option("--json", "as JSON")).action(
    wrap(async ([options]) => (await import("./doctor.ts")).runDoctor({ io, ...ready(io, options) })),
  );
  const config = program.command("config").description("settings / 配置");
  shared(config.command("show").description("every setting, its value and source / 显示配置及来源")).action(
    wrap(async ([options]) => (await import("./config-show.ts")).showConfig({ io, ...ready(io, options) })),
  );
  program
    .command("completion")
    .description("shell completion script / 生成 shell 补全脚本")
    .argument("<shell>", "bash, zsh or fish")
    .action(wrap(async ([shell]) => (await import("./completion.ts")).printCompletion(io, String(shell))));
  return program;
};

const shared = (command: Command): Command =>
  command
    .exitOverride()
    .option("-n, --namespace <name>", "namespace to begin with / 命名空间")
    .option("-A, --all-namespaces", "all namespaces / 所有命名空间")
    .option("--context <name>", "kubeconfig context or cluster to begin with / 上下文或集群")
    .addOption(new Option("--cluster <name>", "same as --context / 同 --context"))
    .option("--kubeconfig <file>", "kubeconfig for the bundled server")
    .option("--sandbox", "use demonstration clusters / 使用演示集群")
    .option("--manifests <path>", "use a sandbox made of these manifests")
    .option("--read-only", "refuse everything that is not a read / 只读")
    .option("--no-input", "never ask; exit 3 or 4 instead / 不提问")
    .option("--no-color", "no colours")
    .option("--model <name>", "model to use / 模型")
    .option("--offline", "send nothing to a model / 不使用模型")
    .addOption(new Option("--lang <language>", "language of the interface / 界面语言").choices(["zh", "en", "auto"]))
    .addOption(
      new Option("-o, --output <format>", "output format / 输出格式")
        .choices(["text", "json", "jsonl"])
        .default("text"),
    )
    .option("-q, --quiet", "only the answer / 只显示答案")
    .option("-v, --verbose", "show plan and calls / 显示计划和调用")
    .option("--no-cache", "read everything anew / 不使用缓存");

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** Settings and language for a command; a mistake in a file is one sentence and a failure. */
const ready = (io: Io, given: unknown): Ready => {
  const options: Options = typeof given === "object" && given !== null ? { ...given } : {};
  const locale = localeLanguage(io.env);
  const context = options.context ?? options.cluster;
  const loaded = loadSettings(
    io,
    {
      ...(options.model === undefined ? {} : { model: options.model }),
      ...(context === undefined ? {} : { context }),
      ...(options.namespace === undefined ? {} : { namespace: options.namespace }),
      ...(options.lang === undefined ? {} : { lang: options.lang }),
    },
    locale,
  );
  if (loaded.kind === "broken") throw new Exit(exitCodes.failure, loaded.message);
  const { settings } = loaded;
  return { options, settings, language: settings.language === "auto" ? locale : settings.language };
};
