import type { Fact } from "../condition.ts";
import {
  asksWhy,
  hasStorage,
  howFull,
  howLarge,
  keepsData,
  largest,
  modeWords,
  onClass,
  storageFacts,
  stored,
  usedBy,
} from "../lexicon/storage.ts";
import { unusedWords } from "../lexicon/unused.ts";
import { clusterOf } from "../sentence/places.ts";
import { keysIn } from "../sentence/spoken-of.ts";
import { isGrammar, readPieces } from "../text/phrases.ts";
import type { RequestContext, RequestFields } from "../types.ts";

/** What is asked of claims, volumes and classes, and of who uses what a pod can use. */
export const readStorage = (text: string, context: RequestContext): readonly RequestFields[] | undefined => {
  if (text.length > longest || /^kubectl\b/iu.test(text)) return undefined;
  const named = namedIn(text, context);
  const kinds = keysIn(readPieces(text)).filter((key) => storageKinds.includes(key) || usable.includes(key));
  const said: Said = {
    text,
    name: named.name,
    kinds,
    place: named.place,
    isStored: stored.test(text) || kinds.some((key) => storageKinds.includes(key)),
  };
  if ((unusedWords.test(text) && said.name === undefined) || asksWhy.test(text)) return undefined;
  return users(said) ?? ofClass(said) ?? ofMode(said) ?? factsOf(said) ?? amounts(said) ?? claimsOf(said);
};

const longest = 200;
const storageKinds: readonly string[] = ["pvc", "pv", "storageclass"];
/** What pods refer to by name. */
const usable: readonly string[] = ["configmap", "secret", "serviceaccount"];

type Said = {
  readonly text: string;
  readonly name: string | undefined;
  readonly kinds: readonly string[];
  readonly place: Pick<RequestFields, "namespace" | "cluster">;
  readonly isStored: boolean;
};

const listOf = ({ place }: Said, fields: RequestFields): RequestFields => ({
  kind: "request",
  view: "call",
  verb: "list",
  ...place,
  ...fields,
});

const users = (said: Said): readonly RequestFields[] | undefined => {
  const { name, text } = said;
  if (name === undefined || !usedBy.some((cue) => cue.test(text)) || reached.test(text)) return undefined;
  const mayBeClass = said.kinds.every((kind) => kind === "storageclass");
  const asClass = mayBeClass ? { usedClass: true as const } : {};
  return [listOf(said, { resource: "pod", fact: "references", usedThing: name, ...asClass })];
};

/** Who calls a service is nothing that a pod refers to. */
const reached = /\b(?:services?|svcs?|ingress(?:es)?|ports?|images?|nodes?|gpus?)\b|显卡|服务|端口|镜像|节点/iu;

/** “Volumes on slow-disks”: those of a class. */
const ofClass = (said: Said): readonly RequestFields[] | undefined => {
  const { name, text, kinds, isStored } = said;
  if (name === undefined || !isStored || !onClass.some((cue) => new RegExp(cue.replace("@", name), "iu").test(text)))
    return undefined;
  const conditions = [{ field: "storageClass", comparison: "contains", value: name }] as const;
  return [listOf(said, { resource: kinds.includes("pv") && !kinds.includes("pvc") ? "pv" : "pvc", conditions })];
};

/** “Which volumes are RWX”. */
const ofMode = (said: Said): readonly RequestFields[] | undefined => {
  const mode = modeWords.find(([, words]) => words.test(said.text))?.[0];
  if (mode === undefined) return undefined;
  if (said.name !== undefined) return [listOf(said, { resource: "pvc", name: said.name, fact: "accessModes" })];
  const conditions = [{ field: "accessModes", comparison: "contains", value: mode }] as const;
  return [listOf(said, { resource: said.kinds.includes("pv") ? "pv" : "pvc", conditions, fact: "accessModes" })];
};

const factsOf = (said: Said): readonly RequestFields[] | undefined => {
  switch (factAsked(said)) {
    case "status":
      return said.name === undefined ? undefined : [listOf(said, { resource: "pvc", name: said.name, fact: "status" })];
    case "storageClass":
      return classOf(said);
    case "expansion":
      return expansion(said);
    case "accessModes":
      return [
        listOf(said, { resource: said.kinds.includes("pv") ? "pv" : "pvc", fact: "accessModes", ...nameIn(said) }),
      ];
    case "reclaimPolicy":
      return reclaiming(said);
    default:
      return undefined;
  }
};

const factAsked = ({ text, name, kinds, isStored }: Said): Fact | undefined => {
  const around = name === undefined ? text : text.replace(name, " ");
  const fact = storageFacts.find(([, words]) => words.test(around))?.[0];
  if (name === undefined && !isStored && !kinds.includes("storageclass")) return undefined;
  if (fact !== "expansion") return fact;
  const asks = /\b(?:can|could|may|is|are|does|do|which|what|how)\b|[吗么?？]|能|可以|哪/iu.test(text);
  // What runs is scaled by the same word.
  return asks && (isStored || kinds.includes("storageclass") || keepsData.test(name ?? "")) ? fact : undefined;
};

const nameIn = ({ name }: Said): Pick<RequestFields, "name"> => (name === undefined ? {} : { name });

const classOf = (said: Said): readonly RequestFields[] | undefined => {
  const { name, text, kinds } = said;
  if (name === undefined || /\bdefault\b|默认/iu.test(text) || kinds[0] === undefined) return undefined;
  return [listOf(said, { resource: "pvc", name, fact: "storageClass" })];
};

