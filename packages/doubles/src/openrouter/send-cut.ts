import type { ServerResponse } from "node:http";
import type { Answer } from "./answer.ts";
import { type Cut, disconnected, openRouterCuts, shortened } from "./cuts.ts";
import { bytesOfAll, sendPart, sendPieces, type Way } from "./pieces.ts";
import { sendAnswer, textOf, told } from "./send.ts";
import { done } from "./stream.ts";
import type { CutPlace } from "./types.ts";

/** The same answer, broken off. */
export async function sendCut(
  response: ServerResponse,
  { answer, cut }: { readonly answer: Answer; readonly cut: CutPlace },
  way: Way,
): Promise<void> {
  if (typeof cut !== "object") return sendCutAt(response, { answer, cut: openRouterCuts[cut] }, way);
  const { frame, stream } = way;
  const { said, ending } = told(answer, frame);
  const bytes = stream ? bytesOfAll([...said, ...ending, done]) : Buffer.from(textOf(answer, frame));
  return sendPart(response, { bytes: bytes.subarray(0, cut.afterBytes), end: "close" }, way);
}

async function sendCutAt(
  response: ServerResponse,
  { answer: whole, cut }: { readonly answer: Answer; readonly cut: Cut },
  way: Way,
): Promise<void> {
  const { answer, said: text } = shortened(whole, cut);
  const { frame, stream } = way;
  if (cut.end === "length" || (cut.end === "error" && !stream)) return sendAnswer(response, answer, way);
  const end = cut.end === "reset" ? "reset" : "close";
  if (!stream) {
    const json = textOf(whole, frame);
    const kept = json.slice(0, endOf(text.slice(0, cut.keeps(text)), text, json));
    return sendPart(response, { bytes: Buffer.from(kept), end }, way);
  }
  const { said } = told(answer, frame);
  const [failed] = told({ ...answer, choice: { error: disconnected } }, frame).ending;
  const last = cut.end === "done" ? [done] : cut.end === "error" && failed !== undefined ? [failed] : [];
  return sendPieces(response, { pieces: [...said, ...last], end }, frame);
}

/** Where the kept part ends in the body: it stands there in quotes, or as it is where arguments are an object. */
function endOf(kept: string, said: string, json: string): number {
  const quoted = (part: string) => JSON.stringify(part).slice(1, -1);
  const start = json.lastIndexOf(quoted(said));
  return start < 0 ? json.lastIndexOf(said) + kept.length : start + quoted(kept).length;
}
