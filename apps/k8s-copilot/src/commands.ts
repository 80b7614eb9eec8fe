import { describeCatalog, detectLanguage, quickCommands } from "@k8s-copilot/k8s-crew";
import { ask } from "./ask.ts";
import { type Assembled, assemble } from "./assemble.ts";
import { chat } from "./chat.ts";
import { exitCodes } from "./exit-codes.ts";
import { type Io, say } from "./io.ts";
import type { Ready } from "./options.ts";
import { useProxy } from "./proxy.ts";
import { openSession, type Session } from "./session.ts";
import type { Showing } from "./show-turn.ts";
import { createSpinner } from "./spinner.ts";
import { word } from "./words.ts";

type Running = Ready & { readonly io: Io };

const open = async (running: Running, guidance: "guided" | "direct"): Promise<Assembled> => {
  const { io, options, settings, language } = running;
  await useProxy(io.env);
  if (!options.quiet) for (const notice of settings.notices) say(io, notice);
  const spinner = createSpinner(io, language);
  spinner.say(word(language, "connecting"));
  try {
    return await assemble({ io, settings, flags: options, guidance, language, onProgress: spinner.say });
  } finally {
    spinner.stop();
  }
};

const showingOf = ({ options }: Running, chatting: boolean): Showing => ({
  output: options.output ?? "text",
  quiet: options.quiet ?? false,
  verbose: options.verbose ?? false,
  chat: chatting,
});

const sessionOf = (running: Running, assembled: Assembled, chatting: boolean): Session => {
  const { io, options, settings, language } = running;
  return openSession(io, assembled, {
    showing: showingOf(running, chatting),
    place: { context: settings.context, namespace: settings.namespace, allNamespaces: options.allNamespaces },
    language,
    fixedLanguage: settings.language !== "auto",
  });
};

export const runAsk = async (running: Running & { readonly words: readonly string[] }): Promise<number> => {
  const language =
    running.settings.language === "auto" ? detectLanguage(running.words.join(" "), running.language) : running.language;
  const own = { ...running, language };
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once("SIGINT", interrupt);
  const assembled = await open(own, "direct");
  try {
    const session = sessionOf(own, assembled, false);
    return await ask({
      io: running.io,
      session,
      words: running.words,
      input: running.options.input !== false,
      language,
      signal: stop.signal,
    });
  } finally {
    process.off("SIGINT", interrupt);
    await assembled.close();
  }
};

export const runChat = async (running: Running): Promise<number> => {
  const { io, language, options } = running;
  const assembled = await open(running, "guided");
  try {
    const session = sessionOf(running, assembled, true);
    const labels = quickCommands(language).map(({ label }) => label);
    return await chat({ io, session, assembled, quickCommands: labels, language, quiet: options.quiet ?? false });
  } finally {
    await assembled.close();
  }
};

export const runTools = async (running: Running): Promise<number> => {
  const assembled = await open(running, "direct");
  try {
    const rows = describeCatalog(assembled.crew.catalog);
    if (running.options.json || running.options.output === "json")
      running.io.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
    else
      for (const row of rows) {
        running.io.stdout.write(`${row.tool}  ${row.verb} ${row.resource}  ${row.effect}\n`);
        for (const parameter of row.parameters) {
          const role = parameter.of === undefined ? parameter.role : `${parameter.role} of ${parameter.of}`;
          running.io.stdout.write(
            `    ${parameter.name}${parameter.required ? "*" : ""}  ${role}${parameter.choicesFrom === undefined ? "" : `  <- ${parameter.choicesFrom}`}\n`,
          );
        }
      }
    return exitCodes.ok;
  } finally {
    await assembled.close();
  }
};
