import type { Language } from "../output/output.ts";
import { sayAccess } from "../words/access-words.ts";
import { say } from "../words/diagnosis-words.ts";
import { namedThing } from "../words/nouns.ts";
import { sayRemedy } from "../words/remedy-words.ts";
import { sayTrouble } from "../words/trouble-words.ts";
import { remedyCommand } from "./remedy-command.ts";
import { type DiagnosisText, findingText } from "./render.ts";
import type { Finding, Remedies, Thing } from "./types.ts";

/** What to do about each cause that was found; what nothing was found of is said to be so. */
export const renderRemedies = (remedies: readonly Remedies[], text: DiagnosisText): string => {
  const { language } = text;
  const blocks = remedyBlocks(remedies, text);
  const sound = remedies.filter(({ findings }) => findings.length === 0);
  return [
    ...(blocks.length === 0
      ? []
      : [sayTrouble(language, "remedies"), ...blocks, ...handNote(blocks.join("\n"), language)]),
    ...sound.map(({ target: { resource, name } }) =>
      say(language, "noCause", { thing: namedThing(language, resource, name) }),
    ),
  ].join("\n\n");
};

/** What an error message means: what is wrong, why, and what to do. */
export const renderPasted = (told: Remedies, text: DiagnosisText): string => {
  const { language } = text;
  const isNamed = told.findings.some(({ object }) => object.name !== "");
  return [
    sayRemedy(language, "pasted"),
    ...remedyBlocks([told], text),
    ...(isNamed ? [] : [sayRemedy(language, "seldom")]),
  ].join("\n\n");
};

const remedyBlocks = (remedies: readonly Remedies[], { language, commands }: DiagnosisText): readonly string[] =>
  remedies
    .flatMap((each) => each.findings.map((finding) => ({ each, finding })))
    .map(({ each, finding }, index) => {
      const numbered = { language, commands: false, number: index + 1, target: nothing, cluster: each.cluster };
      const doing = commands ? commandLines(finding, each, language) : [];
      return findingText(finding, { ...numbered, asFarAsKnown: true, doing });
    });

const commandLines = (finding: Finding, each: Remedies, language: Language): readonly string[] => {
  const command = remedyCommand(finding, each);
  if (command === undefined) return [];
  return [`   $ ${command.line}`, ...(command.kindGuessed ? [`   ${sayAccess(language, "ifOtherKind")}`] : [])];
};

/** What has to be filled in by hand, where something has. */
const handNote = (text: string, language: Language): readonly string[] =>
  /\$ kubectl[^\n]*<\w+>/i.test(text) ? [sayRemedy(language, "byHand")] : [];

/** Every cause says whose it is. */
const nothing: Thing = { resource: "", namespace: "", name: "" };
