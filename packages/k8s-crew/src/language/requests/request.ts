import type { Verb } from "../../catalog/types.ts";
import { effectOfVerb } from "../../catalog/verbs.ts";
import { withoutSecrets } from "../../safety/said-secrets.ts";
import { withPodsOnIt } from "../sentence/on-node.ts";
import { clusterOf } from "../sentence/places.ts";
import { inPlainWords } from "../sentence/plain-words.ts";
import { meantPieces } from "../sentence/sentence.ts";
import { nameStages, stageByMeaning } from "../sentence/stages.ts";
import { asQuestionForCause } from "../sentence/symptoms.ts";
import { thingIn } from "../sentence/things.ts";
import { withWishes } from "../sentence/wishes.ts";
import { withWorkerCalled } from "../sentence/workers.ts";
import { takeHours } from "../text/clock-times.ts";
import { detectLanguage } from "../text/detect-language.ts";
import { normalize } from "../text/normalize.ts";
import { withoutOpening } from "../text/opening.ts";
import { readPieces } from "../text/phrases.ts";
import { takeQuantities } from "../text/quantities.ts";
import { withoutQuotedPhrases } from "../text/tokens.ts";
import type { ReadAs, Request, RequestContext, RequestFields } from "../types.ts";
import { readAccelerators } from "./accelerators.ts";
import { asksWhoDid, takeAccess, withoutWhoDid } from "./access.ts";
import { readBeside } from "./beside.ts";
import { readChangeQuestion } from "./change-question.ts";
import { takeCommandLine } from "./command-line.ts";
import { takeFlags } from "./flags.ts";
import { takeGuess } from "./guesses.ts";
import { readKubectl } from "./kubectl.ts";
import { readMostOf } from "./most-of.ts";
import { ofNamedState } from "./named-state.ts";
import { withNamesApart, wordsLikeNames } from "./names-like-words.ts";
import { readNewPod } from "./new-pod.ts";
import { asOfThePast } from "./past.ts";
import { inItsTime } from "./period.ts";
import { readReach } from "./reach.ts";
import { readFact, servingHost } from "./read-facts.ts";
import { readNarrowed, type Situation } from "./read-sentence.ts";
import { readRefresh } from "./refresh.ts";
import { takeRelative } from "./relative-numbers.ts";
import { type Respelled, withoutSlips } from "./respelled.ts";
import { readRights } from "./rights.ts";
import { takeSetting } from "./settings.ts";
import { readGuess, withLogSought } from "./suspected.ts";
import { hitsIn, readCommand, readTalk } from "./talk.ts";
import { readUnused, withUnusedLeft } from "./unused.ts";

/**
 * Reads a message by rules, without a model, in time linear in its length. Names come back as they were written (full-width
 * letters as ASCII), known clusters and namespaces as they are known. Never throws.
 */
export const readRequest = (message: string, context: RequestContext = {}): Request => {
  const named = withNamesApart(message, context, (text) => readSpelled(text, context));
  return named === undefined ? readSpelled(message, context) : named.asSaid(readSpelled(named.text, context));
};

/** Words of a message that are names, if something is called so. */
export const wordsThatMayName = (message: string, context: RequestContext = {}): readonly string[] =>
  wordsLikeNames(message, (text) => readSpelled(text, context));

const readSpelled = (message: string, context: RequestContext): Request => {
  const { text, corrected, offered } = respelled(message, context);
  const request = readAsSpelled(text, context);
  if (offered !== undefined) return { ...request, kind: "unknown", offered };
  return corrected.length === 0 ? request : { ...request, corrected: [...corrected, ...(request.corrected ?? [])] };
};

/** A message with its slips mended and a stage written as the place that it means as far as it means more so; one that would change something then is only offered. */
export const respelled = (message: string, context: RequestContext = {}): Respelled => {
  const { clusters = [], namespaces = [], names = [] } = context;
  const stage = stageByMeaning(message, [...clusters, ...namespaces]);
  const spelled = withoutSlips(stage?.text ?? message, { read: (text) => readAsSpelled(text, context), names });
  return stage === undefined ? spelled : { ...spelled, corrected: [stage.readAs, ...spelled.corrected] };
};

