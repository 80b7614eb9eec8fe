import type { Said } from "../../catalog/arguments.ts";
import { resourceByKey } from "../../catalog/resources.ts";
import type { Catalog } from "../../catalog/types.ts";
import { kubectlFor } from "../../guidance/kubectl.ts";
import { insteadOf } from "../../guidance/next-steps.ts";
import type { Request } from "../../language/index.ts";
import { clusterHere } from "../../memory/cluster-here.ts";
import type { Language } from "../../output/output.ts";
import { sayAccess } from "../../words/access-words.ts";
import { sayChosen } from "../../words/chosen-words.ts";
import { say } from "../../words/conversation-words.ts";
import { nounOf } from "../../words/nouns.ts";
import { type Reasoned, reasonFor } from "../../words/reasons.ts";
import { sayWhere } from "../../words/where-words.ts";
import type { Home, PlannerInput, PlannerReply } from "../types.ts";
import { commandsForMany } from "./of-many.ts";
import { nodeRestart } from "./restart-node.ts";

type Lacking = Reasoned & {
  readonly said: Said;
  readonly allNamespaces?: boolean;
  /** The kind that the verb is mostly done to, where none was said. */
  readonly supposed?: string;
  readonly imageTag?: string | undefined;
  readonly setting?: Request["setting"];
  /** The word that was taken for a cluster, though a namespace may be meant. */
  readonly placeWord?: string | undefined;
  /** Why not, where that is not for want of a tool. */
  readonly lacks?: string | undefined;
  /** The tool that could do it with a text that nobody has written. */
  readonly unwritten?: string | undefined;
};

/** What was not said of the image and its container stands open in the command. */
const imageOf = ({ container, image }: Said, tag: string | undefined) => ({
  container: container ?? "<container>",
  image: image ?? (tag === undefined ? "<image>" : `<image>:${tag}`),
});

/** Commands that are written out where several things may be meant. */
const mostLike = 5;

type Written = { readonly lacking: Lacking; readonly turn: PlannerInput; readonly supposed: string };

/** The command, and what of it is not certain. */
const commandLines = (commands: readonly string[], written: Written): readonly string[] => {
  const { lacking, turn, supposed } = written;
  const { home, language } = turn;
  const [command, ...more] = commands;
  if (command === undefined) return [];
  const word = home?.taken ?? "";
  if (home?.either !== undefined && more.length > 0)
    return [
      sayChosen(language, "eitherPlace", { word, name: lacking.name ?? "" }),
      ...commands.slice(0, mostLike).map((each) => `  ${each}`),
    ];
  if (more.length > 0) {
    const noun = nounOf(home?.resource ?? supposed, 1, language);
    return [
      sayWhere(language, "severalLike", { noun, name: lacking.name ?? "" }),
      ...commands.slice(0, mostLike).map((each) => `  ${each}`),
    ];
  }
  const isGuessed = home?.resource === undefined && lacking.resource === undefined && lacking.name !== undefined;
  return [
    sayAccess(language, "withKubectl", { command }),
    ...(home?.taken === undefined ? [] : [takenLine(language, home)]),
    ...(home?.lost === undefined ? [] : [sayWhere(language, "lost", { said: home.lost })]),
    ...(isGuessed && supposed === "deployment" ? [sayAccess(language, "ifOtherKind")] : []),
  ];
};

/** What a word for a place was taken for. */
const takenLine = (language: Language, { taken: word = "", namespace = "", cluster }: Home): string =>
  sayChosen(language, cluster === undefined ? "takenPlace" : "takenPlaceIn", {
    word,
    namespace,
    cluster: cluster ?? "",
  });

/** What the server lacks, and what it can do about the same thing. Nothing of that is done unless a person takes it. */
export const noTool = (lacking: Lacking, { catalog, turn }: { catalog: Catalog; turn: PlannerInput }): PlannerReply => {
  const { language, entities, home } = turn;
  const { said, supposed = "pod", imageTag, setting, unwritten: tool, lacks: reason, ...reasoned } = lacking;
  const doing = reasonFor(language, reasoned);
  const lacks =
    reason ??
    (tool === undefined ? say(language, "noTool", { doing }) : sayAccess(language, "onlyManifest", { tool, doing }));
  const remembered = lacking.allNamespaces === true ? undefined : entities.namespace?.value;
  const namespace = home === undefined ? (said.namespace ?? remembered) : home.namespace;
  const cluster = home?.cluster ?? said.cluster ?? clusterHere(turn);
  const isOpen = namespace === undefined && lacking.allNamespaces !== true;
  const commandFor = (found: string | undefined, at: Pick<Home, "cluster" | "namespace" | "resource"> = {}) =>
    kubectlFor({
      ...said,
      verb: lacking.verb,
      resource: lacking.resource ?? at.resource ?? home?.resource ?? supposed,
      ...(found === undefined ? {} : { name: found }),
      of: lacking.of,
      namespace: at.namespace ?? (isOpen ? "<namespace>" : namespace),
      allNamespaces: lacking.allNamespaces === true && namespace === undefined,
      cluster: at.cluster ?? cluster,
      selector: said.labelSelector,
      setting,
      ...(lacking.verb === "set" ? imageOf(said, imageTag) : {}),
      ...(lacking.verb === "scale"
        ? { name: found ?? said.name ?? "<name>", replicas: said.replicas ?? "<count>" }
        : {}),
    });
  const each = commandsForMany(turn, { verb: lacking.verb, said, cluster });
  const commands = home?.either
    ? home.either.flatMap((at) => commandFor(at.name, at) ?? [])
    : (home?.among ?? [home?.name]).flatMap((found) => commandFor(found) ?? []);
  const ofOne = commandLines(commands, { lacking, turn, supposed });
  const lines = [lacks, ...(each.length > 0 ? each : ofOne)];
  const { verb, resource = supposed, name } = lacking;
  const text = nodeRestart(verb, resource, { name, cluster, language }) ?? lines.join("\n");
  const about = { view: "call" as const, verb, resource, open: true as const, ...(name === undefined ? {} : { name }) };
  const nextSteps = insteadOf({ ...reasoned, namespace }, { catalog, language });
  const sought = name !== undefined && reason === undefined && home === undefined;
  if (!sought || resourceByKey.get(resource)?.namespaced !== true) return { kind: "answer", text, about, nextSteps };
  const isSaid = lacking.resource !== undefined;
  const { placeWord } = lacking;
  const place: Pick<Said, "cluster" | "namespace"> =
    placeWord === undefined ? said : { namespace: said.namespace ?? placeWord };
  const seeks = { name, resource, isSaid, cluster: place.cluster, namespace: place.namespace, remembered };
  return { kind: "answer", text, about, nextSteps, seeks };
};
