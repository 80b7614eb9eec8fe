import type { Condition, Fact } from "../condition.ts";
import { takeConditions } from "../conditions/conditions.ts";
import { type TakenExceptions, takeExceptions } from "../conditions/conditions-except.ts";
import { findName, takeParts } from "../sentence/names.ts";
import { takeNode } from "../sentence/on-node.ts";
import { withPlaceWords } from "../sentence/place-words.ts";
import { takePlaces } from "../sentence/places.ts";
import { meantPieces, startsWithDenial } from "../sentence/sentence.ts";
import { runsUnready, statesIn } from "../sentence/spoken-of.ts";
import { unreadIn } from "../sentence/unread.ts";
import { takeLines } from "../text/log-lines.ts";
import { isGrammar, type Piece, readPieces } from "../text/phrases.ts";
import { takeQuantities } from "../text/quantities.ts";
import type { Request, RequestContext, RequestFields } from "../types.ts";
import { fitting, namespaceItself } from "./fitting.ts";
import type { FlagFields } from "./flags.ts";
import { decide } from "./intent.ts";
import type { Asked } from "./intent-facts.ts";
import { isSpared, keptIn } from "./kept.ts";
import { takeOrder } from "./order.ts";
import { asksWhether } from "./yes-no.ts";

/** With what narrows and orders a list taken out first: its numbers and words are no names. */
export const readNarrowed = (text: string, situation: Situation): RequestFields => {
  const excepted = takeExceptions(text, situation.context);
  const lines = takeLines(excepted.rest);
  const narrowed = takeConditions(lines.rest);
  const order = takeOrder(narrowed.rest);
  const quantities = takeQuantities(order.rest);
  const conditions = [...excepted.conditions, ...narrowed.conditions];
  const fields = readSentence(withPlaceWords(readPieces(quantities.rest), situation.context), {
    ...situation,
    extras: {
      ...order.found,
      ...(conditions.length === 0 ? {} : { conditions }),
      ...(lines.holding.length === 0 ? {} : { holding: lines.holding }),
      ...(asksWhether(text) ? { yesNo: { asks: "has" } } : {}),
      ...quantities.found,
      ...situation.extras,
    },
  });
  return withExceptions(fields, excepted);
};

/** What is left out of a list is told where it is none; leaving a namespace out means all others. */
const withExceptions = (fields: RequestFields, taken: TakenExceptions): RequestFields => {
  const { conditions, said, unmet } = taken;
  const isApplied = fields.conditions?.includes(conditions[0] ?? noCondition) === true;
  const isMet = isApplied || isSpared(fields, taken);
  const unread = [...(fields.unread ?? []), ...unmet, ...(isMet ? [] : said)];
  const isWide = isApplied && fields.namespace === undefined && conditions.some(({ field }) => field === "namespace");
  const keeps = keptIn(fields, taken, isApplied);
  if (keeps.length > 0) return { ...fields, keeps };
  return {
    ...fields,
    ...(fields.kind === "request" && unread.length > 0 ? { unread } : {}),
    ...(isWide ? { allNamespaces: true } : {}),
  };
};

const noCondition: Condition = { field: "name", comparison: "present" };

export type Situation = {
  readonly language: Request["language"];
  readonly context: RequestContext;
  readonly extras: FlagFields &
    Pick<
      Request,
      "conditions" | "first" | "quality" | "counted" | "per" | "holding" | "yesNo" | "lastMatching" | "replicasBy"
    >;
  readonly fact?: Fact;
};

const readSentence = (spoken: readonly Piece[], { language, context, extras, fact }: Situation): RequestFields => {
  const meant = meantPieces(spoken);
  const parts = takeParts(meant);
  const onNode = takeNode(parts.pieces, context);
  const places = takePlaces(onNode.pieces, context);
  const name = findName(places.pieces, language);
  const { quality: order, conditions: said = [], ...narrowing } = extras;
  const conditions = [...said, ...howTheyAre(places.pieces)];
  const found = { ...places.found, ...narrowing, ...(conditions.length === 0 ? {} : { conditions }) };
  const image = extras.image ?? parts.found.image;
  const asked = decide({
    pieces: places.pieces,
    language,
    name,
    namespace: found.namespace !== undefined,
    image: image !== undefined || setsImage(parts.found, meant),
    replicas: extras.replicas !== undefined,
    lines: speaksOfLines(extras),
    span: extras.sinceSeconds !== undefined,
    order,
    first: extras.first !== undefined,
    counted: extras.counted === true,
    fields: [
      ...said.flatMap(({ field, comparison }) => (comparison === "not" ? [] : [field])),
      ...(image === undefined ? [] : ["image" as const]),
    ],
    byCluster: asksByCluster(spoken, places.found) && (extras.counted === true || comparesClusters(spoken)),
    fact,
    points: meant.some((piece) => isGrammar(piece, "pronoun", "this")),
  });
  const placed = places.found.namespace !== undefined || places.found.cluster !== undefined;
  const points = pointsBack(meant, { named: name.name !== undefined, asked, placed });
  const corrects = meant.some((piece) => isGrammar(piece, "correction")) || startsWithDenial(spoken);
  const strange = hasOtherWords(places.pieces, name.name);
  const understood = asked !== undefined || (points && !strange) || (corrects && (placed || !strange));
  const ofClusters = meant.some(({ meaning }) => meaning.is === "resource" && meaning.resource === "cluster");
  const itself = meant.some(({ meaning }) => meaning.is === "resource" && meaning.resource === "namespace");
  const fields = fitting({
    kind: understood ? "request" : "unknown",
    ...asked,
    ...(name.name === undefined ? {} : { name: name.name }),
    ...(onNode.node === undefined ? {} : { node: onNode.node }),
    ...parts.found,
    ...(ofClusters ? withoutClusterWord(found) : found),
    ...(image === undefined ? {} : { image }),
    ...(meant.some((piece) => isGrammar(piece, "previous")) ? { previous: true } : {}),
    ...(points ? { refersBack: true } : {}),
    ...(corrects ? { corrects: true } : {}),
    ...(understood ? unreadIn(places.pieces, { ...asked, name: name.name }) : {}),
    ...meantByIt(asked, { points, context }),
  });
  const wide = isOfClusters(fields) && asksByCluster(spoken, places.found) ? { allClusters: true } : {};
  return itself || fields.fact !== undefined ? namespaceItself(fields) : { ...fields, ...wide };
};