const readAsSpelled = (message: string, context: RequestContext): Request => {
  const hours = takeHours(message);
  const text = inPlainWords(withoutOpening(normalize(hours?.rest ?? message)));
  const language = detectLanguage(message, context.language ?? "en");
  const complete = ({ kind = "unknown", ...fields }: RequestFields, hits: readonly string[] = []): Request => ({
    language,
    kind,
    ...fields,
    hits,
  });
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(text)) return complete({ kind: "empty" });
  const command = readCommand(text) ?? readRefresh(text, context);
  if (command !== undefined) return complete(command);
  // “起不来是权限问题吗” asks for a cause, and for nobody's rights.
  const rights = takeGuess(text) === undefined ? readRights(text, context) : undefined;
  if (rights !== undefined) return complete(rights);
  const kubectl = readKubectl(text);
  if (kubectl !== undefined) return complete(withKnownCluster(kubectl, context), ["kubectl"]);
  const flags = takeFlags(withoutSecrets(text));
  const known = [...(context.clusters ?? []), ...(context.namespaces ?? [])];
  const relative = takeRelative(withPodsOnIt(flags.rest, context.node));
  const wished = withWishes(relative.rest);
  const called = withWorkerCalled(nameStages(wished, known), known);
  const said = called.text;
  const hits = hitsIn(readPieces(said));
  const talk = readTalk(readPieces(takeQuantities(said).rest), hits, text);
  if (talk !== undefined) return complete(talk, hits);
  const by = relative.by === undefined ? {} : { replicasBy: relative.by };
  const situation = { language, context, extras: { ...flags.found, ...by } };
  const read =
    readGuess(said, situation) ??
    readRun(text, { language, context, extras: {} }) ??
    readNewPod(wished, situation) ??
    readNewPod(said, situation) ??
    readConsidered(said, situation) ??
    readSetting(said, situation) ??
    readReach(said, situation) ??
    readAccess(said, situation) ??
    readWhoDid(said, situation) ??
    readBeside(said, situation) ??
    readAccelerators(said, situation) ??
    readMostOf(said, situation) ??
    readUnused(said, situation) ??
    readFact(said, situation) ??
    servingHost(readNarrowed(said, situation), said);
  const fields = readSymptom(read, said, situation) ?? read;
  const named = fields.name === undefined ? (readThing(said, situation) ?? fields) : fields;
  const whole = withUnusedLeft(ofNamedState(withVersion(withLogSought(named, said), said), said), said);
  return complete(
    withCorrected(
      withKnownCluster(inItsTime(ofEveryOne(asOfThePast(whole, normalize(message)), text), message), context),
      called.corrected,
    ),
    hits,
  );
};

/** “Cart-service v2”: which of several that are called so. What is to become of something has its version elsewhere. */
const withVersion = (fields: RequestFields, text: string): RequestFields => {
  const { name, verb = "other", unread = [] } = fields;
  const version = unread.find((word) => /^v\d+$/iu.test(word) && text.includes(`${name} ${word}`));
  if (name === undefined || version === undefined || !hasNoVersion(verb)) return fields;
  const { unread: _, ...rest } = fields;
  const left = unread.filter((word) => word !== version);
  return { ...rest, name: `${name}-${version}`, ...(left.length === 0 ? {} : { unread: left }) };
};

/** Verbs that make nothing another version of itself: one that is said tells which. */
const hasNoVersion = (verb: Verb): boolean =>
  effectOfVerb(verb) === "read" || ["scale", "restart", "delete"].includes(verb);

/** Words that were read as a name, where the name came to something. */
const withCorrected = (fields: RequestFields, called: readonly ReadAs[]): RequestFields => {
  const used = called.filter(({ meant }) => fields.name === meant);
  return used.length === 0 ? fields : { ...fields, corrected: [...used, ...(fields.corrected ?? [])] };
};

/** “The cart worker keeps getting killed”: where the cause is not asked for already, with the name as it stands. */
const readSymptom = (
  { verb, name, view }: RequestFields,
  text: string,
  situation: Situation,
): RequestFields | undefined => {
  const question = asQuestionForCause(text);
  if (question === undefined || view === "changes") return undefined;
  const asked = readNarrowed(question, situation);
  // “Refund worker” is more of a name than “refund”.
  const isAsked = verb === "diagnose" && name !== undefined && asked.name?.startsWith(`${name}-`) !== true;
  if (asked.verb !== "diagnose" || asked.name === undefined || isAsked) return undefined;
  const said = asked.name.replace("-", " ");
  return text.includes(asked.name) || !text.includes(said)
    ? asked
    : { ...asked, corrected: [{ said, meant: asked.name }] };
};

/** “The logs of all web pods”: of each of them. What is looked for may stand in the log of any. */
const ofEveryOne = (fields: RequestFields, text: string): RequestFields => {
  const { verb, name, holding, quality } = fields;
  const isSearch = holding !== undefined || quality === "errors";
  const isOfAll = isSearch || everyPod.test(withoutQuotedPhrases(text));
  return verb === "logs" && name !== undefined && isOfAll ? { ...fields, everyOne: true } : fields;
};

const everyPod =
  /\b(?:all|every|each|both)(?: of)?(?: the)? (?:[\w.-]+ )?(?:pods?|replicas?|instances?|copies)\b|\bfrom all\b|(?:所有|全部|每个|每一个|各个?|两个)的?\s?(?:[\w.-]+\s?的?\s?)?(?:pod|副本|实例|容器组)/iu;

