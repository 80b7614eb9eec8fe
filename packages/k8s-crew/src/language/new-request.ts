import type { Mention } from "./choice-mentions.ts";
import { keysIn, qualityOf } from "./intent.ts";
import { isGrammar, type Piece, readPieces } from "./phrases.ts";
import { readRequest } from "./request.ts";
import { readRequests } from "./requests.ts";
import { meantPieces } from "./sentence.ts";
import type { Quality, ReplyQuestion } from "./types.ts";

/** A question that was asked, and what of its choices a reply names. */
export type Found = { readonly question: ReplyQuestion; readonly mention: Mention | undefined };

/** Whether a reply is a request of its own. To ask for the list of what is being chosen is an answer. */
export const asksAnew = (
  text: string,
  { question, mention }: Found,
): "new_request" | "list_them" | "all" | undefined => {
  const request = readRequest(text);
  if (["command", "help", "out_of_scope"].includes(request.kind))
    return mention === undefined ? "new_request" : undefined;
  if (request.kind !== "request" || request.view === undefined) return undefined;
  if (request.hits.includes("kubectl") || asksForSeveral(text)) return "new_request";
  const said = saidIn(meantPieces(readPieces(text)));
  if (
    said.resource === question.parameter &&
    request.verb === "list" &&
    mention === undefined &&
    said.quality === undefined
  ) {
    return said.looks ? "list_them" : said.all ? "all" : undefined;
  }
  if (pointsAtOne(text) && request.view === "health" && request.name === undefined) return undefined;
  const elsewhere = said.resource !== undefined && said.resource !== question.parameter;
  const otherVerb = request.verb !== question.verb;
  if (otherVerb && (said.asks || (said.looks && elsewhere && question.verb !== undefined))) return "new_request";
  if (mention !== undefined) return undefined;
  return elsewhere || (said.asks && request.name !== undefined) ? "new_request" : undefined;
};

/** "List pods in dev and show nodes": no reply asks for several different things. */
const asksForSeveral = (text: string): boolean =>
  new Set(readRequests(text).requests.map(({ request: { verb, resource } }) => `${verb} ${resource}`)).size > 1;

type Said = {
  readonly asks: boolean;
  readonly looks: boolean;
  readonly all: boolean;
  readonly resource: string | undefined;
  readonly quality: Quality | undefined;
};

/** What is said in so many words: something to do other than to look, and a kind of thing. */
const saidIn = (pieces: readonly Piece[]): Said => ({
  asks: pieces.some(({ meaning }) => meaning.is === "intent" && !looking.has(meaning.intent)),
  looks: pieces.some(({ meaning }) => meaning.is === "intent" && looking.has(meaning.intent)),
  all: pieces.some((piece) => isGrammar(piece, "all")),
  resource: keysIn(pieces)[0],
  quality: qualityOf(pieces),
});

const looking: ReadonlySet<string> = new Set(["look", "list", "whatis", "problem"]);

/** "… 那个" and "the … one" point at a choice, however it is described. */
const pointsAtOne = (text: string): boolean => /(?:那个|的|\bones?)[^\p{L}\p{N}]*$/iu.test(text);
