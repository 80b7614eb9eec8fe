import type { Condition, Fact } from "./condition.ts";
import { takeConditions } from "./conditions.ts";
import { detectLanguage } from "./detect-language.ts";
import { takeFact } from "./facts.ts";
import { type FlagFields, takeFlags } from "./flags.ts";
import { decide, statesIn } from "./intent.ts";
import { readKubectl } from "./kubectl.ts";
import { findName, takeParts } from "./names.ts";
import { normalize } from "./normalize.ts";
import { takeNode } from "./on-node.ts";
import { takeOrder } from "./order.ts";
import { isGrammar, type Piece, readPieces } from "./phrases.ts";
import { clusterOf, takePlaces } from "./places.ts";
import { takeQuantities } from "./quantities.ts";
import { meantPieces, startsWithDenial } from "./sentence.ts";
import { nameStages } from "./stages.ts";
import { hitsIn, readCommand, readTalk } from "./talk.ts";
import type { Request, RequestContext, RequestFields } from "./types.ts";

/**
 * Reads a message by rules, without a model, in time linear in its length. Names come back as they were written (full-width
 * letters as ASCII), known clusters and namespaces as they are known. Never throws.
 */
export const readRequest = (message: string, context: RequestContext = {}): Request => {
  const text = normalize(message);
  const language = detectLanguage(message, context.language ?? "en");
  const complete = ({ kind = "unknown", ...fields }: RequestFields, hits: readonly string[] = []): Request => ({
    language,
    kind,
    ...fields,
    hits,
  });
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(text)) return complete({ kind: "empty" });
  const command = readCommand(text);
  if (command !== undefined) return complete(command);
  const kubectl = readKubectl(text);
  if (kubectl !== undefined) return complete(withKnownCluster(kubectl, context), ["kubectl"]);
  const flags = takeFlags(text);
  const known = [...(context.clusters ?? []), ...(context.namespaces ?? [])];
  const said = nameStages(flags.rest, known);
  const hits = hitsIn(readPieces(said));
  const talk = readTalk(readPieces(takeQuantities(said).rest), hits, text);
  if (talk !== undefined) return complete(talk, hits);
  const situation = { language, context, extras: flags.found };
  const fields = readFact(said, situation) ?? readNarrowed(said, situation);
  return complete(withKnownCluster(fields, context), hits);
};

/** A question for one fact of what is named, or of many things of a kind: “which node is redis-0 on”. */
const readFact = (text: string, situation: Situation): RequestFields | undefined => {
  const taken = takeFact(text);
  if (taken === undefined) return undefined;
  // What is left of “how old is web” is a name that nothing tells to be one.
  const look = situation.language === "zh" ? "查看" : "describe";
  const fields = readNarrowed(`${look} ${taken.rest}`, { ...situation, fact: taken.fact });
  return fields.fact === undefined ? undefined : fields;
};

/** With what narrows and orders a list taken out first: its numbers and words are no names. */
const readNarrowed = (text: string, situation: Situation): RequestFields => {
  const narrowed = takeConditions(text);
  const order = takeOrder(narrowed.rest);
  const quantities = takeQuantities(order.rest);
  const { conditions } = narrowed;
  return readSentence(readPieces(quantities.rest), {
    ...situation,
    extras: {
      ...order.found,
      ...(conditions.length === 0 ? {} : { conditions }),
      ...quantities.found,
      ...situation.extras,
    },
  });
};

type Situation = {
  readonly language: Request["language"];
  readonly context: RequestContext;
  readonly extras: FlagFields & Pick<Request, "conditions" | "first" | "quality" | "counted" | "per">;
  readonly fact?: Fact;
};

const readSentence = (spoken: readonly Piece[], { language, context, extras, fact }: Situation): RequestFields => {
  const meant = meantPieces(spoken);
  const parts = takeParts(meant);
  const onNode = takeNode(parts.pieces);
  const places = takePlaces(onNode.pieces, context);
  const name = findName(places.pieces, language);
  const { quality: order, conditions: said = [], ...narrowing } = extras;
  const states = statesIn(places.pieces).map((value): Condition => ({ field: "status", comparison: "is", value }));
  const conditions = [...said, ...states];
  const found = { ...places.found, ...narrowing, ...(conditions.length === 0 ? {} : { conditions }) };
  const image = extras.image ?? parts.found.image;
  const asked = decide({
    pieces: places.pieces,
    language,
    name,
    namespace: found.namespace !== undefined,
    image: image !== undefined,
    replicas: extras.replicas !== undefined,
    lines: extras.tail !== undefined,
    span: extras.sinceSeconds !== undefined,
    order,
    first: extras.first !== undefined,
    counted: extras.counted === true,
    fields: [...said.map(({ field }) => field), ...(image === undefined ? [] : ["image" as const])],
    all: places.found.allClusters === true,
    fact,
    points: meant.some((piece) => isGrammar(piece, "pronoun", "this")),
  });
  const points = pointsBack(meant, { named: name.name !== undefined, asked: asked !== undefined });
  const corrects = meant.some((piece) => isGrammar(piece, "correction")) || startsWithDenial(spoken);
  const strange = places.pieces.some(({ text, meaning }) => meaning.is === "word" && text !== name.name);
  const placed = places.found.namespace !== undefined || places.found.cluster !== undefined;
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
    ...meantByIt(asked, { points, context }),
  });
  return itself || fields.fact !== undefined ? namespaceItself(fields) : fields;
};

