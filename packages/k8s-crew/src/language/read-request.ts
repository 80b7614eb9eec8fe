import { resources } from "../catalog/resources.ts";
import type { Verb } from "../catalog/types.ts";
import { detectLanguage } from "./detect-language.ts";
import {
  backReferences,
  clusterWords,
  commandAliases,
  corrections,
  qualities,
  smallTalk,
  spokenCommands,
  verbs,
  views,
} from "./lexicon.ts";
import { linesIn, replicasIn, windowIn } from "./numbers.ts";
import { bareMessage, hasPhrase, meaningOf, positionOf } from "./phrases.ts";
import { type Hints, type Named, placesAndNames } from "./places-and-names.ts";
import type { Request, View } from "./types.ts";

/** Characters of a message that the rules read: what a person wants stands at the beginning. */
const readLimit = 2_000;

/** Reads a message by rules. Never throws; what it does not understand is `unknown`. */
export const readRequest = (message: string, hints: Hints): Request => {
  const text = message.slice(0, readLimit).normalize("NFKC").toLowerCase().trim();
  const language = detectLanguage(text, "en");
  if (text === "") return { language, kind: "empty", hits: [] };
  const command = commandIn(text);
  if (command) return { language, kind: "command", ...command, hits: [] };
  const said = kubernetesIn(text);
  const talk = meaningOf(text, smallTalk);
  if (talk === "help" && (said.hits.length === 0 || bareMessage(text) === "help"))
    return { language, kind: "help", hits: [] };
  if (talk === "out_of_scope" && said.hits.length === 0) return { language, kind: "out_of_scope", hits: [] };
  const request = requestIn(text, { hints, said, language });
  if (request) return request;
  if (talk !== undefined) return { language, kind: talk, hits: said.hits };
  return {
    language,
    kind: said.hits.length > 0 ? "unknown" : isArithmetic(text) ? "out_of_scope" : "unknown",
    hits: said.hits,
  };
};

const isArithmetic = (text: string): boolean => /^[\d\s+*/=?().-]+$/.test(text) && /\d\s*[+*/-]\s*\d/.test(text);

const commandIn = (text: string): { command: string; commandArgument?: string } | undefined => {
  const slash = /^\/([\p{L}\p{N}_-]{1,40})(?:\s+(.{1,200}))?$/u.exec(text);
  if (slash?.[1] !== undefined) {
    return {
      command: commandAliases[slash[1]] ?? slash[1],
      ...(slash[2] === undefined ? {} : { commandArgument: slash[2] }),
    };
  }
  const words = text.replace(/[[\]。.!！]/g, "").trim();
  const spoken = spokenCommands.find(({ zh, en }) => zh.includes(words) || en.includes(words));
  return spoken && { command: spoken.means };
};

type Said = {
  readonly resource: string | undefined;
  readonly verb: Verb | undefined;
  readonly view: View | undefined;
  readonly hits: readonly string[];
};

const kubernetesIn = (text: string): Said => {
  const resource = resourceIn(text);
  const verb = verbIn(text);
  const view = meaningOf(text, views);
  const about = clusterWords.filter((word) => hasPhrase(text, word));
  return {
    resource,
    verb,
    view,
    hits: [...(resource === undefined ? [] : [resource]), ...about, ...(verb === "logs" ? ["logs"] : [])],
  };
};

const spellings = resources
  .flatMap(({ key, words, zh }) =>
    [...words.flatMap((word) => [word, `${word}s`, `${word}es`, word.replace(/y$/, "ies")]), ...zh].map((word) => ({
      key,
      word: word.toLowerCase(),
    })),
  )
  .sort((left, right) => right.word.length - left.word.length);

