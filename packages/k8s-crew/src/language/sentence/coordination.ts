import { readPieces } from "../text/phrases.ts";

/** Between things that are named side by side: "dev 和 production", "a, b and c". A cue may be said again after it. */
const joiner =
  /\s*(?:,\s*and\b|，?\s*(?:以及|还有)|,\s*以及|[、,，&]|和|与|跟|及|\band\b|\bplus\b|\bas well as\b)\s*(?:(?:在|所有的?)\s*|(?:in|on|of|for|from|the|all)\s+)*/giu;

/** Things named side by side for which one sentence stands; more than this is a list that was pasted. */
const mostItems = 20;

type Span = { readonly start: number; readonly end: number };

type Chain = Span & { readonly items: readonly string[] };

/** The sentence once for each thing of the first chain in it from `from` on: "pods in dev and prod" is two sentences. */
export const variantsOf = (text: string, accept: (variants: readonly string[]) => boolean): readonly string[] => {
  for (const chain of [...pairsIn(text), ...namedKindsIn(text), ...chainsIn(text)]) {
    const variants = chain.items.map((item) => `${text.slice(0, chain.start)}${item}${text.slice(chain.end)}`);
    if (accept(variants)) return variants;
  }
  return [text];
};

const word = String.raw`[A-Za-z0-9](?:[\w./-]*\w)?`;
const kind = "(?:pods?|deployments?|deploy|sts|statefulsets?|services?|svc|configmaps?|secrets?)";
const zhPair = String.raw`${word}\s*(?:集群)?\s*(?:的|[里上](?:面)?的?)\s*${word}`;
const enPair = String.raw`${word}(?:\s+${kind})?\s+(?:in|on|of|from)\s+(?:the\s+)?${word}`;
const amount = String.raw`${word}\s*(?:\s(?:up |down )?to|=|扩容?到|缩容?到|扩成|缩成|调到|改成|设为)\s*\d{1,4}(?:\s*(?:replicas?|pods?|instances?|个(?:副本|实例)?)(?![\w-]))?`;
const pairs = [
  new RegExp(String.raw`(${zhPair})\s*(?:和|与|跟|以及|、|，|,)\s*(${zhPair})`, "iu"),
  new RegExp(String.raw`(${enPair})\s*(?:,?\s+and\s+(?:(?:of|in|from|the)\s+)?|,\s*)(${enPair})`, "iu"),
  // “a to 3 and b to 5”: each with how many of it are wanted.
  new RegExp(String.raw`(${amount})\s*(?:,?\s*\band\b\s*|[,，、]\s*|和|与|跟|以及)\s*(${amount})`, "iu"),
];

/** Two places, each with its own: “prod 的 shop 和 staging 的 web”, “shop in prod and web in staging”. */
const pairsIn = (text: string): readonly Chain[] =>
  pairs.flatMap((pattern) => {
    const match = pattern.exec(text);
    const [whole = "", one, other] = match ?? [];
    if (match === null || one === undefined || other === undefined) return [];
    return [{ start: match.index, end: match.index + whole.length, items: [one, other] }];
  });

const kindAndName = String.raw`[a-z]+\s+${word}`;
const namedKinds = new RegExp(
  String.raw`(${kindAndName})\s*(?:,?\s*\band\b(?:\s+the)?\s+|[,，、]\s*|和|与|跟|以及)\s*(${kindAndName})`,
  "iu",
);

/** “Deployment web and service web”: each thing with its own kind before it. */
const namedKindsIn = (text: string): readonly Chain[] => {
  const match = namedKinds.exec(text);
  const [whole = "", one = "", other = ""] = match ?? [];
  // What only looks says for each kind by itself how it is looked at.
  const writes = readPieces(text).some(({ meaning }) => meaning.is === "intent" && meaning.write);
  if (match === null || !writes || ![one, other].every(isKindAndName)) return [];
  return [{ start: match.index, end: match.index + whole.length, items: [one, other] }];
};

const isKindAndName = (item: string): boolean => {
  const [kind, name, ...more] = readPieces(item);
  return more.length === 0 && kind?.meaning.is === "resource" && name?.meaning.is === "word";
};

const chainsIn = (text: string): readonly Chain[] => {
  const chains: Chain[] = [];
  for (const joint of text.matchAll(joiner)) {
    const left = itemBefore(text, joint.index);
    const right = itemAfter(text, joint.index + joint[0].length);
    if (left === undefined || right === undefined) continue;
    const last = chains.at(-1);
    if (last !== undefined && last.end === joint.index) {
      chains[chains.length - 1] = { ...last, end: right.end, items: [...last.items, textOf(text, right)] };
    } else chains.push({ start: left.start, end: right.end, items: [textOf(text, left), textOf(text, right)] });
  }
  return chains.filter(({ items }) => items.length <= mostItems && new Set(items.map(isName)).size === 1);
};

const textOf = (text: string, { start, end }: Span): string => text.slice(start, end);

/** Characters of the longest Chinese or two-word English phrase that is looked for beside a joiner. */
const longestPhrase = 8;

const itemBefore = (text: string, end: number): Span | undefined => {
  const word = /[`"']?[A-Za-z0-9][\w./:@-]*[`"']?$/u.exec(text.slice(Math.max(0, end - 260), end))?.[0];
  if (word !== undefined) return isItem(word) ? { start: end - word.length, end } : undefined;
  return spanThat(isItem, text, (length) => ({ start: end - length, end }));
};

const itemAfter = (text: string, start: number): Span | undefined => {
  const word = /^[`"']?[A-Za-z0-9](?:[\w./:@-]*[\w])?[`"']?/u.exec(text.slice(start, start + 260))?.[0];
  if (word !== undefined) return isItem(word) ? { start, end: start + word.length } : undefined;
  return spanThat(isItem, text, (length) => ({ start, end: start + length }));
};

const spanThat = (fits: (word: string) => boolean, text: string, span: (length: number) => Span): Span | undefined => {
  for (let length = longestPhrase; length > 0; length -= 1) {
    const found = span(length);
    if (found.start >= 0 && found.end <= text.length && fits(textOf(text, found))) return found;
  }
  return undefined;
};

/** Names stand beside names, kinds beside kinds: in "pod a and node b" nothing does. */
const isName = (item: string): boolean => readPieces(item)[0]?.meaning.is === "word";

/** A word that may be a name or place, a kind of thing, or its log. */
const isItem = (word: string): boolean => {
  const [piece, ...more] = readPieces(word);
  if (piece === undefined || more.length > 0) return false;
  const { meaning } = piece;
  return meaning.is === "word" || meaning.is === "resource" || (meaning.is === "intent" && meaning.intent === "logs");
};
