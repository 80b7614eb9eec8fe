import { readRequest } from "../requests/request.ts";
import { readRequests } from "../requests/requests.ts";
import { meantPieces } from "../sentence/sentence.ts";
import { keysIn, qualityOf } from "../sentence/spoken-of.ts";
import { isGrammar, readPieces } from "../text/phrases.ts";
import type { Quality, ReplyQuestion, Request } from "../types.ts";
import type { Mention } from "./choice-mentions.ts";
import { choicesWith } from "./choice-qualities.ts";

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
  const said = saidIn(text);
  if (
    said.resource === question.parameter &&
    request.verb === "list" &&
    mention === undefined &&
    said.quality === undefined
  ) {
    return said.looks ? "list_them" : said.all ? "all" : undefined;
  }
  if (asksForOthers(text, { question, mention }, said)) return "new_request";
  if (pointsAtOne(text) && request.view === "health" && request.name === undefined) return undefined;
  const away = leadsAway(request, said, question);
  if (away === "surely") return "new_request";
  return mention === undefined && away === "perhaps" ? "new_request" : undefined;
};

/** Whether something else is asked than what the question is about; `perhaps`: unless a choice is named. */
const leadsAway = (request: Request, said: Said, question: ReplyQuestion): "surely" | "perhaps" | undefined => {
  const elsewhere = said.resource !== undefined && said.resource !== question.parameter;
  const other = request.verb !== question.verb || request.view !== "call";
  const asks = said.asks || (said.wonders && request.name !== undefined);
  if (other && (asks || (said.looks && elsewhere && question.verb !== undefined))) return "surely";
  return elsewhere || (said.asks && request.name !== undefined) ? "perhaps" : undefined;
};

/** "Which pods are pending" where none of the pods to choose from is: no description of a choice. */
const asksForOthers = (text: string, { question, mention }: Found, { resource, quality }: Said): boolean =>
  resource === question.parameter &&
  quality !== undefined &&
  mention === undefined &&
  !pointsAtOne(text) &&
  question.choices.length > 0 &&
  choicesWith(quality, question.choices).length === 0;

/** "List pods in dev and show nodes": no reply asks for several different things. */
const asksForSeveral = (text: string): boolean =>
  new Set(readRequests(text).requests.map(({ request: { verb, resource } }) => `${verb} ${resource}`)).size > 1;

type Said = {
  readonly asks: boolean;
  readonly looks: boolean;
  /** "What is wrong with …": of a thing of its own it is a request, of a choice it may describe it. */
  readonly wonders: boolean;
  readonly all: boolean;
  readonly resource: string | undefined;
  readonly quality: Quality | undefined;
};

/** What is said in so many words: something to do other than to look, and a kind of thing. */
const saidIn = (text: string): Said => {
  const pieces = meantPieces(readPieces(text));
  return {
    asks: pieces.some(({ meaning }) => meaning.is === "intent" && !looking.has(meaning.intent)),
    looks: pieces.some(({ meaning }) => meaning.is === "intent" && looking.has(meaning.intent)),
    wonders:
      !pointsAtOne(text) && pieces.some(({ meaning }) => meaning.is === "intent" && meaning.intent === "problem"),
    all: pieces.some((piece) => isGrammar(piece, "all")),
    resource: keysIn(pieces)[0],
    quality: qualityOf(pieces),
  };
};

const looking: ReadonlySet<string> = new Set(["look", "list", "whatis", "problem"]);

/** "… 那个" and "the … one" point at a choice, however it is described. */
const pointsAtOne = (text: string): boolean => /(?:那个|的|\bones?)[^\p{L}\p{N}]*$/iu.test(text);
