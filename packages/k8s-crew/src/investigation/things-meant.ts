import { resources } from "../catalog/resources.ts";
import { literally } from "../language/text/pattern.ts";
import { containersOf } from "../results/templates.ts";
import { textAt } from "../results/values.ts";
import { type Group, isNamedIn, isPodOf, isWorkload, type Shown, type Thing, workloads } from "./things.ts";

const words = resources.flatMap(({ key, words, zh }) =>
  [...words, ...zh].map((word) => [word.toLowerCase(), key] as const),
);
const kinds = words
  .map(([word]) => word)
  .filter((word) => word.length > 1)
  .toSorted((one, other) => other.length - one.length)
  .join("|");

const ofKind = new RegExp(
  String.raw`(?:\b(?:the|this|that|its)\s|这个?|那个?|该|此|本|^)\s?(container|容器|claim|${kinds})(?![\w组])`,
  "iu",
);
const ofIt = /^(?:(?:so|but|and|then) )?(?:it|its|they)\b|\bthere[.!]?\s*$|^(?:但|而|并|且)?(?:它们?|其)/iu;
/** What belongs to something that was spoken of before: “restarted 3 times”, “退出码是 1”. */
const ofItself =
  /^(?:(?:and|but) )?(?:(?:has|had|was|is|runs|wants|restarted|exited|exits)\b|[\w ]*\bits (?:\w+ )?(?:replicas|containers|pods|image|restarts)\b|all (?:replicas|containers)\b|(?:with )?\d+ restarts\b|none of its\b|the (?:container|image)\b)|^(?:容器|期望|镜像|退出码|副本|版本|重启|运行在|状态|一次都)/iu;

/** Namespaces and clusters are where things are, not what a sentence is about; an event is no thing. */
const places: ReadonlySet<string> = new Set(["namespace", "cluster", "event"]);

/** What a clause is about, where that is one thing: the one that it names, or the one that is spoken of. */
export const groupMeant = (clause: string, shown: Shown, before: Group | undefined): Group | undefined => {
  const named = groupsIn(clause, shown.things);
  const subjects = named.length > 1 ? named.filter(({ things }) => !things.every(isNode)) : named;
  if (subjects.length > 0 || named.length > 0) return subjects.length === 1 ? inPlace(subjects[0], clause) : undefined;
  const subject = before ?? (shown.subject && { name: shown.subject.name, things: [shown.subject] });
  if (subject === undefined) return undefined;
  const isOfContainer = containersIn(subject).some((name) =>
    new RegExp(String.raw`\bthe ${literally(name)}\b`, "iu").test(clause),
  );
  const kind = isOfContainer ? undefined : ofKind.exec(clause)?.[1]?.toLowerCase();
  if (kind !== undefined && !ofIt.test(clause))
    return oneNode.test(clause) ? nodeOf(subject, shown) : partOf(subject, kind, shown);
  return isOfContainer || ofIt.test(clause) || ofItself.test(clause) ? subject : undefined;
};

/** Whether a clause names no thing, place or kind: where one was spoken of just before, it goes on about that. */
export const goesOn = (clause: string, { things, rows, surveys }: Shown): boolean => {
  const places = [...surveys.map(({ cluster }) => cluster), ...rows.flatMap(({ namespace }) => namespace ?? [])];
  return (
    groupsIn(clause, things).length === 0 && !anyKind.test(clause) && !places.some((place) => isNamedIn(clause, place))
  );
};

/** Without the short ones, of which one is “no”. */
const longKinds = words.flatMap(([word]) => (word.length > 2 || /\p{Script=Han}{2}/u.test(word) ? [word] : []));
const anyKind = new RegExp(String.raw`(?<![a-z-])(?:${longKinds.join("|")})s?(?![a-z-])`, "iu");