/** “支付挂了”: what is called in Chinese, read as the name it most likely has, where what is asked is asked of one. */
const readThing = (text: string, situation: Situation): RequestFields | undefined => {
  const thing = thingIn(text);
  if (thing === undefined) return undefined;
  const { refersBack: _, ...fields } = readNarrowed(thing.text, situation);
  const { said, meant } = thing;
  const picksOut = fields.verb === "delete" && fields.quality !== undefined;
  const asks = fields.verb === "diagnose" || fields.verb === "logs" || fields.view === "health" || picksOut;
  return fields.name === meant && asks ? { ...fields, corrected: [{ said, meant }] } : undefined;
};

const changesSomething = (text: string): boolean =>
  meantPieces(readPieces(text)).some(({ meaning }) => meaning.is === "intent" && meaning.write);

/** A command to run in a container: its words are none of the request's own. */
const readRun = (text: string, situation: Situation): RequestFields | undefined => {
  const taken = takeCommandLine(text, situation.language);
  const fields = taken && readNarrowed(taken.rest, situation);
  return taken !== undefined && fields?.verb === "exec" && fields.name !== undefined
    ? { ...fields, run: taken.run }
    : undefined;
};

/** Limits and variables are set on what runs the pods. */
const readSetting = (text: string, situation: Situation): RequestFields | undefined => {
  const taken = takeSetting(text);
  if (taken === undefined) return undefined;
  const looked = readNarrowed(`${situation.language === "zh" ? "查看" : "describe"} ${taken.rest}`, situation);
  const { name, namespace, cluster, clusterWord, resource, refersBack } = looked;
  if (name === undefined && refersBack !== true) return undefined;
  const kind = resource === undefined || resource === "pod" ? {} : { resource };
  const place = {
    ...(namespace === undefined ? {} : { namespace }),
    ...(cluster === undefined ? {} : { cluster }),
    ...(clusterWord === undefined ? {} : { clusterWord }),
  };
  const whose = name === undefined ? { refersBack: true } : { name };
  return { kind: "request", view: "call", verb: "update", ...kind, ...whose, ...place, setting: taken.setting };
};

/** A question for rights or for what is unused is answered from the cluster. */
const readConsidered = (text: string, situation: Situation): RequestFields | undefined => {
  const asked = readChangeQuestion(text, (change) => readSetting(change, situation) ?? readNarrowed(change, situation));
  const isOther = () => (takeAccess(text, changesSomething) ?? readUnused(text, situation)) !== undefined;
  return asked === undefined || isOther() ? undefined : asked;
};

/** A question for rights never asks for the thing itself: “can I delete pods” deletes none. */
const readAccess = (text: string, situation: Situation): RequestFields | undefined => {
  const taken = takeAccess(text, changesSomething);
  if (taken === undefined) return undefined;
  if (taken.access === "account") return readAccount(taken.rest, situation);
  const { kind: _, view: __, refersBack: ___, ...fields } = readNarrowed(taken.rest, situation);
  return { verb: "get", ...fields, kind: "request", view: "call", access: taken.access };
};

/** The account is what is named; what it may do is done to another kind. */
const readAccount = (text: string, situation: Situation): RequestFields | undefined => {
  const look = situation.language === "zh" ? "查看" : "describe";
  const acts = text.replace(/\bread\b|读取?|查看|看/iu, " get ");
  const { verb = "get" } = readNarrowed(acts, situation);
  const kinds = readPieces(acts).flatMap(({ meaning }) => (meaning.is === "resource" ? [meaning.resource] : []));
  const resource = kinds.find((kind) => kind !== "serviceaccount" && kind !== "namespace" && kind !== "cluster");
  const { name, namespace, cluster } = readNarrowed(`${look} ${withoutActs(acts)}`, situation);
  if (name === undefined || resource === undefined) return undefined;
  const place = { ...(namespace === undefined ? {} : { namespace }), ...(cluster === undefined ? {} : { cluster }) };
  return { kind: "request", view: "call", verb, resource, name, ...place, access: "account" };
};

/** Without the words that do something, which would be taken for names or for the request itself. */
const withoutActs = (text: string): string =>
  readPieces(text)
    .filter(({ meaning }) => meaning.is !== "intent")
    .map((piece) => piece.text)
    .join(" ");

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

const withKnownCluster = (fields: RequestFields, context: RequestContext): RequestFields =>
  fields.cluster === undefined
    ? fields
    : { ...fields, cluster: clusterOf(fields.cluster, context.clusters) ?? fields.cluster };

/** How many Chinese characters of a message the tables do not know. */
export const unknownCharacters = (message: string): number =>
  readPieces(normalize(message)).filter(({ meaning }) => meaning.is === "unknown").length;

/** Words of a message that the tables do not know: names, most likely. */
export const unknownWords = (message: string): readonly string[] =>
  readPieces(normalize(message)).flatMap(({ text, meaning }) => (meaning.is === "word" ? [text] : []));