/** “Completed”; “running but not ready”. */
const howTheyAre = (pieces: readonly Piece[]): readonly Condition[] => [
  ...statesIn(pieces).map((value): Condition => ({ field: "status", comparison: "is", value })),
  ...(runsUnready(pieces) ? [isRunning] : []),
];

const isRunning: Condition = { field: "status", comparison: "equal", value: "Running" };

const hasOtherWords = (pieces: readonly Piece[], name: string | undefined): boolean =>
  pieces.some(({ text, meaning }) => meaning.is === "word" && text !== name);

/** “Which cluster has a node down” is told by the nodes of each. */
const isOfClusters = ({ view, verb, resource }: RequestFields): boolean =>
  view === "status" || (verb === "list" && resource !== "cluster");

/** How many, or which lines. */
const speaksOfLines = ({ tail, holding, lastMatching }: Situation["extras"]): boolean =>
  (tail ?? holding ?? lastMatching) !== undefined;

/** “Three clusters, how many nodes each”: of each cluster, though no word says “all”. */
const asksByCluster = (pieces: readonly Piece[], { cluster, allClusters }: RequestFields): boolean =>
  allClusters === true ||
  (cluster === undefined &&
    pieces.some((piece) => piece.meaning.is === "resource" && piece.meaning.resource === "cluster" && isEach(pieces)));

const isEach = (pieces: readonly Piece[]): boolean => /各|分别|哪个|which|对比|比较|compare/iu.test(saidIn(pieces));

/** “Which cluster has more pods”. */
const comparesClusters = (pieces: readonly Piece[]): boolean =>
  /\b(?:more|fewer|most|fewest|less|bigger|larger)\b|更多|更少|最多|最少|多还是|对比|比较|compare/iu.test(
    saidIn(pieces),
  );

const saidIn = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join(" ");

const setsImage = ({ imageTag }: RequestFields, pieces: readonly Piece[]): boolean =>
  imageTag !== undefined || pieces.some(speaksOfImage);

/** “Image”, by itself or in what is asked of one (“镜像版本”). */
const speaksOfImage = ({ text, meaning }: Piece): boolean => meaning.is !== "word" && /镜像|\bimages?\b/iu.test(text);

const withoutClusterWord = ({ clusterWord: _, ...rest }: RequestFields): RequestFields => rest;

type Spoken = { readonly named: boolean; readonly asked: Asked | undefined; readonly placed: boolean };

/** In “dev 这个命名空间” nothing is pointed at: it is named. */
const isPlaceWord = (piece: Piece | undefined): boolean =>
  piece?.meaning.is === "resource" && (piece.meaning.resource === "namespace" || piece.meaning.resource === "cluster");

/** "it" always points back; "this" when nothing is named; "again" and "what about" when nothing else is asked. */
const pointsBack = (pieces: readonly Piece[], { named, asked, placed }: Spoken): boolean =>
  // “Previous logs” are those of what the conversation is about.
  (asked?.verb === "logs" && !named && pieces.some((piece) => isGrammar(piece, "previous"))) ||
  pieces.some(
    (piece, index) =>
      isGrammar(piece, "pronoun") ||
      (isGrammar(piece, "this") && !named && !(placed && isPlaceWord(pieces[index + 1]))) ||
      (isGrammar(piece, "again", "about") && asked === undefined && !named),
  ) ||
  (pieces.some((piece) => isGrammar(piece, "previous")) && pieces.every(({ meaning }) => meaning.is === "grammar"));

/** What is done to what runs pods; of a pod, that is what “it” means. */
const ofRunners: readonly (string | undefined)[] = ["scale", "restart", "rollback", "set", "update", "pause", "resume"];

const meantByIt = (
  asked: RequestFields | undefined,
  { points, context }: { readonly points: boolean; readonly context: RequestContext },
): RequestFields =>
  points &&
  asked?.verb !== undefined &&
  asked.resource === undefined &&
  context.lastResource !== undefined &&
  !(context.lastResource === "pod" && ofRunners.includes(asked.verb))
    ? { resource: context.lastResource }
    : {};
