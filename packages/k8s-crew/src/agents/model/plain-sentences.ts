import { resourceByKey } from "../../catalog/resources.ts";
import { asks, bearsOnHere, courtesies, limits } from "../../language/index.ts";
import { tellsOfCluster } from "./claims.ts";

const kinds = [...resourceByKey.values()].flatMap(({ words }) => words.filter((word) => word.length > 1)).join("|");
const kindsInChinese = [...resourceByKey.values()].flatMap(({ zh }) => zh).join("|");
/** A state or a kind as Kubernetes writes it: `CrashLoopBackOff`, `StatefulSet`. */
const written = String.raw`[A-Z][a-z]+(?:[A-Z][A-Za-z]*)*|OOMKilled`;

/** What something of Kubernetes is in general: “A Deployment keeps …”, “Pending 表示 …”. */
const concepts: readonly RegExp[] = [
  new RegExp(String.raw`^(?:an?|each|every) (?:${kinds})\b`, "iu"),
  new RegExp(
    String.raw`^(?:kubernetes|kubectl|helm|${written}|(?:${kinds})s?) (?:is an?|are|is the|means?|restarts?|gives?|keeps?|runs?|groups?|holds?|manages?|describes?|stands for|lets?|makes?|uses?)\b`,
    "u",
  ),
  new RegExp(
    String.raw`^(?:一个|在 ?Kubernetes ?[里中]，?)?(?:kubernetes|k8s|kubectl|helm|${written}|${kinds}|${kindsInChinese})\s*(?:就?是|表示|意味着|用于|用来|指|负责|把|让|给|里(?:面)?有)`,
    "iu",
  ),
  /^(?:里面|其中)有一?个?(?:或多个)?(?:容器|Pod)/iu,
];

/** A state of a thing is told of by saying when it is so. */
const definesState = /\b(?:when|if|means?)\b|表示|意味着|指|时|用于|用来|单位|单元|入口/iu;

const sentencesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?。！？])\s*|\n+/u)
    .map((sentence) => sentence.replace(/[.!?。！？~\s]+$/u, "").trim())
    .filter((sentence) => sentence !== "");

const clausesOf = (sentence: string): readonly string[] =>
  sentence
    .split(/\s*[,;，；：—]\s*/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");

/**
 * Whether a text says nothing but what may be said without having looked: a greeting, what the assistant can and cannot
 * do, a question, what something is in general. Whatever is not recognised is a claim.
 */
export const claimsNothing = (text: string): boolean => sentencesOf(text).every(isPlain);

/** Whether a text says that no tool does what is asked. */
export const saysNoTool = (text: string): boolean => /\bno (?:tools?|way)\b|没有[^，。]{0,16}工具/iu.test(text);

const isPlain = (sentence: string): boolean => {
  if (isConcept(sentence)) return true;
  const clauses = clausesOf(sentence);
  return clauses.every((clause, index) => {
    const begins = (patterns: readonly RegExp[]) => patterns.some((pattern) => pattern.test(clause));
    if (begins(courtesies)) return true;
    if (begins(asks)) return !advises.test(clause);
    const goesOn = index > 0 && clauses.slice(0, index).some((before) => limits.some((limit) => limit.test(before)));
    return (
      (begins(limits) || goesOn || isQuestionTail(clause, index)) && !tellsOfCluster(clause) && !advises.test(clause)
    );
  });
};

/** “…，要继续吗”: what is asked at the end is asked of all that stands before. */
const isQuestionTail = (clause: string, index: number): boolean => index === 0 && /需要你确认$/u.test(clause);

const advises = /\b(?:safe\w*|relax|no need to worry|don['’]t worry|feel free)\b|放心|随意|安心/iu;

const isConcept = (sentence: string): boolean =>
  concepts.some((pattern) => pattern.test(sentence)) &&
  !bearsOnHere.test(sentence) &&
  !/\d/u.test(sentence) &&
  (definesState.test(sentence) || !tellsOfCluster(sentence));
