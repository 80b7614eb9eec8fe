import { fullNodes, notNodes, notUse, roomFor, useAgainst, useWords } from "../lexicon/beside.ts";
import { readNumber } from "../numbers.ts";
import { keysIn } from "../sentence/spoken-of.ts";
import { readPieces } from "../text/phrases.ts";
import type { RequestFields } from "../types.ts";
import { readNarrowed, type Situation } from "./read-sentence.ts";

/** What only several lists tell that are held against each other: use and limits, nodes and what is on them. */
export const readBeside = (text: string, situation: Situation): RequestFields | undefined =>
  text.length > longest
    ? undefined
    : (readRoom(text, situation) ?? readUse(text, situation) ?? readFull(text, situation));

const longest = 200;

/** Whether a message may ask for such a thing: then it is no plain comparison. */
export const speaksBeside = (text: string): boolean =>
  text.length <= longest && [...useAgainst, ...fullNodes, ...roomFor].some((cue) => cue.test(text));

type Placed = Pick<RequestFields, "name" | "namespace" | "cluster" | "clusterWord" | "allNamespaces">;

/** What is named in the rest of a question, and where. */
const placedIn = (rest: string, situation: Situation): Placed & Pick<RequestFields, "refersBack"> => {
  const look = situation.language === "zh" ? "查看" : "describe";
  const read = readNarrowed(`${look} ${rest.replace(/\s+/gu, " ").trim()}`, situation);
  const { name, namespace, cluster, clusterWord, allNamespaces, refersBack } = read;
  return {
    ...(name === undefined ? {} : { name }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(cluster === undefined ? {} : { cluster }),
    ...(clusterWord === undefined ? {} : { clusterWord }),
    ...(allNamespaces === undefined ? {} : { allNamespaces }),
    ...(refersBack === undefined ? {} : { refersBack }),
  };
};

const asked = { kind: "request", view: "call" } as const;

/** “How close is web to its memory limit”, “web 的内存 request 跟实际用量差多少”. */
const readUse = (text: string, situation: Situation): RequestFields | undefined => {
  if (!useAgainst.some((cue) => cue.test(text)) || notUse.test(text)) return undefined;
  const placed = placedIn(text.replace(useWords, " "), situation);
  const many = keysIn(readPieces(text)).includes("pod") || /谁|哪|\bwho|which\b/iu.test(text);
  if (placed.name === undefined && !many && placed.refersBack !== true) return undefined;
  const against = /request|请求|申请|预留|reserv|asked for/iu.test(text) ? "requests" : "limits";
  const measured = /cpu|处理器/iu.test(text) ? "cpu" : "memory";
  return { ...asked, verb: "top", resource: "pod", ...placed, beside: against, comparedBy: [measured] };
};

/** “Which nodes are full”, “节点还有多少余量”. */
const readFull = (text: string, situation: Situation): RequestFields | undefined => {
  if (!fullNodes.some((cue) => cue.test(text)) || notNodes.test(text)) return undefined;
  const { cluster, clusterWord } = placedIn(text, situation);
  const place = {
    ...(cluster === undefined ? {} : { cluster }),
    ...(clusterWord === undefined ? {} : { clusterWord }),
  };
  return { ...asked, verb: "top", resource: "node", ...place, beside: "capacity" };
};

/** “Is there room for 3 more web”, “web 再加 3 个放得下吗”. */
const readRoom = (text: string, situation: Situation): RequestFields | undefined => {
  for (const pattern of roomFor) {
    const { count = "", name } = pattern.exec(text)?.groups ?? {};
    if (name === undefined || keysIn(readPieces(name)).length > 0) continue;
    const { name: _, refersBack: __, ...place } = placedIn(text.replace(name, " "), situation);
    const more = /another|one/iu.test(count) ? 1 : readNumber(count);
    if (more === undefined) continue;
    return { ...asked, verb: "list", resource: "pod", name, ...place, beside: "room", more };
  }
  return undefined;
};
