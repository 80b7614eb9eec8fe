import { isObject, parseJson } from "../json.ts";
import type { WireAnswerCall } from "./wire.ts";

export type GatheredCall = { readonly id: string; readonly name: string; readonly args: string };

type Piece = GatheredCall & { readonly index: number | undefined };

type OpenCall = { readonly index: number | undefined; readonly ids: Set<string>; name: string; args: string };

/**
 * Puts the calls of an answer together from their pieces. A piece belongs to the call with its id, else to the one with
 * its index; some providers give every call index 0, some none, some every piece an id of its own. Where a piece could
 * belong to several calls nothing is guessed: `areMixedUp` tells it, and no call of the answer may be carried out.
 */
export function createCallGathering() {
  const calls: OpenCall[] = [];
  let mixedUp = false;

  function put(piece: Piece, owner: Owner): OpenCall | undefined {
    if (owner === "unsure") mixedUp = true;
    if (owner === "unsure" || owner === "nobody") return undefined;
    if (owner === "new") {
      const call = { ...piece, ids: new Set([piece.id].filter((id) => id !== "")) };
      calls.push(call);
      return call;
    }
    if (piece.id !== "") owner.ids.add(piece.id);
    if (piece.name !== owner.name) owner.name += piece.name;
    owner.args += piece.args;
    return owner;
  }

  return {
    /** Calls as one body holds them, each in one piece. */
    addWhole(whole: readonly WireAnswerCall[]): void {
      for (const call of whole) put(pieceOf(call), "new");
    },
    /** Pieces that came at once: without an index they are of different calls. */
    addPieces(pieces: readonly WireAnswerCall[]): void {
      const met = new Set<OpenCall>();
      for (const piece of pieces.map(pieceOf)) {
        const open = piece.index === undefined ? calls.filter((call) => !met.has(call)) : calls;
        const call = put(piece, ownerOf(piece, open));
        if (call !== undefined) met.add(call);
      }
    },
    areMixedUp: () => mixedUp,
    result: (): readonly GatheredCall[] => calls.map(({ ids: [id = ""], name, args }) => ({ id, name, args })),
  };
}

function pieceOf(call: WireAnswerCall): Piece {
  const { id, index, function: called } = call;
  return { id: id ?? "", index: index ?? undefined, name: called?.name ?? "", args: called?.arguments ?? "" };
}

type Owner = OpenCall | "new" | "nobody" | "unsure";

function ownerOf(piece: Piece, calls: readonly OpenCall[]): Owner {
  const { id, name, args } = piece;
  const known = calls.filter((call) => id !== "" && call.ids.has(id));
  if (name === "" && args === "" && (id === "" || known.length > 0)) return "nobody";
  const candidates = known.length > 0 ? known.filter((call) => isSameIndex(call, piece)) : likely(piece, calls);
  if (candidates.length === 0) return known.length > 0 && name === "" ? "unsure" : "new";
  const open = candidates.length === 1 ? candidates : candidates.filter((call) => !isWhole(call));
  const [call] = open;
  if (call === undefined || open.length > 1) return call === undefined && name !== "" ? "new" : "unsure";
  return name === "" || call.name === "" ? call : ownerOfNamed(piece, call, known.length > 0);
}

/** Whether a piece with a name continues a call that has one. */
function ownerOfNamed({ index, name, args }: Piece, call: OpenCall, isKnown: boolean): Owner {
  const isSame = call.name === name;
  if (isWhole(call)) {
    if (isKnown) return isSame && args.trim() === "" ? "nobody" : "unsure";
    return isSame && args.trim() === "" ? "unsure" : "new";
  }
  if (isSame) return call;
  if (call.args.trim() !== "") return "unsure";
  // A name in several pieces, where something tells that they belong together.
  return isKnown || index !== undefined ? call : "new";
}

/** The calls that a piece may continue whose id, if it has one, was not met before. */
function likely({ id, index, name }: Piece, calls: readonly OpenCall[]): readonly OpenCall[] {
  if (index === undefined && id !== "") return [];
  if (index === undefined) return name === "" ? calls : calls.slice(-1);
  const own = calls.filter((call) => call.index === index);
  // A new id with a name begins a call, unless that of the index has only not told its id yet.
  return id !== "" && name !== "" ? own.filter((call) => call.ids.size === 0) : own;
}

function isSameIndex(call: OpenCall, { index }: Piece): boolean {
  return call.index === undefined || index === undefined || call.index === index;
}

/** Whether nothing more can belong to the arguments. */
function isWhole({ args }: OpenCall): boolean {
  return args.trimEnd().endsWith("}") && isObject(parseJson(args));
}