/** The kind that is spoken of: the longest word for one, events before their owner, places only when nothing else is. */
const resourceIn = (text: string): string | undefined => {
  const kubectl = /\bkubectl\s+(?:get|describe|top|delete|scale|logs)\s+([a-z.]+)/.exec(text)?.[1];
  const named = kubectl === undefined ? undefined : spellings.find(({ word }) => word === kubectl)?.key;
  if (named !== undefined) return named;
  const found = new Set<string>();
  let rest = text;
  for (const { key, word } of spellings) {
    const at =
      word.length < 3 && !/[^a-z]/.test(word)
        ? new RegExp(`\\b(?:get|list|show|describe|top|看|查|列出)\\s*${word}\\b`).test(rest)
          ? positionOf(rest, word)
          : -1
        : positionOf(rest, word);
    if (at < 0) continue;
    found.add(key);
    rest = `${rest.slice(0, at)}${" ".repeat(word.length)}${rest.slice(at + word.length)}`;
  }
  const places = ["cluster", "namespace"];
  const things = [...found].filter((key) => !places.includes(key));
  if (things.includes("event")) return "event";
  // “the service's pods”, “service health”: of several kinds the last one said is what is wanted.
  return (
    things[0] ??
    (found.has("namespace") &&
    !/(命名空间|namespace|\bns)\s*[:=]?\s*[a-z0-9-]+|[a-z0-9-]+\s*(的)?\s*(命名空间|namespace)/.test(text)
      ? "namespace"
      : undefined) ??
    typo(text) ??
    (found.has("namespace") && /所有|全部|哪些|list|all|which/.test(text)
      ? "namespace"
      : found.has("cluster")
        ? "cluster"
        : undefined)
  );
};

/** A kind that is one slip away: `deploymnet`, `namespcae`. */
const typo = (text: string): string | undefined => {
  for (const word of text.match(/(?<![a-z0-9-])[a-z]{5,20}(?![a-z0-9-])/g) ?? []) {
    const near = spellings.find(
      (spelling) =>
        spelling.word.length >= 5 &&
        /^[a-z]+$/.test(spelling.word) &&
        Math.abs(spelling.word.length - word.length) <= 1 &&
        oneSlip(spelling.word, word),
    );
    if (near) return near.key;
  }
  return undefined;
};

const oneSlip = (right: string, typed: string): boolean => {
  if (right === typed) return true;
  let at = 0;
  while (at < right.length && right[at] === typed[at]) at += 1;
  const [a, b] = [right.slice(at), typed.slice(at)];
  const swapped = a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return swapped || a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1);
};

const kubectlVerbs: { readonly [word: string]: Verb } = {
  get: "list",
  describe: "describe",
  logs: "logs",
  log: "logs",
  top: "top",
  delete: "delete",
  scale: "scale",
  rollout: "restart",
  cordon: "cordon",
  uncordon: "uncordon",
  drain: "drain",
  exec: "exec",
  apply: "apply",
  explain: "explain",
  events: "list",
};

const verbIn = (text: string): Verb | undefined => {
  const kubectl =
    /^(?:kubectl\s+)?(get|describe|logs?|top|delete|scale|rollout|cordon|uncordon|drain|exec|apply|explain)\s/.exec(
      text,
    )?.[1];
  if (kubectl !== undefined && (text.startsWith("kubectl") || kubectl !== "get")) return kubectlVerbs[kubectl];
  return meaningOf(text, verbs);
};

type Reading = { readonly hints: Hints; readonly said: Said; readonly language: "zh" | "en" };

const requestIn = (text: string, { hints, said, language }: Reading): Request | undefined => {
  const named = placesAndNames(text, hints);
  const quality = meaningOf(text, qualities);
  const refersBack = pointsBack(text);
  const view = viewOf(text, said, named);
  const place = view !== undefined && named.name !== undefined ? { namespace: named.name } : {};
  const known = said.resource ?? (refersBack || named.name !== undefined ? hints.lastResource : undefined);
  const wants =
    said.resource !== undefined ||
    view !== undefined ||
    said.verb === "logs" ||
    said.verb === "diagnose" ||
    (said.verb !== undefined && said.verb !== "list" && (named.name !== undefined || refersBack)) ||
    (quality !== undefined && quality !== "running" && language === "en" && /pods?/.test(text)) ||
    (refersBack && hints.lastResource !== undefined) ||
    (named.name !== undefined && said.verb !== undefined && /[-.]/.test(named.name));
  if (!wants) return undefined;
  const verb =
    said.verb === "list" && named.name !== undefined && said.resource !== undefined && !listsMany(text)
      ? "get"
      : said.verb;
  return {
    language,
    kind: "request",
    view: view ?? "call",
    ...(view === undefined ? { verb: verbFor(verb, said.resource) } : {}),
    ...(known === undefined || view !== undefined ? {} : { resource: known }),
    ...(view === undefined ? named : { ...withoutName(named), ...place }),
    ...extras(text),
    ...(quality === undefined ? {} : { quality }),
    ...(refersBack ? { refersBack } : {}),
    ...(isCorrection(text) ? { corrects: true } : {}),
    hits: said.hits,
  };
};