/** “a and b are healthy” says of each that it is so; empty where less than two are told of in a row. */
export const saidOfEach = (clause: string, { things }: Shown): readonly (readonly [clause: string, group: Group])[] => {
  const groups = groupsIn(clause, things);
  const [first, last] = [groups[0], groups.at(-1)];
  if (first === undefined || last === undefined || groups.length < 2 || notEach.test(clause)) return [];
  const start = clause.indexOf(first.name);
  const end = clause.lastIndexOf(last.name) + last.name.length;
  const between = groups.reduce((text, { name }) => text.replace(name, ""), clause.slice(start, end));
  if (!/^(?:\s|[,、`*]|and|和|与|及|以及|跟)+$/u.test(between)) return [];
  return groups.map((group) => [`${clause.slice(0, start)}${group.name}${clause.slice(end)}`, group]);
};

const notEach = /\bnot (?:both|all)\b|\b(?:neither|either|one of)\b|不(?:都|全)|并非|不是|之一/iu;

/** “The node of web”, “web's node” are other things than `web`, where it has none of that kind. */
export const isOfOtherKind = (clause: string, { name, things }: Group): boolean => {
  const [called, kind] = [literally(name), longKinds.join("|")];
  const pattern = String.raw`(?<![a-z-])(${kind}) (?:of|behind|under|for) [\x60"*]*${called}(?![\w-])|(?<![\w-])${called}(?:['’]s |[\x60"*]*\s?(?:所在)?的\s?)(${kind})(?![a-z-])`;
  const [, before, behind] = new RegExp(pattern, "iu").exec(clause) ?? [];
  const key = words.find(([word]) => word === (before ?? behind)?.toLowerCase())?.[1];
  return key !== undefined && key !== "pod" && !workloads.has(key) && things.every(({ resource }) => resource !== key);
};

const containersIn = ({ things }: Group): readonly string[] =>
  things.flatMap(({ object }) => containersOf(object).map((container) => textAt(container, "name")));

const isNode = ({ resource }: Thing): boolean => resource === "node";

/** What is said for short of a thing or a part of it. */
const partWords: Readonly<Record<string, string>> = { container: "pod", 容器: "pod", claim: "pvc" };

const oneNode = /\b(?:the|its|this|that) node\b|(?:该|此|这个)节点/iu;

/** “The pod” of a Deployment is the one that it runs, “the node” of a pod the one that it runs on. */
const partOf = (subject: Group, kind: string, { things }: Shown): Group | undefined => {
  const key = partWords[kind] ?? words.find(([word]) => word === kind)?.[1];
  const own = subject.things.filter(({ resource }) => resource === key);
  const [thing] = subject.things;
  if (own.length > 0 || key !== "pod" || thing === undefined || !isWorkload(thing))
    return own.length > 0 ? { ...subject, things: own } : undefined;
  const pods = things.filter((each) => each.resource === "pod" && isOf(each, thing) && isPodOf(each.name, thing.name));
  return pods.length > 0 ? { name: subject.name, things: pods } : undefined;
};

const nodeOf = (subject: Group, { things }: Shown): Group => {
  if (subject.things.some(isNode)) return { ...subject, things: subject.things.filter(isNode) };
  const names = new Set(subject.things.flatMap(({ fields }) => fields.node ?? []));
  const nodes = things.filter((thing) => isNode(thing) && names.has(thing.name));
  return { name: nodes[0]?.name ?? subject.name, things: nodes };
};

const isOf = (pod: Thing, { namespace, cluster }: Thing): boolean =>
  pod.namespace === namespace && pod.cluster === cluster;

/** The things that a text names, each name with all that are called so and the pods that are called after it. */
export const groupsIn = (text: string, all: readonly Thing[]): readonly Group[] => {
  const names = [...new Set(text.match(/[a-z0-9]+(?:[-.][a-z0-9]+)*/gu) ?? [])];
  const things = all.filter(({ resource }) => !places.has(resource));
  return names.flatMap((name) => {
    const own = things.filter((thing) => thing.name === name);
    const after = things.filter(
      (thing) =>
        thing.resource === "pod" &&
        (isPodOf(thing.name, name) || (name.includes("-") && thing.name.startsWith(`${name}-`))),
    );
    const called = [...own, ...after.filter((thing) => !own.includes(thing))];
    return called.length === 0 ? [] : [{ name, things: called }];
  });
};

/** Of things of the same name those in the place or of the kind that the clause names, if any are. */
const inPlace = (group: Group | undefined, clause: string): Group | undefined => {
  if (group === undefined) return undefined;
  const narrow = (
    things: readonly Thing[],
    of: (thing: Thing) => string | undefined,
    isSaid: (text: string) => boolean,
  ) => {
    const said = new Set([...new Set(things.map(of))].filter((text) => text !== undefined && isSaid(text)));
    return said.size === 0 ? things : things.filter((thing) => said.has(of(thing)));
  };
  const isPlace = (name: string) => name !== group.name && isNamedIn(clause, name);
  const inCluster = narrow(group.things, ({ cluster }) => cluster, isPlace);
  const there = narrow(inCluster, ({ namespace }) => namespace, isPlace);
  return {
    ...group,
    things: narrow(
      there,
      ({ resource }) => resource,
      (key) => isKindSaid(key, group.name, clause),
    ),
  };
};

/** “Service inventory”, “the inventory service”: of what kind it is, and not what else is told of it. */
const isKindSaid = (resource: string, name: string, clause: string): boolean => {
  const said = words.flatMap(([word, key]) => (key === resource && word.length > 1 ? [word] : [])).join("|");
  const called = literally(name);
  const pattern = String.raw`(?<![a-z-])(?:${said}) ${called}(?![\w-])|(?<![\w-])${called}\s?(?:这个|的)?\s?(?:${said})(?![a-rt-z-])`;
  return said !== "" && new RegExp(pattern, "iu").test(clause);
};