const withoutClusterWord = ({ clusterWord: _, ...rest }: RequestFields): RequestFields => rest;

/** "it" always points back; "this" when nothing is named; "again" and "what about" when nothing else is asked. */
const pointsBack = (
  pieces: readonly Piece[],
  { named, asked }: { readonly named: boolean; readonly asked: boolean },
): boolean =>
  pieces.some(
    (piece) =>
      isGrammar(piece, "pronoun") ||
      (isGrammar(piece, "this") && !named) ||
      (isGrammar(piece, "again", "about") && !asked && !named),
  ) ||
  (pieces.some((piece) => isGrammar(piece, "previous")) && pieces.every(({ meaning }) => meaning.is === "grammar"));

const meantByIt = (
  asked: RequestFields | undefined,
  { points, context }: { readonly points: boolean; readonly context: RequestContext },
): RequestFields =>
  points && asked?.verb !== undefined && asked.resource === undefined && context.lastResource !== undefined
    ? { resource: context.lastResource }
    : {};

const objectVerbs: ReadonlySet<string> = new Set([
  "describe",
  "delete",
  "create",
  "label",
  "annotate",
  "explain",
  "patch",
  "apply",
]);

/** Keeps only what fits the verb. */
const fitting = (fields: RequestFields): RequestFields => {
  const { tail, sinceSeconds, previous, container, replicas, image, labelSelector, ...narrowed } = fields;
  const rest = asList(narrowed, image);
  const logs = rest.verb === "logs";
  const timed = logs || rest.resource === "event";
  const labels = rest.verb !== "label" && rest.verb !== "annotate" && rest.verb !== "taint" && rest.verb !== "set";
  return {
    ...rest,
    ...(logs && tail !== undefined ? { tail } : {}),
    ...(timed && sinceSeconds !== undefined ? { sinceSeconds } : {}),
    ...(logs && previous === true ? { previous } : {}),
    ...((logs || rest.verb === "exec") && container !== undefined ? { container } : {}),
    ...(rest.verb === "scale" && replicas !== undefined ? { replicas } : {}),
    ...(rest.verb === "set" && image !== undefined ? { image } : {}),
    ...(labels && labelSelector !== undefined ? { labelSelector } : {}),
  };
};

/** A list is what can be narrowed, ordered and counted; a change may be one of the things that meet a condition. */
const asList = (
  { conditions: said = [], first, counted, per, ...rest }: RequestFields,
  image?: string,
): RequestFields => {
  const lists = rest.verb === "list" || rest.verb === "top";
  const inUse: readonly Condition[] =
    image === undefined ? [] : [{ field: "image", comparison: "contains", value: image }];
  const conditions = [...said, ...inUse];
  const narrows = lists || (rest.verb === "delete" && rest.name === undefined);
  return {
    ...rest,
    ...(narrows && conditions.length > 0 ? { conditions } : {}),
    ...(lists && first !== undefined ? { first } : {}),
    ...(lists && counted === true && rest.quality !== "most_restarts" && rest.fact === undefined ? { counted } : {}),
    ...(lists && per !== undefined ? { per } : {}),
    ...(lists && per === "namespace" && rest.namespace === undefined ? { allNamespaces: true } : {}),
  };
};

/** "delete namespace x" is about the namespace itself; "delete x" is not, whatever x is called. */
const namespaceItself = (fields: RequestFields): RequestFields => {
  const { namespace, ...rest } = fields;
  const itself = namespace !== undefined && rest.name === undefined && rest.resource === undefined;
  const ofOne = objectVerbs.has(rest.verb ?? "") || rest.fact !== undefined;
  return itself && ofOne && rest.refersBack !== true ? { ...rest, resource: "namespace", name: namespace } : fields;
};

const withKnownCluster = (fields: RequestFields, context: RequestContext): RequestFields =>
  fields.cluster === undefined
    ? fields
    : { ...fields, cluster: clusterOf(fields.cluster, context.clusters) ?? fields.cluster };