const withoutName = ({ name: _, ...rest }: Named): Named => rest;

const listsMany = (text: string): boolean =>
  /哪些|所有|有多少|列出|\bwhich\b|\ball\b|\blist\b|\bpods\b|s in\b/.test(text);

const verbFor = (verb: Verb | undefined, resource: string | undefined): Verb => {
  if (resource === "event") return "list";
  return verb ?? "list";
};

/** Verbs that say for themselves what is wanted, whatever else the sentence mentions. */
const plainVerbs: readonly Verb[] = [
  "logs",
  "explain",
  "delete",
  "scale",
  "restart",
  "rollback",
  "drain",
  "cordon",
  "uncordon",
  "set",
  "apply",
  "create",
  "exec",
];

/** Kinds that a question about health or status may mention without meaning a list of them. */
const aboutAll: readonly (string | undefined)[] = [undefined, "cluster", "service"];

/** A view is meant when it is about clusters, a place, or nothing in particular; of a named object it is a plain call. */
const viewOf = (text: string, said: Said, named: Named): View | undefined => {
  const { view, verb, resource } = said;
  if (view === undefined || (verb !== undefined && plainVerbs.includes(verb))) return undefined;
  if (!aboutAll.includes(resource)) return undefined;
  if (view === "health") return named.name !== undefined && resource === "service" ? undefined : "health";
  if (resource === "service" || (named.name !== undefined && /[-.]/.test(named.name))) return undefined;
  const placed = named.namespace !== undefined || named.cluster !== undefined;
  const spoken = placed || clusterWords.some((word) => hasPhrase(text, word));
  return spoken || bareMessage(text).length <= 24 ? view : undefined;
};

const pointsBack = (text: string): boolean =>
  [...backReferences.zh, ...backReferences.en].some((phrase) => hasPhrase(text, phrase)) ||
  /^那\s*\S+\s*呢/.test(text) ||
  /^(and|what about|how about)\b/.test(text);

const isCorrection = (text: string): boolean =>
  [...corrections.zh, ...corrections.en].some((phrase) => text.startsWith(phrase));

type Extras = Pick<
  Request,
  "allNamespaces" | "allClusters" | "tail" | "sinceSeconds" | "previous" | "labelSelector" | "replicas" | "image"
>;

const extras = (text: string): Extras => {
  const tail = linesIn(text);
  const sinceSeconds = windowIn(text);
  const replicas = replicasIn(text);
  const labelSelector = /(?:-l|--selector|label|标签)[ =:：]\s*([a-z0-9./_-]+(?:=|!=)[a-z0-9._-]+)/.exec(text)?.[1];
  const image = /(?:image|镜像)\S{0,6}\s+(?:to|=|为|成|到)?\s*([a-z0-9./_-]+:[a-z0-9._-]+)/.exec(text)?.[1];
  return {
    ...(/所有命名空间|全部命名空间|各个命名空间|all namespaces|every namespace|across namespaces|(^|\s)-a(\s|$)|--all-namespaces/.test(
      text,
    )
      ? { allNamespaces: true }
      : {}),
    ...(/所有集群|全部集群|各个集群|all clusters|every cluster/.test(text) ? { allClusters: true } : {}),
    ...(tail === undefined ? {} : { tail }),
    ...(sinceSeconds === undefined ? {} : { sinceSeconds }),
    ...(/--previous|(^|\s)-p(\s|$)|上一次|上次|重启前|之前那次|previous|before the (last )?restart/.test(text)
      ? { previous: true }
      : {}),
    ...(labelSelector === undefined ? {} : { labelSelector }),
    ...(replicas === undefined ? {} : { replicas }),
    ...(image === undefined ? {} : { image }),
  };
};
