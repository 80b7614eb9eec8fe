import { withoutSecrets } from "../safety/said-secrets.ts";
import { asksWhoDid, takeAccess, withoutWhoDid } from "./access.ts";
import type { Condition, Fact } from "./condition.ts";
import { takeConditions } from "./conditions.ts";
import { detectLanguage } from "./detect-language.ts";
import { type TakenFact, takeFact } from "./facts.ts";
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
import { corrections } from "./spelling.ts";
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
  const flags = takeFlags(withoutSecrets(text));
  const known = [...(context.clusters ?? []), ...(context.namespaces ?? [])];
  const said = nameStages(flags.rest, known);
  const hits = hitsIn(readPieces(said));
  const talk = readTalk(readPieces(takeQuantities(said).rest), hits, text);
  if (talk !== undefined) return complete(talk, hits);
  const situation = { language, context, extras: flags.found };
  const fields =
    readAccess(said, situation) ??
    readWhoDid(said, situation) ??
    readFact(said, situation) ??
    servingHost(readNarrowed(said, situation));
  const meant = mayBeSlip(fields, said) ? (readCorrected(said, situation) ?? fields) : fields;
  return complete(withKnownCluster(meant, context), hits);
};

/** A message that means nothing, or one that begins with what was taken for a name: “shwo pods in dev”. */
const mayBeSlip = ({ kind, name, resource }: RequestFields, text: string): boolean =>
  kind === "unknown" || (name !== undefined && resource !== undefined && text.startsWith(`${name} `));

/** “Lgos of redis-0”: a slip in a word that looks at something, tried only where the message means nothing else. */
const readCorrected = (text: string, situation: Situation): RequestFields | undefined => {
  for (const { text: rest, said, meant } of corrections(text)) {
    const fields = readFact(rest, situation) ?? readNarrowed(rest, situation);
    const writes = changesSomething(rest);
    if (fields.kind === "request" && !writes && fields.name !== said) return { ...fields, corrected: { said, meant } };
  }
  return undefined;
};

const changesSomething = (text: string): boolean =>
  meantPieces(readPieces(text)).some(({ meaning }) => meaning.is === "intent" && meaning.write);

/** A question for rights never asks for the thing itself: “can I delete pods” deletes none. */
const readAccess = (text: string, situation: Situation): RequestFields | undefined => {
  const taken = takeAccess(text, changesSomething);
  if (taken === undefined) return undefined;
  const { kind: _, view: __, refersBack: ___, ...fields } = readNarrowed(taken.rest, situation);
  return { verb: "get", ...fields, kind: "request", view: "call", access: taken.access };
};

/** Who did it is told by no list; what happened to it is. */
const readWhoDid = (text: string, situation: Situation): RequestFields | undefined => {
  if (!asksWhoDid(text)) return undefined;
  const look = situation.language === "zh" ? "事件" : "events of";
  const { resource, of, ...fields } = readNarrowed(`${look} ${withoutWhoDid(text)}`, situation);
  const kind = of ?? (resource === "event" ? undefined : resource);
  return {
    ...fields,
    kind: "request",
    view: "call",
    verb: "list",
    resource: "event",
    ...(kind === undefined ? {} : { of: kind }),
    whoDid: true,
  };
};

/** A question for one fact of what is named, or of many things of a kind: “which node is redis-0 on”. */
const readFact = (text: string, situation: Situation): RequestFields | undefined => {
  const taken = takeFact(text);
  if (taken === undefined) return undefined;
  // What is left of “how old is web” is a name that nothing tells to be one.
  const look = situation.language === "zh" ? "查看" : "describe";
  if (taken.fact === "logs") return readSaying(taken.rest, situation);
  if (taken.fact === "host" || taken.fact === "exposedBy") return readRelated(taken, situation);
  // In which cluster something is means whether it is there, in each of them.
  const ofClusters = taken.fact === "cluster";
  const fact = taken.fact === "cluster" ? "existence" : taken.fact;
  const fields = readNarrowed(`${look} ${taken.rest}`, { ...situation, fact });
  if (fields.fact === undefined || (ofClusters && fields.name === undefined)) return undefined;
  return ofClusters ? { ...fields, allClusters: true } : fields;
};

/** What leads to something is found by what it points at: an ingress by its backend, a service by what it selects. */
const readRelated = ({ fact, rest }: TakenFact, situation: Situation): RequestFields | undefined => {
  const look = situation.language === "zh" ? "查看" : "describe";
  const { name, namespace, cluster } = readNarrowed(`${look} ${rest}`, situation);
  if (name === undefined) return undefined;
  const field = fact === "host" ? "backend" : "selector";
  return {
    kind: "request",
    view: "call",
    verb: "list",
    resource: fact === "host" ? "ingress" : "service",
    ...(namespace === undefined ? { allNamespaces: true } : { namespace }),
    ...(cluster === undefined ? {} : { cluster }),
    conditions: [{ field, comparison: "contains", value: name }],
    ...(fact === "host" ? { fact: "host" as const } : {}),
  };
};

/** The name of a host: what answers under it is told by the ingresses. */
const hostName = /^(?=[\w.-]*[A-Za-z])[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}$/u;

/** A host where the name of a thing could stand asks for what serves it. */
const servingHost = (fields: RequestFields): RequestFields => {
  const { name, verb, resource, namespace, cluster, kind } = fields;
  const looks = kind === "unknown" || verb === "get" || verb === "list" || verb === "search";
  const fits = resource === undefined || resource === "ingress" || resource === "service";
  const host = [name, namespace, cluster].find((said) => said !== undefined && hostName.test(said));
  if (!looks || !fits || host === undefined) return fields;
  return {
    kind: "request",
    view: "call",
    verb: "list",
    resource: "ingress",
    ...(namespace === undefined || namespace === host ? { allNamespaces: true } : { namespace }),
    conditions: [{ field: "host", comparison: "contains", value: host }],
    fact: "backend",
  };
};

/** “What did web say before it died”: its log. */
const readSaying = (text: string, situation: Situation): RequestFields | undefined => {
  const asked = situation.language === "zh" ? `查看 ${text} 的日志` : `show the logs of ${text}`;
  const fields = readNarrowed(asked, situation);
  return fields.verb === "logs" && (fields.name !== undefined || fields.refersBack === true) ? fields : undefined;
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
    byCluster: asksByCluster(spoken, places.found) && (extras.counted === true || comparesClusters(spoken)),
    fact,
    points: meant.some((piece) => isGrammar(piece, "pronoun", "this")),
  });
  // “Previous logs” are those of what the conversation is about.
  const before =
    asked?.verb === "logs" && name.name === undefined && meant.some((piece) => isGrammar(piece, "previous"));
  const points = before || pointsBack(meant, { named: name.name !== undefined, asked: asked !== undefined });
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
  const wide = fields.view === "status" && asksByCluster(spoken, places.found) ? { allClusters: true } : {};
  return itself || fields.fact !== undefined ? namespaceItself(fields) : { ...fields, ...wide };
};

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
  const timed = logs || rest.resource === "event" || rest.view === "changes";
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

/** Words of a message that the tables do not know: names, most likely. */
export const unknownWords = (message: string): readonly string[] =>
  readPieces(normalize(message)).flatMap(({ text, meaning }) => (meaning.is === "word" ? [text] : []));
