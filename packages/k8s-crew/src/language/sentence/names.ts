import { isGrammar, type Piece, resourceOfWord } from "../text/phrases.ts";
import type { Language, Request } from "../types.ts";

/** A name found. `beside`: it stands right beside its resource ("pod cart-0"), so it names one thing of that kind. */
export type FoundName = {
  readonly name?: string;
  readonly resource?: string;
  readonly beside: boolean;
};

type Named = Pick<Request, "container" | "labelSelector" | "image" | "imageTag">;

/** Takes container ("app 容器", "container app"), label (app=cart) and image (nginx:1.25) out of the pieces. */
export const takeParts = (pieces: readonly Piece[]): { readonly found: Named; readonly pieces: readonly Piece[] } => {
  const container = containerAt(pieces);
  const image = pieces.findIndex(({ text, meaning }) => meaning.is === "word" && imagePattern.test(text));
  const label = pieces.findIndex(({ text, meaning }) => meaning.is === "word" && /^[\w.\-/]+=[\w.-]*$/u.test(text));
  const tag = image < 0 ? tagAt(pieces) : -1;
  const taken = new Set([...containerRange(container), holderCue(pieces, container), image, label, tag]);
  const found: Named = {
    ...field("container", container === undefined ? undefined : pieces[container.name]?.text),
    ...field("image", pieces[image]?.text.split("=").at(-1)),
    ...field("imageTag", pieces[tag]?.text),
    ...field("labelSelector", pieces[label]?.text),
  };
  const rest = pieces.filter((_, index) => !taken.has(index));
  return { found, pieces: rest.some(({ meaning }) => meaning.is === "resource") ? rest : rest.map(containersAsPods) };
};

/**
 * The word that most probably names what is asked about; in English also several (“the nightly report”), written as
 * names are.
 */
export const findName = (pieces: readonly Piece[], language: Language): FoundName => {
  const found = nameAmong(pieces, language);
  const several = found.name === undefined && language === "en" && pieces.some(asksOfOne);
  const name = several ? nameAmong(joined(pieces), language) : found;
  // Users call what they see by no name of the cluster's.
  const complains = pieces.some(({ meaning }) => meaning.is === "intent" && meaning.intent === "complaint");
  return complains && !/[-.\d]/u.test(name.name ?? "") ? { beside: false } : name;
};

const nameAmong = (pieces: readonly Piece[], language: Language): FoundName => {
  const candidates = pieces
    .map((_, index) => ({ index, score: scoreOf(pieces, index, language) }))
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score || left.index - right.index);
  const [best] = candidates;
  const piece = best === undefined ? undefined : pieces[best.index];
  if (best === undefined || piece === undefined) return { beside: false };
  const [kind = "", name] = piece.text.split("/");
  if (name !== undefined) return { name, beside: true, ...field("resource", resourceOfWord(kind)?.resource) };
  const resource = besideResource(pieces, best.index);
  return resource === undefined
    ? { name: piece.text, beside: false }
    : { name: piece.text, resource: resource.key, beside: !resource.plural };
};

/** What is asked of one thing, so that words beside it name it. */
const asksOfOne = ({ meaning }: Piece): boolean =>
  (meaning.is === "intent" && (meaning.intent === "logs" || meaning.intent === "diagnose")) ||
  (meaning.is === "quality" && (meaning.quality === "broken" || meaning.quality === "errors"));

/** Most words that a name is said in. */
const mostWords = 3;

/** Plain words that stand side by side as one, as far as they are no more than a name is made of. */
const joined = (pieces: readonly Piece[]): readonly Piece[] => {
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    const run = runs.at(-1);
    if (isPlainWord(piece) && isPlainWord(run?.at(-1))) run?.push(piece);
    else runs.push([piece]);
  }
  return runs.flatMap((run) =>
    run.length === 1 || run.length > mostWords
      ? run
      : [
          {
            text: run.map(({ text }) => text.toLowerCase()).join("-"),
            meaning: { is: "word", quoted: false, several: true } as const,
          },
        ],
  );
};

const isPlainWord = (piece: Piece | undefined): boolean =>
  piece?.meaning.is === "word" && !piece.meaning.quoted && /^[a-z]+$/iu.test(piece.text);

/** Containers without a name and without their pod are looked at through their pods. */
const containersAsPods = (piece: Piece): Piece =>
  isGrammar(piece, "container")
    ? { text: piece.text, meaning: { is: "resource", resource: "pod", plural: true } }
    : piece;

/** Characters of the longest name: kubernetes.io, object names and IDs. */
const longestName = 253;

const imagePattern = /^(?:[\w-]+=)?[\w.-]+(?::\d+)?(?:\/[\w.-]+)*:[\w.-]+$/u;
const tagPattern = /^v?\d+(?:\.\d+)+(?:-[\w.-]+)?$/iu;
const setsVersion: readonly string[] = ["set", "update", "upgrade"];

/** “把 web 的镜像改成 2.1.0”, “upgrade web to 2.1.0”: a version, of an image that is not said. A release has versions as well. */
const tagAt = (pieces: readonly Piece[]): number => {
  const changes = pieces.some(({ meaning }) => meaning.is === "intent" && setsVersion.includes(meaning.intent));
  const ofRelease = pieces.some(({ meaning }) => meaning.is === "resource" && /helm|release/iu.test(meaning.resource));
  return changes && !ofRelease
    ? pieces.findIndex(({ text, meaning }) => meaning.is === "word" && tagPattern.test(text))
    : -1;
};

