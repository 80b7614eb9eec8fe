import type { Answer, Frame } from "./answer.ts";
import type { StreamPiece } from "./stream.ts";
import type { JsonObject } from "./types.ts";

/** A thing that goes wrong in the field, on demand. What a client must make of it stands in `must`. */
export type Fault = { readonly must: string } & (
  | /** A completion with odd contents, in one piece or streamed as the client asked. */
  {
      readonly kind: "answer";
      readonly answer: Partial<Answer>;
    } /** The same reply for both ways. A text body goes out as it is. */
  | {
      readonly kind: "http";
      readonly status: number;
      readonly headers?: { readonly [name: string]: string };
      /** It is the key's or the account's, so that no other model of a list would answer either. */
      readonly isAccounts?: boolean;
      readonly body: (frame: Frame) => JsonObject | string;
    } /** A stream that goes wrong; a client that did not ask for one gets the fault `otherwise`. */
  | {
      readonly kind: "stream";
      readonly pieces: (frame: Frame) => readonly StreamPiece[];
      /** close: a proper end. reset: the socket is destroyed. open: nothing more comes, for as long as the double lives. */
      readonly end: "close" | "reset" | "open";
      readonly otherwise: string;
    }
  | /** No HTTP reply at all. */ { readonly kind: "reset" | "hang" }
);

export type Faults = { readonly [name: string]: Fault };
