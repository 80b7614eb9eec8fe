import type { Language } from "../conversation/output.ts";
import { say } from "../words/diagnosis-words.ts";
import { namedThing } from "../words/nouns.ts";
import { sayTrouble } from "../words/trouble-words.ts";
import { findingText } from "./render.ts";
import type { Remedies, Thing } from "./types.ts";

/** What to do about each cause that was found; what nothing was found of is said to be so. */
export const renderRemedies = (remedies: readonly Remedies[], language: Language): string => {
  const causes = remedies.flatMap(({ cluster, findings }) => findings.map((finding) => ({ cluster, finding })));
  const blocks = causes.map(({ cluster, finding }, index) =>
    findingText(finding, { language, commands: false, number: index + 1, target: nothing, cluster }),
  );
  const sound = remedies.filter(({ findings }) => findings.length === 0);
  return [
    ...(blocks.length === 0 ? [] : [sayTrouble(language, "remedies"), ...blocks]),
    ...sound.map(({ target: { resource, name } }) =>
      say(language, "noCause", { thing: namedThing(language, resource, name) }),
    ),
  ].join("\n\n");
};

/** Every cause says whose it is. */
const nothing: Thing = { resource: "", namespace: "", name: "" };
