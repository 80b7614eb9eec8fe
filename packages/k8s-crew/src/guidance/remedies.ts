import type { Language, NextStep } from "../conversation/output.ts";
import type { Pasted, ToldCause } from "../diagnosis/pasted.ts";
import type { Thing } from "../diagnosis/types.ts";
import { workloadOf } from "../plan/replicas.ts";
import { sayAccess } from "../words/access-words.ts";
import { remedyCommands, wideCommands } from "../words/causes/commands.ts";
import { knownCauseText, say } from "../words/diagnosis-words.ts";
import { namedThing } from "../words/nouns.ts";
import { sayRemedy } from "../words/remedy-words.ts";

/** A cause that was told, and of what. `target` is what the diagnosis was made of: what runs a pod, mostly. */
export type Told = ToldCause & { readonly object?: Thing; readonly target?: Thing; readonly cluster?: string };

type Text = { readonly language: Language; readonly commands: boolean };

/** What to do about what was found, each with the command that does it or shows what is needed for it. */
export const remediesText = (told: readonly Told[], { language, commands }: Text): string => {
  const blocks = told.map((each, index) => {
    const { opening, title, next } = knownCauseText(language, each.cause, each.slots);
    const whose = whoseText(each, language);
    const command = commands ? commandFor(each) : undefined;
    return [
      `${told.length > 1 ? `${index + 1}. ` : ""}${whose}${whose === "" ? opening : title}`,
      `   ${sayRemedy(language, "toDo", { next })}`,
      ...commandLines(command, language),
    ].join("\n");
  });
  return [sayRemedy(language, "found"), ...blocks, ...handNote(blocks.join("\n"), language)].join("\n\n");
};

/** What an error message means: what is wrong, why, and what to do. */
export const pastedText = ({ causes, pod }: Pasted, { language, commands }: Text): string => {
  const blocks = causes.map(({ cause, slots }, index) => {
    const { opening, why, next, source } = knownCauseText(language, cause, slots);
    const command = commands ? commandFor({ cause, slots, ...(pod ? { object: podThing(pod) } : {}) }) : undefined;
    return [
      `${causes.length > 1 ? `${index + 1}. ` : ""}${opening}`,
      ...(why === "" ? [] : [`   ${say(language, "likely", { why })}`]),
      `   ${say(language, "next", { next })}`,
      ...commandLines(command, language),
      `   ${say(language, "source", { source })}`,
    ].join("\n");
  });
  return [sayRemedy(language, "pasted"), ...blocks, ...(pod === undefined ? [sayRemedy(language, "seldom")] : [])].join(
    "\n\n",
  );
};

/** The pod that the message names is looked into on a word. */
export const pastedSteps = ({ pod }: Pasted, language: Language): readonly NextStep[] => {
  if (pod === undefined) return [];
  const { name, namespace } = pod;
  const message =
    namespace === undefined
      ? sayRemedy(language, "askWhyAnywhere", { name })
      : sayRemedy(language, "askWhy", { name, namespace });
  return [{ label: sayRemedy(language, "lookInto", { name }), message }];
};

const podThing = ({ name, namespace = "" }: NonNullable<Pasted["pod"]>): Thing => ({
  resource: "pod",
  name,
  namespace,
});

const whoseText = ({ object }: Told, language: Language): string => {
  if (object === undefined) return "";
  const thing = namedThing(language, object.resource, object.name);
  return object.namespace === ""
    ? `${thing}${language === "zh" ? "：" : ": "}`
    : sayRemedy(language, "whose", { thing, namespace: object.namespace });
};

const commandLines = (command: Command | undefined, language: Language): readonly string[] =>
  command === undefined
    ? []
    : [`   $ ${command.line}`, ...(command.kindGuessed ? [`   ${sayAccess(language, "ifOtherKind")}`] : [])];

const handNote = (text: string, language: Language): readonly string[] => {
  if (!text.includes("$ kubectl")) return [];
  return [sayRemedy(language, /\$ kubectl[^\n]*<\w+>/i.test(text) ? "byHand" : "notRun")];
};

type Command = { readonly line: string; readonly kindGuessed: boolean };

const runPods: readonly string[] = ["deployment", "statefulset", "daemonset"];

/** The command of the table with what is known filled in; what is not stands in angle brackets. */
const commandFor = ({ cause, slots, object, target, cluster = "" }: Told): Command | undefined => {
  const template = remedyCommands[cause];
  if (template === undefined) return undefined;
  const owner = [target, object].find((thing) => thing !== undefined && runPods.includes(thing.resource));
  const pod = object?.resource === "pod" ? object.name : undefined;
  const supposed = pod === undefined ? undefined : workloadOf({ name: pod }).replace(/^\//, "");
  const known: Readonly<Record<string, string | number | undefined>> = {
    name: object?.name,
    ...slots,
    workload: owner ? `${owner.resource}/${owner.name}` : supposed && `deployment/${supposed}`,
    pod,
  };
  const words = template.replaceAll(/\{(\w+)\}/g, (_, slot: string) => String(known[slot] || `<${slot}>`));
  const namespace = object?.namespace || target?.namespace || "";
  const place = [
    ...(namespace === "" || wideCommands.test(words) ? [] : [`-n ${namespace}`]),
    ...(cluster === "" ? [] : [`--context ${cluster}`]),
  ];
  const kindGuessed = owner === undefined && supposed !== undefined && template.includes("{workload}");
  return { line: ["kubectl", words, ...place].join(" "), kindGuessed };
};
