import { isGrammar, type Piece } from "../text/phrases.ts";
import type { RequestContext } from "../types.ts";
import { clusterOf, nodeLike } from "./places.ts";

/** “What runs on it”, “上面跑了啥”: a question for pods, though none is named, where a node was spoken of. */
export const withPodsOnIt = (text: string, node: string | undefined): string => {
  if (node === undefined) return text;
  return runsThere.test(text) ? "list pods on it" : hanRunsThere.test(text) ? "它上面有哪些 pod" : text;
};

const runsThere =
  /^(?:(?:and|so|ok|okay|then),? )?(?:(?:what|which (?:things|workloads|apps))(?:'s|s| is| are)?(?: all| currently| now| still| actually)?(?: (?:runs?|running|lives?|living|scheduled|deployed|hosted|placed|sits?|sitting))? (?:on|over) (?:it|there|that one|this one|(?:that|this) (?:node|machine|host|box))|what(?:'s| is) (?:it|(?:that|this) (?:node|machine)) (?:running|hosting)|what does (?:it|(?:that|this) (?:node|machine)) (?:run|host)|what(?:'s| is| else)?(?: is)? (?:running|runs) there|(?:is there )?(?:anything|something|what)(?: else)?(?: is)?(?: running| runs)? on (?:that|this|the same) (?:node|machine|host|box))(?: now| right now| currently| at the moment)?[\s?.!]*$/iu;

const hanRunsThere =
  /^(?:那么?|然后)?[,，]?(?:它|他|这个?节点|那个?节点|该节点|这台(?:机器|节点)?|那台(?:机器|节点)?)?上[面边头]?(?:现在|目前|一共|总共)?(?:都|正|还)?(?:在)?(?:跑|运行|部署|放|有|调度)(?:了|着|的是|的)?(?:都是)?(?:些|哪些|点)?(?:什么|啥|哪些)(?:东西|服务|应用|程序|负载)?[呢呀啊吗\s?？。.!！]*$/u;

/**
 * "pods on worker-1", "节点 a 上的 pod": the node that pods are asked of, taken out of the pieces. The node that was
 * spoken of is what "on it" and "上面" mean.
 */
export const takeNode = (
  pieces: readonly Piece[],
  context: RequestContext,
): { readonly node?: string; readonly pieces: readonly Piece[] } => {
  const { node: before } = context;
  if (!asksForPods(pieces)) return { pieces };
  const on = before === undefined ? undefined : pointedAt(pieces);
  if (on !== undefined && before !== undefined)
    return { node: before, pieces: pieces.filter((_, index) => index < on.start || index >= on.end) };
  const found = rangeOf(pieces, context);
  const node = found && pieces[found.name]?.text;
  if (!found || node === undefined) return { pieces };
  return { node, pieces: [...pieces.slice(0, found.start), ...pieces.slice(found.end)] };
};

type Range = { readonly name: number; readonly start: number; readonly end: number };

/**
 * Said by its kind, or with a word that says “on” and called as nodes mostly are, or as no place that is known: pods are
 * on nodes, and in namespaces.
 */
const rangeOf = (pieces: readonly Piece[], context: RequestContext): Range | undefined => {
  for (const [name, piece] of pieces.entries()) {
    if (piece.meaning.is !== "word") continue;
    const isCalled = isOneNode(pieces[name + 1]);
    const isNamed = isCalled || isResource(pieces[name - 1], "node");
    const first = isNamed && !isCalled ? name - 1 : name;
    const last = isCalled ? name + 1 : name;
    const isOn = isGrammar(pieces[first - 1], "on", "in");
    const isInside = isGrammar(pieces[last + 1], "inside");
    const stands = isGrammar(pieces[first - 1], "on") || /^上/u.test(pieces[last + 1]?.text ?? "");
    if ((isOn || isInside) && (isNamed || nodeLike.test(piece.text) || (stands && isNoPlace(piece.text, context))))
      return { name, start: isOn ? first - 1 : first, end: isInside ? last + 2 : last + 1 };
  }
  return undefined;
};

/** Where the clusters are known, a name with a dash or a number that is none of theirs, nor a namespace's. */
const isNoPlace = (name: string, { clusters = [], namespaces = [] }: RequestContext): boolean =>
  clusters.length > 0 && /[-\d]/u.test(name) && clusterOf(name, clusters) === undefined && !namespaces.includes(name);

/** “On it”, “它上面”, “上面有什么”: a word for where, with a pronoun or with nothing. */
const pointedAt = (pieces: readonly Piece[]): { readonly start: number; readonly end: number } | undefined => {
  const isIt = (piece: Piece | undefined) => isGrammar(piece, "pronoun", "this");
  const on = pieces.findIndex((piece, index) => isGrammar(piece, "on", "in") && isIt(pieces[index + 1]));
  if (on >= 0) return { start: on, end: isResource(pieces[on + 2], "node") ? on + 3 : on + 2 };
  const above = pieces.findIndex(
    (piece, index) =>
      isGrammar(piece, "inside") && /上/u.test(piece.text) && (index === 0 || isNodeOrIt(pieces[index - 1])),
  );
  if (above < 0) return undefined;
  const first = pieces.slice(0, above).findLastIndex((piece) => !isNodeOrIt(piece)) + 1;
  return { start: first, end: above + 1 };
};

const isNodeOrIt = (piece: Piece | undefined): boolean =>
  isGrammar(piece, "pronoun", "this") || isResource(piece, "node");

const isOneNode = (piece: Piece | undefined): boolean =>
  isResource(piece, "node") && piece?.meaning.is === "resource" && !piece.meaning.plural;

const asksForPods = (pieces: readonly Piece[]): boolean => pieces.some((piece) => isResource(piece, "pod"));

const isResource = (piece: Piece | undefined, resource: string): boolean =>
  piece?.meaning.is === "resource" && piece.meaning.resource === resource;
