import { phrasesOf } from "../language/text/phrase-index.ts";
import type { Language } from "../language/types.ts";
import { inLanguage, type Playbook, resourcesOf } from "./types.ts";

/** A playbook as a person or a program reads it, in one language. */
export type DescribedPlaybook = {
  readonly id: string;
  readonly title: string;
  readonly about: Playbook["about"];
  readonly wishes: readonly string[];
  readonly steps: readonly {
    readonly verb: string;
    readonly resources: readonly string[];
    readonly show?: string;
    readonly leftovers?: true;
    readonly when?: string;
    readonly since?: string;
    readonly reason: string;
    readonly read: string;
  }[];
};

export const describePlaybook = (playbook: Playbook, language: Language): DescribedPlaybook => ({
  id: playbook.id,
  title: inLanguage(playbook.title, language),
  about: playbook.about,
  wishes: wishesOf(playbook, language),
  steps: playbook.steps.map((step) => ({
    verb: step.verb,
    resources: resourcesOf(step),
    ...(step.show === undefined ? {} : { show: step.show }),
    ...(step.leftovers === undefined ? {} : { leftovers: step.leftovers }),
    ...(step.when === undefined ? {} : { when: step.when }),
    ...(step.since === undefined ? {} : { since: step.since }),
    reason: inLanguage(step.reason, language),
    read: inLanguage(step.read ?? {}, language),
  })),
});

const wishesOf = ({ wishes }: Playbook, language: Language): readonly string[] => {
  const lines = wishes[language] ?? wishes.en ?? wishes.zh ?? [];
  return phrasesOf({ lines }, () => undefined).map(([text]) => text);
};