const namePattern = /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?$/u;

const field = <Key extends string>(key: Key, value: string | undefined): { readonly [K in Key]?: string } => {
  const fields: { [K in Key]?: string } = {};
  if (value !== undefined) fields[key] = value;
  return fields;
};

const containerAt = (pieces: readonly Piece[]): { readonly cue: number; readonly name: number } | undefined => {
  const cue = pieces.findIndex((piece) => isGrammar(piece, "container"));
  if (cue < 0) return undefined;
  // “cart-sync 这个容器”: the word that points stands between.
  const before = isGrammar(pieces[cue - 1], "this") ? cue - 2 : cue - 1;
  const name = [before, cue + 1].find((index) => isNameLike(pieces[index]) || isContainerNamedApp(pieces[index]));
  return name === undefined ? undefined : { cue, name };
};

/** The cue, the name, and what stands between them. */
const containerRange = (container: ReturnType<typeof containerAt>): readonly number[] => {
  if (container === undefined) return [];
  const first = Math.min(container.cue, container.name);
  return Array.from({ length: Math.abs(container.cue - container.name) + 1 }, (_, index) => first + index);
};

/** What a container is in is a pod, not a place: “web-0 里 app 容器”, “container app in web-0”. */
const holderCue = (pieces: readonly Piece[], container: ReturnType<typeof containerAt>): number | undefined => {
  if (container === undefined) return undefined;
  const before = Math.min(container.cue, container.name) - 1;
  const after = Math.max(container.cue, container.name) + 1;
  if (isGrammar(pieces[before], "inside") && isNameLike(pieces[before - 1])) return before;
  return isGrammar(pieces[after], "in") && isNameLike(pieces[after + 1]) ? after : undefined;
};

/** The most usual name of a container is also a word for what runs in it. */
const isContainerNamedApp = (piece: Piece | undefined): boolean =>
  isGrammar(piece, "thing") && /^[a-z]+$/u.test(piece?.text ?? "");

const isNameLike = (piece: Piece | undefined): boolean =>
  piece?.meaning.is === "word" &&
  piece.text.length <= longestName &&
  namePattern.test(piece.text) &&
  /[A-Za-z]/u.test(piece.text) &&
  !numbered.test(piece.text);

/** “502s”, “5xx”, “3rd”, “90d”, “2x”: a number in a word, which nobody names a thing with. */
const numbered = /^\d+(?:s|xx|x|st|nd|rd|th|ms|m|h|d|w|gb|mb|gi|mi|k)$/iu;

const isKindAndName = (text: string): boolean => {
  const [kind = "", name, ...more] = text.split("/");
  return name !== undefined && more.length === 0 && namePattern.test(name) && resourceOfWord(kind) !== undefined;
};

/** How much speaks for a word being the name. 0: nothing. */
const scoreOf = (pieces: readonly Piece[], index: number, language: Language): number => {
  const piece = pieces[index];
  if (piece?.meaning.is !== "word") return 0;
  if (isKindAndName(piece.text)) return 7;
  if (!isNameLike(piece)) return 0;
  if (piece.meaning.quoted) return 6;
  const previous = pieces[index - 1];
  const afterPlural = previous?.meaning.is === "resource" && previous.meaning.plural && language === "en";
  const formed = piece.meaning.several !== true && /[-.\d]/u.test(piece.text) && piece.text.length > 1;
  if (isGrammar(previous, "named", "correction") || (besideBefore(previous) && !afterPlural)) return 5;
  if (formed) return 4;
  if (afterPlural) return 0;
  if (pieces[index + 1]?.meaning.is === "word" || previous?.meaning.is === "word") return language === "zh" ? 1 : 0;
  return weakScore(pieces, index) || (language === "zh" ? 1 : 0);
};

const weakScore = (pieces: readonly Piece[], index: number): number => {
  const previous = pieces[index - 1];
  const next = pieces[index + 1];
  if (isGrammar(next, "of", "thing") || next?.meaning.is === "resource" || asksAbout(next)) return 3;
  // A place would have been taken out before.
  if (isGrammar(previous, "of", "on") || (previous?.meaning.is === "intent" && previous.meaning.intent !== "list"))
    return 2;
  return next?.meaning.is === "quality" ? 2 : 0;
};

const asksAbout = (piece: Piece | undefined): boolean =>
  piece?.meaning.is === "intent" &&
  ["logs", "status", "wellbeing", "health", "symptom", "describe"].includes(piece.meaning.intent);

const besideBefore = (piece: Piece | undefined): boolean =>
  piece?.meaning.is === "resource" || isGrammar(piece, "thing");

const besideResource = (
  pieces: readonly Piece[],
  index: number,
): { readonly key: string; readonly plural: boolean } | undefined => {
  const previous = pieces[index - 1]?.meaning;
  if (previous?.is === "resource" && previous.resource !== "event")
    return { key: previous.resource, plural: previous.plural };
  const next = pieces[isGrammar(pieces[index + 1], "this") ? index + 2 : index + 1]?.meaning;
  return next?.is === "resource" && next.resource !== "event" ? { key: next.resource, plural: next.plural } : undefined;
};