/** Whether a claim may grow is told by its class. */
const expansion = (said: Said): readonly RequestFields[] => {
  const { name, kinds } = said;
  const wide = { ...said, place: clusterIn(said) };
  if (name === undefined || kinds.includes("storageclass"))
    return [listOf(wide, { resource: "storageclass", fact: "expansion", ...nameIn(said) })];
  return [
    listOf(said, { resource: "pvc", name, fact: "storageClass" }),
    listOf(wide, { resource: "storageclass", fact: "expansion" }),
  ];
};

/** What becomes of a volume: of a claim its volume tells, of a class the class. */
const reclaiming = (said: Said): readonly RequestFields[] => {
  const { name, kinds } = said;
  const fact = "reclaimPolicy" as const;
  const wide = { ...said, place: clusterIn(said) };
  if (name !== undefined && kinds.length === 0) return [listOf(said, { fact, name })];
  if (name !== undefined && !kinds.includes("storageclass") && !/^pv/iu.test(name)) {
    const conditions = [{ field: "claim", comparison: "contains", value: name }] as const;
    return [listOf(wide, { resource: "pv", fact, conditions })];
  }
  return [listOf(wide, { resource: kinds.includes("storageclass") ? "storageclass" : "pv", fact, ...nameIn(said) })];
};

const clusterIn = ({ place: { cluster } }: Said) => (cluster === undefined ? {} : { cluster });

/** How large, how full, how much in all. */
const amounts = (said: Said): readonly RequestFields[] | undefined => {
  const { text, name, isStored, kinds } = said;
  const full = howFull.test(text) && name !== undefined;
  if (!isStored && !(full && /\bfull\b|满|\bfill(?:ing|s|ed)? up\b|爆盘|撑爆/iu.test(text))) return undefined;
  if (!full && !(howLarge.test(text) && !/\b(?:cpu|memory|ram)\b|内存/iu.test(text))) return undefined;
  if (kinds.includes("storageclass") || /(?:how many|几个|多少个)/iu.test(text)) return undefined;
  const resource = kinds.includes("pv") ? "pv" : "pvc";
  const one = largest.test(text) && /\b(?:which|what)\b|哪个|哪一个/iu.test(text);
  const asked: RequestFields = { resource, fact: "capacity" };
  if (name !== undefined) return [listOf(said, { ...asked, name, ...(full ? { howFull: true } : {}) })];
  return [listOf(said, { ...asked, quality: "largest", ...(one ? { first: 1 } : {}) })];
};

/** The claims of what runs, the volume of a claim, the claim of a volume. */
const claimsOf = (said: Said): readonly RequestFields[] | undefined => {
  const { text, name, kinds, isStored } = said;
  if (name === undefined || !isStored) return undefined;
  if (
    /^pvc?-/iu.test(name) ||
    (kinds[0] === "pv" && !/\b(?:back|behind|bound|for|of)\w*\b|对应|绑定|背后/iu.test(text))
  )
    return [listOf({ ...said, place: clusterIn(said) }, { resource: "pv", name, fact: "claim" })];
  if (
    /\b(?:back|behind|bound|which (?:pv|volume)|what (?:pv|volume))\w*\b|对应|绑定|绑(?:的|了|在)|背后/iu.test(text) &&
    kinds.some((key) => key === "pv" || key === "pvc")
  )
    return [listOf(said, { resource: "pvc", name, fact: "volume" })];
  return hasStorage.test(text) ? [listOf(said, { resource: "pod", name, fact: "claims" })] : undefined;
};

const namedIn = (text: string, { clusters = [], namespaces = [] }: RequestContext): Pick<Said, "name" | "place"> => {
  const pieces = readPieces(text);
  const words = pieces.flatMap(({ text: word, meaning }) => (meaning.is === "word" ? [word.replace(/'s$/u, "")] : []));
  const cued = pieces.find(
    (piece, index) =>
      piece.meaning.is === "word" &&
      !/[-.\d]/u.test(piece.text) &&
      (isGrammar(pieces[index - 1], "in") || isGrammar(pieces[index + 1], "inside")),
  )?.text;
  const namespace = words.find((word) => namespaces.includes(word)) ?? cued;
  const cluster = words
    .map((word) => (namespaces.includes(word) ? undefined : clusterOf(word, clusters)))
    .find((found) => found !== undefined);
  const names = words.filter(
    (word) =>
      word !== namespace &&
      clusterOf(word, clusters) === undefined &&
      /^[A-Za-z0-9]/u.test(word) &&
      !notNames.test(word),
  );
  const name = names.find((word) => /[-.\d]/u.test(word)) ?? (names.length === 1 ? names[0] : undefined);
  const place = { ...(namespace === undefined ? {} : { namespace }), ...(cluster === undefined ? {} : { cluster }) };
  return { name, place };
};

const notNames =
  /^(?:claims?|storage|volumes?|disks?|provisioners?|drives?|sizes?|shared|backs?|backing|mounts?|mounted|attached|biggest|largest|smallest|rwx|rwo|rox|readwrite\w+|readonly\w+|released|reclaim|policy|mode|modes|expand\w*|resize\w*|anybody|anyone|anything|pls|plz|total|requested|reserved|allocated|space|left|full|disk|persistent|references?|orphaned|mode|mounted|still|who'?s|what'?s|whats|\d+\w{0,2})$/iu;
