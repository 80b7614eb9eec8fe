import type { Talk } from "../lexicon/talk.ts";
import { isGrammar, type Piece, readPieces } from "../text/phrases.ts";
import type { Request } from "../types.ts";
import { asksCost } from "./cost-talk.ts";

type Said = Pick<Request, "kind" | "command" | "commandArgument">;

/** "/refresh pods"; not "/var/log". */
export const readCommand = (text: string): Said | undefined => {
  const match = /^\/([\p{L}][\p{L}\d_-]{0,40})(?:\s+([^\n]{0,500}))?\s*$/u.exec(text);
  if (match === null) return undefined;
  const [, word = "", argument] = match;
  const [first] = readPieces(word);
  const command = first?.meaning.is === "command" && first.text === word ? first.meaning.command : word.toLowerCase();
  return {
    kind: "command",
    command,
    ...(argument === undefined || argument === "" ? {} : { commandArgument: argument.trim() }),
  };
};

const talkOrder: readonly Talk[] = ["out_of_scope", "about_assistant", "help", "thanks", "greeting"];

/** A message that is nothing but talk, or a command said in words. */
export const readTalk = (pieces: readonly Piece[], hits: readonly string[], text: string): Said | undefined => {
  if (asksCost(text)) return { kind: "command", command: "cost" };
  const content = pieces.filter((piece) => piece.meaning.is !== "mark" && !isGrammar(piece, "filler"));
  const [only] = content;
  if (only?.meaning.is === "command" && content.length === 1) return { kind: "command", command: only.meaning.command };
  const farewell = content.at(-1)?.meaning;
  // “Thanks, bye”: who says a word before leaving still leaves.
  if (farewell?.is === "command" && farewell.command === "exit" && content.slice(0, -1).every(isTalk))
    return { kind: "command", command: "exit" };
  const talks = new Set(content.flatMap(({ meaning }) => (meaning.is === "talk" ? [meaning.talk] : [])));
  const pure = content.every(isTalk);
  if (hits.length > 0) return undefined;
  if (/\d\s{0,3}(?:[+*×÷加减乘除]|\s[-/]\s)\s{0,3}\d/u.test(text)) return { kind: "out_of_scope" };
  const kind = talkOrder.find((talk) => talks.has(talk) && (pure || talk === "out_of_scope" || talk === "help"));
  return kind === undefined ? undefined : { kind };
};

const isTalk = ({ meaning }: Piece): boolean => meaning.is === "talk";

/** Words of Kubernetes in a message. */
export const hitsIn = (pieces: readonly Piece[]): readonly string[] =>
  pieces.filter(isKubernetes).map((piece) => piece.text);

const isKubernetes = (piece: Piece): boolean => {
  const { meaning } = piece;
  if (meaning.is === "intent") return meaning.write || ["logs", "symptom", "top", "usage"].includes(meaning.intent);
  if (meaning.is === "word") return meaning.quoted || /^[a-z0-9]+(?:-[a-z0-9]+)+$/u.test(piece.text);
  return ["resource", "quality", "measure"].includes(meaning.is) || isGrammar(piece, "container", "subject", "image");
};
