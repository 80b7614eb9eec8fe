import { readdirSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import {
  builtInPlaybooks,
  type Playbook,
  type PlaybookFault,
  parsePlaybooks,
  withPlaybooks,
} from "@k8s-copilot/k8s-crew";
import { type Attempt, causeOf, failed, ok } from "../problem.ts";
import { readTextFile } from "../settings/read-text-file.ts";
import type { LoadedSettings } from "../settings/settings.ts";
import type { Say } from "../words.ts";

export type PlaybookPlace = Pick<LoadedSettings, "settings" | "configFile"> & { readonly say: Say };

/** The built-in playbooks, and those of the folder that the config file names. All faults are told at once. */
export const loadPlaybooks = ({ settings, configFile, say }: PlaybookPlace): Attempt<readonly Playbook[]> => {
  const named = settings.playbooks.value;
  if (named === undefined) return ok(builtInPlaybooks);
  const folder = isAbsolute(named) ? named : resolve(dirname(configFile ?? "."), named);
  const files = filesIn(folder, say);
  if (files.kind === "problem") return files;
  const parsed = parsePlaybooks(files.value);
  if (parsed.kind === "playbooks") return ok(withPlaybooks(parsed.playbooks, builtInPlaybooks));
  return failed("settings_playbooks", parsed.faults.map(faultText(say)).join("\n"), say("playbookRemedy"));
};

const faultText =
  (say: Say) =>
  ({ file, line, key, problem }: PlaybookFault): string =>
    say(key === "" ? "playbookBroken" : "playbookFault", { file, line, key, problem });

type File = { readonly file: string; readonly text: string };

const filesIn = (folder: string, say: Say): Attempt<readonly File[]> => {
  const files: File[] = [];
  try {
    const names = readdirSync(folder).filter((name) => /\.ya?ml$/i.test(name));
    for (const name of names.sort()) {
      const file = join(folder, name);
      const text = readTextFile(file, say);
      if (text.kind === "problem") return text;
      if (text.value !== undefined) files.push({ file, text: text.value });
    }
    return ok(files);
  } catch (thrown) {
    const slots = { folder, cause: causeOf(thrown) };
    return failed("settings_playbooks", say("playbookFolder", slots), say("playbookFolderRemedy"));
  }
};
