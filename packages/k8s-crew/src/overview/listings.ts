import type { Row } from "../results/types.ts";
import type { Listing } from "./types.ts";

/** What a survey listed, by kind. */
export type Listings = ReadonlyMap<string, Listing<Row>>;

export const unlisted: Listing<Row> = { kind: "unlisted", cause: "no_tool", detail: "" };

export const listingIn = (listings: Listings, kind: string): Listing<Row> => listings.get(kind) ?? unlisted;

export const rowsIn = (listings: Listings, kind: string): readonly Row[] => {
  const listing = listingIn(listings, kind);
  return listing.kind === "listed" ? listing.items : [];
};
