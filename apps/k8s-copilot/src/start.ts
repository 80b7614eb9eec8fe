import type { Language } from "@k8s-copilot/k8s-crew";
import type { Flags } from "./flags.ts";
import type { Io } from "./io.ts";
import { chooseLanguage } from "./language.ts";
import type { Problem } from "./problem.ts";
import type { OpenRequest } from "./session.ts";
import { type LoadedSettings, loadSettings } from "./settings/settings.ts";
import { createSay, type Say } from "./words.ts";

/** The language to speak, known also when the settings are broken. */
type Spoken = { readonly language: Language; readonly say: Say };

/** What every command that works with a server begins with. */
export type Prepared = Spoken & {
  readonly kind: "ok";
  readonly loaded: LoadedSettings;
  /** The language in which a message is answered: the one set, else its own. */
  readonly languageFor: (message: string) => Language;
  readonly request: (rest: Pick<OpenRequest, "signal" | "guidance" | "isTalk">) => OpenRequest;
};

export type PrepareOptions = { readonly flags: Flags; readonly io: Io; readonly message: string };

/** Reads the settings and prepares the network. `message` is what the person said, where they said something. */
export const prepare = async ({
  flags,
  io,
  message,
}: PrepareOptions): Promise<Prepared | (Spoken & { readonly kind: "problem"; readonly problem: Problem })> => {
  const early = chooseLanguage(flags.lang, message, io.environment);
  const loaded = loadSettings(flags, io, createSay(early));
  if (loaded.kind === "problem") return { ...loaded, language: early, say: createSay(early) };
  await useProxies(io);
  const { settings } = loaded.value;
  const languageFor = (text: string) => chooseLanguage(settings.language.value, text, io.environment);
  const language = languageFor(message);
  const say = createSay(language);
  const fixed = settings.language.value === "auto" ? undefined : settings.language.value;
  const request: Prepared["request"] = (rest) => ({
    flags,
    settings,
    configFile: loaded.value.configFile,
    io,
    language: fixed,
    say,
    spoken: language,
    locale: languageFor(""),
    ...rest,
  });
  return { kind: "ok", loaded: loaded.value, languageFor, language, say, request };
};

/** Loaded only where it is needed: the library takes longer to load than all else that happens before the first byte. */
const useProxies = async ({ environment }: Io): Promise<void> => {
  if (["HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy"].some((name) => environment[name]))
    (await import("./proxy.ts")).useProxies(environment);
};
